/**
 * Everything random of a soak comes from here: a small generator that is made from a number and a name, so that each
 * operation has its own stream and leaving one operation out changes none of the others.
 */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Whole, from 0 to `below` - 1. */
  int(below: number): number;
  chance(probability: number): boolean;
  /** @throws RangeError where there is nothing to choose from. */
  pick<T>(from: readonly T[]): T;
  /** The same, or `undefined` where there is nothing. */
  maybe<T>(from: readonly T[]): T | undefined;
  /** By weights; at least one must be above zero. */
  weighted<T>(from: readonly (readonly [weight: number, value: T])[]): T;
  /** In another order. */
  shuffled<T>(list: readonly T[]): readonly T[];
  some<T>(list: readonly T[], most: number): readonly T[];
  /** A UUID of this stream. */
  uuid(): string;
}

/** mulberry32: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function randomOf(seed: number, name: string): Random {
  let state = hashOf(`${seed} ${name}`);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number) => Math.floor(next() * below);
  const maybe = <T>(from: readonly T[]): T | undefined => from[int(from.length)];
  const random: Random = {
    next,
    int,
    maybe,
    chance: (probability) => next() < probability,
    pick: (from) => {
      if (from.length === 0) throw new RangeError('nothing to choose from');
      return maybe(from)!;
    },
    weighted: (from) => {
      let left = next() * from.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of from) {
        left -= weight;
        if (left < 0) return value;
      }
      return from.at(-1)![1];
    },
    shuffled: (list) => {
      const mixed = [...list];
      for (let at = mixed.length - 1; at > 0; at -= 1) {
        const other = int(at + 1);
        [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
      }
      return mixed;
    },
    some: (list, most) => random.shuffled(list).slice(0, 1 + int(most)),
    uuid: () => {
      const digits = Array.from({ length: 32 }, () => int(16).toString(16)).join('');
      return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
    },
  };
  return random;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
}
