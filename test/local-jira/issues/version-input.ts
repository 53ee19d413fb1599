import { fieldProblem } from '../http/problem';
import type { RouteContext } from '../http/router';
import { textOf } from './body';
import type { Place } from './draft';
import { listInput } from './input';

/** A list of `{id}` or `{name}` of versions of the issue's own project, archived ones excepted. */
export function versionsInput(context: RouteContext, fieldId: string, input: unknown, place: Place): readonly string[] {
  return [...new Set(listInput(fieldId, input).map((item) => versionInput(context, fieldId, item, place)))];
}

export function versionInput({ state }: RouteContext, fieldId: string, input: unknown, place: Place): string {
  const { id, name } = (typeof input === 'object' && input !== null ? input : {}) as { id?: unknown; name?: unknown };
  const version = state.versions.find(
    (row) =>
      row.projectId === place.project.id &&
      !row.archived &&
      (id === undefined ? row.name === name : row.id === textOf(id)),
  );
  if (version !== undefined) return version.id;
  throw fieldProblem(
    fieldId,
    id === undefined
      ? `Version name '${textOf(name)}' is not valid`
      : `Version with id '${textOf(id)}' does not exist.`,
  );
}
