import { workflowFor } from '../config/workflows-of-project';
import { isFieldAvailable } from '../config/field-availability';
import { fieldProblem } from '../http/problem';
import type { RouteContext } from '../http/router';
import type { Field } from '../state/config-entities';
import type { Issue } from '../state/issue-entities';
import { checkAfterWork, doAfterWork } from './after-work';
import { objectOf, type JsonObject } from './body';
import { changesBetween } from './diff';
import { draftOf, type Draft, type Place } from './draft';
import { projectOf } from './find';
import { readPropertyList, setProperty } from './properties';
import { byIdOrName, setField } from './set-field';
import { applyVerbs, type AfterWork } from './update-verbs';
import { writeIssue } from './write';

/**
 * Applies `fields`, `update` and `properties` of `PUT /issue`; all of it or nothing. No screen is checked, only that
 * the issue's project and type have the field. `transition` is ignored, as in Jira.
 */
export function editIssue(context: RouteContext, issue: Issue, input: JsonObject): Issue {
  const project = projectOf(context, issue);
  const draft = draftOf(issue);
  const after: AfterWork = { comments: [], links: [] };
  applyFields(context, draft, input, after);
  const properties = readPropertyList(input['properties']);
  checkAfterWork(context, issue, project, after);

  const stored = writeIssue(context, issue, draft, changesBetween(context.state, issue, draft));
  for (const { key, value } of properties) setProperty(context.state, `issue:${issue.id}`, key, value);
  doAfterWork(context, issue.id, after);
  return context.state.issues.get(stored.id) ?? stored;
}

/** `fields` and `update` onto a draft; used by edit and transition. */
export function applyFields(context: RouteContext, draft: Draft, input: JsonObject, after: AfterWork): void {
  const fields = objectOf(input['fields']);
  const update = objectOf(input['update']);
  const project = context.state.projects.require(draft.projectId);
  if (fields['issuetype'] !== undefined) changeType(context, draft, fields['issuetype']);
  const place: Place = { project, typeId: draft.typeId };
  for (const [fieldId, value] of Object.entries(fields)) {
    if (fieldId === 'issuetype') continue;
    if (update[fieldId] !== undefined) {
      throw fieldProblem(fieldId, `Field '${fieldId}' cannot be set in both 'fields' and 'update'.`);
    }
    setField(context, draft, editable(context, place, fieldId), value, place);
  }
  for (const [fieldId, operations] of Object.entries(update)) {
    applyVerbs(context, draft, editable(context, place, fieldId), operations, place, after);
  }
}

const NOT_EDITABLE = new Set([
  'project',
  'status',
  'created',
  'updated',
  'creator',
  'subtasks',
  'resolutiondate',
  'statusCategory',
  'statuscategorychangedate',
]);

function editable({ state }: RouteContext, place: Place, fieldId: string): Field {
  const field = state.fields.get(fieldId);
  if (
    field === undefined ||
    NOT_EDITABLE.has(fieldId) ||
    !isFieldAvailable(state, place.project, place.typeId, fieldId)
  ) {
    throw fieldProblem(fieldId, `Field '${fieldId}' cannot be set. It is not on the appropriate screen, or unknown.`);
  }
  return field;
}

/** Within the project's types, and only where the new type's workflow has the issue's status. */
function changeType({ state }: RouteContext, draft: Draft, input: unknown): void {
  const project = state.projects.require(draft.projectId);
  const allowed = state.issueTypeSchemes.require(project.issueTypeSchemeId).issueTypeIds;
  const type = byIdOrName(
    allowed.map((id) => state.issueTypes.require(id)),
    'issuetype',
    input,
  );
  const workflow = workflowFor(state, project, type.id);
  if (!workflow.statuses.some(({ statusId }) => statusId === draft.statusId)) {
    throw fieldProblem('issuetype', 'The issue type selected is invalid.');
  }
  draft.typeId = type.id;
}
