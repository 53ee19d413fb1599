import { useEffect, useState } from 'react';
import type { SetupRun } from '../../../../../src/contract/set-up';
import { setUp } from '../strings/en-set-up';
import { plural } from '../strings/fill';
import { CopyButton } from './CopyButton';
import { isActive } from './run-lines';
import { logOf, logText } from './run-log';
import { clockSeconds, dayAndTime, durationWords } from './run-times';
import styles from './run-card.module.css';

const words = setUp.runCard;
/** The newest lines show by themselves; the rest is one click away. */
const LAST_LINES = 8;

/** When this run began, how long it takes, and its log. */
export function RunCard({ run, timezone }: { readonly run: SetupRun; readonly timezone: string }) {
  const [whole, setWhole] = useState(false);
  const log = logOf(run);
  const hidden = whole ? 0 : Math.max(0, log.length - LAST_LINES);
  return (
    <aside className={styles.card} aria-label={words.heading}>
      <h3>{words.heading}</h3>
      <dl>
        <dt>{words.startedAt}</dt>
        <dd>{dayAndTime(run.startedAt, timezone)}</dd>
        {run.endedAt === undefined ? null : (
          <>
            <dt>{words.ended}</dt>
            <dd>{clockSeconds(run.endedAt, timezone)}</dd>
          </>
        )}
        <dt>{isActive(run) ? words.soFar : words.took}</dt>
        <dd>
          <Duration run={run} />
        </dd>
      </dl>
      <h3>{words.log}</h3>
      {log.length === 0 ? <p className={styles.help}>{words.logEmpty}</p> : null}
      {log.length > LAST_LINES ? (
        <button type="button" className={styles.more} aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? words.fewer : plural(words.earlier, hidden)}
        </button>
      ) : null}
      <ol className={styles.log}>
        {log.slice(hidden).map(({ step, at, what, code, failed }) => (
          <li key={step} className={failed ? styles.failed : undefined}>
            <span>{clockSeconds(at, timezone)}</span>
            <span>{what}</span>
            <span>{code}</span>
          </li>
        ))}
      </ol>
      <CopyButton compact label={words.copy} text={() => logText(run)} />
      <p className={styles.help}>{words.help}</p>
    </aside>
  );
}

/** Time that its steps took, where the run did not say when it ended; the clock's while it goes. */
function Duration({ run }: { readonly run: SetupRun }) {
  const active = isActive(run);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!active) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [active]);
  const lastStep = logOf(run).at(-1)?.at ?? run.startedAt;
  const end = active ? now : Date.parse(run.endedAt ?? lastStep);
  return durationWords(end - Date.parse(run.startedAt));
}
