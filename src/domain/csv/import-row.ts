/**
 * One risk of a file, as it is sent to be imported. Everything but the title may be missing; what is missing stays as it
 * is on a risk that exists.
 */
import type { Score } from '../level';
import type { Treatment } from '../site-setup';

export interface ImportRow {
  /** By what the row is known again: the key of an existing risk of this project, or an id of the file's own; else its title. */
  readonly key?: string;
  readonly externalId?: string;
  readonly summary: string;
  readonly description?: string;
  readonly inherent?: Score;
  readonly residual?: Score;
  readonly treatment?: Treatment;
  /** Account id. */
  readonly owner?: string;
  /** ISO day. */
  readonly nextReview?: string;
  readonly businessImpact?: string;
  readonly abuseCase?: string;
  readonly assets?: readonly string[];
  /** An address. */
  readonly infoSecReference?: string;
}

/** The parts of a risk that an import can change. */
export const IMPORTED_PARTS = [
  'summary',
  'description',
  'inherent',
  'residual',
  'treatment',
  'owner',
  'nextReview',
  'businessImpact',
  'abuseCase',
  'assets',
  'infoSecReference',
] as const satisfies readonly (keyof ImportRow)[];
export type ImportedPart = (typeof IMPORTED_PARTS)[number];

/**
 * By what a row is known again when it comes a second time, as one text. A row without key and id is known by its title:
 * the same register again then changes nothing, and a row with another title is another risk.
 */
export function rowIdentity({ key, externalId, summary }: Pick<ImportRow, 'key' | 'externalId' | 'summary'>): string {
  if (key !== undefined) return `key\n${key}`;
  return externalId === undefined ? `title\n${summary}` : `id\n${externalId}`;
}
