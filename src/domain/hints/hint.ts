/**
 * A hint: why a story may be security relevant, with the words that say so. It never sets anything; it is computed where
 * the story is read, and nothing leaves Jira. Linear in the text. Pure.
 */
import { weighingOf } from './context';
import { AGAINST, EVIDENCE, type About, type AgainstRow, type EvidenceRow } from './evidence-table';
import { ownMatches, type OwnWords } from './own-words';
import { indexOf, matchesIn, type PatternIndex } from './pattern';
import { Taken, type HintPlace } from './places';
import { isSpecification, isStory } from './register';
import { saidIn } from './sections';
import { around, densest } from './stretch';
import { thresholdFor, type Where } from './threshold';
import { rank, topicsOf } from './ranking';
import type { Topic } from './topics';
import { wordsOf, type Word } from './words';
import { workOf, type Work } from './work';

export type { OwnWords } from './own-words';
export type { HintPlace } from './places';

/** The story's own text. Descriptions as plain text or Markdown; ADF is made plain in src/jira/document.ts. */
export interface HintText {
  readonly summary: string;
  readonly description?: string;
}

export interface HintEvidence {
  readonly topic: Topic;
  /** The words as the story has them. */
  readonly words: string;
  /** What they count, after the context was looked at. */
  readonly weight: number;
  /** Which chapter, weakness or threat it stands for. */
  readonly source: string;
  /** A word that says little alone. */
  readonly isSign: boolean;
  readonly places: readonly HintPlace[];
}

/** Words that say the story is about something else: looks, wording, sorting … */
export interface HintAgainst {
  /** What the story is about instead (evidence/against.ts). */
  readonly about: About;
  readonly words: string;
  /** What is taken away. Above 0. */
  readonly weight: number;
}

export interface Hint {
  /** The topics it may be about, the strongest first. At least one. */
  readonly topics: readonly Topic[];
  /** The strongest first. */
  readonly evidence: readonly HintEvidence[];
  readonly against: readonly HintAgainst[];
  /** The sum of the evidence, less what speaks against it. */
  readonly total: number;
  /** What the total had to reach. */
  readonly threshold: number;
}

/** A word that stands by itself, counted in full: not in an aside on looks. */
const OUTRIGHT = 4;
/** Of one row and part: enough to judge and to mark, whatever somebody pastes. */
const PLACES_AT_MOST = 100;
/** In a specification: so much of what is done stands alone, or anything done to so much of subject matter. */
const DONE_FROM = 3;
const ABOUT_FROM = 2;
/** From here on a sign in the summary says what the story is about, whatever the details are about. */
const SAID_FROM = 2;

const TABLE: PatternIndex<EvidenceRow> = indexOf(
  EVIDENCE.flatMap((evidence) => evidence.patterns.map((pattern) => ({ pattern, of: evidence }))),
);

const COUNTER_TABLE: PatternIndex<AgainstRow> = indexOf(
  AGAINST.flatMap((against) => against.patterns.map((pattern) => ({ pattern, of: against }))),
);

/** `undefined` where the text gives no reason. That is no judgement: "no hint" never means "not relevant". */
export function hintOf(text: HintText, own: OwnWords = { words: [] }): Hint | undefined {
  const parts = partsOf(text);
  const work = workIn(parts);
  const found = countingIn(
    work,
    parts.flatMap((part) => findingsIn(part, own)),
  );
  const stretch = densest(found.filter((one) => !isInSummary(one)));
  const counted = withOneWeak(withoutLonelyMatter(countedOnce([...found.filter(isInSummary), ...stretch]), parts));
  const speaking = againstIn(parts, stretch, counted);
  const stands = counted.filter(({ isSign }) => !isSign);
  const [strong, signs, less] = [sumOf(stands), sumOf(counted) - sumOf(stands), sumOf(speaking)];
  // Signs that are outweighed are not shown at all; strong evidence stays, whatever speaks against it.
  const isOutweighed = signs <= less;
  const evidence = isOutweighed ? stands : counted;
  const total = isOutweighed ? strong : strong + signs - less;
  const threshold = thresholdFor(lengthOf(parts), whereOf(evidence, parts, work));
  if (total < threshold || evidence.length === 0) return undefined;
  return { topics: topicsOf(evidence), evidence, against: isOutweighed ? [] : speaking, total, threshold };
}

