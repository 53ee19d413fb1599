/**
 * Changes in words. Pure.
 */
import { shortDay } from '../../../../shared/days';
import { panel } from '../../../../shared/strings/en-panel';
import { risks } from '../../../../shared/strings/en-risks';
import { fill, formatCount } from '../../../../shared/strings/fill';
import type { EditRun } from '../edit-run';
import type { NewValue } from '../edit-value';

const words = risks.run;

/** “owner Deniz Aydin”, “no treatment”. */
export function valueWords(value: NewValue, today: string): string {
  switch (value.field) {
    case 'owner':
      return value.person === undefined ? words.ownerNone : fill(words.owner, { name: value.person.name });
    case 'treatment':
      return value.treatment === undefined
        ? words.treatmentNone
        : fill(words.treatment, { name: panel.risk.treatments[value.treatment] });
    case 'nextReview':
      return value.day === undefined
        ? words.nextReviewNone
        : fill(words.nextReview, { day: shortDay(value.day, today) });
  }
}

/** How far it is, while it is under way. */
export function underWayWords({ kind, rows, done, refused, phase }: EditRun): string {
  if (phase === 'stopping') return words.stopping;
  if (rows.length === 1) return words.savingOne;
  const gone = { done: formatCount(done.length + refused.length), all: formatCount(rows.length) };
  return fill(kind === 'undo' ? words.undoing : words.saving, gone);
}

/** What became of it; `undefined` where nothing was saved. */
export function outcomeWords({ kind, value, rows, done }: EditRun, today: string): string | undefined {
  const [first] = done;
  if (first === undefined) return undefined;
  const numbers = { done: formatCount(done.length), all: formatCount(rows.length) };
  if (kind === 'undo') {
    if (rows.length === 1) return fill(words.undone, { key: first.key });
    return done.length === rows.length
      ? fill(words.undoneMany, { count: numbers.all })
      : fill(words.undoneSome, numbers);
  }
  const said = valueWords(value, today);
  if (rows.length === 1) return fill(words.saved, { key: first.key, value: said });
  return done.length === rows.length
    ? fill(words.savedMany, { count: numbers.all, value: said })
    : fill(words.savedSome, { ...numbers, value: said });
}
