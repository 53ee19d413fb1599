/**
 * Patterns of the identifiers that may enter a path or a query. Nothing else does. Pure.
 */

/** Jira's numeric ids: issues, projects, types, options, statuses, link types, links. */
export const NUMERIC_ID = /^[1-9]\d{0,18}$/;
/** An issue key as Jira writes it: project key, hyphen, number. */
export const ISSUE_KEY = /^[A-Z][A-Z0-9_]{1,9}-[1-9]\d{0,9}$/;
/** A project key. */
export const PROJECT_KEY = /^[A-Z][A-Z0-9_]{1,9}$/;
/** A key that a page makes up once per action (a UUID), so that a repeated call does not act twice. */
export const IDEMPOTENCY_KEY = /^[A-Za-z0-9-]{16,64}$/;
/** A custom field id. */
export const CUSTOM_FIELD_ID = /^customfield_[1-9]\d{0,9}$/;
/** The id of a group: a UUID, or a shorter name of letters, digits and hyphens on older sites. */
export const GROUP_ID = /^[A-Za-z0-9-]{1,64}$/;
/** The id of a workflow: a UUID, or digits on older sites. */
export const WORKFLOW_ID = /^[A-Za-z0-9-]{1,64}$/;
/** A transition's id within its workflow. */
export const TRANSITION_ID = /^\d{1,10}$/;

export function isNumericId(value: unknown): value is string {
  return typeof value === 'string' && NUMERIC_ID.test(value);
}

export function isIssueKey(value: unknown): value is string {
  return typeof value === 'string' && ISSUE_KEY.test(value);
}

export function isProjectKey(value: unknown): value is string {
  return typeof value === 'string' && PROJECT_KEY.test(value);
}

export function isIdempotencyKey(value: unknown): value is string {
  return typeof value === 'string' && IDEMPOTENCY_KEY.test(value);
}
