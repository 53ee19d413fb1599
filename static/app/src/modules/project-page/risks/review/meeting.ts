/**
 * Where a review meeting stands: the risks in their order, which one is on screen, and what became of the others. Pure.
 */
import type { Score } from '../../../../../../../src/domain/level';
import type { DueRisk } from '../../../../../../../src/reads/review-view';

export type Outcome =
  | {
      readonly kind: 'reviewed';
      /** ISO day. */
      readonly nextReview: string;
    }
  | { readonly kind: 'skipped' }
  /** Deleted or out of sight since the meeting began. */
  | { readonly kind: 'gone' };

/** What was entered for a risk and is not saved. */
export interface Draft {
  readonly note: string;
  /** Only where it differs from what the risk has. */
  readonly residual: Score | undefined;
  /** ISO day, or empty: it follows from the level. */
  readonly day: string;
}

export const NO_DRAFT: Draft = { note: '', residual: undefined, day: '' };

export interface Meeting {
  readonly queue: readonly DueRisk[];
  /** Place in the queue; the length of the queue when the meeting is over. */
  readonly at: number;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly drafts: ReadonlyMap<string, Draft>;
  /** The last outcome, for whoever looks at or listens to the next risk. */
  readonly last: { readonly risk: DueRisk; readonly outcome: Outcome } | undefined;
}

export function begin(queue: readonly DueRisk[]): Meeting {
  return { queue, at: 0, outcomes: new Map(), drafts: new Map(), last: undefined };
}

/** The risk on screen; `undefined` when the meeting is over. */
export function current({ queue, at }: Meeting): DueRisk | undefined {
  return queue[at];
}

/**
 * On to the next risk. A review stays one when somebody comes back and skips; what was entered is kept unless it was
 * saved.
 */
export function goOn(meeting: Meeting, outcome: Outcome): Meeting {
  const risk = current(meeting);
  if (risk === undefined) return meeting;
  const before = meeting.outcomes.get(risk.id);
  const stays = before?.kind === 'reviewed' && outcome.kind !== 'reviewed' ? before : outcome;
  const drafts = new Map(meeting.drafts);
  if (outcome.kind !== 'skipped') drafts.delete(risk.id);
  return {
    ...meeting,
    at: meeting.at + 1,
    outcomes: new Map(meeting.outcomes).set(risk.id, stays),
    drafts,
    last: { risk, outcome: stays },
  };
}

/** Back to the risk before, if there is one. */
export function goBack(meeting: Meeting): Meeting {
  return meeting.at === 0 ? meeting : { ...meeting, at: meeting.at - 1, last: undefined };
}

/** To one risk of the queue. */
export function goTo(meeting: Meeting, riskId: string): Meeting {
  const at = meeting.queue.findIndex(({ id }) => id === riskId);
  return at === -1 ? meeting : { ...meeting, at, last: undefined };
}

export function stop(meeting: Meeting): Meeting {
  return { ...meeting, at: meeting.queue.length, last: undefined };
}

/** Once more through what was skipped or not reached. */
export function again(meeting: Meeting): Meeting {
  const queue = stillDue(meeting);
  const ids = new Set(queue.map(({ id }) => id));
  return {
    ...meeting,
    queue,
    at: 0,
    outcomes: new Map([...meeting.outcomes].filter(([id]) => !ids.has(id))),
    last: undefined,
  };
}

export function enter(meeting: Meeting, riskId: string, draft: Draft): Meeting {
  const drafts = new Map(meeting.drafts);
  if (isEmpty(draft)) drafts.delete(riskId);
  else drafts.set(riskId, draft);
  return { ...meeting, drafts };
}

function isEmpty({ note, residual, day }: Draft): boolean {
  return note.trim() === '' && residual === undefined && day === '';
}

export function stillDue({ queue, outcomes }: Meeting): readonly DueRisk[] {
  return queue.filter(({ id }) => {
    const outcome = outcomes.get(id);
    return outcome === undefined || outcome.kind === 'skipped';
  });
}

/** Risks for which something was entered that is not saved. */
export function unsaved({ queue, drafts }: Meeting): readonly DueRisk[] {
  return queue.filter(({ id }) => drafts.has(id));
}

export interface Tally {
  readonly reviewed: number;
  readonly skipped: number;
  /** Neither looked at nor skipped. */
  readonly untouched: number;
}

export function tallyOf({ queue, outcomes }: Meeting): Tally {
  const count = (kind: Outcome['kind']) => queue.filter(({ id }) => outcomes.get(id)?.kind === kind).length;
  return {
    reviewed: count('reviewed'),
    skipped: count('skipped'),
    untouched: queue.filter(({ id }) => !outcomes.has(id)).length,
  };
}
