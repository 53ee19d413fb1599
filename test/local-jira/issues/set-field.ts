import { badRequest, fieldProblem, notServed } from '../http/problem';
import type { RouteContext } from '../http/router';
import type { Field } from '../state/config-entities';
import { NO_LABELS } from '../state/issue-entities';
import { textOf } from './body';
import { setCustom, type Draft, type Place } from './draft';
import { customInput, dayInput, documentInput, labelsInput, lineInput, personInput } from './input';
import { parentInput } from './parent';
import { versionsInput } from './version-input';

/** Sets one field of a draft to a value in the form Jira's API takes. Throws the 400 that Jira would answer. */
export function setField(context: RouteContext, draft: Draft, field: Field, input: unknown, place: Place): void {
  if (field.custom) {
    const value = customInput(context, field, input, place);
    setCustom(draft, field.id, value);
    return;
  }
  setSystemField(context, draft, field, input, place);
}

function setSystemField(context: RouteContext, draft: Draft, field: Field, input: unknown, place: Place): void {
  const { state } = context;
  switch (field.id) {
    case 'summary':
      draft.summary = summaryInput(input);
      return;
    case 'description':
      draft.description = input === null ? null : documentInput('description', input);
      return;
    case 'environment':
      draft.environment = input === null ? null : documentInput('environment', input);
      return;
    case 'labels':
      draft.labels = input === null ? NO_LABELS : labelsInput('labels', input);
      return;
    case 'fixVersions':
      draft.fixVersionIds = input === null ? [] : versionsInput(context, field.id, input, place);
      return;
    case 'duedate':
      draft.dueDate = input === null || input === '' ? null : dayInput('duedate', input);
      return;
    case 'assignee':
      draft.assigneeId = assigneeInput(context, input, place);
      return;
    case 'reporter': {
      const reporterId = personInput(context, 'reporter', input);
      if (reporterId !== draft.reporterId && !context.access.has('MODIFY_REPORTER', place.project)) {
        throw fieldProblem('reporter', 'The reporter specified is not a user.');
      }
      draft.reporterId = reporterId;
      return;
    }
    case 'priority':
      draft.priorityId = byIdOrName(state.priorities.all(), 'priority', input).id;
      return;
    case 'resolution':
      draft.resolutionId = input === null ? null : byIdOrName(state.resolutions.all(), 'resolution', input).id;
      draft.resolved = draft.resolutionId === null ? null : (draft.resolved ?? context.clock.now().getTime());
      return;
    case 'parent':
      draft.parentId = parentInput(context, input, place);
      return;
    case 'security':
      draft.securityLevelId = securityInput(context, input, place);
      return;
    case 'issuelinks':
      throw badRequest('', { issuelinks: "Field does not support update 'issuelinks'" });
    default:
      throw notServed(`setting the field ${field.name}`);
  }
}

export function summaryInput(input: unknown): string {
  if (typeof input !== 'string' || input.trim() === '') {
    throw fieldProblem('summary', 'You must specify a summary of the issue.');
  }
  if (/[\r\n]/.test(input)) {
    throw fieldProblem('summary', 'The summary is invalid because it contains newline characters.');
  }
  if (input.length > 255) throw fieldProblem('summary', 'Summary must be less than 255 characters.');
  return lineInput('summary', input).trim();
}

function assigneeInput(context: RouteContext, input: unknown, place: Place): string | null {
  const accountId = personInput(context, 'assignee', input);
  if (accountId === null || accountId === '-1') return null;
  const assignable = place.project.roleActors;
  const user = context.state.users.require(accountId);
  const inProject = Object.values(assignable)
    .flat()
    .some((it) => (it.type === 'user' ? it.accountId === user.id : user.groups.includes(it.name)));
  if (!inProject) throw fieldProblem('assignee', `User '${accountId}' cannot be assigned issues.`);
  return accountId;
}

function securityInput(context: RouteContext, input: unknown, place: Place): string | null {
  if (!context.access.has('SET_ISSUE_SECURITY', place.project)) {
    throw fieldProblem('security', "Field 'security' cannot be set. It is not on the appropriate screen, or unknown.");
  }
  if (input === null) return null;
  const { id, name } = input as { id?: string; name?: string };
  const schemeId = place.project.issueSecuritySchemeId;
  const levels = schemeId === undefined ? [] : context.state.issueSecuritySchemes.require(schemeId).levels;
  const level = levels.find((candidate) => (id === undefined ? candidate.name === name : candidate.id === id));
  if (level === undefined) throw fieldProblem('security', 'Security level is not valid.');
  return level.id;
}

/** `{id}` or `{name}` of a row. */
export function byIdOrName<T extends { readonly id: string; readonly name: string }>(
  rows: readonly T[],
  fieldId: string,
  input: unknown,
): T {
  const { id, name } = (typeof input === 'object' && input !== null ? input : {}) as { id?: unknown; name?: unknown };
  const row = rows.find((candidate) => (id === undefined ? candidate.name === name : candidate.id === textOf(id)));
  if (row === undefined) {
    throw fieldProblem(fieldId, `Specify a valid 'id' or 'name' for ${fieldId[0]!.toUpperCase()}${fieldId.slice(1)}`);
  }
  return row;
}
