import { useCallback, useMemo, useState } from 'react';
import { FIELD_OF_MEANING, guessColumns, withMeaning } from '../../../../../../../src/domain/csv/columns';
import type { ColumnMeaning, ColumnMeanings } from '../../../../../../../src/domain/csv/columns';
import type { DayOrder } from '../../../../../../../src/domain/csv/day-text';
import { dayOrderOf, readRows, wordsOfScale } from '../../../../../../../src/domain/csv/read-file';
import type { NumberedRow, Table, WordOfScale } from '../../../../../../../src/domain/csv/read-file';
import type { Rating } from '../../../../../../../src/domain/level';
import type { SiteSetup } from '../../../../../../../src/domain/site-setup';
import { useOwners } from './use-owners';
import type { Owners } from './use-owners';

export interface ReadingChoices {
  readonly meanings: ColumnMeanings;
  readonly setMeaning: (index: number, meaning: ColumnMeaning | undefined) => void;
  /** Words of a scale that stand in the file, with the figure each stands for now. */
  readonly scale: readonly (WordOfScale & { readonly rating: Rating | undefined })[];
  readonly setRating: (key: string, rating: Rating | undefined) => void;
  /** `unclear`: somebody has to say. `undefined`: the question does not arise. */
  readonly order: DayOrder | 'unclear' | undefined;
  readonly orderIsAsked: boolean;
  readonly setOrder: (order: DayOrder) => void;
  readonly owners: Owners;
  /** Every row of the file, read by these choices. */
  readonly rows: readonly NumberedRow[];
}

/** How a file is read: what was guessed, and what somebody said otherwise. */
export function useReadingChoices(table: Table, projectKey: string, setup: SiteSetup): ReadingChoices {
  const [meanings, setMeanings] = useState<ColumnMeanings>(() =>
    guessColumns(table.headers, table.rows, projectKey).map((meaning) => (has(setup, meaning) ? meaning : undefined)),
  );
  const [ratings, setRatings] = useState<ReadonlyMap<string, Rating | undefined>>(new Map());
  const [saidOrder, setOrder] = useState<DayOrder>();
  const owners = useOwners(table, meanings);
  const scale = useMemo(
    () =>
      wordsOfScale(table, meanings).map((word) => ({
        ...word,
        rating: ratings.has(word.key) ? ratings.get(word.key) : word.guess,
      })),
    [table, meanings, ratings],
  );
  const ownOrder = useMemo(() => dayOrderOf(table, meanings), [table, meanings]);
  const order = ownOrder === 'unclear' ? (saidOrder ?? 'unclear') : ownOrder;
  const { answers } = owners;
  const rows = useMemo(() => {
    const ratingWords = new Map(
      scale.flatMap(({ key, rating }) => (rating === undefined ? [] : [[key, rating] as const])),
    );
    const dayOrder = order === 'unclear' ? undefined : order;
    return readRows(table, { headers: table.headers, meanings, ratingWords, dayOrder, owners: answers });
  }, [table, meanings, scale, order, answers]);
  const setMeaning = useCallback((index: number, meaning: ColumnMeaning | undefined) => {
    setMeanings((old) => withMeaning(old, index, meaning));
  }, []);
  const setRating = useCallback((key: string, rating: Rating | undefined) => {
    setRatings((old) => new Map(old).set(key, rating));
  }, []);
  return {
    meanings,
    setMeaning,
    scale,
    setRating,
    order,
    orderIsAsked: ownOrder === 'unclear',
    setOrder,
    owners,
    rows,
  };
}

/** Whether the project has the field for it: a team-managed one may not. */
export function has({ missingFields }: SiteSetup, meaning: ColumnMeaning | undefined): boolean {
  const field = meaning === undefined ? undefined : FIELD_OF_MEANING[meaning];
  return field === undefined || missingFields?.includes(field) !== true;
}
