/**
 * How often a page asks how far a run is. Pure.
 */
import type { AppError } from '../../../../../src/contract/result';
import type { SetupRun } from '../../../../../src/contract/set-up';
import { isActive } from './run-lines';

export interface Pace {
  readonly run: SetupRun | undefined;
  /** The tab is in the background. */
  readonly hidden: boolean;
  /** Questions in a row that got no answer. */
  readonly failures: number;
  readonly error?: AppError | undefined;
}

const EVERY_SECOND = 1_000;
/** Another admin may start or resume a run while this page shows a plan or a stopped one. */
const NOW_AND_THEN = 10_000;
const BACKGROUND = 15_000;
const LONGEST_MS = 30_000;

/** Milliseconds until the next question; `undefined`: not before the tab comes to the front again. */
export function pauseBeforeNext({ run, hidden, failures, error }: Pace): number | undefined {
  const active = isActive(run);
  if (hidden && !active) return undefined;
  const usual = active ? (hidden ? BACKGROUND : EVERY_SECOND) : NOW_AND_THEN;
  if (failures === 0) return usual;
  const asked = (error?.retryAfterSeconds ?? 0) * 1_000;
  const backOff = Math.min(LONGEST_MS, EVERY_SECOND * 2 ** failures);
  return Math.max(usual, backOff, asked);
}
