import { useEffect, useId, useState } from 'react';
import type { ReactNode } from 'react';
import { momentOf } from '../days';
import { gadget } from '../strings/en-gadget';
import { fill, plural } from '../strings/fill';
import type { SummaryState } from './summary-state';
import styles from './RiskSummary.module.css';

/** How old the numbers are, whose they are, and how to get newer ones. */
export function Footer({
  summary,
  timezone,
  onRefresh,
  children,
}: {
  readonly summary: SummaryState;
  readonly timezone: string;
  readonly onRefresh: () => void;
  /** At the end of the line. */
  readonly children?: ReactNode;
}) {
  const [explained, setExplained] = useState(false);
  const explanation = useId();
  const age = useAge(summary, timezone);
  const counting = summary.phase === 'counting';
  return (
    <footer className={styles.foot}>
      <p className={styles.footText}>
        <span>{age}</span>
        {summary.countedAt === undefined ? null : (
          <>
            <span className={styles.dot} aria-hidden="true">
              ·
            </span>
            <button
              type="button"
              className={styles.why}
              aria-expanded={explained}
              aria-controls={explanation}
              onClick={() => setExplained(!explained)}
            >
              {gadget.updated.scope}
            </button>
          </>
        )}
      </p>
      <span className={summary.countedAt === undefined ? styles.notYet : undefined}>
        {/* Stays while counting, or the one who pressed it would lose the focus. */}
        <button
          type="button"
          className={styles.refresh}
          aria-disabled={counting}
          onClick={() => {
            if (!counting) onRefresh();
          }}
        >
          {gadget.updated.refresh}
        </button>
      </span>
      {children}
      <p id={explanation} className={styles.explanation} hidden={!explained}>
        {gadget.updated.scopeWhy}
      </p>
    </footer>
  );
}

const MINUTE = 60_000;

function useAge({ phase, countedAt, waitSeconds }: SummaryState, timezone: string): string {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE / 4);
    return () => clearInterval(timer);
  }, []);
  if (countedAt === undefined) return gadget.updated.counting;
  const time = momentOf(countedAt, timezone, new Date(now));
  if (waitSeconds !== undefined) return fill(gadget.updated.from, { time });
  if (phase === 'counting') return fill(gadget.updated.refreshing, { time });
  const minutes = Math.floor(Math.max(0, now - countedAt.getTime()) / MINUTE);
  if (minutes === 0) return gadget.updated.justNow;
  return minutes < 60 ? plural(gadget.updated.minutes, minutes) : fill(gadget.updated.at, { time });
}
