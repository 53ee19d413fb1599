import { adfText } from '../adf/text';
import type { AdfDocument, Issue } from '../state/issue-entities';

const words = new WeakMap<object, ReadonlySet<string>>();
const summaryWords = new Map<string, ReadonlySet<string>>();
const MOST_REMEMBERED = 200_000;

/** The words of a line of text as they are indexed: lower case, English endings cut off. */
function wordsOf(text: string): ReadonlySet<string> {
  return new Set([...text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => stem(word)));
}

/** The commonest English endings; enough for "logs" to find "log". */
function stem(word: string): string {
  if (word.length > 5 && word.endsWith('ing')) return single(word.slice(0, -3));
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && word.endsWith('ed')) return single(word.slice(0, -2));
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1);
  return word;
}

/** "logg" of "logging" is "log". */
function single(word: string): string {
  return /([bdfgmnprt])\1$/.test(word) ? word.slice(0, -1) : word;
}

function wordsOfLine(text: string): ReadonlySet<string> {
  let found = summaryWords.get(text);
  if (found === undefined) {
    if (summaryWords.size > MOST_REMEMBERED) summaryWords.clear();
    summaryWords.set(text, (found = wordsOf(text)));
  }
  return found;
}

function wordsOfDocument(document: AdfDocument): ReadonlySet<string> {
  let found = words.get(document);
  if (found === undefined) words.set(document, (found = wordsOf(adfText(document))));
  return found;
}

/** Text of an issue that a search looks through: lines and documents. */
export type TextSource = (issue: Issue) => readonly (string | AdfDocument | null | undefined)[];

/** What to look for: every word or phrase must be there. */
export interface TextQuery {
  readonly words: readonly string[];
  readonly prefixes: readonly string[];
  readonly phrases: readonly string[];
}

/**
 * Reads the right side of `~`: words, `wild*`, and "\"a phrase\"". A leading wildcard is refused by Jira.
 * https://support.atlassian.com/jira-software-cloud/docs/search-for-issues-using-the-text-field/
 */
export function textQuery(text: string): TextQuery | undefined {
  const phrases = [...text.matchAll(/"([^"]+)"/g)].map(([, phrase]) => phrase!.toLowerCase());
  const rest = text.replace(/"[^"]*"/g, ' ').toLowerCase();
  const prefixes: string[] = [];
  const single: string[] = [];
  for (const part of rest.split(/\s+/).filter((it) => it !== '')) {
    if (/^[*?]/.test(part)) return undefined;
    const pieces = [...part.matchAll(/[\p{L}\p{N}]+/gu)].map(([piece]) => piece);
    const last = part.endsWith('*') ? pieces.pop() : undefined;
    if (last !== undefined) prefixes.push(last);
    single.push(...pieces.map(stem));
  }
  return { words: single, prefixes, phrases };
}

/** Words may be spread over the sources; a phrase must stand in one of them. */
export function textTest(query: TextQuery, source: TextSource): (issue: Issue) => boolean {
  return (issue) => {
    const texts = source(issue);
    const sets = texts.map((it) => (typeof it === 'string' ? wordsOfLine(it) : it ? wordsOfDocument(it) : undefined));
    return (
      query.words.every((word) => sets.some((set) => set?.has(word))) &&
      query.prefixes.every((prefix) => sets.some((set) => set !== undefined && hasPrefix(set, prefix))) &&
      query.phrases.every((phrase) =>
        texts.some((it) => it && (typeof it === 'string' ? it : adfText(it)).toLowerCase().includes(phrase)),
      )
    );
  };
}

function hasPrefix(set: ReadonlySet<string>, prefix: string): boolean {
  for (const word of set) if (word.startsWith(prefix)) return true;
  return false;
}
