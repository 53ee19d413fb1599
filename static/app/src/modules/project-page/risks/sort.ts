/**
 * The order of the board. Pure.
 */
import { LEVELS, scoreValue } from '../../../../../../src/domain/level';
import type { LevelBands } from '../../../../../../src/domain/level';
import { progressTotal } from '../../../../../../src/domain/progress';
import type { StatusCategory } from '../../../../../../src/domain/progress';
import { RISK_STATUS_KEYS, TREATMENTS } from '../../../../../../src/domain/site-setup';
import type { RiskRow } from '../../../../../../src/reads/risk-board-view';
import type { Column } from './columns';
import { levelIn, scoreIn } from './standing';
import type { ScoreKind } from './standing';

export interface Order {
  readonly by: Column;
  readonly direction: 'ascending' | 'descending';
}

/** The most severe first. */
export const FIRST_ORDER: Order = { by: 'inherent', direction: 'descending' };

/** Which way a column is sorted at first: what somebody looks for is on top. */
const FIRST_DIRECTION: Readonly<Record<Column, Order['direction']>> = {
  risk: 'ascending',
  inherent: 'descending',
  residual: 'descending',
  owner: 'ascending',
  treatment: 'ascending',
  status: 'ascending',
  enablers: 'ascending',
  nextReview: 'ascending',
  age: 'descending',
};

/** By another column, or the same one the other way round. */
export function orderAfter(order: Order, by: Column): Order {
  if (order.by !== by) return { by, direction: FIRST_DIRECTION[by] };
  return { by, direction: order.direction === 'ascending' ? 'descending' : 'ascending' };
}

/** What has nothing to sort by comes last either way; of equals the older one comes first. */
export function sorted(rows: readonly RiskRow[], { by, direction }: Order, bands: LevelBands): readonly RiskRow[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, key: keyOf(row, by, bands) }));
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) {
      return Number(a.key === undefined) - Number(b.key === undefined) || older(a.row, b.row);
    }
    return sign * compare(a.key, b.key) || older(a.row, b.row);
  });
  return keyed.map(({ row }) => row);
}

type Key = number | string;

function keyOf(row: RiskRow, by: Column, bands: LevelBands): Key | undefined {
  switch (by) {
    case 'risk':
      return row.summary;
    case 'inherent':
    case 'residual':
      return severity(row, by, bands);
    case 'owner':
      return row.owner?.name;
    case 'treatment':
      return row.treatment === undefined ? undefined : TREATMENTS.indexOf(row.treatment);
    case 'status':
      return statusPlace(row);
    case 'enablers':
      return shareDone(row);
    case 'nextReview':
      return row.nextReview;
    case 'age':
      // The later made, the younger.
      return row.created === undefined ? undefined : -Date.parse(row.created);
  }
}

/** By level, within it by score, within that by impact. */
function severity(row: RiskRow, kind: ScoreKind, bands: LevelBands): number | undefined {
  const level = levelIn(row, kind, bands);
  if (level === undefined) return undefined;
  const score = scoreIn(row, kind);
  const within = score === undefined ? 0 : scoreValue(score) * 10 + score.impact;
  return LEVELS.indexOf(level) * 1000 + within;
}

const CATEGORY_PLACE: Readonly<Record<StatusCategory, number>> = { toDo: 0, inProgress: 1, done: 2 };

/** In the order of the risk workflow; in a project with statuses of its own, by what they come to. */
function statusPlace({ status, statusKey }: RiskRow): number {
  return statusKey === undefined ? 100 + CATEGORY_PLACE[status.category] : RISK_STATUS_KEYS.indexOf(statusKey);
}

function shareDone({ progress }: RiskRow): number | undefined {
  const total = progressTotal(progress);
  return total === 0 ? undefined : progress.done / total;
}

function compare(a: Key, b: Key): number {
  return typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b) : Number(a) - Number(b);
}

function older(a: RiskRow, b: RiskRow): number {
  return Number(a.id) - Number(b.id);
}
