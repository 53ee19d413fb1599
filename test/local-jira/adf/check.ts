import Ajv, { type ValidateFunction } from 'ajv-draft-04';
import type { AdfDocument } from '../state/issue-entities';
import schema from './full.json';

let validate: ValidateFunction | undefined;

/** Whether a value is a document by Atlassian's own schema (plain strings are not). Compiled at first use. */
export function isAdf(value: unknown): value is AdfDocument {
  validate ??= new Ajv({ strict: false }).compile(schema);
  return validate(value);
}

/** What is wrong with it, for messages in tests; empty when it is a document. */
export function adfProblems(value: unknown): string[] {
  if (isAdf(value)) return [];
  return (validate?.errors ?? []).slice(0, 5).map((error) => `${error.instancePath || '/'} ${error.message ?? ''}`);
}
