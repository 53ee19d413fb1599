import { badRequest, fieldProblem } from '../http/problem';
import type { RouteContext } from '../http/router';

export type JsonObject = Readonly<Record<string, unknown>>;

export function objectOf(value: unknown): JsonObject {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest('Invalid request payload. Refer to the REST API documentation and try again.');
  }
  return value as JsonObject;
}

/** The request's JSON object; 400 when there is none or it has members that the operation does not know. */
export function bodyObject(context: RouteContext, known?: readonly string[]): JsonObject {
  if (context.body === undefined) throw badRequest('No content to map to Object due to end of input');
  const body = objectOf(context.body);
  const unknown = known === undefined ? [] : Object.keys(body).filter((key) => !known.includes(key));
  if (unknown.length > 0) {
    throw badRequest('Invalid request payload. Refer to the REST API documentation and try again.', {
      [unknown[0]!]: 'unknown property',
    });
  }
  return body;
}

export function stringsOf(value: unknown, name: string): readonly string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string' || typeof item === 'number')) {
    throw fieldProblem(name, 'must be a list of strings');
  }
  return value.map(String);
}

/** An id, key or name as Jira reads it: numbers count as text; anything else is shown as it came. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === undefined) return '';
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}

/** `a,b` in a query or ["a","b"] in a body. */
export function commaList(value: string | null | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
