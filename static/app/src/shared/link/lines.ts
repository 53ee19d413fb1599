/**
 * The list of enablers as it is typed: one a line. Pure.
 */
import { link } from '../strings/en-link';
import { fill, formatCount } from '../strings/fill';

/** Enablers made in one call: each is two writes, and a function has 25 s. */
export const MOST_LINES = 20;
/** Jira's own limit for a summary. */
const SUMMARY_MAX = 255;

/** What is to be made: no empty lines, white space as one space, each line once. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map(oneLine);
  return [...new Set(lines.filter((line) => line !== ''))];
}

/** Tabs and other characters that no summary may hold become spaces. */
function oneLine(line: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is replaced
  return line.replace(/[\s\u0000-\u001f\u007f]+/gu, ' ').trim();
}

/** Why the list cannot be made as it is; `undefined` where it can. */
export function linesMistake(lines: readonly string[]): string | undefined {
  const words = link.enabler;
  if (lines.length === 0) return words.linesRequired;
  if (lines.length > MOST_LINES) {
    return fill(words.tooManyLines, { count: formatCount(lines.length), most: MOST_LINES });
  }
  const long = lines.findIndex((line) => line.length > SUMMARY_MAX);
  if (long < 0) return undefined;
  return fill(words.lineTooLong, { line: long + 1, count: lines[long]?.length ?? 0, most: SUMMARY_MAX });
}
