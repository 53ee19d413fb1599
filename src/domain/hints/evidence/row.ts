/**
 * One row of the evidence table, and the abbreviations its patterns may use. Pure.
 */
import type { Topic } from '../topics';

export interface EvidenceRow {
  readonly topic: Topic;
  /** 1 to 4 in the table; see evidence-table.ts. */
  readonly weight: number;
  /** Which chapter, weakness, threat or rule it stands for. */
  readonly source: string;
  /** Can be outweighed (against.ts). */
  readonly isSign: boolean;
  /** What a thing is about, not what is done to it. A specification names all of that, so there it needs company. */
  readonly isMatter: boolean;
  readonly patterns: readonly string[];
}

/** What a story may be about instead. */
export const ABOUT = [
  'display',
  'finding',
  'printing',
  'wording',
  'code',
  'speed',
  'looks',
  'content',
  'figures',
  'specification',
] as const;
export type About = (typeof ABOUT)[number];

/** What speaks against signs. */
export interface AgainstRow {
  readonly about: About;
  readonly weight: 1 | 2 | 3 | 4 | 5;
  readonly patterns: readonly string[];
}

/** Who is let do something, in the language of requirements. */
const PERSON = `(user|admin*|manager|management|employee|staff|member|owner|supervisor|operator|personnel|people|
  person|customer|client|agent|editor|moderator|reviewer|author|teacher|student|doctor|nurse|physician|
  patient|role|group|developer|maintainer|participant|issuer|subscriber|player|party|parties|team|
  organizer|organiser|host|seller|buyer|vendor|entity|entities|application|terminal)`;
const MAY = '(can|may|shall|should|must|will|could|have|has|having|is|are|be|to)';
const DO = `(access*|view*|see|sees|read*|edit*|update*|updat*|delet*|modif*|chang*|creat*|add*|remov*|manag*|
  approv*|export*|download*|perform*|use*|enter*|activat*|initiat*|execut*|request*|search*|assign*|
  configur*|publish*|retriev*|open*|submit*|adjust*|reset*|purchas*|stream*|invok*|load*|instal*|
  advertis*|receiv*|writ*|shar*|print*|send*|cancel*|close*|start*|stop*)`;

/**
 * A row of the table. Below 4 it is a sign: it can be outweighed (against.ts).
 * @param patterns Parted by commas; `<person>`, `<may>` and `<do>` stand for the choices above.
 */
export function row(topic: Topic, weight: 1 | 2 | 3 | 4, source: string, patterns: string): EvidenceRow {
  return { topic, weight, source, isSign: weight < 4, isMatter: false, patterns: patternsOf(patterns) };
}

/** A sign by its subject matter: people, documents, money, partners, devices. Enough in a title, not in a specification. */
export function matter(topic: Topic, weight: 1 | 2 | 3, source: string, patterns: string): EvidenceRow {
  return { ...row(topic, weight, source, patterns), isMatter: true };
}

export function against(about: About, weight: AgainstRow['weight'], patterns: string): AgainstRow {
  return { about, weight, patterns: patternsOf(patterns) };
}

function patternsOf(patterns: string): readonly string[] {
  return patterns
    .replaceAll('<person>', PERSON.replaceAll(/\s/g, ''))
    .replaceAll('<may>', MAY)
    .replaceAll('<do>', DO.replaceAll(/\s/g, ''))
    .split(',')
    .map((pattern) => pattern.trim().replaceAll(/\s+/g, ' '));
}
