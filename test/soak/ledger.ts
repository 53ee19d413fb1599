/**
 * What people were told is done, and what may stand there now: for each place a value was promised for, the values that
 * are right. Works on places named by text and values as text, and knows nothing of Jira.
 */
const ANYTHING = '*';

interface Place {
  right: Set<string>;
  /** What somebody wanted to write there since the round began. */
  readonly wanted: { readonly act: number; readonly value: string }[];
}

export class PromiseLedger {
  readonly #places = new Map<string, Place>();

  forget(): void {
    this.#places.clear();
  }

  /** An act may write this there, from now until the end of the round; whether it did, nobody knows yet. */
  wants(act: number, place: string, value: string): void {
    const found = this.#place(place);
    found.right.add(value);
    found.wanted.push({ act, value });
  }

  /** The same, where what it writes follows from other things. */
  wantsAnything(act: number, place: string): void {
    this.wants(act, place, ANYTHING);
  }

  /** Somebody was told that this stands there. Only what others wanted in the same round may have come after it. */
  told(act: number, place: string, value: string): void {
    const found = this.#place(place);
    const others = found.wanted.filter((wish) => wish.act !== act).map((wish) => wish.value);
    found.right = new Set([value, ...others]);
  }

  /** Whether somebody else wants something there in this round. */
  isWantedByOthers(act: number, place: string): boolean {
    return this.#places.get(place)?.wanted.some((wish) => wish.act !== act) ?? false;
  }

  release(isGone: (place: string) => boolean): void {
    for (const place of [...this.#places.keys()]) if (isGone(place)) this.#places.delete(place);
  }

  /** All acts of the round are over. */
  endRound(): void {
    for (const { wanted } of this.#places.values()) wanted.length = 0;
  }

  /** Places where something else stands than was promised. */
  broken(standing: (place: string) => string | undefined): readonly string[] {
    return [...this.#places].flatMap(([place, { right }]) => {
      if (right.has(ANYTHING)) return [];
      const value = standing(place);
      if (value === undefined || right.has(value)) return [];
      return [`${place} is ${value}, told was ${[...right].join(' or ')}`];
    });
  }

  get size(): number {
    return [...this.#places.values()].filter(({ right }) => !right.has(ANYTHING)).length;
  }

  #place(name: string): Place {
    const found = this.#places.get(name) ?? { right: new Set([ANYTHING]), wanted: [] };
    this.#places.set(name, found);
    return found;
  }
}
