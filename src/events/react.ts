/**
 * Runs the reactions on some issues, as they are now.
 */
import type { SiteSetup } from '../domain/site-setup';
import { fetchIssues, type JiraIssue } from '../jira/issue';
import { projectOf } from '../jira/issue-fields';
import type { IssuesOfProject, Reaction } from './reaction';
import { followLevel } from './reactions/follow-level';
import { keepAcceptances } from './reactions/keep-acceptances';
import { markReadiness } from './reactions/mark-readiness';
import type { Scene } from './scene';

/** In this order: whether a story is ready depends on the levels of its risks. */
export const REACTIONS: readonly Reaction[] = [followLevel, keepAcceptances, markReadiness];

export interface ReactOptions {
  readonly reactions?: readonly Reaction[];
  /** The ids that hold where the issues are believed to be; saves reading them twice in team-managed projects. */
  readonly expected?: SiteSetup;
  /** Other issues that are looked at because of these, at most. A risk may have 2,000 links. */
  readonly othersMost?: number;
  /** Called before each further portion of them; what it throws ends the work. */
  readonly beforeMore?: () => void;
}

/** Other issues read, and written where they have to be, at a time. */
const OTHERS_AT_A_TIME = 50;

/**
 * Costs a point and one an issue; twice that for issues of team-managed projects that nobody expected; the same for the
 * other issues that something follows for. Issues that are gone are left out.
 * @throws JiraError
 */
export async function reactTo(scene: Scene, issueIds: readonly string[], options: ReactOptions = {}): Promise<void> {
  const { reactions = REACTIONS, expected, othersMost, beforeMore } = options;
  const groups = await readByProject(scene, reactions, issueIds, expected);
  for (const reaction of reactions) {
    const others = new Set<string>();
    for (const group of groups) for (const id of await reaction.react(scene, group)) others.add(id);
    for (const id of issueIds) others.delete(id);
    const looked = [...others].slice(0, othersMost);
    for (let start = 0; start < looked.length; start += OTHERS_AT_A_TIME) {
      if (start > 0) beforeMore?.();
      const portion = looked.slice(start, start + OTHERS_AT_A_TIME);
      // What follows from these was looked at when they changed themselves.
      for (const group of await readByProject(scene, [reaction], portion)) await reaction.react(scene, group);
    }
  }
}

async function readByProject(
  scene: Scene,
  reactions: readonly Reaction[],
  ids: readonly string[],
  expected: SiteSetup = scene.site,
): Promise<readonly IssuesOfProject[]> {
  if (ids.length === 0) return [];
  const properties = [...new Set(reactions.flatMap((reaction) => reaction.properties))];
  const fieldsIn = (setup: SiteSetup) => [...new Set(['project', ...reactions.flatMap((each) => each.fields(setup))])];
  const issues = await fetchIssues(scene.jira, ids, { fields: fieldsIn(expected), properties });
  const groups: IssuesOfProject[] = [];
  for (const [projectId, found] of byProject(issues)) {
    const project = await scene.projectSetup(projectId);
    const setup = scene.setupIn(project);
    // A team-managed project has fields of its own.
    const missed = fieldsIn(setup).some((field) => !fieldsIn(expected).includes(field));
    const those = missed ? await fetchIssues(scene.jira, idsOf(found), { fields: fieldsIn(setup), properties }) : found;
    groups.push({ project, setup, issues: those });
  }
  return groups;
}

function byProject(issues: readonly JiraIssue[]): ReadonlyMap<string, readonly JiraIssue[]> {
  const groups = new Map<string, JiraIssue[]>();
  for (const issue of issues) {
    const { id } = projectOf(issue.fields);
    groups.set(id, [...(groups.get(id) ?? []), issue]);
  }
  return groups;
}

function idsOf(issues: readonly JiraIssue[]): readonly string[] {
  return issues.map(({ id }) => id);
}
