/**
 * The projects of one gadget, in sets that have the same ids. Pure.
 */
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import { anyOf, isOneOf, type JqlClause } from '../jira/jql';

/** Projects whose issues have the same ids. */
export interface IdSet {
  readonly setup: SiteSetup;
  readonly projects: readonly ProjectSetup[];
}

export function idSetsOf(site: SiteSetup, projects: readonly ProjectSetup[]): readonly IdSet[] {
  const sets = new Map<string, { readonly setup: SiteSetup; readonly projects: ProjectSetup[] }>();
  for (const project of projects) {
    const name = JSON.stringify(project.own ?? null);
    const set = sets.get(name);
    if (set) set.projects.push(project);
    else sets.set(name, { setup: setupOf(site, project), projects: [project] });
  }
  return [...sets.values()];
}

/** What holds in each set by its own ids, in any of them. */
export function inAny(sets: readonly IdSet[], clause: (set: IdSet) => JqlClause): JqlClause {
  return anyOf(...sets.map(clause));
}

export function inProjects(projects: readonly Pick<ProjectSetup, 'projectId'>[]): JqlClause {
  return isOneOf(
    'project',
    projects.map(({ projectId }) => projectId),
  );
}

/** Ends a query: nothing more, or only what a saved filter finds too. */
export type Within = (clause: JqlClause) => JqlClause;
