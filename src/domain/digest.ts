/**
 * What one person is told about security risks, at most once a day. Pure; days are ISO days in UTC.
 */
import { daysAfter } from './day';
import { isOverdue } from './review';
import { ACCEPTANCE_ENDING_DAYS } from './risk-problems';

/** What a digest says of one open risk. */
export interface DueFacts {
  readonly owned: boolean;
  readonly nextReview: string | undefined;
  readonly acceptanceExpires: string | undefined;
}

export interface Due {
  readonly unowned: boolean;
  /** The day on which it should have been reviewed. */
  readonly reviewWas?: string;
  /** The last day of the acceptance, from two weeks before. What has ended is told by a comment. */
  readonly acceptanceEnds?: string;
}

/** `undefined` for a risk of which nobody has to hear. */
export function dueOf({ owned, nextReview, acceptanceExpires: ends }: DueFacts, today: string): Due | undefined {
  const isEnding = ends !== undefined && ends >= today && ends <= daysAfter(today, ACCEPTANCE_ENDING_DAYS);
  const due: Due = {
    unowned: !owned,
    ...(nextReview !== undefined && isOverdue(nextReview, today) ? { reviewWas: nextReview } : {}),
    ...(isEnding ? { acceptanceEnds: ends } : {}),
  };
  return due.unowned || due.reviewWas !== undefined || due.acceptanceEnds !== undefined ? due : undefined;
}

export interface DueRisk extends Due {
  readonly id: string;
  readonly key: string;
  /** Account id: the owner, or who leads the project of a risk that nobody owns. */
  readonly recipient: string;
}

/** What one recipient is told. */
export interface Digest {
  readonly recipient: string;
  /** By rising id; at least one. */
  readonly risks: readonly [DueRisk, ...DueRisk[]];
}

/**
 * One for each recipient, by rising id of the first of its risks.
 * @param after the id of a risk: only what begins behind it.
 */
export function digestsOf(risks: readonly DueRisk[], after?: string): readonly Digest[] {
  const digests = new Map<string, [DueRisk, ...DueRisk[]]>();
  for (const risk of [...risks].sort((a, b) => compareIds(a.id, b.id))) {
    const its = digests.get(risk.recipient);
    if (its === undefined) digests.set(risk.recipient, [risk]);
    else its.push(risk);
  }
  return [...digests]
    .map(([recipient, its]) => ({ recipient, risks: its }))
    .filter((digest) => after === undefined || compareIds(digest.risks[0].id, after) > 0);
}

/** Numeric ids, however long. */
function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
