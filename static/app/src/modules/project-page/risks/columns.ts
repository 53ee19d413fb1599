/**
 * The columns of the board, and which of them somebody wants to see. Pure.
 */
import type { FieldName, SiteSetup } from '../../../../../../src/domain/site-setup';

export const COLUMNS = [
  'risk',
  'inherent',
  'residual',
  'owner',
  'treatment',
  'status',
  'enablers',
  'nextReview',
  'age',
] as const;
export type Column = (typeof COLUMNS)[number];

/** The columns that can be left out. */
export type OptionalColumn = Exclude<Column, 'risk'>;
export const OPTIONAL_COLUMNS = COLUMNS.filter((column): column is OptionalColumn => column !== 'risk');

const FIELD_OF: Readonly<Partial<Record<Column, FieldName>>> = {
  inherent: 'riskLevel',
  residual: 'residualLevel',
  owner: 'riskOwner',
  treatment: 'treatment',
  nextReview: 'nextReview',
};

/** The columns that the project has fields for: a team-managed one may lack some. */
export function possibleColumns({ missingFields = [] }: Pick<SiteSetup, 'missingFields'>): readonly Column[] {
  return COLUMNS.filter((column) => {
    const field = FIELD_OF[column];
    return field === undefined || !missingFields.includes(field);
  });
}

/** The columns to show, in their order. */
export function shownColumns(possible: readonly Column[], hidden: ReadonlySet<Column>): readonly Column[] {
  return possible.filter((column) => column === 'risk' || !hidden.has(column));
}

/** What was kept of the hidden columns; anything else is as if nothing had been. */
export function hiddenFrom(kept: string | null): ReadonlySet<Column> {
  const names = (kept ?? '').split(',');
  return new Set(OPTIONAL_COLUMNS.filter((column) => names.includes(column)));
}

export function keptOf(hidden: ReadonlySet<Column>): string {
  return OPTIONAL_COLUMNS.filter((column) => hidden.has(column)).join(',');
}
