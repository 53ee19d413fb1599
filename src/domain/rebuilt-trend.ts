/**
 * The open risks of days that nobody counted, from the dates that Jira keeps on each risk. What it cannot know stays a
 * gap: a risk that is closed without a date may have been open on any day since it was created.
 *
 * A risk that was closed and opened again counts as open all the time; one that was deleted since is not there. Pure.
 */
import { daysAfter } from './day';
import type { RebuiltCounts } from './trend';

/** Days in UTC. */
export interface RiskDates {
  readonly created: string;
  readonly isOpen: boolean;
  /** When it was closed; `undefined` where it is open, or closed without a date. */
  readonly closed: string | undefined;
}

/** What is known so far of a span of days; JSON-safe, of the same size whatever the number of risks. */
export interface RiskTally {
  /** The first day. */
  readonly from: string;
  /** Risks that were open when it began. */
  readonly before: number;
  /** By day, as many as there are days. */
  readonly created: readonly number[];
  readonly closed: readonly number[];
  /** From this place on nothing is known; as many as there are days: everything is. */
  readonly knownUntil: number;
}

/** @param days at least one. */
export function emptyTally(from: string, days: number): RiskTally {
  const none = Array.from({ length: days }, () => 0);
  return { from, before: 0, created: none, closed: none, knownUntil: days };
}

/** With these risks as well. */
export function tallied(tally: RiskTally, risks: readonly RiskDates[]): RiskTally {
  const created = [...tally.created];
  const closed = [...tally.closed];
  let { before, knownUntil } = tally;
  const days = created.length;
  for (const risk of risks) {
    const begins = placeOf(tally.from, risk.created);
    if (begins >= days) continue;
    if (!risk.isOpen && risk.closed === undefined) {
      // Open on the day it was created or closed on it: even that is not known.
      knownUntil = Math.min(knownUntil, Math.max(0, begins));
      continue;
    }
    if (begins < 0) before += 1;
    else created[begins] = (created[begins] ?? 0) + 1;
    if (risk.isOpen || risk.closed === undefined) continue;
    // Imported issues may say that they were closed before they were there.
    const ends = Math.max(placeOf(tally.from, risk.closed), begins);
    if (ends < 0) before -= 1;
    else if (ends < days) closed[ends] = (closed[ends] ?? 0) + 1;
  }
  return { from: tally.from, before, created, closed, knownUntil };
}

/**
 * Day by day; `undefined` for one that cannot be known. It begins with the first risk: before that there was nothing to
 * count, and nothing is said. An open risk of a day was open at its end.
 */
export function rebuiltFrom(tally: RiskTally): {
  readonly from: string;
  readonly days: readonly (RebuiltCounts | undefined)[];
} {
  const first = firstWithRisks(tally);
  let openRisks = tally.before;
  const days = tally.created.map((created, place): RebuiltCounts | undefined => {
    const closed = tally.closed[place] ?? 0;
    openRisks += created - closed;
    return place < tally.knownUntil ? { openRisks, created, closed } : undefined;
  });
  return { from: daysAfter(tally.from, first), days: days.slice(first) };
}

function firstWithRisks({ before, created, knownUntil }: RiskTally): number {
  if (before > 0) return 0;
  const place = created.findIndex((count) => count > 0);
  return Math.min(place < 0 ? created.length : place, knownUntil);
}

/** How many days after the first one; below zero before it. */
function placeOf(from: string, day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
