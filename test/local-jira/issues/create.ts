import { workflowFor } from '../config/workflows-of-project';
import { fieldsForCreate } from '../config/field-availability';
import { badRequest, fieldProblem, forbidden, JiraProblem } from '../http/problem';
import type { RouteContext } from '../http/router';
import type { IssueType, Project } from '../state/config-entities';
import { NO_LABELS, NO_LINKS, type Issue } from '../state/issue-entities';
import { checkAfterWork, doAfterWork } from './after-work';
import { objectOf, type JsonObject, textOf } from './body';
import type { Draft, Place } from './draft';
import { actor } from './find';
import { issueEventJson } from './issue-event';
import { readPropertyList, setProperty } from './properties';
import { setField } from './set-field';
import { applyVerbs, type AfterWork } from './update-verbs';
import { validateDraft } from './validators';
import { applyTransition, initialTransition } from './workflow';

/**
 * Makes one issue from the body of `POST /issue`. Only fields of the create screen are taken, required ones must be
 * there; all problems of the fields come in one 400.
 */
export function createIssue(context: RouteContext, input: JsonObject): Issue {
  const fields = objectOf(input['fields']);
  const update = objectOf(input['update']);
  const place = placeOf(context, fields);
  const draft = newDraft(context, place);
  const after: AfterWork = { comments: [], links: [] };
  fill(context, draft, place, fields, update, after);
  const properties = readPropertyList(input['properties']);
  const workflow = workflowFor(context.state, place.project, place.typeId);
  const initial = initialTransition(workflow);
  validateDraft(context, { workflow, transition: initial, draft, original: undefined, after });
  applyTransition(context, draft, initial);
  checkAfterWork(context, draft, place.project, after);

  const issue = store(context, draft, place.project);
  for (const { key, value } of properties) setProperty(context.state, `issue:${issue.id}`, key, value);
  context.events.emit({ eventType: 'avi:jira:created:issue', ...issueEventJson(context, issue) });
  doAfterWork(context, issue.id, after);
  return issue;
}

function placeOf({ state, access }: RouteContext, fields: JsonObject): Place {
  const { id, key } = objectOf(fields['project'] ?? {}) as { id?: string | number; key?: string };
  const project =
    id === undefined ? state.projects.find((candidate) => candidate.key === key) : state.projects.get(textOf(id));
  if (project === undefined || !access.mayBrowse(project)) throw fieldProblem('project', 'valid project is required');
  if (project.archived) throw fieldProblem('project', 'The project is archived.');
  if (!access.has('CREATE_ISSUES', project)) {
    throw forbidden('You do not have permission to create issues in this project.');
  }
  return { project, typeId: typeOf(state.issueTypeSchemes.require(project.issueTypeSchemeId).issueTypeIds) };

  function typeOf(allowed: readonly string[]): string {
    const wanted = objectOf(fields['issuetype'] ?? {}) as { id?: string | number; name?: string };
    const types = allowed.map((typeId): IssueType => state.issueTypes.require(typeId));
    const type = types.find((candidate) =>
      wanted.id === undefined ? candidate.name === wanted.name : candidate.id === textOf(wanted.id),
    );
    if (type === undefined) throw fieldProblem('issuetype', 'Specify a valid issue type');
    return type.id;
  }
}

function newDraft(context: RouteContext, { project, typeId }: Place): Draft {
  const { state, clock } = context;
  const now = clock.now().getTime();
  const scheme =
    project.issueSecuritySchemeId === undefined
      ? undefined
      : state.issueSecuritySchemes.require(project.issueSecuritySchemeId);
  return {
    id: '',
    key: '',
    number: 0,
    projectId: project.id,
    typeId,
    statusId: initialTransition(workflowFor(state, project, typeId)).toStatusId,
    priorityId: state.priorities.find((priority) => priority.isDefault)?.id ?? null,
    resolutionId: null,
    resolved: null,
    summary: '',
    description: null,
    environment: null,
    labels: NO_LABELS,
    assigneeId: null,
    reporterId: actor(context),
    creatorId: actor(context),
    parentId: null,
    securityLevelId: scheme?.defaultLevelId ?? null,
    dueDate: null,
    created: now,
    updated: now,
    statusCategoryChanged: now,
    custom: {},
    links: NO_LINKS,
    archived: false,
  };
}

/** Takes every field in; collects what is wrong with each. */
function fill(
  context: RouteContext,
  draft: Draft,
  place: Place,
  fields: JsonObject,
  update: JsonObject,
  after: AfterWork,
): void {
  const allowed = new Map(
    fieldsForCreate(context.state, place.project, place.typeId).map(({ field, required }) => [
      field.id,
      { field, required },
    ]),
  );
  // Always accepted in `update`, on no screen.
  const comment = context.state.fields.require('comment');
  const errors: Record<string, string> = {};
  const attempt = (fieldId: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof JiraProblem) || error.status !== 400) throw error;
      const { errors: found } = error.body as { errors: Record<string, string> };
      if (Object.keys(found).length === 0) throw error;
      Object.assign(errors, found);
    }
  };
  const notOnScreen = (fieldId: string) =>
    fieldProblem(fieldId, `Field '${fieldId}' cannot be set. It is not on the appropriate screen, or unknown.`);
  for (const [fieldId, value] of Object.entries(fields)) {
    if (fieldId === 'project' || fieldId === 'issuetype') continue;
    attempt(fieldId, () => {
      const known = allowed.get(fieldId);
      if (known === undefined) throw notOnScreen(fieldId);
      setField(context, draft, known.field, value, place);
    });
  }
  for (const [fieldId, operations] of Object.entries(update)) {
    attempt(fieldId, () => {
      const field = fieldId === 'comment' ? comment : allowed.get(fieldId)?.field;
      if (field === undefined) throw notOnScreen(fieldId);
      applyVerbs(context, draft, field, operations, place, after);
    });
  }
  if (draft.summary === '' && errors['summary'] === undefined) {
    errors['summary'] = 'You must specify a summary of the issue.';
  }
  const type = context.state.issueTypes.require(place.typeId);
  if (type.hierarchyLevel === -1 && draft.parentId === null && errors['parent'] === undefined) {
    errors['parent'] = 'Issue type is a sub-task but parent issue key or id not specified.';
  }
  for (const { field, required } of allowed.values()) {
    const missing = field.custom
      ? draft.custom[field.id] === undefined
      : (fields[field.id] ?? update[field.id]) === undefined;
    const filledByJira = ['project', 'issuetype', 'summary', 'reporter', 'priority'].includes(field.id);
    if (required && missing && !filledByJira) errors[field.id] ??= `${field.name} is required.`;
  }
  if (Object.keys(errors).length > 0) throw badRequest('', errors);
}

function store({ state }: RouteContext, draft: Draft, project: Project): Issue {
  const number = state.nextIssueNumber(project.id);
  return state.issues.put({ ...draft, id: state.nextId('issue'), key: `${project.key}-${number}`, number });
}
