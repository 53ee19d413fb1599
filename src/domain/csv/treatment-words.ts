/** Treatments as registers write them. Pure. */
import type { Treatment } from '../site-setup';
import { wordOf } from './cell-text';

const WORDS: ReadonlyMap<string, Treatment> = new Map(
  (
    [
      ['Mitigate', 'mitigate mitigated mitigating mitigation reduce reduced reduction treat modify mindern vermindern reduzieren'], // prettier-ignore
      ['Accept', 'accept accepted accepting acceptance tolerate retain retention akzeptieren tragen'],
      ['Transfer', 'transfer transferred transferring transference share sharing insure ubertragen uberwalzen transferieren'], // prettier-ignore
      ['Avoid', 'avoid avoided avoiding avoidance eliminate terminate vermeiden'],
    ] as const
  ).flatMap(([treatment, words]) => words.split(' ').map((word) => [word, treatment] as const)),
);

/** `undefined` for a word that is none of them. */
export function treatmentOf(text: string): Treatment | undefined {
  return WORDS.get(wordOf(text));
}
