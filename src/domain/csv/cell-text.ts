/** Text of a cell as Jira takes it. Pure. */
import { cellText } from './formula';

/** Several lines: one kind of line break, no other control characters, nothing blank at either end. */
export function paragraphsOf(cell: string): string {
  return (
    cellText(cell)
      .replace(/\r\n?/g, '\n')
      // eslint-disable-next-line no-control-regex -- control characters are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
      .trim()
  );
}

/** One line: every stretch of blanks and line breaks is one blank. */
export function lineOf(cell: string): string {
  return paragraphsOf(cell).replace(/\s+/g, ' ').trim();
}

/** A word or two, to be compared: without case, accents and marks. */
export function wordOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
