/**
 * The only place that writes JQL. Ids are checked, text is escaped, so that one literal stays one literal.
 * https://support.atlassian.com/jira-software-cloud/docs/what-is-advanced-search-in-jira-cloud/
 */
import { CUSTOM_FIELD_ID, isIssueKey, isNumericId } from '../domain/identifiers';

declare const clauseBrand: unique symbol;

/** A part of a query that came from this file. A bare string is not one. */
export type JqlClause = string & { readonly [clauseBrand]: 'clause' };

/** Names of fields as JQL writes them. */
export type JqlField =
  'project' | 'issuetype' | 'status' | 'resolution' | 'issue' | 'fixVersion' | DateField | CustomJqlField;
/** Moments; compared with a day, that day begins at midnight in the caller's time zone. */
type DateField = 'created' | 'updated' | 'statusCategoryChangedDate';
type CustomJqlField = string & { readonly [clauseBrand]: 'field' };

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const PROPERTY_KEY = /^[A-Za-z][A-Za-z0-9.-]{0,254}$/;
const PROPERTY_PATH = /^[A-Za-z][A-Za-z0-9]{0,63}$/;

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

/** A date compared with a day (2026-11-20). */
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

/**
 * Text at a path of an issue property. Jira answers only where some app's manifest indexes that path (`jira:entityProperty`);
 * elsewhere it refuses the query.
 */
export function hasProperty(propertyKey: string, path: string, text: string): JqlClause {
  return clause(`${property(propertyKey, path)} = ${literal(text)}`);
}

/** The issue has nothing at that path of the property. As refusing as `hasProperty`. */
export function hasNoProperty(propertyKey: string, path: string): JqlClause {
  return clause(`${property(propertyKey, path)} is EMPTY`);
}

function property(propertyKey: string, path: string): string {
  if (!PROPERTY_KEY.test(propertyKey) || !PROPERTY_PATH.test(path)) throw new RangeError('not an issue property');
  return `issue.property[${literal(propertyKey)}].${path}`;
}

/** Is found by the saved filter of this id too. Jira refuses a query that names a filter which the caller may not see. */
export function inFilter(filterId: string): JqlClause {
  return clause(`filter = ${id(filterId)}`);
}

/** Changed in the last so many whole minutes; relative, so that nobody's time zone matters. */
export function updatedWithin(minutes: number): JqlClause {
  if (!Number.isInteger(minutes) || minutes < 1) throw new RangeError('no number of minutes');
  return clause(`updated >= ${literal(`-${minutes}m`)}`);
}

/** Is among the issues that the caller looked at last. Jira remembers them for some weeks. */
export function recentlyViewed(): JqlClause {
  return clause('issue in issueHistory()');
}

/** Is one of these issues. Jira refuses a query that names an issue which the caller may not see. */
export function isAmong(issueKeys: readonly string[]): JqlClause {
  if (!issueKeys.every(isIssueKey)) throw new RangeError('not an issue key');
  return clause(`issue in ${list(issueKeys)}`);
}

/** Is linked to this issue by a link that reads like this, seen from that issue ("is mitigated by"). */
export function linkedTo(issueKey: string, description: string): JqlClause {
  if (!isIssueKey(issueKey)) throw new RangeError('not an issue key');
  return clause(`issue in linkedIssues(${literal(issueKey)}, ${literal(description)})`);
}

/**
 * The summary holds this word in any of its endings, or one that begins like it. Jira's index keeps words without their
 * English endings and does not cut the endings of a word with a wildcard: "exports*" finds no "exports", which "exports"
 * does. Only letters and digits are kept, because everything else has a meaning of its own inside a text search.
 * https://support.atlassian.com/jira-software-cloud/docs/search-for-issues-using-the-text-field/
 */
export function summaryHasWord(word: string): JqlClause {
  const kept = word.replace(/[^\p{L}\p{N}]/gu, '');
  if (kept === '') throw new RangeError('no word');
  return anyOf(clause(`summary ~ ${literal(kept)}`), clause(`summary ~ ${literal(`${kept}*`)}`));
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
  readonly field: DateField | 'key' | 'lastViewed' | 'priority' | CustomJqlField;
  readonly direction: 'ASC' | 'DESC';
}

/** A whole query: what to find, and in which order. Jira takes at most seven fields. */
export function ordered(what: JqlClause, ...by: readonly Order[]): string {
  if (by.length === 0) return what;
  return `${what} ORDER BY ${by.map(({ field, direction }) => `${field} ${direction}`).join(', ')}`;
}
