/**
 * What a note says first. Pure.
 */
import { refinement } from '../../../shared/strings/en-refinement';
import { fill, formatCount, plural } from '../../../shared/strings/fill';
import type { Assessed, Deed } from './deeds';
import type { Note } from './meeting-store';

const words = refinement.note;

export function noteHeading(note: Note, deeds: readonly Deed[]): string {
  switch (note.kind) {
    case 'refused': {
      const deed = deeds.find(({ id }) => id === note.deedId);
      return deed?.kind === 'assessed' ? refusedHeading(deed) : '';
    }
    case 'notTakenBack':
      return plural(words.notTakenBack, note.refused.length);
    case 'others':
      return fill(words.others, { key: note.row.key, relevance: refinement.relevance[note.row.relevance] });
    case 'failed':
      return fill(words.failed, { key: note.row.key });
    case 'noDialog':
      return refinement.detail.dialogFailed;
  }
}

function refusedHeading({ rows, saved, refused }: Assessed): string {
  const [first] = rows;
  if (rows.length === 1 && first !== undefined) return fill(words.refusedOne, { key: first.key });
  if (saved.length === 0) return plural(words.refusedAll, refused.length);
  return fill(words.refusedSome, { done: formatCount(saved.length), refused: formatCount(refused.length) });
}
