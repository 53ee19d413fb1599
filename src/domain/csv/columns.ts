/**
 * What a column of a file means, guessed from its header and its cells. Pure.
 */
import { PROJECT_KEY } from '../identifiers';
import type { FieldName } from '../site-setup';
import { wordOf } from './cell-text';
import { cellText } from './formula';
import { treatmentOf } from './treatment-words';

/** `addToDescription` may stand on several columns; each other one on at most one. */
export const COLUMN_MEANINGS = [
  'key',
  'externalId',
  'summary',
  'description',
  'addToDescription',
  'likelihood',
  'impact',
  'residualLikelihood',
  'residualImpact',
  'treatment',
  'owner',
  'ownerId',
  'nextReview',
  'businessImpact',
  'abuseCase',
  'asset',
  'infoSecReference',
] as const;
export type ColumnMeaning = (typeof COLUMN_MEANINGS)[number];

/** The meaning of each column of a file, in its order; `undefined` for a column that is left out. */
export type ColumnMeanings = readonly (ColumnMeaning | undefined)[];

/** Meanings that need a field which a team-managed project may lack. */
export const FIELD_OF_MEANING: Readonly<Partial<Record<ColumnMeaning, FieldName>>> = {
  likelihood: 'likelihood',
  impact: 'impact',
  residualLikelihood: 'residualLikelihood',
  residualImpact: 'residualImpact',
  treatment: 'treatment',
  owner: 'riskOwner',
  ownerId: 'riskOwner',
  nextReview: 'nextReview',
  businessImpact: 'businessImpact',
  abuseCase: 'abuseCase',
  asset: 'asset',
  infoSecReference: 'infoSecReference',
};

/** Headers as registers write them, compared by `wordOf`. */
const HEADERS: Readonly<Record<ColumnMeaning, readonly string[]>> = {
  key: ['key', 'issue key', 'jira key', 'issuekey', 'vorgangsschlussel', 'schlussel'],
  externalId: ['risk id', 'id', 'external id', 'risk no', 'risk number', 'risk nr', 'no', 'nr', 'number', 'ref', 'risk ref', 'reference id', 'identifier', 'risiko id', 'risiko nr'], // prettier-ignore
  summary: ['title', 'summary', 'risk', 'risk title', 'risk name', 'name', 'risk summary', 'headline', 'titel', 'zusammenfassung', 'risiko', 'bezeichnung'], // prettier-ignore
  description: ['description', 'risk description', 'details', 'risk statement', 'beschreibung', 'risikobeschreibung'],
  addToDescription: ['mitigation', 'mitigations', 'mitigation plan', 'mitigation measures', 'mitigating actions', 'controls', 'existing controls', 'countermeasures', 'measures', 'action plan', 'actions', 'notes', 'comments', 'comment', 'remarks', 'cause', 'causes', 'threat', 'vulnerability', 'massnahmen', 'massnahme', 'bemerkung', 'bemerkungen', 'ursache'], // prettier-ignore
  likelihood: ['likelihood', 'probability', 'inherent likelihood', 'inherent probability', 'likelihood 1 5', 'probability 1 5', 'chance', 'l', 'p', 'wahrscheinlichkeit', 'eintrittswahrscheinlichkeit'], // prettier-ignore
  impact: ['impact', 'severity', 'consequence', 'consequences', 'inherent impact', 'inherent severity', 'impact 1 5', 'severity 1 5', 'i', 's', 'auswirkung', 'schaden', 'schadenshohe', 'schwere'], // prettier-ignore
  residualLikelihood: ['residual likelihood', 'residual probability', 'target likelihood', 'target probability', 'residual likelihood 1 5', 'likelihood after mitigation', 'probability after mitigation', 'restwahrscheinlichkeit'], // prettier-ignore
  residualImpact: ['residual impact', 'residual severity', 'target impact', 'target severity', 'residual impact 1 5', 'impact after mitigation', 'severity after mitigation', 'restauswirkung'], // prettier-ignore
  treatment: ['treatment', 'risk treatment', 'response', 'risk response', 'strategy', 'response strategy', 'treatment strategy', 'treatment option', 'behandlung', 'risikobehandlung', 'strategie'], // prettier-ignore
  owner: ['owner', 'risk owner', 'responsible', 'responsible person', 'owner name', 'owner email', 'owner e mail', 'assignee', 'risikoeigner', 'verantwortlich', 'verantwortlicher', 'eigentumer'], // prettier-ignore
  ownerId: ['owner id', 'risk owner id', 'owner account id', 'assignee id'],
  nextReview: ['next review', 'review date', 'next review date', 'review due', 'review by', 'due date', 'nachste uberprufung', 'nachste prufung', 'wiedervorlage'], // prettier-ignore
  businessImpact: ['business impact', 'business consequence', 'business consequences', 'impact description', 'geschaftsauswirkung'], // prettier-ignore
  abuseCase: ['abuse case', 'misuse case', 'attack scenario', 'threat scenario', 'scenario', 'missbrauchsfall', 'angriffsszenario'], // prettier-ignore
  asset: ['asset', 'assets', 'system', 'component', 'affected asset', 'affected assets', 'affected system', 'affected systems', 'labels'], // prettier-ignore
  infoSecReference: ['infosec reference', 'reference', 'reference url', 'url', 'link', 'grc link', 'verweis'],
};

