/**
 * Criteria as they are typed: one a line. Pure.
 */
import { CRITERIA_LIMITS } from '../../../../../../src/domain/criteria/security-criteria';

export type CriteriaMistake =
  | { readonly kind: 'none' }
  | { readonly kind: 'tooMany' }
  /** Which line, from 1, as it stands in the field; empty ones count. */
  | { readonly kind: 'tooLong'; readonly line: number; readonly characters: number };

/** The sentences, without empty lines, repetitions and the signs of a list that was pasted. */
export function typedCriteria(text: string): readonly string[] {
  return [...new Set(linesOf(text).filter((line) => line !== ''))];
}

/** What keeps them from being saved; `undefined` where nothing does. */
export function mistakeIn(text: string): CriteriaMistake | undefined {
  const count = typedCriteria(text).length;
  if (count === 0) return { kind: 'none' };
  const lines = linesOf(text);
  const long = lines.findIndex((line) => line.length > CRITERIA_LIMITS.line);
  if (long !== -1) return { kind: 'tooLong', line: long + 1, characters: lines[long]?.length ?? 0 };
  return count > CRITERIA_LIMITS.lines ? { kind: 'tooMany' } : undefined;
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).map((line) => line.trim().replace(/^(?:[-*•–]|\[[ x]?\]|\d{1,2}[.)])\s+/u, ''));
}
