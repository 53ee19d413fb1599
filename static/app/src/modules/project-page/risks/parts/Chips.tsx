import type { ReactNode } from 'react';
import { risks } from '../../../../shared/strings/en-risks';
import { formatCount } from '../../../../shared/strings/fill';
import { CHIPS } from '../filter';
import type { Chip } from '../filter';
import { AlertMark, ClockMark, DoneMark, MineMark, NobodyMark, NoneMark } from '../list/marks';
import styles from '../../parts/chips.module.css';

const words = risks.chips;

const MARKS: Readonly<Record<Chip, ReactNode>> = {
  overdue: <AlertMark />,
  unowned: <NobodyMark />,
  withoutEnabler: <NoneMark />,
  acceptanceEnding: <ClockMark />,
  allDone: <DoneMark />,
  mine: <MineMark />,
};

/** What needs somebody today, each with its number; one of them at a time filters the list. */
export function Chips({
  all,
  counts,
  chosen,
  withClosed,
  knowsViewer,
  onChoose,
}: {
  readonly all: number;
  readonly counts: Readonly<Record<Chip, number>>;
  readonly chosen: Chip | undefined;
  readonly withClosed: boolean;
  /** Without it nobody can say which are the viewer's. */
  readonly knowsViewer: boolean;
  readonly onChoose: (chip: Chip | undefined) => void;
}) {
  return (
    <div className={styles.chips} role="group" aria-label={words.label}>
      <button
        type="button"
        className={styles.chip}
        aria-pressed={chosen === undefined}
        title={risks.chipHelp.all}
        onClick={() => onChoose(undefined)}
      >
        {withClosed ? words.allWithClosed : words.all} <b>{formatCount(all)}</b>
      </button>
      {CHIPS.filter((chip) => chip !== 'mine' || knowsViewer).map((chip) => (
        <button
          key={chip}
          type="button"
          className={styles.chip}
          aria-pressed={chip === chosen}
          title={risks.chipHelp[chip]}
          onClick={() => onChoose(chip === chosen ? undefined : chip)}
        >
          {MARKS[chip]} {words[chip]} <b>{formatCount(counts[chip])}</b>
        </button>
      ))}
    </div>
  );
}
