import { issueTypeJson, priorityJson, statusJson } from '../config/wire';
import type { Issue } from '../state/issue-entities';
import type { SiteState } from '../state/site-state';

/** An issue where another one names it (parent, sub-task, end of a link): key and four fields. */
export function issueReferenceJson(state: SiteState, issue: Issue): Record<string, unknown> {
  return {
    id: issue.id,
    key: issue.key,
    self: `${state.site.baseUrl}/rest/api/3/issue/${issue.id}`,
    fields: {
      summary: issue.summary,
      status: statusJson(state, state.statuses.require(issue.statusId)),
      ...(issue.priorityId === null
        ? {}
        : { priority: priorityJson(state, state.priorities.require(issue.priorityId)) }),
      issuetype: issueTypeJson(state, state.issueTypes.require(issue.typeId)),
    },
  };
}
