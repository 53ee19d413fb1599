import type { Issue } from '../state/issue-entities';
import type { SiteState } from '../state/site-state';
import type { ClauseField } from './clause-field';
import type { Environment, Test } from './environment';

interface Reading {
  readonly typeId: string;
  readonly direction: 'outward' | 'inward';
}

/** What a description means from the issue's own side: "mitigates" is an outward link, "is mitigated by" an inward one. */
function readingsOf(state: SiteState, description: string): readonly Reading[] {
  const lower = description.toLowerCase();
  const readings: Reading[] = [];
  for (const type of state.linkTypes.values()) {
    if (type.outward.toLowerCase() === lower) readings.push({ typeId: type.id, direction: 'outward' });
    if (type.inward.toLowerCase() === lower) readings.push({ typeId: type.id, direction: 'inward' });
  }
  return readings;
}

function hasReading(issue: Issue, readings: readonly Reading[]): boolean {
  for (const end of issue.links) {
    for (const reading of readings) {
      if (end.typeId === reading.typeId && end.direction === reading.direction) return true;
    }
  }
  return false;
}

/** `issueLinkType`: by the words of a direction. Unlike other fields, `!=` also holds for issues without any link. */
export const linkTypeField: ClauseField = {
  test(env, shown, operator, values): Test {
    const readings: Reading[] = [];
    let empty = false;
    for (const value of values) {
      if (value.type === 'empty') empty = true;
      else if (value.type === 'function') return env.problem(`Unable to find JQL function '${value.name}()'.`);
      else {
        const found = readingsOf(env.state, value.text);
        if (found.length === 0) env.noValue(value.text, shown);
        readings.push(...found);
      }
    }
    switch (operator) {
      case '=':
      case 'in':
      case 'is':
        return (issue) => (issue.links.length === 0 ? empty : hasReading(issue, readings));
      case '!=':
      case 'not in':
      case 'is not':
        return (issue) => (issue.links.length === 0 ? !empty : !hasReading(issue, readings));
      default:
        return env.noOperator(operator, shown);
    }
  },
};

/** `linkedIssues(KEY)`, `linkedIssues(KEY, "is mitigated by")`: read from KEY's side, as search last saw it. */
export function linkedIssueIds(env: Environment, name: string, args: readonly string[]): readonly string[] | undefined {
  const { state, access } = env;
  const [key = '', description] = args;
  const issue = state.issues.byIdOrKey(key);
  if (issue === undefined || !access.maySee(issue)) {
    env.problem(`Issue '${key}' could not be found in function '${name}'.`);
    return undefined;
  }
  const links = state.index.get(issue.id)?.links ?? [];
  if (description === undefined) return links.map((end) => end.otherId);
  const readings = readingsOf(state, description);
  if (readings.length === 0) {
    env.problem(`Issue link type '${description}' could not be found in function '${name}'.`);
    return undefined;
  }
  return links
    .filter((end) => readings.some((it) => it.typeId === end.typeId && it.direction === end.direction))
    .map((end) => end.otherId);
}
