import { badRequest, forbidden, JiraProblem } from '../http/problem';
import { empty, json, type RouteContext, type RouteRegistrar } from '../http/router';
import { IssueAnswer } from '../issues/answer';
import { bodyObject, commaList, objectOf } from '../issues/body';
import { createIssue } from '../issues/create';
import { editIssue } from '../issues/edit';
import { issueForChange, projectOf, visibleIssue } from '../issues/find';
import { issueEventJson } from '../issues/issue-event';
import { transitionIssue } from '../issues/transition';
import type { Issue } from '../state/issue-entities';

const READ = ['read:jira-work'];
const WRITE = ['write:jira-work'];
const CREATE_BODY = ['fields', 'update', 'properties', 'transition', 'historyMetadata'];
const MOST_CREATED = 50;

export function register(router: RouteRegistrar): void {
  router.route({ method: 'POST', path: '/rest/api/3/issue', scopes: WRITE, cost: 'write', handler: create });
  router.route({ method: 'POST', path: '/rest/api/3/issue/bulk', scopes: WRITE, cost: 'write', handler: createMany });
  router.route({
    method: 'GET',
    path: '/rest/api/3/issue/{issueIdOrKey}',
    scopes: READ,
    cost: 'read',
    anonymous: true,
    handler: get,
  });
  router.route({
    method: 'PUT',
    path: '/rest/api/3/issue/{issueIdOrKey}',
    scopes: WRITE,
    cost: 'write',
    handler: edit,
  });
  router.route({
    method: 'DELETE',
    path: '/rest/api/3/issue/{issueIdOrKey}',
    scopes: WRITE,
    cost: 'write',
    handler: remove,
  });
  router.route({
    method: 'PUT',
    path: '/rest/api/3/issue/{issueIdOrKey}/assignee',
    scopes: WRITE,
    cost: 'write',
    handler: (context) => {
      const issue = issueForChange(context, context.params['issueIdOrKey']!, 'ASSIGN_ISSUES', NO_EDIT);
      const { accountId } = bodyObject(context);
      editIssue(context, issue, { fields: { assignee: accountId === null ? null : { accountId } } });
      return empty();
    },
  });
}

function create(context: RouteContext) {
  return json(createdJson(context, makeOne(context, bodyObject(context, CREATE_BODY))), 201);
}

function makeOne(context: RouteContext, input: Readonly<Record<string, unknown>>): Issue {
  const issue = createIssue(context, input);
  if (input['transition'] === undefined) return issue;
  return transitionIssue(context, issue, { transition: input['transition'] });
}

function createdJson({ baseUrl }: RouteContext, issue: Issue): Record<string, unknown> {
  return { id: issue.id, key: issue.key, self: `${baseUrl}/rest/api/3/issue/${issue.id}` };
}

/** 201 even when some failed; 400 only when all did. */
function createMany(context: RouteContext) {
  const updates = bodyObject(context)['issueUpdates'];
  if (!Array.isArray(updates) || updates.length === 0) throw badRequest('issueUpdates must be a list of issues.');
  if (updates.length > MOST_CREATED) {
    throw badRequest(`The number of issues to create must not exceed ${MOST_CREATED}.`);
  }
  const issues: unknown[] = [];
  const errors: unknown[] = [];
  updates.forEach((input, failedElementNumber) => {
    try {
      issues.push(createdJson(context, makeOne(context, objectOf(input))));
    } catch (error) {
      if (!(error instanceof JiraProblem) || error.status === 429 || error.status === 501) throw error;
      errors.push({ status: error.status, elementErrors: error.body, failedElementNumber });
    }
  });
  return json({ issues, errors }, issues.length === 0 ? 400 : 201);
}

function get(context: RouteContext) {
  const { params, query } = context;
  const issue = visibleIssue(context, params['issueIdOrKey']!);
  const answer = new IssueAnswer(context, {
    fields: query.getAll('fields').flatMap(commaList),
    expand: commaList(query.get('expand')),
    properties: query.getAll('properties').flatMap(commaList),
  });
  context.countIssues(1);
  if (query.get('updateHistory') === 'true') noteView(context, issue);
  return json({ ...answer.issue(issue), ...answer.aboutFields([issue]) });
}

/** What Jira's own issue page does, and anybody may ask for: JQL's `lastViewed` and `issueHistory()` know of it. */
function noteView({ access, clock, state }: RouteContext, issue: Issue): void {
  const { accountId } = access;
  if (accountId === undefined) return;
  const id = `${accountId} ${issue.id}`;
  state.issueViews.put({ id, accountId, issueId: issue.id, at: clock.now().getTime() });
}

const NO_EDIT = 'You do not have permission to edit issues in this project.';

/** 204 and nothing, or with `returnIssue=true` 200 and the issue. */
function edit(context: RouteContext) {
  const { query, access } = context;
  if (query.get('notifyUsers') === 'false') {
    const project = projectOf(context, visibleIssue(context, context.params['issueIdOrKey']!));
    if (!access.isAdmin() && !access.has('ADMINISTER_PROJECTS', project)) {
      throw forbidden('To discard the user notification either admin or project admin permissions are required.');
    }
  }
  const issue = issueForChange(context, context.params['issueIdOrKey']!, 'EDIT_ISSUES', NO_EDIT);
  const after = editIssue(context, issue, bodyObject(context, CREATE_BODY));
  if (query.get('returnIssue') !== 'true') return empty();
  const answer = new IssueAnswer(context, { fields: [], expand: commaList(query.get('expand')), properties: [] });
  return json(answer.issue(after));
}

function remove(context: RouteContext) {
  const { state, query } = context;
  const message = 'You do not have permission to delete issues in this project.';
  const issue = issueForChange(context, context.params['issueIdOrKey']!, 'DELETE_ISSUES', message);
  const children = state.issues.childrenOf(issue.id).map((id) => state.issues.require(id));
  const subtasks = children.filter((child) => state.issueTypes.require(child.typeId).hierarchyLevel === -1);
  if (subtasks.length > 0 && query.get('deleteSubtasks') !== 'true') {
    throw badRequest(
      `The issue '${issue.key}' has subtasks.  You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`,
    );
  }
  for (const subtask of subtasks) deleteOne(context, subtask);
  for (const child of children) {
    if (!subtasks.includes(child)) state.issues.put({ ...child, parentId: null });
  }
  deleteOne(context, issue);
  // Jira tells only about the issue itself, not about what went with it.
  context.events.emit({ eventType: 'avi:jira:deleted:issue', ...issueEventJson(context, issue) });
  return empty();
}

function deleteOne(context: RouteContext, issue: Issue): void {
  const { state } = context;
  // Atlassian names no event, and no change of the other issue, for what goes with an issue: then there is none.
  for (const { linkId, otherId } of issue.links) {
    const other = state.issues.get(otherId);
    if (other !== undefined) {
      state.issues.put({ ...other, links: other.links.filter((end) => end.linkId !== linkId) });
    }
    state.links.delete(linkId);
  }
  for (const comment of state.comments.filter((it) => it.issueId === issue.id)) state.comments.delete(comment.id);
  for (const link of state.remoteLinks.filter((it) => it.issueId === issue.id)) state.remoteLinks.delete(link.id);
  state.history.delete(issue.id);
  state.properties.delete(`issue:${issue.id}`);
  state.issues.delete(issue.id);
}
