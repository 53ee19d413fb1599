import Button from '@atlaskit/button/new';
import type { AppError } from '../../../../../src/contract/result';
import type { Rebuild } from '../../../../../src/contract/trends';
import type { Trend } from '../../../../../src/domain/trend';
import { daysUntil, shortDay } from '../../shared/days';
import { failureWords } from '../../shared/failure-words';
import { history } from '../../shared/strings/en-history';
import { fill, formatCount, plural } from '../../shared/strings/fill';
import { useHistory } from './use-history';
import styles from './history.module.css';
import layout from './layout.module.css';

const words = history.rebuild;

/** Since when the project is counted, and the reconstruction of the days before. */
export function HistorySection({ projectId }: { readonly projectId: string }) {
  const { trend, failed, last, refused, rebuild } = useHistory(projectId);
  // Days of the history are days in UTC.
  const today = new Date().toISOString().slice(0, 10);
  return (
    <section className={layout.wide} aria-labelledby="section-history">
      <h2 id="section-history" className={layout.stateHeading}>
        {history.heading}
      </h2>
      <p className={layout.lead}>{history.help}</p>
      <p className={styles.line}>{counted(trend, failed, today)}</p>
      <h3 className={styles.heading}>{words.heading}</h3>
      <p className={styles.about}>{words.about}</p>
      <p className={styles.about}>{words.limits}</p>
      <div className={styles.start}>
        {/* Never disabled, so that the focus stays: while a job is at work, it answers with that one. */}
        <Button onClick={() => void rebuild()}>{last?.state === 'done' ? words.again : words.start}</Button>
        <span role="status">{standing(last, refused, today)}</span>
      </div>
    </section>
  );
}

function counted(trend: Trend | undefined, failed: boolean, today: string): string {
  if (failed) return history.failed;
  if (trend === undefined) return history.loading;
  const { since, days } = trend;
  if (since === undefined) return history.notYet;
  const own = days.filter(({ kind }) => kind === 'counted');
  const sentence = plural(history.since, own.length, { day: shortDay(since, today) });
  // A history longer than what can be asked for: only the days in sight are judged.
  const from = own[0]?.day ?? since;
  const missed = daysUntil(own.at(-1)?.day ?? from, from) + 1 - own.length;
  return missed <= 0 ? sentence : `${sentence} ${plural(history.missed, missed)}`;
}

function standing(last: Rebuild | undefined, refused: AppError | undefined, today: string): string {
  if (refused !== undefined) return fill(words.refused, { reason: failureWords(refused).body });
  if (last === undefined) return '';
  const { state, looked, total, days, startedAt, endedAt = startedAt } = last;
  if (state === 'running') {
    if (total === undefined) return words.counting;
    return fill(words.running, { looked: formatCount(looked), total: formatCount(total) });
  }
  if (state === 'failed') return fill(words.stopped, { looked: formatCount(looked) });
  if (days === 0) return words.nothing;
  const day = shortDay(endedAt.slice(0, 10), today);
  return plural(words.done, days, { day, risks: plural(words.risks, looked) });
}
