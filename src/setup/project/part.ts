/**
 * What was found about one part of adding Shift-Up to a project, in the shape that all parts share.
 */
import type { SchemeKind } from '../../contract/set-up';
import { isNobody, othersThan, type Users } from '../../jira/project-usage';

/** Something that would have to change and that other projects use too. */
export interface SharedObject {
  readonly scheme: SchemeKind;
  readonly name: string;
  /** Without the project itself. */
  readonly others: Users;
}

export interface PartFound {
  /** Nothing is left to do. */
  readonly right: boolean;
  readonly shared: readonly SharedObject[];
}

/** One entry, or none where nobody else uses it. */
export function sharedWith(projectId: string, scheme: SchemeKind, name: string, users: Users): readonly SharedObject[] {
  const others = othersThan(projectId, users);
  return isNobody(others) ? [] : [{ scheme, name, others }];
}

/** @throws Error: every company-managed project has one of each. */
export function foundFor<T>(found: ReadonlyMap<string, T>, projectId: string): T {
  const one = found.get(projectId);
  if (one === undefined) throw new Error('nothing was found about a project that was asked for');
  return one;
}
