/**
 * What makes a word of the evidence table mean something else: false friends, denials, and talk about looks. Pure data
 * and one pass over the words.
 */
import { FALSE_FRIENDS } from './evidence/false-friends';
import { indexOf, matchesIn } from './pattern';
import type { Word } from './words';

/** After these, to the end of the clause, nothing is evidence: it is said not to be part of it. */
const DENIALS = [
  'out of scope',
  'not ~2 (in|part|within) ~1 (scope|story|ticket|issue)',
  '(no|without|zero|any) ~2 (change|changes|impact|effect|influence|difference|modification) ~2 (to|on|in|for|of)',
  '(not|never|n|doesn|don|didn|isn|won) ~2 (touch*|affect*|involve*|concern*|change*|alter*|influence*|relate*|related)',
  '(nothing|unrelated) ~3 (to|with)',
  'no ~2 (personal|sensitive|customer|user|payment|confidential|private|patient) ~1 (data|information|detail)',
  'no ~1 (login|sign|authentication|password|payment|security|upload|permission|encryption|access|account|api|credentials) ~4 (involved|needed|required|necessary|affected|touched|changes|change|impact|relevant|relevance)',
  '(keine|kein|keinerlei) ~3 (änderung*|auswirkung*|daten|personenbezogen*|anmeldung|zahlung*|sicherheits*)',
  '(nicht|kein) ~3 (betroffen|teil|bestandteil|umfang|geändert|berührt)',
  '(betrifft|berührt|ändert|verändert) ~3 nicht',
  '(aucun|aucune) ~3 (changement|modification|donnée|données|impact)',
  'hors ~1 périmètre',
];

/** Before these, from the beginning of the clause, nothing is evidence. */
const DENIED_BEFORE = [
  '(is|are|stay*|remain*|was|were|keeps|stays) ~2 (unchanged|untouched|unaffected|same)',
  '(is|are|was|were) ~1 (not|out) ~3 (affected|changed|touched|involved|part|scope|needed|required|relevant)',
  '(bleib*|ist|sind|wird|werden) ~2 (unverändert|unberührt)',
  'nicht ~2 (betroffen|berührt|geändert|umfang|bestandteil)',
  'hors ~1 périmètre',
  '(reste|restent) ~1 (inchangé*|identique*)',
  '(later|another|separate|other|next) ~1 (story|ticket|release|epic|issue)',
];

/** A sentence with one of these talks about looks or wording. */
const LOOKS = [
  '(colour|color|colours|colors|coloured|colored|font|fonts|logo|icon|icons|padding|margin|spacing|typo|typos|wording|layout|alignment|align|aligned|misaligned|rounded|corners|pixel|pixels|px|animation|illustration|banner|heading|headline|caption|tooltip|placeholder|spelling|capitalis*|capitaliz*|typography|stylesheet|css|theme|background|hover|gradient|shadow|border|width|height|screenshot|favicon|sprite|glyph|emoji)',
  'dark mode',
  '(1px|2px|3px|4px|5px|6px|8px|10px|12px)',
  '(dark|light) theme',
  '(rename|reword|rephrase|restyle|redesign|resize|recolour|recolor) ~6 (button|label|text|page|screen|heading|title|field|form|link|menu|tab)',
  '(button|label|text|title|heading|link) ~3 (says|reads|text|copy|colour|color|translation)',
  '(translate|translation|translations|übersetz*|traduction*) ~6 (page|text|label|button|dialog|screen|string|message)',
  '(farbe*|schrift*|abstand|abstände|ausrichtung|beschriftung*|tippfehler*|rechtschreib*|symbol|symbole|logos|hintergrund*)',
  '(couleur*|police|icône*|alignement|espacement|libellé*|faute*)',
  'copy ~1 (text|change|update|updates)',
  'with ~1 keyboard',
  'keyboard (navigation|shortcut|focus)',
];

/** A sentence with one of these is about speed, comfort or opening hours: it names what is measured, not what is guarded. */
const QUALITY = [
  '(within|under|in|than|of|takes|take) ~3 (seconds|ms|milliseconds|clicks|hours|minutes)',
  'response time',
  '(easy|intuitive|simple|easier|comfortable) ~3 (use|learn|to|by|for|understand)',
  'user friendly',
  '(percent|of) the time',
  '(available|availability|uptime) ~4 (hours|percent|day|am|pm|time|24)',
];

/** A sentence with one of these explains, teaches or advertises something: naming a thing builds nothing. */
const TELLING = [
  'explain* ~6 (in|what|how|to)',
  '(meaning|definition|bedeutung|signification|définition) (of|der|des|von|de)',
  '(term|word|words|begriff|wort|mot) ~9 (explain*|glossary|glossar|glossaire|tooltip|tip)',
  '(page|article|chapter|quiz|tour|exhibition|exhibit|lecture|leaflet|film|story) (about|on)',
  '(read|learn|understand) ~1 how ~6 (works|work|made|done|functions)',
  '(advert|advertisement|commercial|sponsor) ~9 (tap|skip|click|minute)',
  '(skip|mute) ~3 (sponsor|advert|advertisement|commercial)',
];

