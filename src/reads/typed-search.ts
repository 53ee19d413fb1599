/**
 * What somebody typed to find an issue: a key, a number, or words.
 */
import { isIssueKey } from '../domain/identifiers';
import type { CandidateQuery } from './link-candidate';

/** Words that are looked at; more would only make Jira slow. */
const MOST_WORDS = 8;

/** An issue key, as typed in any case, or a bare number of this project. */
export function typedKey({ text, projectKey }: Pick<CandidateQuery, 'text' | 'projectKey'>): string | undefined {
  const typed = text.trim().toUpperCase();
  const key = /^\d{1,9}$/.test(typed) ? `${projectKey}-${typed}` : typed;
  return isIssueKey(key) ? key : undefined;
}

export function typedWords(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].slice(0, MOST_WORDS);
}
