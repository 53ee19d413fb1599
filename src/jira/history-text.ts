/**
 * The text of a long field as an issue's history has it. Documents are ADF, but the history is text; in which form is not
 * documented. Jira's old wiki markup is what it was when the history was made, and what is read here; plain text passes
 * through. https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all
 * Both sides of a change come from here, so that they can be compared. No pattern can begin within itself: the work is linear.
 */

/** As much of a text as is read elsewhere (jira/document.ts). In characters. */
const READ_AT_MOST = 100_000;

/**
 * Plain words of a piece of history, in the little structure of `plainTextOf`: `- ` before items, `## ` before headings.
 * Words in braces that only format ({color:red}), addresses behind a link's words, pictures and mentions are left out.
 */
export function plainTextOfHistory(markup: string): string {
  return (
    markup
      .slice(0, READ_AT_MOST)
      .replace(/\r\n?/g, '\n')
      .replace(/\{(?:code|noformat)(?::[^{}\n]{0,80})?\}/g, '\n```\n')
      .replace(/\{(?:color|panel|quote|section|column|anchor|adf)(?::[^{}\n]{0,200})?\}/g, '')
      .replace(/\[~[^[\]\n]{1,200}\]/g, '')
      .replace(/\[([^[|\]\n]{1,500})\|[^[\]\n]{1,2000}\]/g, (_, words: string) => (isAddress(words) ? '' : words))
      .replace(/\[((?:https?|mailto|ftp):[^[\]\n]{1,2000})\]/g, '')
      .replace(/![^!\s|]{1,300}\.[a-z]{2,5}(?:\|[^!\n]{0,100})?!/gi, '')
      // Items first: a heading gets the sign that a numbered item has here.
      .replace(/^[*#-]{1,10}[ \t]+/gm, '- ')
      .replace(/^h([1-6])\.[ \t]+/gm, (_, level: string) => `${'#'.repeat(Number(level))} `)
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

function isAddress(words: string): boolean {
  return /^(?:https?|mailto|ftp):/i.test(words);
}
