import { useCallback, useMemo, useState } from 'react';
import type { SiteSetup } from '../../../../../../src/domain/site-setup';
import { hiddenFrom, keptOf, possibleColumns, shownColumns } from './columns';
import type { Column, OptionalColumn } from './columns';

/** Says nothing about anybody: only which columns this browser's user does not want to see. */
const REMEMBERED = 'shift-up.risk-columns';

export interface ColumnChoice {
  /** In their order. */
  readonly shown: readonly Column[];
  readonly possible: readonly Column[];
  readonly toggle: (column: OptionalColumn) => void;
  readonly showAll: () => void;
}

/** Which columns are shown, kept in this browser. */
export function useColumns(setup: SiteSetup): ColumnChoice {
  const [hidden, setHidden] = useState(remembered);
  const possible = useMemo(() => possibleColumns(setup), [setup]);
  const shown = useMemo(() => shownColumns(possible, hidden), [possible, hidden]);
  const change = useCallback((next: ReadonlySet<Column>) => {
    setHidden(next);
    try {
      if (next.size === 0) localStorage.removeItem(REMEMBERED);
      else localStorage.setItem(REMEMBERED, keptOf(next));
    } catch {
      // A browser that stores nothing in frames forgets it with the page.
    }
  }, []);
  const toggle = (column: OptionalColumn) => {
    const next = new Set(hidden);
    if (!next.delete(column)) next.add(column);
    change(next);
  };
  return { shown, possible, toggle, showAll: () => change(new Set()) };
}

function remembered(): ReadonlySet<Column> {
  try {
    return hiddenFrom(localStorage.getItem(REMEMBERED));
  } catch {
    return new Set();
  }
}
