/**
 * Sections of a template that say nothing of what is changed: how to see a bug, on which device, who did the work. A log-in
 * there is only the way to the place. Pure.
 */
import { indexOf, matchesIn } from './pattern';
import type { Word } from './words';

/** What the heading of such a section says, or how it begins where it is marked as one and has more than a word. */
const ASIDES = indexOf<true>(
  [
    '(steps|how|instructions) to ~1 (reproduce|recreate|replicate|verify|test)',
    '(reproduction|repro) steps',
    'platform ~1 (information|details)',
    '(environment|browser|device) (information|details|info)',
    'app version',
    '(relevant|additional) (logs|screenshots)',
    'screenshots',
    'stack trace',
    'definition of (ready|done)',
    '(testing|test) (plan|scenarios|cases|notes|instructions|steps)',
    'qa',
    'personas',
    'experiments',
    'stakeholders',
    'owners',
    '(rollback|rollout) (steps|plan)',
    'how will we measure',
    'checklist',
    '(schritte|schritt) zum (reproduzieren|nachstellen)',
    'étapes pour reproduire',
  ].map((pattern) => ({ pattern, of: true as const })),
);

/** So many words has the heading of a section at most. */
const LONGEST_HEADING = 6;
/** So much belongs to a heading without a mark. */
const LONGEST_SECTION = 120;

/** For each word of a description, whether it belongs to what the text says. */
export function saidIn(words: readonly Word[]): readonly boolean[] {
  const said = words.map(() => true);
  for (const { from, to } of matchesIn(ASIDES, words)) {
    const { sentence, section } = words[from] ?? { sentence: 0, section: 0 };
    if (words[from - 1]?.sentence === sentence) continue;
    const isMarked = words[from - 1]?.section !== section && section > 0;
    const isWhole = words[to + 1]?.sentence !== sentence;
    // "Owners" is a heading, "Owners can reset passwords" is none.
    if (!isWhole && (!isMarked || from === to || !isShort(words, from))) continue;
    said.fill(false, from, isMarked ? endOfSection(words, from) : endOfParagraphs(words, from));
  }
  return said;
}

function isShort(words: readonly Word[], from: number): boolean {
  return words[from + LONGEST_HEADING]?.sentence !== words[from]?.sentence;
}

function endOfSection(words: readonly Word[], from: number): number {
  const section = words[from]?.section;
  let index = from;
  while (index < words.length && words[index]?.section === section) index += 1;
  return index;
}

/** The rest of its paragraph, or the next one where nothing is left of its own. */
function endOfParagraphs(words: readonly Word[], from: number): number {
  const sentence = words[from]?.sentence;
  let index = from;
  while (words[index]?.sentence === sentence && index < words.length) index += 1;
  const { paragraph, section } = words[index] ?? { paragraph: -1, section: -1 };
  const last = index + LONGEST_SECTION;
  while (index < last && words[index]?.paragraph === paragraph && words[index]?.section === section) index += 1;
  return Math.min(index, words.length);
}
