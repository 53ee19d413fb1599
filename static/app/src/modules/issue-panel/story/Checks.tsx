import Button from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import LinkIcon from '@atlaskit/icon/core/link';
import { Fragment } from 'react';
import type { CheckResult } from '../../../../../../src/domain/readiness';
import type { StoryView } from '../../../../../../src/reads/story-view';
import { panel } from '../../../shared/strings/en-panel';
import { fillWith, plural } from '../../../shared/strings/fill';
import { IssueLink } from '../../../shared/ui/SiteLink';
import { CheckIcon } from '../parts/Icons';
import panelStyles from '../parts/panel.module.css';
import styles from './checks.module.css';

/** The way to the dialogs; `undefined` where the viewer may not link. */
export interface Linking {
  readonly link: () => void;
  readonly create: () => void;
}

/** The Definition-of-Ready checks of a relevant story: what is missing, and who does what next. */
export function Checks({ story, linking }: { readonly story: StoryView; readonly linking: Linking | undefined }) {
  const { checks, ready } = story.readiness;
  // What is missing comes first.
  const sorted = [...checks].sort((a, b) => Number(b.state === 'missing') - Number(a.state === 'missing'));
  const list = (
    <ul className={styles.list}>
      {sorted.map((check) => (
        <Check key={check.check} check={check} story={story} linking={linking} />
      ))}
    </ul>
  );
  if (ready) {
    return (
      <details className={panelStyles.fold}>
        <summary>{plural(panel.checks.allPass, checks.length)}</summary>
        {list}
      </details>
    );
  }
  return (
    <div className={panelStyles.section}>
      <h3 className={panelStyles.heading}>{panel.checks.missing}</h3>
      {list}
    </div>
  );
}

function Check({
  check,
  story,
  linking,
}: {
  readonly check: CheckResult;
  readonly story: StoryView;
  readonly linking: Linking | undefined;
}) {
  const offer = check.check === 'answer' && check.state === 'missing' ? linking : undefined;
  return (
    <li className={`${styles.check} ${styles[check.state]}`}>
      <CheckIcon state={check.state} label={panel.checks.states[check.state]} />
      <div className={styles.words}>
        <p className={styles.title}>{titleOf(check)}</p>
        <Next check={check} story={story} mayLink={linking !== undefined} />
        {offer === undefined ? null : (
          <div className={panelStyles.actions}>
            <Button spacing="compact" iconBefore={SmallLink} onClick={offer.link}>
              {panel.next.link}
            </Button>
            <Button spacing="compact" iconBefore={SmallAdd} onClick={offer.create}>
              {panel.risks.create}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}

export function SmallLink() {
  return <LinkIcon label="" size="small" />;
}
export function SmallAdd() {
  return <AddIcon label="" size="small" />;
}

function titleOf({ check, state }: CheckResult): string {
  const words = panel.checks;
  if (check === 'assessment') return words.assessment[state === 'missing' ? 'missing' : 'passed'];
  if (check === 'answer') return words.answer[state === 'missing' ? 'missing' : 'passed'];
  return words.riskOwner[state];
}

/** Who does what next, or why a check does not count. */
function Next({
  check,
  story,
  mayLink,
}: {
  readonly check: CheckResult;
  readonly story: StoryView;
  readonly mayLink: boolean;
}) {
  const words = panel.checks;
  if (check.check === 'answer' && check.state === 'missing') {
    return <p className={panelStyles.help}>{mayLink ? words.answer.missingNext : words.answer.missingReadOnly}</p>;
  }
  if (check.check === 'riskOwner' && check.state === 'notNeeded') {
    return <p className={panelStyles.help}>{words.riskOwner.notNeededWhy}</p>;
  }
  if (check.check === 'riskOwner' && check.state === 'missing') {
    return (
      <p className={panelStyles.help}>
        {fillWith(words.riskOwner.missingNext, { keys: <UnownedRisks key="keys" story={story} /> })}
      </p>
    );
  }
  return null;
}

function UnownedRisks({ story }: { readonly story: StoryView }) {
  const unowned = story.risks.filter(
    (risk) =>
      risk.owner === undefined &&
      risk.status.category !== 'done' &&
      (risk.level === 'Critical' || risk.level === 'High'),
  );
  return unowned.map((risk, index) => (
    <Fragment key={risk.id}>
      {index === 0 ? null : ', '}
      <IssueLink className={styles.link} issueKey={risk.key}>
        {risk.key}
      </IssueLink>
    </Fragment>
  ));
}
