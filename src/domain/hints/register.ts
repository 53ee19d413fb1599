/**
 * How a text speaks: a specification ("The system shall …") names everything that a system does, a story or a title
 * names what is new. The same word says less in the first. Pure.
 */
import type { Word } from './words';

/** Words that bind: what a specification says of its subject. */
const BINDING = new Set('shall must will should muss müssen soll sollen doit doivent'.split(' '));

/** How a whole sentence begins that says what a thing does. */
const BEGINNINGS = new Set('the a an all each every any no if when only once after before'.split(' '));

/** Whose wish it is: a story speaks in somebody's name. */
const SPEAKERS = new Set('i my ich je'.split(' '));

/** The first words of a user story. */
const STORY_BEGINNINGS = new Set(['as', 'als', 'en']);

/** "As a teacher, I want": what somebody wishes, with its reason. */
export function isStory(words: readonly Word[]): boolean {
  return words.some(({ text }) => SPEAKERS.has(text)) || STORY_BEGINNINGS.has(words[0]?.text ?? '');
}

/** @param summary Its text and its words. */
export function isSpecification(summary: string, words: readonly Word[]): boolean {
  if (isStory(words)) return false;
  if (words.some(({ text }) => BINDING.has(text))) return true;
  return BEGINNINGS.has(words[0]?.text ?? '') && summary.trimEnd().endsWith('.');
}
