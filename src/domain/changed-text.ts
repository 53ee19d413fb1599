/**
 * Whether a story's text changed in words that carry meaning since it was assessed. Pure.
 *
 * Compared are sequences of words (letters and digits, in one Unicode form, without case): markup, white space and
 * punctuation alone change nothing; every word and every number does. What the text was is taken from the issue's
 * history; the hash that was kept at the assessment only finds the place in it, and tells of a change where the history
 * does not reach back. Both come from Jira, and the hash could be anybody's: it can make a warning go away, nothing else.
 */
import { textHash, TEXT_PARTS, type TextPart, type TextParts } from './text-hash';
import { wordsIn } from './words-in';

/** One edit of one part, in the words of the history. */
export interface TextEdit<Who> {
  /** ISO instant. */
  readonly at: string;
  readonly by: Who | undefined;
  readonly part: TextPart;
  readonly from: string;
  readonly to: string;
}

/** What is known of a story's text and of its assessment. */
export interface TextFacts<Who> {
  /** As it is now. */
  readonly text: TextParts;
  /** Newest first. */
  readonly edits: readonly TextEdit<Who>[];
  /** The instant from which on the edits are known: everything, when it is before the assessment. */
  readonly knownFrom: string | undefined;
  /** When the relevance was last set, or the story was made with it; `undefined` when that was before `knownFrom`. */
  readonly assessedAt: string | undefined;
  /** Kept at the assessment, at a confirmation, or at an edit of our own; `undefined` when it is of another assessment. */
  readonly evidence: { readonly hash: string; readonly at: string } | undefined;
}

export interface ChangedTextPart {
  readonly part: TextPart;
  readonly before?: string;
  readonly after: string;
}

export interface TextChange<Who> {
  /** At least one. */
  readonly parts: readonly ChangedTextPart[];
  readonly at: string | undefined;
  readonly by: Who | undefined;
}

export function sameWords(a: string, b: string): boolean {
  const [left, right] = [wordsIn(a), wordsIn(b)];
  return left.length === right.length && left.every((word, index) => word === right[index]);
}

/** `undefined` where nothing changed, as far as anything is known. */
export function textChangeSince<Who>(facts: TextFacts<Who>): TextChange<Who> | undefined {
  const { text, evidence } = facts;
  if (evidence?.hash === textHash(text)) return undefined;
  const { edits, reachesBack } = editsSince(facts);
  const changed = TEXT_PARTS.flatMap((part): readonly ChangedTextPart[] => {
    const ofPart = edits.filter((edit) => edit.part === part);
    const [newest, oldest] = [ofPart[0], ofPart.at(-1)];
    if (newest === undefined || oldest === undefined || sameWords(oldest.from, newest.to)) return [];
    return [{ part, after: newest.to, ...(reachesBack ? { before: oldest.from } : {}) }];
  });
  const last = edits.find((edit) => changed.some(({ part }) => part === edit.part) && !sameWords(edit.from, edit.to));
  if (changed.length > 0) return { parts: changed, at: last?.at, by: last?.by };
  if (reachesBack || evidence === undefined) return undefined;
  const unlike = TEXT_PARTS.filter((part) => hashOfPart(evidence.hash, part) !== hashOfPart(textHash(text), part));
  return { parts: unlike.map((part) => ({ part, after: text[part] })), at: undefined, by: undefined };
}

function editsSince<Who>({ text, edits, knownFrom, assessedAt, evidence }: TextFacts<Who>): {
  readonly edits: readonly TextEdit<Who>[];
  readonly reachesBack: boolean;
} {
  const sinceAssessment = assessedAt === undefined ? edits : edits.filter(({ at }) => at > assessedAt);
  if (evidence !== undefined) {
    const then = {
      summary: hashOfPart(textHash(text), 'summary'),
      description: hashOfPart(textHash(text), 'description'),
    };
    for (const [index, edit] of sinceAssessment.entries()) {
      then[edit.part] = hashOfPart(textHash({ summary: '', description: '', [edit.part]: edit.from }), edit.part);
      if (then.summary + then.description === evidence.hash) {
        return { edits: sinceAssessment.slice(0, index + 1), reachesBack: true };
      }
    }
  }
  const base = [assessedAt, evidence?.at]
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);
  const since = base === undefined ? edits : edits.filter(({ at }) => at > base);
  return { edits: since, reachesBack: base !== undefined && knownFrom !== undefined && knownFrom <= base };
}

const HALF = 14;

function hashOfPart(hash: string, part: TextPart): string {
  return part === 'summary' ? hash.slice(0, HALF) : hash.slice(HALF);
}
