import { forbidden, ISSUE_NOT_FOUND, notFound } from '../http/problem';
import type { RouteContext } from '../http/router';
import type { Project } from '../state/config-entities';
import type { Issue } from '../state/issue-entities';

/** The issue by id or key (any case, also a former key), or 404 when it is not there for this caller. */
export function visibleIssue({ state, access }: RouteContext, idOrKey: string): Issue {
  const issue = state.issues.byIdOrKey(idOrKey);
  if (issue === undefined || !access.maySee(issue)) throw notFound(ISSUE_NOT_FOUND);
  return issue;
}

export function projectOf({ state }: Pick<RouteContext, 'state'>, issue: Issue): Project {
  return state.projects.require(issue.projectId);
}

/** The issue, and the right to do something to it: 404 when it is invisible, 403 when it is not allowed. */
export function issueForChange(context: RouteContext, idOrKey: string, permission: string, message: string): Issue {
  const issue = visibleIssue(context, idOrKey);
  refuseArchived(context, issue);
  if (!context.access.has(permission, projectOf(context, issue), issue)) throw forbidden(message);
  context.limits.issueWrite(issue.id);
  return issue;
}

/** Archived issues and projects are read-only. */
export function refuseArchived(context: RouteContext, issue: Issue): void {
  if (issue.archived || projectOf(context, issue).archived) {
    throw forbidden(`Issue ${issue.key} is archived and cannot be changed.`);
  }
}

/** The account that acts; every change has one. */
export function actor({ access, state }: RouteContext): string {
  return access.accountId ?? state.site.appAccountId;
}
