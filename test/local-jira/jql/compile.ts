import type { Clause, TerminalClause } from '@atlaskit/jql-ast';
import type { Access } from '../access/access';
import { JiraProblem } from '../http/problem';
import type { Issue } from '../state/issue-entities';
import type { SiteState } from '../state/site-state';
import { Environment, jqlNotServed, NONE, type Compare, type Test } from './environment';
import { FILTER_CLAUSES, filterTest } from './filter-field';
import { findField } from './find-field';
import { valuesOf } from './operands';
import { propertyField } from './property-fields';
import { parseJql, type ParsedJql } from './parse';

/** A query made ready for one viewer at one instant. */
export interface CompiledJql {
  /** Projects to look through; all others cannot match. */
  readonly projectIds: readonly string[];
  /** Holds for the issues that fit and that the viewer may see. */
  readonly test: Test;
  readonly compare: Compare;
}

const MOST_ORDER_FIELDS = 7;
const UNBOUNDED = 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.';

/** Compiles or throws Jira's 400 with everything that is wrong (501 for JQL that the local Jira lacks). */
export function compileJql(state: SiteState, access: Access, now: number, text: string, bounded = true): CompiledJql {
  const { compiled, errors } = tryCompile(state, access, now, text);
  if (errors.length > 0) throw new JiraProblem(400, errors);
  if (bounded && compiled?.bounded !== true) throw new JiraProblem(400, [UNBOUNDED]);
  return compiled!;
}

/** The same without throwing 400, for `jql/parse` and `jql/match`. */
export function tryCompile(
  state: SiteState,
  access: Access,
  now: number,
  text: string,
): {
  readonly parsed: ParsedJql;
  readonly compiled?: CompiledJql & { readonly bounded: boolean };
  readonly errors: readonly string[];
} {
  const parsed = parseJql(text);
  if (parsed.errors.length > 0) return { parsed, errors: parsed.errors };
  const env = new Environment(state, access, now);
  const where = parsed.where === undefined ? undefined : clauseTest(env, parsed.where, false);
  const compare = orderOf(env, parsed);
  if (env.problems.length > 0) return { parsed, errors: env.problems };
  const projectIds = [...narrowed(env, parsed.where)];
  return {
    parsed,
    errors: [],
    compiled: {
      projectIds,
      test: visible(state, access, where ?? (() => true)),
      compare,
      bounded: where !== undefined,
    },
  };
}

/** Adds what every query leaves out: archived issues, and issues of a security level the viewer is not in. */
function visible(state: SiteState, access: Access, where: Test): Test {
  return (issue) =>
    !issue.archived &&
    where(issue) &&
    (issue.securityLevelId === null || access.maySeeLevel(issue, state.projects.require(issue.projectId)));
}

/** NOT is moved down to the operators, as Jira does: `NOT assignee = x` leaves unassigned issues out, like `!=`. */
function clauseTest(env: Environment, clause: Clause, negate: boolean, depth = 0): Test {
  switch (clause.clauseType) {
    case 'not':
      return clauseTest(env, clause.clause, !negate, depth);
    case 'compound': {
      const tests = clause.clauses.map((part) => clauseTest(env, part, negate, depth));
      return (clause.operator.value === 'and') !== negate ? all(tests) : any(tests);
    }
    case 'terminal':
      return terminalTest(env, clause, negate, depth);
  }
}

function all(tests: readonly Test[]): Test {
  const [first = NONE, second, third] = tests;
  if (tests.length === 1) return first;
  if (tests.length === 2) return (issue) => first(issue) && second!(issue);
  if (tests.length === 3) return (issue) => first(issue) && second!(issue) && third!(issue);
  return (issue) => {
    for (const test of tests) if (!test(issue)) return false;
    return true;
  };
}

function any(tests: readonly Test[]): Test {
  return (issue) => {
    for (const test of tests) if (test(issue)) return true;
    return false;
  };
}

const OPPOSITE: Readonly<Record<string, string>> = {
  '=': '!=',
  '!=': '=',
  in: 'not in',
  'not in': 'in',
  is: 'is not',
  'is not': 'is',
  '~': '!~',
  '!~': '~',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

function terminalTest(env: Environment, clause: TerminalClause, negate: boolean, depth = 0): Test {
  const name = clause.field.value;
  const operator = clause.operator?.value.toLowerCase() ?? '';
  if (operator.startsWith('was') || operator === 'changed' || clause.predicates.length > 0) {
    throw jqlNotServed(`history operator '${operator}'`);
  }
  const [property] = clause.field.properties ?? [];
  const effective = negate ? OPPOSITE[operator]! : operator;
  const values = valuesOf(clause.operand ?? undefined);
  if (property === undefined && FILTER_CLAUSES.has(name.toLowerCase())) {
    return filterTest(env, name, effective, values, depth, (jql, deeper) => queryTest(env, jql, deeper));
  }
  const fields = property === undefined ? findField(env, name) : [propertyField(env, name, property)];
  if (fields === undefined) return NONE;
  // Two fields of one name: either may fit (or, negated, both must not).
  const tests = fields.map((field) => field.test(env, name, effective, values));
  const negative = effective.startsWith('!') || effective.includes('not');
  return negative ? all(tests) : any1(tests);
}

/** The test of a whole query inside another one; its order does not matter there. */
function queryTest(env: Environment, jql: string, depth: number): Test {
  const parsed = parseJql(jql);
  for (const problem of parsed.errors) env.problem(problem);
  return parsed.where === undefined ? () => true : clauseTest(env, parsed.where, false, depth);
}

function any1(tests: readonly Test[]): Test {
  return tests.length === 1 ? tests[0]! : any(tests);
}

/** Projects that a query's own `project = …` leaves, of those the viewer can search. */
function narrowed(env: Environment, where: Clause | undefined): ReadonlySet<string> {
  const searchable = env.access.searchableProjectIds();
  const clauses = where?.clauseType === 'compound' && where.operator.value === 'and' ? where.clauses : [where];
  for (const clause of clauses) {
    if (clause?.clauseType !== 'terminal' || clause.field.value.toLowerCase() !== 'project') continue;
    const operator = clause.operator?.value ?? '';
    if (operator !== '=' && operator !== 'in') continue;
    const test = terminalTest(env, clause, false);
    return new Set([...searchable].filter((projectId) => test({ projectId } as Issue)));
  }
  return searchable;
}

/**
 * Without ORDER BY the newest come first. An issue without a value comes last in ascending and first in descending
 * order; ties fall back to the newest first.
 */
function orderOf(env: Environment, parsed: ParsedJql): Compare {
  if (parsed.orderBy.length > MOST_ORDER_FIELDS) {
    env.problem(`The maximum number of fields in ORDER BY is ${MOST_ORDER_FIELDS}.`);
  }
  const parts = parsed.orderBy.map(({ field, direction }): Compare => {
    const found = findField(env, field.value)?.[0];
    if (found === undefined) return () => 0;
    if (found.compare === undefined) {
      env.problem(`Field '${field.value}' cannot be used for sorting.`);
      return () => 0;
    }
    const compare = found.compare(env);
    return direction?.value === 'DESC' ? (a, b) => compare(b, a) : compare;
  });
  return (a, b) => {
    for (const part of parts) {
      const difference = part(a, b);
      if (difference !== 0) return difference;
    }
    return b.created - a.created || Number(b.id) - Number(a.id);
  };
}
