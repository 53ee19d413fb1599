import Button from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import LinkIcon from '@atlaskit/icon/core/link';
import { Fragment } from 'react';
import type { ReadinessChecks } from '../../../../../../src/domain/project-settings';
import type { Check, CheckResult } from '../../../../../../src/domain/readiness';
import type { StoryView } from '../../../../../../src/reads/story-view';
import { panel } from '../../../shared/strings/en-panel';
import { fill, fillWith, plural } from '../../../shared/strings/fill';
import { CheckIcon } from '../../../shared/ui/Icons';
import { IssueLink } from '../../../shared/ui/SiteLink';
import panelStyles from '../../../shared/panel/panel.module.css';
import { answersOf } from './answers';
import styles from './checks.module.css';
import { CRITERIA_WAY } from './use-criteria';
import { anyWay } from './ways';
import type { Ways } from './ways';

/** That the text changed has a box of its own, and it only warns. */
interface ShownCheck {
  readonly check: Exclude<Check, 'changed'>;
  readonly state: 'passed' | 'missing' | 'notNeeded';
}

/** The Definition-of-Ready checks of a relevant story: what is missing, and who does what next. */
export function Checks({
  story,
  inForce,
  ways,
}: {
  readonly story: StoryView;
  readonly inForce: ReadinessChecks;
  readonly ways: Ways;
}) {
  const shown = shownChecks(story.readiness.checks);
  // What is missing comes first.
  const sorted = [...shown].sort((a, b) => Number(b.state === 'missing') - Number(a.state === 'missing'));
  const list = (
    <ul className={styles.list}>
      {sorted.map((check) => (
        <CheckLine key={check.check} check={check} story={story} inForce={inForce} ways={ways} />
      ))}
    </ul>
  );
  if (story.readiness.ready) {
    return (
      <details className={panelStyles.fold}>
        <summary>{plural(panel.checks.allPass, shown.filter(({ state }) => state === 'passed').length)}</summary>
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

function shownChecks(checks: readonly CheckResult[]): readonly ShownCheck[] {
  return checks.flatMap(({ check, state }): ShownCheck[] => {
    return check === 'changed' || state === 'off' || state === 'warning' ? [] : [{ check, state }];
  });
}

function CheckLine({
  check,
  story,
  inForce,
  ways,
}: {
  readonly check: ShownCheck;
  readonly story: StoryView;
  readonly inForce: ReadinessChecks;
  readonly ways: Ways;
}) {
  const offers = check.check === 'answer' && check.state === 'missing' && anyWay(ways);
  return (
    <li className={`${styles.check} ${styles[check.state]}`}>
      <CheckIcon state={check.state} label={panel.checks.states[check.state]} />
      <div className={styles.words}>
        <p className={styles.title}>{titleOf(check, story, inForce)}</p>
        <Next check={check} story={story} inForce={inForce} ways={ways} />
        {offers ? <WayButtons ways={ways} /> : null}
      </div>
    </li>
  );
}

/** The ways as small buttons. */
export function WayButtons({ ways }: { readonly ways: Ways }) {
  const words = panel.next;
  return (
    <div className={panelStyles.actions}>
      {ways.link === undefined ? null : (
        <Button spacing="compact" iconBefore={SmallLink} onClick={ways.link}>
          {words.link}
        </Button>
      )}
      {ways.enabler === undefined ? null : (
        <Button spacing="compact" iconBefore={SmallAdd} aria-label={words.enablerLabel} onClick={ways.enabler}>
          {words.enablerShort}
        </Button>
      )}
      {ways.criteria === undefined ? null : (
        <Button
          id={CRITERIA_WAY}
          spacing="compact"
          iconBefore={SmallAdd}
          aria-label={words.criteriaLabel}
          onClick={ways.criteria}
        >
          {words.criteriaShort}
        </Button>
      )}
    </div>
  );
}

export function SmallLink() {
  return <LinkIcon label="" size="small" />;
}
export function SmallAdd() {
  return <AddIcon label="" size="small" />;
}

function titleOf({ check, state }: ShownCheck, story: StoryView, inForce: ReadinessChecks): string {
  const words = panel.checks;
  switch (check) {
    case 'assessment':
      return words.assessment[state === 'missing' ? 'missing' : 'passed'];
    case 'answer':
      if (state === 'passed') return fill(words.answer.passed, { answers: answersOf(story, inForce) });
      return state === 'missing' ? words.answer.missing : words.answer.notNeeded;
    case 'riskOwner':
      return words.riskOwner[state];
  }
}

/** Who does what next, or why a check does not count. */
function Next({
  check,
  story,
  inForce,
  ways,
}: {
  readonly check: ShownCheck;
  readonly story: StoryView;
  readonly inForce: ReadinessChecks;
  readonly ways: Ways;
}) {
  const words = panel.checks;
  if (check.check === 'answer' && check.state === 'missing') {
    const who = anyWay(ways) ? words.answer.who : words.answer.whoElse;
    return <p className={panelStyles.help}>{`${words.answer.needs[inForce.criteria]} ${who}`}</p>;
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