/** Evidence while it is being weighed. */
interface Counted extends HintEvidence {
  /** A word for what the story is about, not for what is done to it. */
  readonly isMatter: boolean;
}

/** One place of one row. */
interface Finding extends HintPlace {
  readonly row: EvidenceRow;
  readonly weight: number;
  readonly words: string;
  /** Which word of the part it begins with. */
  readonly at: number;
}

/** One part of a story, read once. */
interface Part {
  readonly part: HintPlace['part'];
  readonly text: string;
  readonly words: readonly Word[];
  /** For each word, whether it belongs to what the text says (sections.ts). */
  readonly said: readonly boolean[];
}

function partsOf({ summary, description = '' }: HintText): readonly Part[] {
  return [partOf('summary', summary), partOf('description', description)];
}

function partOf(part: HintPlace['part'], text: string): Part {
  const words = wordsOf(text);
  return { part, text, words, said: part === 'summary' ? words.map(() => true) : saidIn(words) };
}

function findingsIn({ part, text, words, said }: Part, own: OwnWords): readonly Finding[] {
  const weighing = weighingOf(words);
  const places = new Map<EvidenceRow, number>();
  return [...matchesIn(TABLE, words), ...ownMatches(own, words)].flatMap(({ of: row, from, to }) => {
    const place = places.get(row) ?? 0;
    places.set(row, place + 1);
    const [first, last] = [words[from], words[to]];
    if (place >= PLACES_AT_MOST) return [];
    if (!said[from] && row.topic !== 'own') return [];
    const weight = weightOf(row, part, Math.min(...weighing.slice(from, to + 1)));
    if (weight === 0 || first === undefined || last === undefined) return [];
    return [
      { part, start: first.start, end: last.end, row, weight, words: text.slice(first.start, last.end), at: from },
    ];
  });
}

/** Signs count one less in the description; only a denial takes anything from a project's own words. */
function weightOf(row: EvidenceRow, part: HintPlace['part'], factor: number): number {
  if (row.topic === 'own') return factor === 0 ? 0 : row.weight;
  return (row.weight - (row.isSign && part === 'description' ? 1 : 0)) * factor;
}

/**
 * What speaks against signs: each row once, in the summary and around the stretch that says most. Details do not take back
 * what the summary says: "Add a payment method" stays that, though a check box and a column belong to it.
 */
function againstIn(
  parts: readonly Part[],
  stretch: readonly Finding[],
  counted: readonly HintEvidence[],
): readonly HintAgainst[] {
  const isSaid = counted.some(
    ({ isSign, weight, places }) => isSign && weight >= SAID_FROM && places.some(isInSummary),
  );
  const taken = new Taken();
  for (const { places } of counted) for (const place of places) taken.take(place);
  const known = new Map<AgainstRow, HintAgainst>();
  for (const { part, text, words } of parts) {
    const near = part === 'summary' ? words : isSaid ? [] : words.slice(...around(stretch));
    for (const { of: row, from, to } of matchesIn(COUNTER_TABLE, near)) {
      const [first, last] = [near[from], near[to]];
      if (known.has(row) || first === undefined || last === undefined) continue;
      const { start, end } = { start: first.start, end: last.end };
      if (!taken.isFree({ part, start, end })) continue;
      known.set(row, { about: row.about, weight: row.weight, words: text.slice(start, end) });
    }
  }
  return [...known.values()];
}

/**
 * In a specification the subject matter says something only beside a sign of what is done to it: "contact data" alone is
 * what the system is about, "contact data are passed on" is a reason to ask.
 */
