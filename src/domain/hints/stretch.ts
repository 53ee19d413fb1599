/**
 * The stretch of a description that says most. Words that stand pages apart do not add up: in a long text something of
 * everything occurs. Pure.
 */

/** Words of evidence add up when they are at most so many words apart: a long paragraph. */
const STRETCH = 40;
/** So many words on each side of that stretch are looked at for what speaks against it. */
const BESIDE = 8;

interface Placed {
  /** What it counts for: each once. */
  readonly row: unknown;
  readonly weight: number;
  /** Which word of the text it begins with. */
  readonly at: number;
}

/** The findings of the stretch with the highest sum, in the order of the text. Linear in the findings, save for sorting. */
export function densest<T extends Placed>(found: readonly T[]): readonly T[] {
  const inOrder = [...found].sort((a, b) => a.at - b.at);
  const counts = new Map<unknown, number>();
  let [sum, best, bestFrom, bestTo, from] = [0, 0, 0, 0, 0];
  inOrder.forEach(({ row, weight, at }, to) => {
    counts.set(row, (counts.get(row) ?? 0) + 1);
    if (counts.get(row) === 1) sum += weight;
    for (let first = inOrder[from]; first && at - first.at > STRETCH; from += 1, first = inOrder[from]) {
      const left = (counts.get(first.row) ?? 1) - 1;
      counts.set(first.row, left);
      if (left === 0) sum -= first.weight;
    }
    if (sum > best) [best, bestFrom, bestTo] = [sum, from, to + 1];
  });
  return inOrder.slice(bestFrom, bestTo);
}

/** The words of a stretch, and a few on each side: the rest of its sentences. From, to (not included). */
export function around(stretch: readonly Placed[]): readonly [number, number] {
  const [first, last] = [stretch[0], stretch.at(-1)];
  return first === undefined || last === undefined ? [0, 0] : [Math.max(0, first.at - BESIDE), last.at + BESIDE];
}
