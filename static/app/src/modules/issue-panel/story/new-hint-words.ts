/**
 * The words that make a new hint after a text changed. Pure.
 */
import type { Hint } from '../../../../../../src/domain/hints/hint';
import type { Topic } from '../../../../../../src/domain/hints/topics';
import type { ChangedPart } from '../../../../../../src/reads/story-view';

/** Enough to see what it is about. */
const WORDS_AT_MOST = 3;

/** Words of this topic that stand in a part that changed, and did not stand there before. The strongest first. */
export function newHintWords({ evidence }: Hint, topic: Topic, parts: readonly ChangedPart[]): readonly string[] {
  const before = new Map(parts.map((changed) => [changed.part, changed.before?.toLowerCase() ?? '']));
  const fresh = evidence.filter(({ topic: of, words, places }) => {
    return of === topic && places.every(({ part }) => before.get(part)?.includes(words.toLowerCase()) === false);
  });
  return fresh.slice(0, WORDS_AT_MOST).map(({ words }) => words);
}
