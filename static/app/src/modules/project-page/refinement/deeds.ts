/**
 * What was done in this meeting, the last one last: what can be said about it and what can be taken back. Pure.
 */
import type { AppError } from '../../../../../../src/contract/result';
import type { Decision } from '../../../../../../src/domain/meeting-pace';
import type { Assessment } from '../../../../../../src/domain/relevance';
import type { RefinementList, RefinementRow } from '../../../../../../src/reads/refinement-view';
import type { LinkAnswer } from '../../../shared/link/context';

export type DeedPhase = 'underWay' | 'done' | 'takingBack' | 'takenBack';

interface AnyDeed {
  readonly id: number;
  readonly list: RefinementList;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly phase: DeedPhase;
}

/** A story whose assessment was saved; `previous` is missing where it cannot be put back. */
export interface Saved {
  readonly issueId: string;
  readonly previous: Assessment | undefined;
}

export interface Refused {
  readonly issueId: string;
  readonly error: AppError;
}

/** One decision for one story or for many. */
export interface Assessed extends AnyDeed {
  readonly kind: 'assessed';
  readonly assessment: Assessment;
  /** The stories as they were before. */
  readonly rows: readonly RefinementRow[];
  readonly saved: readonly Saved[];
  readonly refused: readonly Refused[];
}

export interface Skipped extends AnyDeed {
  readonly kind: 'skipped';
  readonly rows: readonly RefinementRow[];
}

/** A dialog linked something. */
export interface Linked extends AnyDeed {
  readonly kind: 'linked';
  readonly row: RefinementRow;
  readonly answer: LinkAnswer;
}

export interface MovedBack extends AnyDeed {
  readonly kind: 'movedBack';
  readonly row: RefinementRow;
  readonly statusName: string;
}

export type Deed = Assessed | Skipped | Linked | MovedBack;

/** The one that “Undo” takes back: the last, where that one can be. */
export function undoable(deeds: readonly Deed[]): Deed | undefined {
  const last = deeds.filter(({ phase }) => phase !== 'takenBack').at(-1);
  return last !== undefined && canTakeBack(last) ? last : undefined;
}

export function canTakeBack(deed: Deed): boolean {
  if (deed.phase !== 'done' && deed.phase !== 'underWay') return false;
  switch (deed.kind) {
    case 'assessed':
      return deed.phase === 'underWay' ? deed.rows.length === 1 : revertible(deed).length > 0;
    case 'skipped':
      return true;
    case 'linked':
      return deed.answer.links.some(({ fresh }) => fresh);
    case 'movedBack':
      return false;
  }
}

/** What can be put back as it was. */
export function revertible({
  saved,
}: Assessed): readonly { readonly issueId: string; readonly previous: Assessment }[] {
  return saved.flatMap(({ issueId, previous }) => (previous === undefined ? [] : [{ issueId, previous }]));
}

/** For the pace: what was decided and still stands. */
export function decisionsOf(deeds: readonly Deed[]): readonly Decision[] {
  return deeds.flatMap((deed) =>
    deed.kind === 'assessed' && deed.phase === 'done' && deed.saved.length > 0
      ? [{ at: deed.at, stories: deed.saved.length }]
      : [],
  );
}

/** A decision for many is under way: others wait, so that what is undone is always the last. */
export function manyUnderWay(deeds: readonly Deed[]): Assessed | undefined {
  return deeds.find(
    (deed): deed is Assessed =>
      deed.kind === 'assessed' && deed.rows.length > 1 && (deed.phase === 'underWay' || deed.phase === 'takingBack'),
  );
}

/** Ids of stories that were changed from here lately, the last first; Jira's search may not know of it yet. */
export function changedIds(deeds: readonly Deed[], atMost: number): readonly string[] {
  const ids = deeds.flatMap((deed) => {
    switch (deed.kind) {
      case 'assessed':
        return deed.rows.map(({ id }) => id);
      case 'skipped':
        return [];
      case 'linked':
      case 'movedBack':
        return [deed.row.id];
    }
  });
  return [...new Set(ids.reverse())].slice(0, atMost);
}
