/**
 * Cells that a spreadsheet would run as a formula. Pure.
 * https://owasp.org/www-community/attacks/CSV_Injection
 *
 * Such a cell gets an apostrophe in front, which spreadsheets show as text. A cell that begins with apostrophes and then
 * looks like a formula gets one more, so that taking one away gives back every text as it was.
 */

/** What opens a formula, also in the wide forms of East Asian keyboards; blanks before it are skipped by some programs. */
const FORMULA = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;
const GUARDED = /^'+(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** The text as a cell that no spreadsheet runs. */
export function safeCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** What a cell says: the inverse of `safeCell`. */
export function cellText(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