function withoutLonelyMatter(evidence: readonly Counted[], parts: readonly Part[]): readonly Counted[] {
  const [summary] = parts;
  if (isIssue(parts) || summary === undefined || !isSpecification(summary.text, summary.words)) return evidence;
  const done = sumOf(evidence.filter(({ isSign, isMatter }) => isSign && !isMatter));
  const about = sumOf(evidence.filter(({ isMatter }) => isMatter));
  return done >= DONE_FROM || (done > 0 && about >= ABOUT_FROM) ? evidence : evidence.filter(({ isSign }) => !isSign);
}

/** Of the words of weight 1 one counts: they are in every text, and never enough together. */
function withOneWeak(evidence: readonly HintEvidence[]): readonly HintEvidence[] {
  const isWeak = ({ isSign, weight }: HintEvidence) => isSign && weight <= 1;
  const first = evidence.find(isWeak);
  return evidence.filter((one) => one === first || !isWeak(one));
}

function whereOf(evidence: readonly HintEvidence[], parts: readonly Part[], work: Work): Where {
  const inSummary = evidence.filter(({ places }) => places.some(isInSummary));
  return {
    isInSummary: inSummary.length > 0,
    isNamed: isIssue(parts) && inSummary.some(isOutright) && isPlain(parts),
    isIssue: isIssue(parts),
    isHeldBack: work === 'fault' || work === 'inquiry',
  };
}

/** A story or a requirement is no work of those kinds, whatever words it has: "so that nothing is missing". */
function workIn(parts: readonly Part[]): Work {
  const [summary] = parts;
  if (summary === undefined) return 'change';
  const isWish = isStory(summary.words) || (!isIssue(parts) && isSpecification(summary.text, summary.words));
  return isWish ? 'change' : workOf(summary.text, summary.words);
}

/** Of quiet work nothing counts, of a roll-out only the title; a project's own words count in any kind of work. */
function countingIn(work: Work, found: readonly Finding[]): readonly Finding[] {
  if (work !== 'quiet' && work !== 'rollOut') return found;
  return found.filter((one) => one.row.topic === 'own' || (work === 'rollOut' && isInSummary(one)));
}

function isInSummary({ part }: HintPlace): boolean {
  return part === 'summary';
}

/** Nothing in the summary speaks against it. */
function isPlain([summary]: readonly Part[]): boolean {
  return matchesIn(COUNTER_TABLE, summary?.words ?? []).length === 0;
}

function isOutright({ isSign, weight }: HintEvidence): boolean {
  return !isSign && weight >= OUTRIGHT;
}

/** What has a summary and a description is an issue, whatever its summary sounds like. */
function isIssue([, description]: readonly Part[]): boolean {
  return description !== undefined && description.words.length > 0;
}

/** How to see a bug, and on which device, makes no story longer. */
function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { said }) => sum + said.filter(Boolean).length, 0);
}

function sumOf(weighted: readonly { readonly weight: number }[]): number {
  return weighted.reduce((sum, { weight }) => sum + weight, 0);
}

/** Each row once, and the same words for one row only: the strongest that they speak for. */
function countedOnce(found: readonly Finding[]): readonly Counted[] {
  const strongest = [...found].sort((a, b) => b.weight - a.weight || rank(a.row.topic) - rank(b.row.topic));
  const evidence = new Map<EvidenceRow, Counted & { readonly places: HintPlace[] }>();
  const taken = new Taken();
  for (const { row, weight, words, part, start, end } of strongest) {
    if (!taken.take({ part, start, end })) continue;
    const known = evidence.get(row);
    const place = { part, start, end };
    if (known === undefined)
      evidence.set(row, {
        topic: row.topic,
        source: row.source,
        isSign: row.isSign,
        isMatter: row.isMatter,
        weight,
        words,
        places: [place],
      });
    else known.places.push(place);
  }
  return [...evidence.values()];
}
