/**
 * Which risks of the board are shown. Pure.
 */
import type { Level, LevelBands, Score } from '../../../../../../src/domain/level';
import type { Treatment } from '../../../../../../src/domain/site-setup';
import type { RiskRow } from '../../../../../../src/reads/risk-board-view';
import { sameScore } from '../../../shared/risk-matrix/scores';
import { listOf } from './board-state';
import { levelIn, scoreIn } from './standing';
import type { ScoreKind } from './standing';

/** What needs somebody today. */
export const CHIPS = ['overdue', 'unowned', 'withoutEnabler', 'acceptanceEnding', 'allDone', 'mine'] as const;
export type Chip = (typeof CHIPS)[number];

/** A cell of the heat map, or a level; `none`: not scored. */
export type Spot =
  { readonly kind: ScoreKind; readonly cell: Score } | { readonly kind: ScoreKind; readonly level: Level | 'none' };

/** `none` stands for those that have none. */
export interface BoardFilter {
  readonly chip: Chip | undefined;
  /** Each word has to occur in key, summary or owner. */
  readonly words: string;
  /** Account id, or `none`, which is none. */
  readonly owner: string | undefined;
  readonly treatment: Treatment | 'none' | undefined;
  readonly spot: Spot | undefined;
}

export const NO_FILTER: BoardFilter = {
  chip: undefined,
  words: '',
  owner: undefined,
  treatment: undefined,
  spot: undefined,
};

export function isFiltering({ chip, words, owner, treatment, spot }: BoardFilter): boolean {
  return words.trim() !== '' || [chip, owner, treatment, spot].some((part) => part !== undefined);
}

/** What a filter is read with. */
export interface FilterBasis {
  readonly bands: LevelBands;
  /** Who looks; empty where nobody knows. */
  readonly accountId: string;
}

/** In the order given. */
export function filtered(
  rows: readonly RiskRow[],
  filter: BoardFilter,
  { bands, accountId }: FilterBasis,
): readonly RiskRow[] {
  if (!isFiltering(filter)) return rows;
  const { chip, owner, treatment, spot } = filter;
  const words = folded(filter.words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter(
    (row) =>
      (chip === undefined || chipFits(row, chip, accountId)) &&
      (owner === undefined || (row.owner?.accountId ?? 'none') === owner) &&
      (treatment === undefined || (row.treatment ?? 'none') === treatment) &&
      (spot === undefined || spotFits(row, spot, bands)) &&
      wordsFit(row, words),
  );
}

/** A closed risk needs nobody. */
export function chipFits(row: RiskRow, chip: Chip, accountId: string): boolean {
  if (listOf(row) === 'closed') return false;
  const { problems, owner } = row;
  switch (chip) {
    case 'overdue':
      return problems.includes('reviewOverdue');
    case 'unowned':
      return problems.includes('noOwner');
    case 'withoutEnabler':
      return problems.includes('noEnabler');
    case 'acceptanceEnding':
      return problems.includes('acceptanceEnding') || problems.includes('acceptanceExpired');
    case 'allDone':
      return problems.includes('allEnablersDone');
    case 'mine':
      return owner !== undefined && owner.accountId === accountId;
  }
}

export function chipCounts(rows: readonly RiskRow[], accountId: string): Readonly<Record<Chip, number>> {
  const counts = { overdue: 0, unowned: 0, withoutEnabler: 0, acceptanceEnding: 0, allDone: 0, mine: 0 };
  for (const row of rows) for (const chip of CHIPS) if (chipFits(row, chip, accountId)) counts[chip] += 1;
  return counts;
}

function spotFits(row: RiskRow, spot: Spot, bands: LevelBands): boolean {
  if ('cell' in spot) return sameScore(scoreIn(row, spot.kind), spot.cell);
  // The heat map's "not scored" and the levels' "not scored" are the same wherever level and score agree.
  return (levelIn(row, spot.kind, bands) ?? 'none') === spot.level;
}

function wordsFit({ key, summary, owner }: RiskRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const all = folded(`${key}\n${summary}\n${owner?.name ?? ''}`);
  return words.every((word) => all.includes(word));
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

export interface OwnerChoice {
  readonly accountId: string;
  readonly name: string;
  readonly count: number;
}

/** Who owns one of these, by name; and how many nobody owns. */
export function ownersOf(rows: readonly RiskRow[]): {
  readonly owners: readonly OwnerChoice[];
  readonly nobody: number;
} {
  const owners = new Map<string, OwnerChoice>();
  let nobody = 0;
  for (const { owner } of rows) {
    if (owner === undefined) nobody += 1;
    else {
      const { accountId, name } = owner;
      owners.set(accountId, { accountId, name, count: (owners.get(accountId)?.count ?? 0) + 1 });
    }
  }
  return { owners: [...owners.values()].sort((a, b) => a.name.localeCompare(b.name)), nobody };
}
