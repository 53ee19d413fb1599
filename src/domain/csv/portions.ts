/** Rows cut into the calls in which they are sent. Pure. */
import type { ImportRow } from './import-row';
import { CHARACTERS_A_CALL, ROWS_A_CALL } from './limits';

/** In order; none has more rows or characters than one call takes, except that every row has a place. */
export function portionsOf<T extends { readonly row: ImportRow }>(rows: readonly T[]): readonly (readonly T[])[] {
  const portions: T[][] = [];
  let characters = 0;
  for (const one of rows) {
    const size = JSON.stringify(one.row).length;
    const last = portions.at(-1);
    if (last !== undefined && last.length < ROWS_A_CALL && characters + size <= CHARACTERS_A_CALL) {
      last.push(one);
      characters += size;
    } else {
      portions.push([one]);
      characters = size;
    }
  }
  return portions;
}
