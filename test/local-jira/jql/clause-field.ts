import type { Issue } from '../state/issue-entities';
import { dateFunction, dayAt, parseDate } from './dates';
import { jqlNotServed, type Compare, type Environment, type Test } from './environment';
import type { Value } from './operands';
import { textQuery, textTest, type TextSource } from './text';

/** One field as JQL knows it. `shown` is the name as the query wrote it, for messages. */
export interface ClauseField {
  test(env: Environment, shown: string, operator: string, values: readonly Value[]): Test;
  /** Absent = cannot be ordered by. */
  compare?(env: Environment): Compare;
}

/** Resolves one text of a query to ids; `undefined` = it does not exist (the resolver's caller says so). */
export type Resolve = (env: Environment, text: string) => readonly string[] | undefined;
export type ResolveCall = (env: Environment, name: string, args: readonly string[]) => readonly string[] | undefined;

export interface IdFieldParts {
  readonly get: (issue: Issue) => string | null | undefined | readonly string[];
  readonly resolve: Resolve;
  readonly call?: ResolveCall;
  /** Jira's message for a value that does not exist, where it is not the usual one. */
  readonly missing?: (value: string, shown: string) => string;
  /** Order of ids; makes `<`, `>` … and ORDER BY possible. */
  readonly rank?: (env: Environment) => (id: string) => number;
  /** True: `<`, `>`, `<=`, `>=` are allowed as well. */
  readonly ordered?: boolean;
  /** True: `!=` and `not in` also hold for issues without any value. */
  readonly negativeIncludesEmpty?: boolean;
}

interface Wanted {
  readonly ids: ReadonlySet<string>;
  readonly empty: boolean;
}

/** A field whose value is an id or several: status, type, user, option, label, link … */
export function idField(parts: IdFieldParts): ClauseField {
  const field: ClauseField = {
    test(env, shown, operator, values) {
      const wanted = resolveAll(env, parts, shown, values);
      switch (operator) {
        case '=':
        case 'in':
        case 'is':
          return anyOf(parts.get, wanted);
        case '!=':
        case 'not in':
        case 'is not':
          return noneOf(parts.get, wanted, parts.negativeIncludesEmpty === true && !wanted.empty);
        case '<':
        case '<=':
        case '>':
        case '>=':
          if (parts.ordered === true && parts.rank !== undefined) return ranked(parts, env, operator, wanted);
      }
      return env.noOperator(operator, shown);
    },
  };
  const { rank } = parts;
  if (rank === undefined) return field;
  return { ...field, compare: (env) => byNumber(rankOf(parts.get, rank(env))) };
}

function resolveAll(env: Environment, parts: IdFieldParts, shown: string, values: readonly Value[]): Wanted {
  const ids = new Set<string>();
  let empty = false;
  for (const value of values) {
    if (value.type === 'empty') {
      empty = true;
      continue;
    }
    const found =
      value.type === 'text' ? parts.resolve(env, value.text) : callResult(env, parts, shown, value.name, value.args);
    if (found !== undefined) for (const id of found) ids.add(id);
    else if (value.type === 'text') {
      if (parts.missing === undefined) env.noValue(value.text, shown);
      else env.problem(parts.missing(value.text, shown));
    }
  }
  return { ids, empty };
}

function callResult(env: Environment, parts: IdFieldParts, shown: string, name: string, args: readonly string[]) {
  const before = env.problems.length;
  const found = parts.call?.(env, name, args);
  if (found === undefined && env.problems.length === before) env.problem(unknownFunction(name, shown));
  return found;
}

/** Functions that Jira has somewhere; anything else does not exist. */
const KNOWN_FUNCTIONS = new Set(
  `approved approver breached cascadeOption choiceOption closedSprints completed componentsLeadByUser currentLogin
  currentUser customerDetail customerOrganizationDetail earliestUnreleasedVersion elapsed endOfDay endOfMonth endOfWeek
  endOfYear entitlementDetail entitlementProduct everbreached futureSprints issueHistory issuesWithRemoteLinksByGlobalId
  lastLogin latestReleasedVersion linkedIssue linkedIssues membersOf myApproval myPending now openSprints organizationMembers
  outdated parentEpic paused pending pendingBy projectsLeadByUser projectsWhereUserHasPermission projectsWhereUserHasRole
  releasedVersions remaining running startOfDay startOfMonth startOfWeek startOfYear standardIssueTypes subtaskIssueTypes
  unreleasedVersions updatedBy votedIssues watchedIssues withinCalendarHours`.split(/\s+/),
);

function unknownFunction(name: string, shown: string): string {
  const known = [...KNOWN_FUNCTIONS].find((it) => it.toLowerCase() === name.toLowerCase());
  if (known !== undefined) throw jqlNotServed(`function ${known}() for the field '${shown}'`);
  return `Unable to find JQL function '${name}()'.`;
}

function anyOf(get: IdFieldParts['get'], { ids, empty }: Wanted): Test {
  const [only] = ids;
  return (issue) => {
    const value = get(issue);
    if (value === null || value === undefined) return empty;
    if (typeof value === 'string') return ids.size === 1 ? value === only : ids.has(value);
    if (value.length === 0) return empty;
    return value.some((id) => ids.has(id));
  };
}

/** Jira leaves issues without a value out of `!=` and `not in`. */
function noneOf(get: IdFieldParts['get'], { ids }: Wanted, includeEmpty: boolean): Test {
  return (issue) => {
    const value = get(issue);
    if (value === null || value === undefined) return includeEmpty;
    if (typeof value === 'string') return !ids.has(value);
    if (value.length === 0) return includeEmpty;
    return !value.some((id) => ids.has(id));
  };
}

