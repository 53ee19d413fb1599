/**
 * What the board can change of a risk, one thing at a time. Pure.
 */
import type { RiskChanges } from '../../../../../../src/contract/risks';
import type { FieldName, SiteSetup, Treatment } from '../../../../../../src/domain/site-setup';
import type { Person } from '../../../../../../src/jira/issue-fields';
import type { RiskRow } from '../../../../../../src/reads/risk-board-view';

export const EDIT_FIELDS = ['owner', 'treatment', 'nextReview'] as const;
export type EditField = (typeof EDIT_FIELDS)[number];

/** `undefined` empties the field. */
export type NewValue =
  | { readonly field: 'owner'; readonly person: Person | undefined }
  | { readonly field: 'treatment'; readonly treatment: Treatment | undefined }
  | { readonly field: 'nextReview'; readonly day: string | undefined };

const FIELD_NAME: Readonly<Record<EditField, FieldName>> = {
  owner: 'riskOwner',
  treatment: 'treatment',
  nextReview: 'nextReview',
};

/** What can be changed in this project: a team-managed one may lack some of the fields. */
export function editableFields({ missingFields = [] }: Pick<SiteSetup, 'missingFields'>): readonly EditField[] {
  return EDIT_FIELDS.filter((field) => !missingFields.includes(FIELD_NAME[field]));
}

export function changesOf(value: NewValue): RiskChanges {
  switch (value.field) {
    case 'owner':
      return { owner: value.person?.accountId ?? null };
    case 'treatment':
      return { treatment: value.treatment ?? null };
    case 'nextReview':
      return { nextReview: value.day ?? null };
  }
}

/** What stands in the risk now. */
export function valueIn(row: RiskRow, field: EditField): NewValue {
  switch (field) {
    case 'owner':
      return { field, person: row.owner };
    case 'treatment':
      return { field, treatment: row.treatment };
    case 'nextReview':
      return { field, day: row.nextReview };
  }
}

/** True where both would write the same. */
export function sameValue(a: NewValue, b: NewValue): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf(value: NewValue): string {
  return JSON.stringify(changesOf(value));
}

/** Risks that are given the same value. */
export interface EditPart {
  readonly value: NewValue;
  readonly rows: readonly RiskRow[];
}

/** How to put each of these back to what stood there: as few parts as there were values. */
export function partsBack(rows: readonly RiskRow[], field: EditField): readonly EditPart[] {
  const parts = new Map<string, { readonly value: NewValue; readonly rows: RiskRow[] }>();
  for (const row of rows) {
    const value = valueIn(row, field);
    const part = parts.get(keyOf(value));
    if (part === undefined) parts.set(keyOf(value), { value, rows: [row] });
    else part.rows.push(row);
  }
  return [...parts.values()];
}
