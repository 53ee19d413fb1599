/**
 * A short hash of a story's text at the time of its assessment: did the text change since? Informative only; it
 * protects nothing. Pure, and the same in a function and in the page.
 */
import { wordsIn } from './words-in';

export const TEXT_PARTS = ['summary', 'description'] as const;
export type TextPart = (typeof TEXT_PARTS)[number];
export type TextParts = Readonly<Record<TextPart, string>>;

export const TEXT_HASH = /^[0-9a-f]{28}$/;

/** Of the words of summary and description, 14 hexadecimal digits each, so that one can tell which of them is another. */
export function textHash(text: TextParts): string {
  return TEXT_PARTS.map((part) => cyrb53(wordsIn(text[part]).join(' '))).join('');
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
