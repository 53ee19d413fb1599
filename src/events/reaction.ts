/**
 * What follows from a change of an issue: one file each in reactions/, listed in react.ts. Events and the reconcile run the
 * same reactions, on the issue as it is now; so it does not matter whether an event comes late, twice, out of order or
 * never, or tells of the app's own change.
 */
import type { ProjectSetup, SiteSetup } from '../domain/site-setup';
import type { JiraIssue } from '../jira/issue';
import type { Scene } from './scene';

/** Issues of one project, as they are now. */
export interface IssuesOfProject {
  /** `undefined` where Shift-Up was not added to the project. */
  readonly project: ProjectSetup | undefined;
  /** The ids that hold there. */
  readonly setup: SiteSetup;
  readonly issues: readonly JiraIssue[];
}

export interface Reaction {
  /** In logs. */
  readonly name: string;
  /** What it looks at of an issue; beside `project`, which is always read. */
  fields(setup: SiteSetup): readonly string[];
  readonly properties: readonly string[];
  /**
   * Makes true what follows from these issues, and writes nothing where it is true already.
   * @returns ids of other issues about which it has to be asked as well, because something of theirs follows from these.
   * @throws JiraError where it could not look, or should come again later.
   */
  react(scene: Scene, changed: IssuesOfProject): Promise<readonly string[]>;
  /** Where the reconcile looks for what events have missed in one project; in this order. */
  searches(scene: Scene, looking: Looking): Promise<readonly Search[]>;
  /** The same in all projects but these, where there could be anything of it. */
  searchElsewhere?(projectIds: readonly string[]): Search;
}

/** What the reconcile looks for in one project. */
export interface Looking {
  readonly project: ProjectSetup;
  readonly setup: SiteSetup;
  /** Changes of so many minutes up to now. */
  readonly minutes: number;
  /** Also what could be wrong whenever it changed: once a day, and when the settings changed. */
  readonly everything: boolean;
  /** There was no look before, or one so long ago that these minutes do not reach back to it. */
  readonly fromTheBeginning: boolean;
}

export interface Search {
  readonly jql: string;
  /** Two queries. Where they find equally many, there is nothing wrong, and the search is not made. */
  readonly notWhenEqual?: readonly [string, string];
  /** The ids among the rows, as the search shows them, that have to be looked at. Without it: all. */
  suspects?(scene: Scene, rows: readonly JiraIssue[]): Promise<readonly string[]>;
}
