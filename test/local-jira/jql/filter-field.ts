import type { Filter } from '../state/people-entities';
import { NONE, type Environment, type Test } from './environment';
import type { Value } from './operands';

/** Names under which JQL knows saved filters. */
export const FILTER_CLAUSES: ReadonlySet<string> = new Set(['filter', 'savedfilter', 'request', 'searchrequest']);

/** Jira refuses a filter that comes back to itself; nobody nests deeper by intent. */
const DEEPEST = 10;

/**
 * `filter = 10001`: what that saved filter finds, for whoever asks. By id, or by name in any case; a filter that is not
 * shared with the viewer does not exist for them.
 * @param testOf the test of a filter's own query.
 */
export function filterTest(
  env: Environment,
  shown: string,
  operator: string,
  values: readonly Value[],
  depth: number,
  testOf: (jql: string, depth: number) => Test,
): Test {
  if (operator !== '=' && operator !== 'in' && operator !== '!=' && operator !== 'not in') {
    return env.noOperator(operator, shown);
  }
  if (depth >= DEEPEST) return env.problem(`Field '${shown}' refers to itself.`);
  const tests = values.map((value) => {
    const filter = value.type === 'text' ? visibleFilter(env, value.text) : undefined;
    if (filter !== undefined) return testOf(filter.jql, depth + 1);
    env.noValue(value.type === 'text' ? value.text : value.type, shown);
    return NONE;
  });
  const negative = operator === '!=' || operator === 'not in';
  return (issue) => tests.some((test) => test(issue)) !== negative;
}

function visibleFilter({ state, access }: Environment, text: string): Filter | undefined {
  const visible = state.filters.filter(({ shared, ownerAccountId }) => shared || ownerAccountId === access.accountId);
  return visible.find(({ id }) => id === text) ?? visible.find(({ name }) => name.toLowerCase() === text.toLowerCase());
}
