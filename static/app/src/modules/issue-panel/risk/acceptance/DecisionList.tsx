import type { Decision } from '../../../../../../../src/domain/acceptance';
import type { RiskView } from '../../../../../../../src/reads/risk-view';
import { shortDay } from '../../../../shared/days';
import { acceptance as words } from '../../../../shared/strings/en-acceptance';
import { fill, plural } from '../../../../shared/strings/fill';
import { ExportDecisions } from './ExportDecisions';
import { TOLD_MOST } from './use-decisions';
import type { Decisions } from './use-decisions';
import { kindWords, stateWords } from './decision-words';
import styles from './acceptance.module.css';

/** What was asked and decided, newest first. Entries are only ever added. */
export function DecisionList({
  risk,
  decisions: known,
  today,
}: {
  readonly risk: RiskView;
  readonly decisions: Decisions;
  readonly today: string;
}) {
  const { view, told } = known;
  const { decisions } = view;
  if (decisions.length === 0) return <p>{words.none}</p>;
  const earlier = Math.max(0, decisions.length - TOLD_MOST);
  return (
    <>
      <ol className={styles.entries} reversed>
        {decisions
          .slice(earlier)
          .reverse()
          .map((decision) => (
            <li key={decision.number} className={styles.entry}>
              <p className={styles.entryHead}>
                <b>{kindWords(decision, decisions.slice(0, decisions.indexOf(decision)))}</b>
                <time className={styles.small} dateTime={decision.at}>
                  {shortDay(decision.at.slice(0, 10), today)}
                </time>
              </p>
              <Why decision={decision} told={told} />
              {'until' in decision ? <p>{fill(words.until, { day: shortDay(decision.until, today) })}</p> : null}
              {decision.kind === 'ended' && decision.accepted === 0 ? <p>{words.endedWithout}</p> : null}
              <p className={styles.small}>{fill(words.stateThen, { state: stateWords(decision.state) })}</p>
            </li>
          ))}
      </ol>
      <p className={styles.small}>
        {earlier === 0 ? null : `${plural(words.more, earlier)}. `}
        {words.appendOnly}
      </p>
      <ExportDecisions risk={risk} decisions={known} />
    </>
  );
}

function Why({ decision, told }: { readonly decision: Decision; readonly told: Decisions['told'] }) {
  if (decision.commentId === undefined) return null;
  const one = told.get(decision.commentId);
  if (one === undefined) return <p className={styles.small}>{words.byUnknown}</p>;
  return (
    <>
      {one.name === undefined ? null : <p className={styles.small}>{one.name}</p>}
      {one.why === '' ? null : <p className={styles.quote}>{one.why}</p>}
    </>
  );
}
