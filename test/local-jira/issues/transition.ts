import { badRequest, fieldProblem, notServed } from '../http/problem';
import type { RouteContext } from '../http/router';
import type { WorkflowRule, WorkflowTransition } from '../state/config-entities';
import type { Issue } from '../state/issue-entities';
import { checkAfterWork, doAfterWork } from './after-work';
import { objectOf, type JsonObject } from './body';
import { changesBetween } from './diff';
import { draftOf, type Draft } from './draft';
import { applyFields } from './edit';
import { projectOf } from './find';
import { readPropertyList, setProperty } from './properties';
import type { AfterWork } from './update-verbs';
import { applyTransition, transitionsFrom } from './workflow';
import { writeIssue } from './write';

/** Transitions the caller may make now. Needs Transition issues; nobody without it sees any. */
export function openTransitions(context: RouteContext, issue: Issue): readonly WorkflowTransition[] {
  if (!context.access.has('TRANSITION_ISSUES', projectOf(context, issue), issue)) return [];
  return transitionsFrom(context.state, issue);
}

/** Does what `POST /issue/{key}/transitions` says, in one history entry. */
export function transitionIssue(context: RouteContext, issue: Issue, input: JsonObject): Issue {
  const { id } = objectOf(input['transition']) as { id?: unknown };
  const transition = openTransitions(context, issue).find((candidate) => candidate.id === String(id as string));
  if (transition === undefined) {
    throw badRequest(
      id === undefined
        ? "Missing 'transition' identifier"
        : `It seems that you have tried to perform an illegal workflow operation (${String(id as string)}).`,
    );
  }
  if (transition.conditions !== undefined && transition.conditions !== null) {
    throw notServed(`the conditions of the workflow transition ${transition.name}`);
  }
  const draft = draftOf(issue);
  const after: AfterWork = { comments: [], links: [] };
  refuseOffScreen(context, transition, input);
  applyFields(context, draft, input, after);
  for (const rule of transition.validators) validate(context, draft, rule);
  const properties = readPropertyList(input['properties']);
  checkAfterWork(context, issue, projectOf(context, issue), after);
  applyTransition(context, draft, transition);
  const stored = writeIssue(context, issue, draft, changesBetween(context.state, issue, draft));
  for (const { key, value } of properties) setProperty(context.state, `issue:${issue.id}`, key, value);
  doAfterWork(context, issue.id, after);
  return stored;
}

/** Fields can only be set where the transition has a screen that shows them; comments always can. */
function refuseOffScreen({ state }: RouteContext, transition: WorkflowTransition, input: JsonObject): void {
  const screen = transition.screenId === undefined ? undefined : state.screens.get(transition.screenId);
  const onScreen = new Set(['comment', ...(screen?.tabs.flatMap((tab) => tab.fieldIds) ?? [])]);
  for (const fieldId of [...Object.keys(objectOf(input['fields'])), ...Object.keys(objectOf(input['update']))]) {
    if (!onScreen.has(fieldId)) {
      throw fieldProblem(fieldId, `Field '${fieldId}' cannot be set. It is not on the appropriate screen, or unknown.`);
    }
  }
}

/** Required fields are checked; any rule beyond that is refused by name rather than passed. */
function validate({ state }: RouteContext, draft: Draft, { ruleKey, parameters }: WorkflowRule): void {
  const { ruleType, fieldsRequired, errorMessage } = parameters;
  if (ruleKey === 'system:check-permission-validator') return;
  if (ruleKey !== 'system:validate-field-value' || ruleType !== 'fieldRequired') {
    throw notServed(`the workflow validator ${ruleKey}${ruleType === undefined ? '' : ` (${ruleType})`}`);
  }
  for (const fieldId of (fieldsRequired ?? '').split(',')) {
    const field = state.fields.get(fieldId);
    if (field === undefined || hasValue(draft, fieldId)) continue;
    const message = errorMessage === undefined || errorMessage === '' ? `${field.name} is required` : errorMessage;
    throw badRequest(message, { [fieldId]: message });
  }
}

function hasValue(draft: Draft, fieldId: string): boolean {
  if (fieldId.startsWith('customfield_')) return draft.custom[fieldId] !== undefined;
  const values: Readonly<Record<string, unknown>> = {
    summary: draft.summary,
    description: draft.description,
    assignee: draft.assigneeId,
    reporter: draft.reporterId,
    duedate: draft.dueDate,
    resolution: draft.resolutionId,
    priority: draft.priorityId,
    labels: draft.labels.length === 0 ? null : draft.labels,
    parent: draft.parentId,
    security: draft.securityLevelId,
  };
  if (!Object.hasOwn(values, fieldId)) throw notServed(`a workflow validator on the field ${fieldId}`);
  return values[fieldId] !== null;
}
