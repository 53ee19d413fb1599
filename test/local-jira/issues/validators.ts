import { badRequest, notServed } from '../http/problem';
import type { RouteContext } from '../http/router';
import type { WorkflowRule } from '../state/config-entities';
import type { Draft } from './draft';
import { validateByExpression } from './expression-validator';
import type { TransitionAttempt } from './transition-attempt';

/**
 * The transition's validators, in their order; the first that fails refuses the transition. Any rule that the local
 * Jira does not know is refused by name rather than passed.
 */
export function validateDraft(context: RouteContext, attempt: TransitionAttempt): void {
  for (const rule of attempt.transition.validators) validate(context, attempt, rule);
}

function validate(context: RouteContext, attempt: TransitionAttempt, rule: WorkflowRule): void {
  switch (rule.ruleKey) {
    case 'system:check-permission-validator':
      requirePermission(context, attempt, rule);
      return;
    case 'system:validate-field-value':
      requireFields(context, attempt, rule);
      return;
    case 'forge:expression-validator':
      validateByExpression(context, attempt, rule);
      return;
    default:
      throw notServed(`the workflow validator ${rule.ruleKey}`);
  }
}

function requirePermission(
  { access, state }: RouteContext,
  { draft }: TransitionAttempt,
  { parameters }: WorkflowRule,
) {
  const permission = parameters['permissionKey'] ?? '';
  const project = state.projects.require(draft.projectId);
  if (access.has(permission, project, draft)) return;
  throw badRequest(`You don't have the permission that this transition needs: ${permission}.`);
}

function requireFields({ state }: RouteContext, { draft }: TransitionAttempt, { parameters }: WorkflowRule): void {
  const { ruleType, fieldsRequired, errorMessage } = parameters;
  if (ruleType !== 'fieldRequired') throw notServed(`the workflow validator on field values ${ruleType ?? ''}`);
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
    fixVersions: (draft.fixVersionIds ?? []).length === 0 ? null : draft.fixVersionIds,
    parent: draft.parentId,
    security: draft.securityLevelId,
  };
  if (!Object.hasOwn(values, fieldId)) throw notServed(`a workflow validator on the field ${fieldId}`);
  return values[fieldId] !== null;
}