const MEANING_OF_HEADER: ReadonlyMap<string, ColumnMeaning> = new Map(
  COLUMN_MEANINGS.flatMap((meaning) => HEADERS[meaning].map((header) => [header, meaning] as const)),
);

/** Cells looked at to tell what a column holds. */
const LOOKED_AT = 200;

/**
 * A header that says nothing known is left out; of two columns with the same meaning the first has it.
 * @param rows without the headers.
 * @param projectKey of the project that is imported to: keys of other projects are ids of the file's own there.
 */
export function guessColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  projectKey: string,
): ColumnMeanings {
  const taken = new Set<ColumnMeaning>();
  return headers.map((header, index) => {
    const meaning = byCells(MEANING_OF_HEADER.get(wordOf(header)), cellsOf(rows, index), projectKey);
    if (meaning === undefined || taken.has(meaning)) return undefined;
    if (meaning !== 'addToDescription') taken.add(meaning);
    return meaning;
  });
}

function cellsOf(rows: readonly (readonly string[])[], index: number): readonly string[] {
  return rows.slice(0, LOOKED_AT).flatMap((row) => {
    const cell = cellText(row[index] ?? '').trim();
    return cell === '' ? [] : [cell];
  });
}

/** Where a header means two things, the cells tell which. */
function byCells(
  meaning: ColumnMeaning | undefined,
  cells: readonly string[],
  projectKey: string,
): ColumnMeaning | undefined {
  if (meaning === undefined || cells.length === 0) return meaning;
  if (meaning === 'key' || meaning === 'externalId') {
    return cells.every((cell) => isKeyOf(cell, projectKey)) ? 'key' : 'externalId';
  }
  // "Mitigation" is a plan in most registers, and the choice of a treatment in some.
  if (meaning === 'addToDescription' && cells.every((cell) => treatmentOf(cell) !== undefined)) return 'treatment';
  if (meaning === 'infoSecReference' && !cells.some((cell) => /^https?:\/\//i.test(cell))) return undefined;
  return meaning;
}

/** `SHOP-12` for `SHOP`. */
export function isKeyOf(text: string, projectKey: string): boolean {
  if (!PROJECT_KEY.test(projectKey) || !text.startsWith(`${projectKey}-`)) return false;
  return /^[1-9]\d{0,9}$/.test(text.slice(projectKey.length + 1));
}

/** With this meaning on one column: whichever other column had it is left out. */
export function withMeaning(
  meanings: ColumnMeanings,
  index: number,
  meaning: ColumnMeaning | undefined,
): ColumnMeanings {
  return meanings.map((had, at) => {
    if (at === index) return meaning;
    return had !== undefined && had === meaning && had !== 'addToDescription' ? undefined : had;
  });
}
