/**
 * All rows of a file. Pure.
 */
import { wordOf } from './cell-text';
import type { ColumnMeaning, ColumnMeanings } from './columns';
import { dayOrderIn, type DayOrder } from './day-text';
import { rowIdentity, type ImportRow } from './import-row';
import type { Rating } from '../level';
import { commonRating, ratingWordsIn } from './rating-words';
import { cellOf, ownerIn, ownerKey, readRow, type AskedOwner, type Reading, type RowProblem } from './read-row';

/** A table of text: what a CSV file holds. */
export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A row with its number in the file: the headers are row 1. */
export interface NumberedRow {
  readonly number: number;
  /** Missing where something is wrong with it. */
  readonly row: ImportRow | undefined;
  readonly problems: readonly RowProblem[];
  /** What its title cell says, to name it by. */
  readonly title: string;
}

/** Every row, in the order of the file; empty lines are left out. A row that says who it is a second time is refused. */
export function readRows({ rows }: Table, reading: Reading): readonly NumberedRow[] {
  const firsts = new Map<string, number>();
  return rows.flatMap((cells, index): NumberedRow[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const number = index + 2;
    const { row, named, problems } = readRow(cells, reading);
    const title = cellOf(cells, reading.meanings, 'summary');
    if (named === undefined) return [{ number, row, problems, title }];
    const identity = rowIdentity(named);
    const first = firsts.get(identity);
    // Also where the first one is refused: nobody knows which of the two is right.
    if (first !== undefined)
      return [{ number, row: undefined, problems: [...problems, repeated(named, first)], title }];
    firsts.set(identity, number);
    return [{ number, row, problems, title }];
  });
}

function repeated(
  { key, externalId, summary }: Pick<ImportRow, 'key' | 'externalId' | 'summary'>,
  first: number,
): RowProblem {
  const [meaning, says] =
    key !== undefined
      ? (['key', key] as const)
      : externalId !== undefined
        ? (['externalId', externalId] as const)
        : (['summary', summary] as const);
  return { code: 'repeated', meaning, says, first };
}

const RATINGS: readonly ColumnMeaning[] = ['likelihood', 'impact', 'residualLikelihood', 'residualImpact'];

export interface WordOfScale {
  readonly word: string;
  /** What it is compared by. */
  readonly key: string;
  /** What the commonest scales mean by it. */
  readonly guess: Rating | undefined;
  /** Cells that say it. */
  readonly cells: number;
}

/** The words for likelihood and impact in a file, for a person to say which figure each stands for. */
export function wordsOfScale({ rows }: Table, meanings: ColumnMeanings): readonly WordOfScale[] {
  const cells = RATINGS.flatMap((meaning) => cellsOf(rows, meanings, meaning));
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(wordOf(cell), (counts.get(wordOf(cell)) ?? 0) + 1);
  return ratingWordsIn(cells).map((word) => {
    const key = wordOf(word);
    return { word, key, guess: commonRating(word), cells: counts.get(key) ?? 0 };
  });
}

/** What the file itself says about the order of day and month; `undefined` where the question does not arise. */
export function dayOrderOf({ rows }: Table, meanings: ColumnMeanings): DayOrder | 'unclear' | undefined {
  return dayOrderIn(cellsOf(rows, meanings, 'nextReview'));
}

/** Everybody whom the file names as an owner, each once, with the number of rows. */
export function ownersIn(
  { rows }: Table,
  meanings: ColumnMeanings,
): readonly (AskedOwner & { readonly rows: number })[] {
  const found = new Map<string, AskedOwner & { readonly rows: number }>();
  for (const cells of rows) {
    const asked = ownerIn(cells, meanings);
    if (asked === undefined) continue;
    const key = ownerKey(asked);
    found.set(key, { ...asked, rows: (found.get(key)?.rows ?? 0) + 1 });
  }
  return [...found.values()];
}

function cellsOf(
  rows: readonly (readonly string[])[],
  meanings: ColumnMeanings,
  meaning: ColumnMeaning,
): readonly string[] {
  return rows.flatMap((cells) => {
    const cell = cellOf(cells, meanings, meaning);
    return cell === '' ? [] : [cell];
  });
}
