/**
 * Which headings announce security acceptance criteria, in English, German and French, and which lines say nothing yet.
 * Pure data and two questions.
 */
import { wordsIn } from '../words-in';

/** One of these makes a title a security title; a compound of German may begin with the first part. */
const SECURITY = new Set(['security', 'infosec', 'sicherheit', 'sécurité', 'sicherheits', 'securite']);
/** One of these makes it plain that criteria follow, so that sentences count as well as items of a list. */
const CRITERIA = new Set(
  'criteria criterion ac acs requirement requirements akzeptanzkriterien akzeptanzkriterium abnahmekriterien kriterien anforderungen critères criteres exigences'.split(
    ' ',
  ),
);
/** Both in one word. */
const BOTH = new Set(
  'sicherheitskriterien sicherheitsanforderungen sicherheitsakzeptanzkriterien sicherheitsabnahmekriterien'.split(' '),
);
/** What may stand beside them; any other word makes it another title ("Security guard uniforms"). */
const BESIDE = new Set(
  (
    'acceptance non functional nfr nfrs for of on the and to und für zur zum der die das nicht funktionale ' +
    "privacy data protection datenschutz acceptation de d du la le l et pour confidentialité non fonctionnelles d'acceptation"
  ).split(' '),
);
const TITLE_WORDS_MOST = 8;

/** `criteria`: says that criteria follow. `bare`: says "Security" only, where just the items of a list count. */
export type SecurityTitle = 'criteria' | 'bare';

/** `undefined` for every other title. Numbers before it ("3. Security") and signs around it do not matter. */
export function securityTitle(title: string): SecurityTitle | undefined {
  const words = wordsIn(title).filter((word) => !/^\d+$/.test(word));
  if (words.length === 0 || words.length > TITLE_WORDS_MOST) return undefined;
  if (!words.some((word) => SECURITY.has(word) || BOTH.has(word))) return undefined;
  if (!words.every((word) => SECURITY.has(word) || BOTH.has(word) || CRITERIA.has(word) || BESIDE.has(word)))
    return undefined;
  return words.some((word) => CRITERIA.has(word) || BOTH.has(word)) ? 'criteria' : 'bare';
}

/** Lines that hold a place until somebody writes a criterion. */
const PLACEHOLDERS = new Set([
  'tbd',
  'tba',
  'todo',
  'to do',
  'to be defined',
  'to be done',
  'n a',
  'na',
  'none',
  'no',
  'nothing',
  'not applicable',
  'not relevant',
  'not needed',
  'keine',
  'keins',
  'offen',
  'folgt',
  'nicht relevant',
  'nicht zutreffend',
  'entfällt',
  'noch offen',
  'aucun',
  'aucune',
  'à définir',
  'sans objet',
  'non applicable',
]);

/** Whether a line says something: at least one word, and no placeholder. */
export function saysSomething(line: string): boolean {
  const words = wordsIn(line);
  return words.length > 0 && !PLACEHOLDERS.has(words.join(' '));
}
