/**
 * Words that a project added to the table for itself. Pure.
 */
import type { EvidenceRow } from './evidence-table';
import { indexOf, matchesIn, type Match } from './pattern';
import { wordsOf, type Word } from './words';

/** A word that a project added. Taken literally, as whole words, without case; nothing in it has a meaning of its own. */
export interface OwnWords {
  readonly words: readonly string[];
}

/** A word of a project's own is reason enough in any text: somebody chose it for that. */
const OWN_WEIGHT = 9;

/** The project's words as a table of their own: escaped by being split into words, so that no sign means anything. */
export function ownMatches(own: OwnWords, words: readonly Word[]): readonly Match<EvidenceRow>[] {
  if (own.words.length === 0) return [];
  const rows = own.words.flatMap((text) => {
    const pattern = wordsOf(text)
      .map((word) => word.text)
      .join(' ');
    const of: EvidenceRow = {
      topic: 'own',
      weight: OWN_WEIGHT,
      source: '',
      isSign: false,
      isMatter: false,
      patterns: [],
    };
    return pattern === '' ? [] : [{ pattern, of }];
  });
  return matchesIn(indexOf(rows), words);
}
