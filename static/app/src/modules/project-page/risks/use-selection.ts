import { useCallback, useMemo, useState } from 'react';
import type { RiskRow } from '../../../../../../src/reads/risk-board-view';
import { allToggled, NOTHING_SELECTED, selectedUpTo, toggled } from './selection';
import type { Selection } from './selection';

export interface Selecting {
  /** In the order of reading; what is gone is not among them. */
  readonly rows: readonly RiskRow[];
  readonly ids: ReadonlySet<string>;
  /** How many of them the list does not show. */
  readonly hidden: number;
  readonly select: (id: string, upTo: boolean) => void;
  readonly toggleAll: () => void;
  readonly clear: () => void;
}

/** Which risks are ticked; a filter hides ticked ones, and does not untick them. */
export function useSelection(all: ReadonlyMap<string, RiskRow>, shown: readonly RiskRow[]): Selecting {
  const [selection, setSelection] = useState<Selection>(NOTHING_SELECTED);
  const shownIds = useMemo(() => shown.map(({ id }) => id), [shown]);
  const select = useCallback(
    (id: string, upTo: boolean) => setSelection((old) => (upTo ? selectedUpTo(old, shownIds, id) : toggled(old, id))),
    [shownIds],
  );
  const toggleAll = useCallback(() => setSelection((old) => allToggled(old, shownIds)), [shownIds]);
  const clear = useCallback(() => setSelection(NOTHING_SELECTED), []);
  const { ids } = selection;
  const rows = useMemo(() => [...all.values()].filter(({ id }) => ids.has(id)), [all, ids]);
  const hidden = useMemo(() => {
    const visible = new Set(shownIds);
    return rows.filter(({ id }) => !visible.has(id)).length;
  }, [rows, shownIds]);
  return { rows, ids, hidden, select, toggleAll, clear };
}
