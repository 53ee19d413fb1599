/**
 * The only place that writes JQL. Ids are checked, text is escaped, so that one literal stays one literal.
 * https://support.atlassian.com/jira-software-cloud/docs/what-is-advanced-search-in-jira-cloud/
 */
import { CUSTOM_FIELD_ID, isIssueKey, isNumericId } from '../domain/identifiers';

declare const clauseBrand: unique symbol;

/** A part of a query that came from this file. A bare string is not one. */
export type JqlClause = string & { readonly [clauseBrand]: 'clause' };

/** Names of fields as JQL writes them. */
export type JqlField = 'project' | 'issuetype' | 'status' | 'resolution' | 'issue' | CustomJqlField;
type CustomJqlField = string & { readonly [clauseBrand]: 'field' };

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** `customfield_10010` as JQL knows it: `cf[10010]`. @throws RangeError for another id. */
export function customField(fieldId: string): CustomJqlField {
  if (!CUSTOM_FIELD_ID.test(fieldId)) throw new RangeError('not the id of a custom field');
  return `cf[${fieldId.slice('customfield_'.length)}]` as CustomJqlField;
}

/**
 * Text as one JQL literal, whatever it holds. The backslash goes first, or it would undo the next escape.
 * Control characters, and the code points that Unicode keeps from being characters, are written as `\uXXXX`, which JQL
 * reads in quoted text.
 */
export function literal(text: string): string {
  const escaped = text
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufdd0-\ufdef\ufeff\ufffe\uffff]/g, (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
  return `"${escaped}"`;
}

function id(value: string): string {
  if (!isNumericId(value)) throw new RangeError('not a numeric id');
  return value;
}

function list(items: readonly string[]): string {
  if (items.length === 0) throw new RangeError('JQL has no empty list');
  return `(${items.join(', ')})`;
}

const clause = (text: string) => text as JqlClause;

/** The field has one of these ids (of projects, types, options, statuses …). At least one. */
export function isOneOf(field: JqlField, ids: readonly string[]): JqlClause {
  const [only] = ids;
  return clause(ids.length === 1 && only !== undefined ? `${field} = ${id(only)}` : `${field} in ${list(ids.map(id))}`);
}

/** The field has a value, and none of these ids: an empty field is not found by this. */
export function isNoneOf(field: JqlField, ids: readonly string[]): JqlClause {
  const [only] = ids;
  return clause(
    ids.length === 1 && only !== undefined ? `${field} != ${id(only)}` : `${field} not in ${list(ids.map(id))}`,
  );
}

export function isEmpty(field: JqlField): JqlClause {
  return clause(`${field} is EMPTY`);
}

export function isNotEmpty(field: JqlField): JqlClause {
  return clause(`${field} is not EMPTY`);
}

/** The exact complement of `isOneOf`: empty, or something else. */
export function isEmptyOrNoneOf(field: JqlField, ids: readonly string[]): JqlClause {
  return anyOf(isEmpty(field), isNoneOf(field, ids));
}

/** A date field compared with a day (2026-11-20). */
export function day(field: JqlField, operator: '<' | '<=' | '>' | '>=', isoDay: string): JqlClause {
  if (!ISO_DAY.test(isoDay)) throw new RangeError('not a day');
  return clause(`${field} ${operator} ${literal(isoDay)}`);
}

const CATEGORY_NAME = { toDo: '"To Do"', inProgress: '"In Progress"', done: 'Done' } as const;

export function statusCategoryIs(category: keyof typeof CATEGORY_NAME): JqlClause {
  return clause(`statusCategory = ${CATEGORY_NAME[category]}`);
}

/** The status category is not Done. */
export function isOpen(): JqlClause {
  return clause('statusCategory != Done');
}

/** Has at least one link that reads like one of these descriptions, seen from the issue itself ("mitigates"). */
export function hasLink(descriptions: readonly string[]): JqlClause {
  return clause(`issueLinkType in ${list(descriptions.map(literal))}`);
}

/** Has no link that reads like this, seen from the issue itself; an issue without any link is found too. */
export function hasNoLink(description: string): JqlClause {
  return clause(`issueLinkType != ${literal(description)}`);
}

/** Is linked to this issue by a link that reads like this, seen from that issue ("is mitigated by"). */
export function linkedTo(issueKey: string, description: string): JqlClause {
  if (!isIssueKey(issueKey)) throw new RangeError('not an issue key');
  return clause(`issue in linkedIssues(${literal(issueKey)}, ${literal(description)})`);
}

/**
 * The summary holds a word that begins like this. Only letters and digits are kept, because everything else has a
 * meaning of its own inside a text search.
 */
export function summaryHasWord(word: string): JqlClause {
  const kept = word.replace(/[^\p{L}\p{N}]/gu, '');
  if (kept === '') throw new RangeError('no word');
  return clause(`summary ~ ${literal(`${kept}*`)}`);
}

export function allOf(...clauses: readonly JqlClause[]): JqlClause {
  return joined(clauses, ' AND ');
}

export function anyOf(...clauses: readonly JqlClause[]): JqlClause {
  const text = joined(clauses, ' OR ');
  return clauses.length === 1 ? text : clause(`(${text})`);
}

function joined(clauses: readonly JqlClause[], by: string): JqlClause {
  if (clauses.length === 0) throw new RangeError('no clause');
  return clause(clauses.join(by));
}

export interface Order {
  readonly field: 'created' | 'key' | CustomJqlField;
  readonly direction: 'ASC' | 'DESC';
}

/** A whole query: what to find, and in which order. Jira takes at most seven fields. */
export function ordered(what: JqlClause, ...by: readonly Order[]): string {
  if (by.length === 0) return what;
  return `${what} ORDER BY ${by.map(({ field, direction }) => `${field} ${direction}`).join(', ')}`;
}
