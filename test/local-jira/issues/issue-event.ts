import { issueTypeJson, projectReferenceJson, statusJson } from '../config/wire';
import type { RouteContext } from '../http/router';
import type { Issue } from '../state/issue-entities';
import { personJson } from '../wire/people';
import { jiraTime } from '../wire/time';
import { actor } from './find';

/** What every issue event carries: a few system fields, who did it, when. Everything else is read over REST. */
export function issueEventJson(context: RouteContext, issue: Issue) {
  const { state, access, clock, principal } = context;
  const person = (accountId: string | null): unknown => personJson(state, accountId, access);
  const account = actor(context);
  return {
    timestamp: clock.now().getTime(),
    selfGenerated: principal.type === 'app',
    atlassianId: account,
    associatedUsers: [{ accountId: account }],
    issue: {
      id: issue.id,
      key: issue.key,
      fields: {
        summary: issue.summary,
        issuetype: issueTypeJson(state, state.issueTypes.require(issue.typeId)),
        creator: person(issue.creatorId),
        created: jiraTime(issue.created),
        project: projectReferenceJson(state, state.projects.require(issue.projectId)),
        reporter: person(issue.reporterId),
        assignee: person(issue.assigneeId),
        updated: jiraTime(issue.updated),
        status: statusJson(state, state.statuses.require(issue.statusId)),
      },
    },
  };
}
