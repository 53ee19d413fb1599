import Button from '@atlaskit/button/new';
import type { RiskMove } from '../../../../../../src/contract/risks';
import type { HygieneRule } from '../../../../../../src/domain/hygiene';
import type { RiskView } from '../../../../../../src/reads/risk-view';
import { moveName, offeredMoves } from '../../../shared/risk/moves';
import { moveChange } from '../../../shared/risk/risk-changes';
import { hygiene as words } from '../../../shared/strings/en-hygiene';
import { fill } from '../../../shared/strings/fill';
import { IssueLink } from '../../../shared/ui/SiteLink';
import { StatusName } from '../../../shared/ui/StatusName';
import type { FixProps } from './Fix';
import styles from './hygiene.module.css';

type MoveRule = Extract<HygieneRule, 'acceptanceLapsed' | 'allEnablersDone' | 'closedWithOpenEnablers'>;

/** Where each rule leads, the first that Jira offers. */
const WAYS: Readonly<Record<MoveRule, readonly RiskMove[]>> = {
  acceptanceLapsed: ['assessed'],
  allEnablersDone: ['verification'],
  closedWithOpenEnablers: ['inTreatment', 'assessed'],
};

const WHY: Readonly<Record<MoveRule, string>> = {
  acceptanceLapsed: words.fix.again,
  allEnablersDone: words.fix.verify,
  closedWithOpenEnablers: words.fix.enablers,
};

/** A step in the workflow, or the risk itself where more is asked for than a step. */
export function MoveFix({ rule, risk, row, changes, onCancel, onDone }: FixProps) {
  const moveRule = rule as MoveRule;
  const offered = offeredMoves(risk).filter((move) => WAYS[moveRule].includes(move));
  const control = `fix:${rule}:${risk.id}`;
  const move = (to: RiskMove) => changes.make(moveChange(risk, to, { control, place: 'problems' }, {}, onDone));
  return (
    <div className={styles.box}>
      <p>{WHY[moveRule]}</p>
      {rule === 'closedWithOpenEnablers' ? (
        <ul className={styles.enablers}>
          {row.openEnablers.map(({ key, summary, status }) => (
            <li key={key}>
              <IssueLink issueKey={key} className={styles.issue}>
                <span className={styles.key}>{key}</span> {summary}
              </IssueLink>{' '}
              <StatusName status={status} />
            </li>
          ))}
        </ul>
      ) : null}
      {offered.length === 0 ? <p className={styles.quiet}>{noWay(risk)}</p> : null}
      <div className={styles.actions}>
        {offered.map((to, index) => (
          <Button
            key={to}
            appearance={index === 0 ? 'primary' : 'default'}
            spacing="compact"
            // The viewer has just asked for this.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={index === 0}
            isLoading={changes.saving === control}
            onClick={() => move(to)}
          >
            {moveName(to, risk.statusKey)}
          </Button>
        ))}
        <IssueLink issueKey={risk.key} className={styles.link}>
          {fill(words.fix.goThere, { key: risk.key })}
        </IssueLink>
        <Button appearance="subtle" spacing="compact" onClick={onCancel}>
          {words.fix.close}
        </Button>
      </div>
    </div>
  );
}

function noWay({ statusKey }: RiskView): string {
  return statusKey === undefined ? words.fix.teamManaged : words.fix.noMove;
}
