/**
 * A hint: why a story may be security relevant, with the words that say so. It never sets anything; it is computed where
 * the story is read, and nothing leaves Jira. Linear in the text. Pure.
 */
import { weighingOf } from './context';
import { EVIDENCE, type EvidenceRow } from './evidence-table';
import { indexOf, matchesIn, type PatternIndex } from './pattern';
import { TOPICS, type Topic } from './topics';
import { wordsOf, type Word } from './words';

/** The story's own text. Descriptions as plain text or Markdown; ADF is made plain in src/jira/document.ts. */
export interface HintText {
  readonly summary: string;
  readonly description?: string;
}

/** Where a word of evidence stands, in UTF-16 units of that part's text. */
export interface HintPlace {
  readonly part: 'summary' | 'description';
  readonly start: number;
  readonly end: number;
}

export interface HintEvidence {
  readonly topic: Topic;
  /** The words as the story has them. */
  readonly words: string;
  /** What they count, after the context was looked at. */
  readonly weight: number;
  /** Which chapter, weakness or threat it stands for. */
  readonly source: string;
  readonly places: readonly HintPlace[];
}

export interface Hint {
  /** The topics it may be about, the strongest first. At least one. */
  readonly topics: readonly Topic[];
  /** The strongest first. */
  readonly evidence: readonly HintEvidence[];
  readonly total: number;
}

/** From this total on there is a hint. */
export const HINT_FROM = 4;

/** A word that a project added. Taken literally, as whole words, without case; nothing in it has a meaning of its own. */
export interface OwnWords {
  readonly words: readonly string[];
}

/** A word of a project's own is reason enough: somebody chose it for that. */
const OWN_WEIGHT = 4;
/** Of one row and part: enough to judge and to mark, whatever somebody pastes. */
const PLACES_AT_MOST = 100;
/** Words of evidence add up when they are at most so many words apart: a long paragraph. */
const STRETCH = 60;

const TABLE: PatternIndex<EvidenceRow> = indexOf(
  EVIDENCE.flatMap((evidence) => evidence.patterns.map((pattern) => ({ pattern, of: evidence }))),
);

/** `undefined` where the text gives no reason. That is no judgement: "no hint" never means "not relevant". */
export function hintOf(text: HintText, own: OwnWords = { words: [] }): Hint | undefined {
  const found = [
    ...findingsIn('summary', text.summary, own),
    ...(text.description === undefined ? [] : findingsIn('description', text.description, own)),
  ];
  const near = [...found.filter(({ part }) => part === 'summary'), ...densest(found)];
  const evidence = countedOnce(near);
  const total = evidence.reduce((sum, { weight }) => sum + weight, 0);
  return total < HINT_FROM ? undefined : { topics: topicsOf(evidence), evidence, total };
}

/** One place of one row. */
interface Finding extends HintPlace {
  readonly row: EvidenceRow;
  readonly weight: number;
  readonly words: string;
  /** Which word of the part it begins with. */
  readonly at: number;
}

function findingsIn(part: HintPlace['part'], text: string, own: OwnWords): readonly Finding[] {
  const words = wordsOf(text);
  const weighing = weighingOf(words);
  const places = new Map<EvidenceRow, number>();
  return [...matchesIn(TABLE, words), ...ownMatches(own, words)].flatMap(({ of: row, from, to }) => {
    const place = places.get(row) ?? 0;
    places.set(row, place + 1);
    const [first, last] = [words[from], words[to]];
    if (place >= PLACES_AT_MOST) return [];
    const weight = row.weight * Math.min(...weighing.slice(from, to + 1));
    if (weight === 0 || first === undefined || last === undefined) return [];
    return [
      { part, start: first.start, end: last.end, row, weight, words: text.slice(first.start, last.end), at: from },
    ];
  });
}

/**
 * The stretch of the description that says most. Words that stand pages apart do not add up: in a long text something
 * of everything occurs.
 */
function densest(found: readonly Finding[]): readonly Finding[] {
  const inOrder = found.filter(({ part }) => part === 'description').sort((a, b) => a.at - b.at);
  const counts = new Map<EvidenceRow, number>();
  let [sum, best, bestFrom, bestTo, from] = [0, 0, 0, 0, 0];
  inOrder.forEach(({ row, at }, to) => {
    counts.set(row, (counts.get(row) ?? 0) + 1);
    if (counts.get(row) === 1) sum += row.weight;
    for (let first = inOrder[from]; first && at - first.at > STRETCH; from += 1, first = inOrder[from]) {
      const left = (counts.get(first.row) ?? 1) - 1;
      counts.set(first.row, left);
      if (left === 0) sum -= first.row.weight;
    }
    if (sum > best) [best, bestFrom, bestTo] = [sum, from, to + 1];
  });
  return inOrder.slice(bestFrom, bestTo);
}

/** Each row once, and the same words for one row only: the strongest that they speak for. */
function countedOnce(found: readonly Finding[]): readonly HintEvidence[] {
  const strongest = [...found].sort((a, b) => b.weight - a.weight || rank(a.row.topic) - rank(b.row.topic));
  const evidence = new Map<EvidenceRow, HintEvidence & { readonly places: HintPlace[] }>();
  const taken = new Taken();
  for (const { row, weight, words, part, start, end } of strongest) {
    if (!taken.take({ part, start, end })) continue;
    const known = evidence.get(row);
    const place = { part, start, end };
    if (known === undefined)
      evidence.set(row, { topic: row.topic, source: row.source, weight, words, places: [place] });
    else known.places.push(place);
  }
  return [...evidence.values()];
}

/** Which letters are spoken for already. */
class Taken {
  readonly #letters = new Set<string>();

  /** False when any letter of it is taken. */
  take({ part, start, end }: HintPlace): boolean {
    const letters = Array.from({ length: end - start }, (_, index) => `${part}${start + index}`);
    if (letters.some((letter) => this.#letters.has(letter))) return false;
    for (const letter of letters) this.#letters.add(letter);
    return true;
  }
}

/** The project's words as a table of their own: escaped by being split into words, so that no sign means anything. */
function ownMatches(own: OwnWords, words: readonly Word[]) {
  if (own.words.length === 0) return [];
  const rows = own.words.flatMap((text) => {
    const pattern = wordsOf(text)
      .map((word) => word.text)
      .join(' ');
    const of: EvidenceRow = { topic: 'own', weight: OWN_WEIGHT, source: '', patterns: [] };
    return pattern === '' ? [] : [{ pattern, of }];
  });
  return matchesIn(indexOf(rows), words);
}

function topicsOf(evidence: readonly HintEvidence[]): readonly Topic[] {
  const sums = new Map<Topic, number>();
  for (const { topic, weight } of evidence) sums.set(topic, (sums.get(topic) ?? 0) + weight);
  return [...sums].sort(([a, sumA], [b, sumB]) => sumB - sumA || rank(a) - rank(b)).map(([topic]) => topic);
}

function rank(topic: Topic): number {
  return TOPICS.indexOf(topic);
}
