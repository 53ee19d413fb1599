/**
 * Which of three languages a story is written in, so that a page can say so to the browser (`lang`): it hyphenates and
 * is read out well. Pure.
 */
import { wordsOf } from './words';

export const LANGUAGES = ['en', 'de', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Words that almost every sentence has, and that the other two languages have not. */
const SMALL_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'the a an and or of to in is are be with for that this as i want can so not when from by it their should must will'.split(
      ' ',
    ),
  ),
  de: new Set(
    'der die das den dem ein eine einen einer und oder ist sind wird werden mit für dass als ich möchte kann damit nicht wenn von zu auf im am bei soll muss ohne nach ihre'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les un une des du et ou est sont avec pour que qui en tant je veux peut afin ne pas quand dans par sur il elle doit sans leur ses au aux'.split(
      ' ',
    ),
  ),
};

/** Beginnings and letters that tell a short title without small words. */
const TELLING: Readonly<Partial<Record<Language, RegExp>>> = { de: /[äöüß]/u, fr: /[éèêàçœ]/u };

/** `undefined` where the text does not tell: better no language than a wrong one. */
export function languageOf(text: string): Language | undefined {
  const words = wordsOf(text.slice(0, 5_000));
  const counts = LANGUAGES.map((language) => ({
    language,
    count: words.filter(({ text: word }) => SMALL_WORDS[language].has(word) || (TELLING[language]?.test(word) ?? false))
      .length,
  })).sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  if (first === undefined || second === undefined || first.count === 0 || first.count === second.count)
    return undefined;
  return first.language;
}
