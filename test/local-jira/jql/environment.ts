import type { Access } from '../access/access';
import { JiraProblem } from '../http/problem';
import type { Issue } from '../state/issue-entities';
import type { SiteState } from '../state/site-state';

/** Whether an issue fits a clause. Made once per query; allocates nothing per issue. */
export type Test = (issue: Issue) => boolean;
/** Smaller first. */
export type Compare = (a: Issue, b: Issue) => number;

export const NONE: Test = () => false;

/** What clauses are compiled in: whose query it is, when, and what is wrong with it so far. */
export class Environment {
  readonly problems: string[] = [];

  constructor(
    readonly state: SiteState,
    readonly access: Access,
    /** Epoch ms. */
    readonly now: number,
  ) {}

  get timeZone(): string {
    return this.access.user?.timeZone ?? this.state.site.timeZone;
  }

  /** Notes what is wrong and goes on, so that one answer names everything. */
  problem(message: string): Test {
    this.problems.push(message);
    return NONE;
  }

  noValue(value: string, field: string): Test {
    return this.problem(`The value '${value}' does not exist for the field '${field}'.`);
  }

  noOperator(operator: string, field: string): Test {
    return this.problem(`The operator '${operator}' is not supported by the '${field}' field.`);
  }
}

/** Real JQL that the local Jira does not have. */
export function jqlNotServed(what: string): JiraProblem {
  return new JiraProblem(501, [`local Jira does not serve JQL ${what}`]);
}
