/**
 * A row of a file as field values: those that make a new risk, and those in which it differs from one that is there.
 */
import type { RiskChanges } from '../contract/risks';
import type { ImportedPart, ImportRow } from '../domain/csv/import-row';
import { levelOf } from '../domain/level';
import { nextReviewAfterScore } from '../domain/review';
import type { FieldName } from '../domain/site-setup';
import { documentOf, plainTextOf } from '../jira/document';
import { dayOf, labelsOf, lineOf, optionIdOf, personOf, summaryOf, type FieldValues } from '../jira/issue-fields';
import { meaningOf, scoreOf } from '../reads/values';
import { changedRisk } from './changed-risk';
import type { ProjectContext } from './context';
import { Refusal } from './refusal';
import type { RiskHere } from './risks-here';

/** What each part needs of a team-managed project. */
const FIELDS_OF: Readonly<Partial<Record<ImportedPart, readonly FieldName[]>>> = {
  inherent: ['likelihood', 'impact'],
  residual: ['residualLikelihood', 'residualImpact'],
  treatment: ['treatment'],
  owner: ['riskOwner'],
  nextReview: ['nextReview'],
  businessImpact: ['businessImpact'],
  abuseCase: ['abuseCase'],
  assets: ['asset'],
  infoSecReference: ['infoSecReference'],
};

export interface ImportPlace extends ProjectContext {
  /** The site's own id of the Risk owner field. */
  readonly siteOwnerField: string;
  readonly reviewDays: RiskHere['reviewDays'];
  /** Day of now, in UTC. */
  readonly today: string;
}

/** Everything the row says. @throws Refusal `not-set-up` where a team-managed project lacks a field that it needs. */
export function newRiskFields(place: ImportPlace, row: ImportRow): FieldValues {
  const { setup, bands, reviewDays, today } = place;
  // A new risk that is scored gets its first review, as one that is scored in its panel does.
  const reviewed =
    row.inherent !== undefined && row.nextReview === undefined && !setup.missingFields?.includes('nextReview')
      ? nextReviewAfterScore(
          { was: undefined, level: levelOf(row.inherent, bands), nextReview: undefined },
          today,
          reviewDays,
        )
      : row.nextReview;
  const whole = reviewed === undefined ? row : { ...row, nextReview: reviewed };
  return valuesOf(place, undefined, whole, partsIn(whole));
}

/**
 * The parts in which the row differs from the risk; what the row does not say is no difference. Texts are compared as
 * text, so that the formatting of an unchanged one stays.
 */
export function differences(
  { setup }: Pick<ImportPlace, 'setup'>,
  fields: FieldValues,
  row: ImportRow,
): readonly ImportedPart[] {
  const own = setup.fields;
  const is: Readonly<Record<ImportedPart, () => boolean>> = {
    summary: () => summaryOf(fields) === row.summary,
    description: () => sameText(fields['description'], row.description),
    inherent: () => sameScore(scoreOf(setup, fields, 'inherent'), row.inherent),
    residual: () => sameScore(scoreOf(setup, fields, 'residual'), row.residual),
    treatment: () => meaningOf(setup.options.treatment, optionIdOf(fields, own.treatment)) === row.treatment,
    owner: () => personOf(fields, own.riskOwner)?.accountId === row.owner,
    nextReview: () => dayOf(fields, own.nextReview) === row.nextReview,
    businessImpact: () => sameText(fields[own.businessImpact], row.businessImpact),
    abuseCase: () => sameText(fields[own.abuseCase], row.abuseCase),
    assets: () => sameSet(labelsOf(fields, own.asset), row.assets ?? []),
    infoSecReference: () => lineOf(fields, own.infoSecReference) === row.infoSecReference,
  };
  return partsIn(row).filter((part) => !is[part]());
}

/** The values for these parts. @throws Refusal `not-set-up` as above. */
export function changedFields(
  place: ImportPlace,
  risk: RiskHere['risk'],
  row: ImportRow,
  parts: readonly ImportedPart[],
): FieldValues {
  return valuesOf(place, risk, row, parts);
}

/** All fields that are compared. */
export function comparedFields({ setup }: Pick<ImportPlace, 'setup'>): readonly string[] {
  const own = Object.values(FIELDS_OF)
    .flat()
    .map((field) => setup.fields[field]);
  return ['summary', 'description', 'issuetype', 'project', 'status', setup.fields.riskLevel, ...own];
}

function partsIn(row: ImportRow): readonly ImportedPart[] {
  const { key, externalId, ...parts } = row;
  return Object.keys(parts) as ImportedPart[];
}

function valuesOf(
  place: ImportPlace,
  risk: RiskHere['risk'] | undefined,
  row: ImportRow,
  parts: readonly ImportedPart[],
): FieldValues {
  const { setup, siteOwnerField } = place;
  if (parts.some((part) => FIELDS_OF[part]?.some((field) => setup.missingFields?.includes(field)))) {
    throw new Refusal('not-set-up');
  }
  const has = (part: ImportedPart) => parts.includes(part);
  const text = (part: 'description' | 'abuseCase', field: string) =>
    has(part) ? { [field]: documentOf(row[part] ?? '') } : {};
  const changes = Object.fromEntries(CHANGES.filter(has).map((part) => [part, row[part]])) as RiskChanges;
  return {
    ...(has('summary') ? { summary: row.summary } : {}),
    ...text('description', 'description'),
    ...text('abuseCase', setup.fields.abuseCase),
    ...(has('assets') ? { [setup.fields.asset]: row.assets } : {}),
    ...(has('infoSecReference') ? { [setup.fields.infoSecReference]: row.infoSecReference } : {}),
    ...changedRisk({ ...place, risk: risk ?? BLANK }, siteOwnerField, changes),
  };
}

/** The parts that somebody can also change by hand, with what follows from them. */
const CHANGES = ['inherent', 'residual', 'treatment', 'owner', 'nextReview', 'businessImpact'] as const;

/** A risk that is not there yet. */
const BLANK: RiskHere['risk'] = {
  id: '',
  key: '',
  fields: { status: { id: '', name: '', statusCategory: { key: 'new' } } },
  properties: {},
  changes: [],
  changesAreAll: false,
};

/** Jira keeps documents: how many empty lines part two paragraphs is not in them. */
function sameText(document: unknown, text: string | undefined): boolean {
  return comparable(plainTextOf(document)) === comparable(plainTextOf(documentOf(text ?? '')));
}

function comparable(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function sameScore(one: ImportRow['inherent'], other: ImportRow['inherent']): boolean {
  return one?.likelihood === other?.likelihood && one?.impact === other?.impact;
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return new Set([...one, ...other]).size === new Set(one).size && new Set(one).size === new Set(other).size;
}
