import type { Issue } from '../state/issue-entities';
import { jqlNotServed, type Compare, type Environment, type Test } from './environment';
import type { Value } from './operands';
import { byNumber, holds } from './order';

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

export function unknownFunction(name: string, shown: string): string {
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
