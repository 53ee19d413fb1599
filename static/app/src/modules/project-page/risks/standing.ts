/**
 * Where risks stand on the matrix and among the levels. Pure.
 */
import { SCALE } from '../../../../../../src/domain/level';
import type { Level, LevelBands, Rating, Score } from '../../../../../../src/domain/level';
import type { SiteSetup } from '../../../../../../src/domain/site-setup';
import type { RiskRow } from '../../../../../../src/reads/risk-board-view';
import { shownLevel } from '../../../shared/risk-matrix/scores';

/** Before or after the enablers. */
export const SCORE_KINDS = ['inherent', 'residual'] as const;
export type ScoreKind = (typeof SCORE_KINDS)[number];

/** The scores that the project has fields for: a team-managed one may lack some. */
export function scoredKinds({ missingFields = [] }: Pick<SiteSetup, 'missingFields'>): readonly ScoreKind[] {
  const needed = {
    inherent: ['likelihood', 'impact'],
    residual: ['residualLikelihood', 'residualImpact'],
  } as const;
  return SCORE_KINDS.filter((kind) => needed[kind].every((field) => !missingFields.includes(field)));
}

export function scoreIn(row: RiskRow, kind: ScoreKind): Score | undefined {
  return kind === 'inherent' ? row.inherent : row.residual;
}

/** As the field says; as the score gives it where the field is empty. */
export function levelIn(row: RiskRow, kind: ScoreKind, bands: LevelBands): Level | undefined {
  return kind === 'inherent'
    ? shownLevel(row.level, row.inherent, bands)
    : shownLevel(row.residualLevel, row.residual, bands);
}

/** How many risks stand in each cell; `notScored` is counted and has no place. */
export interface HeatMap {
  readonly cells: ReadonlyMap<string, number>;
  readonly notScored: number;
}

/** Names a cell among the 25. */
export function cellKey({ likelihood, impact }: Score): `${Rating}.${Rating}` {
  return `${likelihood}.${impact}`;
}

export function heatMapOf(rows: readonly RiskRow[], kind: ScoreKind): HeatMap {
  const cells = new Map<string, number>();
  let notScored = 0;
  for (const row of rows) {
    const score = scoreIn(row, kind);
    if (score === undefined) notScored += 1;
    else cells.set(cellKey(score), (cells.get(cellKey(score)) ?? 0) + 1);
  }
  return { cells, notScored };
}

/** The 25 cells as they are drawn: the likeliest row on top, the least impact on the left. */
export const CELLS: readonly Score[] = [...SCALE]
  .reverse()
  .flatMap((likelihood) => SCALE.map((impact) => ({ likelihood, impact })));

export type LevelCounts = Readonly<Record<Level | 'none', number>>;

export function levelCountsOf(rows: readonly RiskRow[], kind: ScoreKind, bands: LevelBands): LevelCounts {
  const counts = { Low: 0, Medium: 0, High: 0, Critical: 0, none: 0 };
  for (const row of rows) counts[levelIn(row, kind, bands) ?? 'none'] += 1;
  return counts;
}
