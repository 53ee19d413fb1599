/**
 * The mark on a risk that came from a file: an issue property with a hash of what the file calls it, so that the same row
 * is known again. No text of the file is in it. Pure.
 */
import { hashOfText } from '../text-hash';
import { rowIdentity, type ImportRow } from './import-row';

/** Key of the issue property, and what the manifest has Jira index of it. */
export const IMPORT_PROPERTY = 'shift-up.import';
export const IMPORT_PATH = 'id';

const HASH = /^[0-9a-f]{14}$/;

export interface ImportMark {
  readonly version: 1;
  readonly id: string;
}

/** Of a row without a key; the same row of two projects is two risks. */
export function importMark(projectId: string, row: Omit<ImportRow, 'key'>): ImportMark {
  return { version: 1, id: hashOfText(`${projectId}\n${rowIdentity({ ...row })}`) };
}

/** The id in a property's value, whatever that holds: anybody who may edit the issue may have written it. */
export function importIdOf(value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' && HASH.test(id) ? id : undefined;
}
