/**
 * Words that speak for security relevance, by topic, with their weight: the one place to read and to change them.
 *
 * | File                   | Rows                                                                             |
 * | ---------------------- | -------------------------------------------------------------------------------- |
 * | evidence/people        | authentication and sessions, authorisation, administration                       |
 * | evidence/data          | personal and confidential data, payment                                          |
 * | evidence/technology    | cryptography and secrets, input and files, interfaces, dependencies              |
 * | evidence/operation     | logging and audit, availability and abuse, security by name                      |
 * | evidence/measures      | what specifications demand, by the classes of ISO 15408                          |
 * | evidence/signs-of-…    | words that say less: of people, of systems, and in the language of trades        |
 * | evidence/everyday-…    | how people say it who know no such word: "let the cleaner in", "paid back"        |
 * | evidence/demands       | what specifications demand without a word of security                            |
 * | evidence/false-friends | what only sounds like evidence (context.ts takes it back)                         |
 * | evidence/against       | what a story is about instead: looks, wording, sorting, printing, figures …      |
 *
 * Weights: 4 stands whatever speaks against it. 3 and 2 are signs: enough in a short summary, unless as much speaks
 * against them, save that `matter` (what a thing is about, not what is done to it) needs company in a specification
 * (register.ts). 1 only tips a balance, and of all words of weight 1 one counts. A row counts once, however often and in
 * whichever of its forms it occurs; a sign counts one less in the description. From which total on there is a hint stands
 * in threshold.ts, what takes words back ("out of scope", "token of appreciation") in context.ts. Patterns are explained in
 * pattern.ts and parted by commas.
 *
 * Where the rows come from: the chapters of OWASP ASVS 5.0 (V1 encoding, V2 validation, V3 web frontend, V4 API, V5
 * files, V6 authentication, V7 sessions, V8 authorisation, V9 tokens, V10 OAuth, V11 cryptography, V12 communication,
 * V13 configuration, V14 data protection, V15 architecture, V16 logging), weaknesses of CWE, the six threats of STRIDE,
 * the rules for card payments (PCI DSS) and personal data (GDPR), and for plants and vehicles (IEC 62443, ISO 21434).
 */
import { DATA } from './evidence/data';
import { DEMANDS } from './evidence/demands';
import { EVERYDAY_PEOPLE } from './evidence/everyday-people';
import { EVERYDAY_SYSTEMS } from './evidence/everyday-systems';
import { MEASURES } from './evidence/measures';
import { OPERATION } from './evidence/operation';
import { PEOPLE } from './evidence/people';
import { SIGNS_OF_PEOPLE } from './evidence/signs-of-people';
import { SIGNS_OF_SYSTEMS } from './evidence/signs-of-systems';
import { TECHNOLOGY } from './evidence/technology';
import { SIGNS_OF_TRADES } from './evidence/signs-of-trades';
import type { EvidenceRow } from './evidence/row';

export { AGAINST } from './evidence/against';
export type { About, AgainstRow, EvidenceRow } from './evidence/row';
export const EVIDENCE: readonly EvidenceRow[] = [
  ...PEOPLE,
  ...DATA,
  ...TECHNOLOGY,
  ...OPERATION,
  ...MEASURES,
  ...SIGNS_OF_PEOPLE,
  ...SIGNS_OF_SYSTEMS,
  ...SIGNS_OF_TRADES,
  ...EVERYDAY_PEOPLE,
  ...EVERYDAY_SYSTEMS,
  ...DEMANDS,
];
