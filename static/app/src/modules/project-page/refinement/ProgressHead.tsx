import ClockIcon from '@atlaskit/icon/core/clock';
import { paceOf } from '../../../../../../src/domain/meeting-pace';
import type { Decision, MeetingPace } from '../../../../../../src/domain/meeting-pace';
import type { RefinementCounts } from '../../../../../../src/reads/refinement-view';
import { refinement } from '../../../shared/strings/en-refinement';
import { fillWith, formatCount, plural } from '../../../shared/strings/fill';
import { SegmentBar, SegmentKey } from '../../../shared/ui/ProgressBar';
import styles from './meeting.module.css';

const SHARES = ['relevant', 'notRelevant', 'unassessed'] as const;

/** How far the project is, and how fast this meeting is. */
export function ProgressHead({
  counts,
  startedAt,
  decisions,
}: {
  readonly counts: RefinementCounts;
  readonly startedAt: number | undefined;
  readonly decisions: readonly Decision[];
}) {
  const assessed = counts.relevant + counts.notRelevant;
  const all = assessed + counts.unassessed;
  const pace = startedAt === undefined ? undefined : paceOf({ startedAt, decisions, left: counts.unassessed });
  if (all === 0) return null;
  return (
    <div className={styles.progress}>
      <div className={styles.progressHead}>
        <h2 className={styles.assessed}>
          {fillWith(refinement.assessed, {
            assessed: <b key="assessed">{formatCount(assessed)}</b>,
            all: formatCount(all),
          })}
        </h2>
        {pace === undefined ? null : <Pace pace={pace} left={counts.unassessed} />}
      </div>
      <SegmentBar shares={SHARES.map((look) => ({ look, count: counts[look] }))} />
      <ul className={styles.shares}>
        {SHARES.map((look) => (
          <li key={look}>
            <SegmentKey look={look} /> <b>{formatCount(counts[look])}</b> {refinement.shares[look]}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Pace({
  pace: { decided, minutes, minutesLeft },
  left,
}: {
  readonly pace: MeetingPace;
  readonly left: number;
}) {
  const words = refinement.pace;
  const sofar = <b key="decided">{plural(words.decided, minutes, { stories: formatCount(decided) })}</b>;
  return (
    <p className={styles.pace}>
      <ClockIcon label="" color="currentColor" />
      <span>
        {left === 0
          ? fillWith(words.lineDone, { decided: sofar })
          : fillWith(words.line, {
              decided: sofar,
              left: <b key="left">{plural(words.left, left, { minutes: formatCount(minutesLeft) })}</b>,
            })}
      </span>
    </p>
  );
}
