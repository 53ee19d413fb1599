/**
 * Which risks are ticked. Pure.
 */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Where a selection “up to here” begins. */
  readonly anchor: string | undefined;
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: undefined };

export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** Everything between the last one that was ticked and this one, both included. */
export function selectedUpTo(selection: Selection, shown: readonly string[], id: string): Selection {
  const to = shown.indexOf(id);
  const from = selection.anchor === undefined ? -1 : shown.indexOf(selection.anchor);
  if (to < 0) return selection;
  if (from < 0) return toggled(selection, id);
  const between = shown.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ...selection, ids: new Set([...selection.ids, ...between]) };
}

/** Everything shown, besides what was ticked before; nothing, where all of it was. */
export function allToggled(selection: Selection, shown: readonly string[]): Selection {
  const all = shown.length > 0 && shown.every((id) => selection.ids.has(id));
  return all ? NOTHING_SELECTED : { ids: new Set([...selection.ids, ...shown]), anchor: undefined };
}
