/**
 * The outcomes of loads as people read them, and as a line of JSON.
 */
import type { LoadOutcome } from './outcome';

/** Limits shown of each load: those it came nearest to. */
const SHOWN = 4;

const whole = (count: number) => count.toLocaleString('en');

export function asText(outcome: LoadOutcome): string {
  const { load, asked, result, minutes, peaks, longestFunctionSeconds } = outcome;
  const counts = [
    `${whole(outcome.requests)} requests`,
    `${whole(outcome.points)} points (${(outcome.points / Math.max(1, outcome.things)).toFixed(1)} each)`,
    `${whole(outcome.functionRuns)} function runs, the longest ${longestFunctionSeconds.toFixed(1)} s`,
    `storage ${whole(outcome.storageReads)} reads, ${whole(outcome.storageWrites)} writes`,
    `${whole(outcome.jobs)} jobs`,
    `${minutes.toFixed(1)} min`,
  ];
  const rows = peaks.slice(0, SHOWN).map(({ of, most, limit }) => {
    const share = `${((100 * most) / limit).toFixed(0)} %`;
    return `  ${of.padEnd(58)} ${whole(most).padStart(7)} of ${whole(limit).padStart(7)} ${share.padStart(6)}`;
  });
  const refusals = Object.entries(outcome.refused).map(([reason, count]) => `${whole(count)} ${reason}`);
  return [
    `${load}; ${asked}`,
    `  ${counts.join(', ')}`,
    ...rows,
    `  refused because of a limit: ${refusals.length === 0 ? 'nothing' : refusals.join(', ')}`,
    `  ${outcome.complete && outcome.failedRuns === 0 ? '' : 'NOT COMPLETE: '}${result}`,
  ].join('\n');
}

export function asJson(outcomes: readonly LoadOutcome[]): string {
  const loads = outcomes.map(({ peaks, ...outcome }) => ({
    ...outcome,
    nearest: peaks.slice(0, SHOWN).map(({ of, most, limit }) => ({ of, most, limit, share: most / limit })),
  }));
  return JSON.stringify({ loads });
}