function ranked(parts: IdFieldParts, env: Environment, operator: string, { ids }: Wanted): Test {
  const rank = parts.rank!(env);
  const limits = [...ids].map(rank);
  const value = rankOf(parts.get, rank);
  return (issue) => {
    const own = value(issue);
    return own !== undefined && limits.some((limit) => holds(own, operator, limit));
  };
}

function rankOf(get: IdFieldParts['get'], rank: (id: string) => number): (issue: Issue) => number | undefined {
  return (issue) => {
    const value = get(issue);
    if (value === null || value === undefined) return undefined;
    if (typeof value === 'string') return rank(value);
    return value.length === 0 ? undefined : rank(value[0]!);
  };
}

function holds<T extends number | string>(own: T, operator: string, limit: T): boolean {
  switch (operator) {
    case '=':
      return own === limit;
    case '<':
      return own < limit;
    case '<=':
      return own <= limit;
    case '>':
      return own > limit;
    case '>=':
      return own >= limit;
    default:
      return false;
  }
}

/** Orders by a number; issues without one come last (and first when the order is turned round). */
export function byNumber(get: (issue: Issue) => number | undefined): Compare {
  return (a, b) => {
    const [left, right] = [get(a), get(b)];
    if (left === right) return 0;
    if (left === undefined) return 1;
    if (right === undefined) return -1;
    return left - right;
  };
}

export function byText(get: (issue: Issue) => string | null | undefined): Compare {
  return (a, b) => {
    const [left, right] = [get(a) ?? undefined, get(b) ?? undefined];
    if (left === right) return 0;
    if (left === undefined) return 1;
    if (right === undefined) return -1;
    return left < right ? -1 : 1;
  };
}

/** A number field, or an instant when `parse` reads dates. */
export function scalarField<T extends number | string>(
  get: (issue: Issue) => T | null | undefined,
  parse: (env: Environment, value: Exclude<Value, { type: 'empty' }>) => T | undefined,
  missing: (value: string, shown: string) => string,
  compare: Compare,
): ClauseField {
  return {
    compare: () => compare,
    test(env, shown, operator, values) {
      const limits: T[] = [];
      let empty = false;
      for (const value of values) {
        if (value.type === 'empty') empty = true;
        else {
          const limit = parse(env, value);
          if (limit !== undefined) limits.push(limit);
          else if (value.type === 'text') env.problem(missing(value.text, shown));
          else env.problem(unknownFunction(value.name, shown));
        }
      }
      const has = (issue: Issue): T | undefined => get(issue) ?? undefined;
      switch (operator) {
        case 'is':
        case '=':
        case 'in':
          return (issue) => {
            const own = has(issue);
            return own === undefined ? empty : limits.includes(own);
          };
        case 'is not':
        case '!=':
        case 'not in':
          return (issue) => {
            const own = has(issue);
            return own !== undefined && !limits.includes(own);
          };
        case '<':
        case '<=':
        case '>':
        case '>=': {
          const limit = limits[0];
          if (limit === undefined) return env.problems.length > 0 ? () => false : env.noOperator(operator, shown);
          return (issue) => {
            const own = has(issue);
            return own !== undefined && holds(own, operator, limit);
          };
        }
        default:
          return env.noOperator(operator, shown);
      }
    },
  };
}

export function numberField(get: (issue: Issue) => number | null | undefined): ClauseField {
  return scalarField(
    get,
    (_env, value) =>
      value.type === 'text' && value.text !== '' && !Number.isNaN(Number(value.text)) ? Number(value.text) : undefined,
    (value, shown) => `Value '${value}' is invalid for the '${shown}' field. Values must be numeric.`,
    byNumber((issue) => get(issue) ?? undefined),
  );
}

const wrongDate = (value: string, shown: string): string =>
  `Date value '${value}' for field '${shown}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`;

function instant(env: Environment, value: Exclude<Value, { type: 'empty' }>): number | undefined {
  return value.type === 'text'
    ? parseDate(value.text, env.now, env.timeZone)
    : dateFunction(value.name, value.args, env.now, env.timeZone);
}

/** Instants in epoch ms. */
export function instantField(get: (issue: Issue) => number | null | undefined): ClauseField {
  return scalarField(
    get,
    instant,
    wrongDate,
    byNumber((issue) => get(issue) ?? undefined),
  );
}

/** Days without a time: compared as days in the viewer's time zone. */
export function dayField(get: (issue: Issue) => string | null | undefined): ClauseField {
  return scalarField(
    get,
    (env, value) => {
      const at = instant(env, value);
      return at === undefined ? undefined : dayAt(at, env.timeZone);
    },
    wrongDate,
    byText(get),
  );
}

/** `~` and `!~`, and EMPTY. `equals` also allows `=` on the exact text. */
export function textField(source: TextSource, compare?: Compare): ClauseField {
  const isEmpty: Test = (issue) => source(issue).every((text) => text === null || text === undefined || text === '');
  return {
    ...(compare === undefined ? {} : { compare: () => compare }),
    test(env, shown, operator, values) {
      const [value] = values;
      if (operator === 'is' || operator === 'is not') {
        return operator === 'is' ? isEmpty : (issue) => !isEmpty(issue);
      }
      if (operator !== '~' && operator !== '!~') return env.noOperator(operator, shown);
      if (value?.type !== 'text') return env.noOperator(operator, shown);
      if (value.text.trim() === '') {
        return env.problem(`The field '${shown}' does not support searching for an empty string.`);
      }
      const query = textQuery(value.text);
      if (query === undefined) {
        return env.problem(
          `The text query '${value.text}' for field '${shown}' is not allowed to start with character '${value.text.trim()[0]!}'.`,
        );
      }
      const found = textTest(query, source);
      return operator === '~' ? found : (issue) => !isEmpty(issue) && !found(issue);
    },
  };
}
