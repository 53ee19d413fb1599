import { fieldProblem } from '../http/problem';
import type { RouteContext } from '../http/router';
import type { Place } from './draft';
import { textOf } from './body';

/** `{key}` or `{id}` of an issue one level above; null or `{none: true}` = no parent. */
export function parentInput({ state, access }: RouteContext, input: unknown, place: Place): string | null {
  const type = state.issueTypes.require(place.typeId);
  const { id, key, none } = (typeof input === 'object' && input !== null ? input : {}) as {
    id?: string;
    key?: string;
    none?: boolean;
  };
  if (input === null || none === true) {
    if (type.hierarchyLevel === -1) {
      throw fieldProblem('parent', 'Issue type is a sub-task but parent issue key or id not specified.');
    }
    return null;
  }
  const parent = state.issues.byIdOrKey(textOf(id ?? key ?? ''));
  if (parent === undefined || !access.maySee(parent)) {
    throw fieldProblem('parent', 'Could not find valid id or key for the parent issue.');
  }
  const parentLevel = state.issueTypes.require(parent.typeId).hierarchyLevel;
  const sameProject = parent.projectId === place.project.id;
  // Team-managed: any issue of the same project may be a child. Company-managed: exactly one level up.
  const fits =
    place.project.style === 'next-gen'
      ? sameProject
      : parentLevel === type.hierarchyLevel + 1 && (parentLevel > 0 || sameProject);
  if (!fits) throw fieldProblem('parentId', 'Given parent work item does not belong to appropriate hierarchy.');
  return parent.id;
}
