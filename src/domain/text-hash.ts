/**
 * A short hash of a story's text at the time of its assessment: did the text change since? Informative only; it
 * protects nothing. Pure, and the same in a function and in the page.
 */

/**
 * The text as it is compared: one Unicode form, any run of white space as one space, no invisible format characters.
 * Case, punctuation and words count.
 */
export function normalisedText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cf}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Hash of summary and description: 14 hexadecimal digits. */
export function textHash(story: { readonly summary: string; readonly description: string }): string {
  // A line break cannot occur in normalised text, so that the two parts cannot run into each other.
  return cyrb53(`${normalisedText(story.summary)}\n${normalisedText(story.description)}`);
}

/** Hash of any text, to see whether it changed; it protects nothing. 14 hexadecimal digits. */
export function hashOfText(text: string): string {
  return cyrb53(text);
}

/** cyrb53 by bryc (public domain), over UTF-16 units: https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js */
function cyrb53(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  const value = 4294967296 * (2097151 & low) + (high >>> 0);
  return value.toString(16).padStart(14, '0');
}
