import * as v from 'valibot';
import type { Access } from '../access/access';
import { badRequest, forbidden, JiraProblem } from '../http/problem';

const INVALID_PAYLOAD = 'Invalid request payload. Refer to the REST API documentation and try again.';

/** The body of a request, checked. 400 in Jira's words, with the place of every mistake under `errors`. */
export function readBody<const S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const errors: Record<string, string> = {};
  for (const issue of parsed.issues) errors[v.getDotPath(issue) ?? 'body'] = issue.message;
  throw badRequest(INVALID_PAYLOAD, errors);
}

/** Ids in bodies: numbers as text, as most calls want them. */
export const numericId = v.pipe(v.string(), v.regex(/^\d{1,19}$/, 'must be an id'));

/** Ids in bodies of calls that document a number; Jira takes the text of one as well. */
export const numberOrText = v.pipe(
  v.union([v.pipe(v.number(), v.integer(), v.minValue(0)), numericId]),
  v.transform(String),
);

/** 403 with the wording of the group of calls, unless the caller administers Jira. */
export function requireAdmin(access: Access, message: string): void {
  if (!access.isAdmin()) throw forbidden(message);
}

/** Most of Jira's configuration calls answer 400 with one sentence; this is short for that. */
export function refuse(message: string): never {
  throw badRequest(message);
}

/** 409 while a task that changes workflows runs. */
export function taskConflict(taskId: string): JiraProblem {
  return new JiraProblem(409, ['Another task is currently running, please try again later.'], {
    conflictingTaskId: taskId,
  });
}

/** The first value that occurs twice. */
export function duplicateOf(values: readonly string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) !== index);
}
