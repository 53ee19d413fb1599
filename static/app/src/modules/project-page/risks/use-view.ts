import { useState } from 'react';
import { NO_FILTER } from './filter';
import type { BoardFilter } from './filter';
import { FIRST_ORDER } from './sort';
import type { Order } from './sort';
import type { ScoreKind } from './standing';

/** What somebody set on the board; it stays while another part of the tab is open. */
export interface BoardView {
  readonly filter: BoardFilter;
  readonly setFilter: (filter: BoardFilter) => void;
  readonly order: Order;
  readonly setOrder: (order: Order) => void;
  readonly withClosed: boolean;
  readonly setWithClosed: (on: boolean) => void;
  /** Which level the heat map shows. */
  readonly heatKind: ScoreKind;
  readonly setHeatKind: (kind: ScoreKind) => void;
}

export function useView(): BoardView {
  const [filter, setFilter] = useState<BoardFilter>(NO_FILTER);
  const [order, setOrder] = useState<Order>(FIRST_ORDER);
  const [withClosed, setWithClosed] = useState(false);
  const [heatKind, setHeatKind] = useState<ScoreKind>('inherent');
  return { filter, setFilter, order, setOrder, withClosed, setWithClosed, heatKind, setHeatKind };
}