/** What may follow a denial and is meant again: "no change to the layout, but passwords …". */
const AGAIN = new Set(['but', 'however', 'except', 'unless', 'aber', 'sondern', 'jedoch', 'mais', 'sauf', 'although']);

type Kind = 'falseFriend' | 'denial' | 'deniedBefore' | 'aside';

const CONTEXT = indexOf<Kind>([
  ...FALSE_FRIENDS.map((pattern) => ({ pattern, of: 'falseFriend' as const })),
  ...DENIALS.map((pattern) => ({ pattern, of: 'denial' as const })),
  ...DENIED_BEFORE.map((pattern) => ({ pattern, of: 'deniedBefore' as const })),
  ...[...LOOKS, ...QUALITY, ...TELLING].map((pattern) => ({ pattern, of: 'aside' as const })),
]);

/** How much a word counts where it stands: 0 nothing, below 1 less, 1 in full. */
export type Weighing = readonly number[];

/** In a sentence about looks or speed, the thing it is about ("login page") hardly counts. */
export const ASIDE_FACTOR = 0.2;

/** For each word, how much evidence there counts. */
export function weighingOf(words: readonly Word[]): Weighing {
  const factors = words.map(() => 1);
  leaveOutSpeakers(factors, words);
  for (const { of, from, to } of matchesIn(CONTEXT, words)) {
    switch (of) {
      case 'falseFriend':
        factors.fill(0, from, to + 1);
        break;
      case 'denial':
        factors.fill(0, from, isHeading(words, to) ? endOfList(words, to) : endOfClause(words, to));
        break;
      case 'deniedBefore':
        factors.fill(0, beginningOfClause(words, from), to + 1);
        break;
      case 'aside':
        lessen(factors, words, from);
    }
  }
  return factors;
}

/** "As a customer, I want": who speaks is no evidence. Who it is about comes later. */
const SPEAKER: Readonly<Record<string, ReadonlySet<string>>> = {
  as: new Set(['i', 'we', 'they']),
  als: new Set(['ich', 'wir', 'möchte', 'will', 'kann', 'muss', 'soll']),
  en: new Set(['je', 'j', 'nous', 'on']),
};
const LONGEST_SPEAKER = 12;

function leaveOutSpeakers(factors: number[], words: readonly Word[]): void {
  words.forEach(({ text, sentence }, from) => {
    const ends = SPEAKER[text];
    if (ends === undefined || words[from - 1]?.sentence === sentence) return;
    if (text === 'en' && words[from + 1]?.text !== 'tant') return;
    for (let to = from + 1; to <= from + LONGEST_SPEAKER && words[to]?.sentence === sentence; to += 1) {
      if (!ends.has(words[to]?.text ?? '')) continue;
      factors.fill(0, from, to);
      return;
    }
  });
}

/** Up to a "but", and to the ends of the sentence. */
function lessen(factors: number[], words: readonly Word[], at: number): void {
  const isPart = (index: number) =>
    words[index]?.sentence === words[at]?.sentence &&
    !AGAIN.has(words[index]?.text ?? '') &&
    !isLessened(factors, index);
  for (let index = at; isPart(index); index -= 1) factors[index] = Math.min(factors[index] ?? 1, ASIDE_FACTOR);
  for (let index = at + 1; isPart(index); index += 1) factors[index] = Math.min(factors[index] ?? 1, ASIDE_FACTOR);
}

/** So that many such words in one endless sentence do not make the work quadratic. */
function isLessened(factors: readonly number[], index: number): boolean {
  return factors[index] === ASIDE_FACTOR;
}

/** A clause is at most this long: a denial does not reach through an endless sentence. */
const LONGEST_CLAUSE = 14;
const LONGEST_LIST = 80;

function endOfClause(words: readonly Word[], from: number): number {
  const sentence = words[from]?.sentence;
  let index = from + 1;
  while (index <= from + LONGEST_CLAUSE && words[index]?.sentence === sentence && !AGAIN.has(words[index]?.text ?? ''))
    index += 1;
  return index;
}

/** "Out of scope" on a line of its own: what follows is a list. */
function isHeading(words: readonly Word[], at: number): boolean {
  return words[at + 1]?.sentence !== words[at]?.sentence;
}

/** The rest of the paragraph; of the next one, where an empty line follows the heading. */
function endOfList(words: readonly Word[], from: number): number {
  const paragraph = words[from + 1]?.paragraph;
  let index = from + 1;
  while (index <= from + LONGEST_LIST && words[index]?.paragraph === paragraph) index += 1;
  return index;
}

function beginningOfClause(words: readonly Word[], from: number): number {
  const sentence = words[from]?.sentence;
  let index = from;
  while (
    index > 0 &&
    index > from - LONGEST_CLAUSE &&
    words[index - 1]?.sentence === sentence &&
    !AGAIN.has(words[index - 1]?.text ?? '')
  )
    index -= 1;
  return index;
}
