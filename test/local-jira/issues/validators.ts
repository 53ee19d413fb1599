import { badRequest, notServed } from '../http/problem';
import type { RouteContext } from '../http/router';
import type { WorkflowRule, WorkflowTransition } from '../state/config-entities';
import type { Draft } from './draft';

/** The transition's validators. Required fields are checked; any rule beyond is refused by name rather than passed. */
export function validateDraft(context: RouteContext, draft: Draft, transition: WorkflowTransition): void {
  for (const rule of transition.validators) validate(context, draft, rule);
}

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
