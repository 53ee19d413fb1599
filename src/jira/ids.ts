/**
 * The last look at an identifier before it becomes part of a path or body.
 */
import { CUSTOM_FIELD_ID, isIssueKey, isNumericId } from '../domain/identifiers';
import { JiraError } from './errors';

/** @throws JiraError `refused` for anything but a numeric Jira id; the value itself is never repeated. */
export function numericId(value: string, operation: string): string {
  if (!isNumericId(value)) throw new JiraError('refused', operation);
  return value;
}

/** @throws JiraError `refused` for anything but a numeric id or an issue key. */
export function issueIdOrKey(value: string, operation: string): string {
  if (!isNumericId(value) && !isIssueKey(value)) throw new JiraError('refused', operation);
  return value;
}

/** @throws JiraError `refused` for anything but `customfield_` and digits. */
export function customFieldId(value: string, operation: string): string {
  if (!CUSTOM_FIELD_ID.test(value)) throw new JiraError('refused', operation);
  return value;
}
