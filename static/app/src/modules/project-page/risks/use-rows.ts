import { useMemo } from 'react';
import type { RiskRow } from '../../../../../../src/reads/risk-board-view';
import { useBands } from '../../../shared/risk-matrix/bands';
import { listOf } from './board-state';
import type { BoardState } from './board-state';
import { chipCounts, filtered } from './filter';
import type { Chip } from './filter';
import { sorted } from './sort';
import { heatMapOf, levelCountsOf } from './standing';
import type { HeatMap, LevelCounts, ScoreKind } from './standing';
import type { BoardView } from './use-view';

export interface BoardRows {
  /** Open ones, and the closed ones where they are switched on. */
  readonly listed: readonly RiskRow[];
  /** What the filter leaves, in the order chosen. */
  readonly shown: readonly RiskRow[];
  /** What it leaves without its place on the map: what the map counts. */
  readonly mapped: readonly RiskRow[];
  readonly chips: Readonly<Record<Chip, number>>;
  readonly heat: HeatMap;
  readonly levels: Readonly<Record<ScoreKind, LevelCounts>>;
}

/** What follows from the risks that were read and from what somebody set. */
export function useRows(rows: BoardState['rows'], view: BoardView, accountId: string): BoardRows {
  const bands = useBands();
  const { filter, order, withClosed, heatKind } = view;
  const listed = useMemo(
    () => [...rows.values()].filter((row) => withClosed || listOf(row) === 'open'),
    [rows, withClosed],
  );
  const chips = useMemo(() => chipCounts(listed, accountId), [listed, accountId]);
  const mapped = useMemo(
    () => filtered(listed, { ...filter, spot: undefined }, { bands, accountId }),
    [listed, filter, bands, accountId],
  );
  const shown = useMemo(
    () => sorted(filtered(mapped, filter, { bands, accountId }), order, bands),
    [mapped, filter, bands, accountId, order],
  );
  const heat = useMemo(() => heatMapOf(mapped, heatKind), [mapped, heatKind]);
  const levels = useMemo(
    () => ({
      inherent: levelCountsOf(mapped, 'inherent', bands),
      residual: levelCountsOf(mapped, 'residual', bands),
    }),
    [mapped, bands],
  );
  return { listed, shown, mapped, chips, heat, levels };
}
