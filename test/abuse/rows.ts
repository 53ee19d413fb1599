/**
 * What a hostile, careless or unlucky user could try or meet, and the tests that show what happens then. The numbers to
 * 54 are those of the list that the project began with; its own additions count from 101. rows.test.ts holds that every
 * test named here exists.
 */
import { CALLER_ROWS } from './rows/callers';
import { CHANGE_ROWS } from './rows/changes';
import { LIMIT_ROWS } from './rows/limits';
import { OWN_ROWS } from './rows/own';
import type { AbuseRow } from './rows/row';
import { SET_UP_ROWS } from './rows/set-up';
import { TEXT_ROWS } from './rows/texts';

export const ABUSE_ROWS: readonly AbuseRow[] = [
  ...CALLER_ROWS,
  ...TEXT_ROWS,
  ...CHANGE_ROWS,
  ...SET_UP_ROWS,
  ...LIMIT_ROWS,
  ...OWN_ROWS,
].sort((one, other) => one.row - other.row);
