import Button from '@atlaskit/button/new';
import LinkExternalIcon from '@atlaskit/icon/core/link-external';
import { useState } from 'react';
import type { GuideStep, ProjectName } from '../../../../../src/contract/set-up';
import { openProjectSettings } from '../bridge';
import { setUp } from '../strings/en-set-up';
import { fill, plural } from '../strings/fill';
import { VisuallyHidden } from '../ui/VisuallyHidden';
import { guideDetail, guideWords } from './guide-words';
import { Mark } from './Marks';
import type { MarkName } from './Marks';
import { guideStepId, openSteps } from './plan-changes';
import styles from './project-card.module.css';

const words = setUp.guide;

/** What somebody does by hand in a team-managed project: done steps are ticked, the next one leads to Jira's settings. */
export function GuideList({
  project,
  guide,
  limits,
  beforeApply,
}: {
  readonly project: ProjectName;
  readonly guide: readonly GuideStep[];
  /** What cannot work there. */
  readonly limits: readonly (keyof typeof words.limits)[];
  /** The site’s fields are still to be made. */
  readonly beforeApply: boolean;
}) {
  const [whole, setWhole] = useState(false);
  const next = guide.find(({ state, optional }) => state !== 'done' && !optional);
  const needed = guide.filter(({ optional, state }) => !optional || state !== 'toDo');
  const later = guide.filter((step) => !needed.includes(step));
  return (
    <>
      <p className={styles.intro}>
        {openSteps(guide).length === 0 ? words.introDone : words.intro}
        {beforeApply ? ` ${words.afterApply}` : null}
      </p>
      {next === undefined ? null : (
        <div className={styles.where}>
          <p className={styles.help}>{words.where}</p>
          <Button
            spacing="compact"
            iconAfter={LinkExternalIcon}
            aria-label={fill(words.openLabel, { key: project.key })}
            onClick={() => void openProjectSettings(project.key)}
          >
            {words.open}
          </Button>
        </div>
      )}
      <ol className={styles.guide} aria-label={fill(words.label, { key: project.key })}>
        {[...needed, ...(whole ? later : [])].map((step) => (
          <Step key={guideStepId(step)} step={step} next={step === next} />
        ))}
      </ol>
      {later.length === 0 || whole ? null : (
        <button type="button" className={styles.textButton} onClick={() => setWhole(true)}>
          {plural(words.moreOptional, later.length)}
        </button>
      )}
      {limits.map((limit) => (
        <p key={limit} className={styles.help}>
          {words.limits[limit]}
        </p>
      ))}
    </>
  );
}

const MARKS: Readonly<Record<GuideStep['state'], MarkName>> = {
  done: 'done',
  toDo: 'waits',
  wrongKind: 'conflict',
  missingOptions: 'conflict',
};

function Step({ step, next }: { readonly step: GuideStep; readonly next: boolean }) {
  const { state, optional } = step;
  const details = [guideDetail(step), optional && state === 'toDo' ? words.optional : '', next ? words.waiting : ''];
  const detail = details.filter((sentence) => sentence !== '').join(' ');
  return (
    <li className={next ? styles.next : undefined}>
      <Mark name={optional && state === 'toDo' ? 'optional' : MARKS[state]} />
      <span>
        {guideWords(step)}
        <VisuallyHidden>, {words.states[state]}</VisuallyHidden>
        {detail === '' ? null : <span className={styles.help}>{detail}</span>}
      </span>
    </li>
  );
}
