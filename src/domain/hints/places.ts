/**
 * Where words of evidence stand in a story, and which of them are spoken for already. Pure.
 */

/** Where a word of evidence stands, in UTF-16 units of that part's text. */
export interface HintPlace {
  readonly part: 'summary' | 'description';
  readonly start: number;
  readonly end: number;
}

/** Which stretches of the parts are spoken for already; they never overlap. */
export class Taken {
  readonly #spans = { summary: [] as HintPlace[], description: [] as HintPlace[] };

  /** False when anything of it is taken. */
  take(place: HintPlace): boolean {
    if (!this.isFree(place)) return false;
    this.#spans[place.part].splice(this.#before(place), 0, place);
    return true;
  }

  isFree(place: HintPlace): boolean {
    const previous = this.#spans[place.part][this.#before(place) - 1];
    return previous === undefined || previous.end <= place.start;
  }

  /** How many of the spans begin before the end of this one. */
  #before({ part, end }: HintPlace): number {
    const spans = this.#spans[part];
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.start ?? Infinity) < end) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
