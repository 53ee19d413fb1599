import { notFound } from '../http/problem';
import type { Project } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { refuse } from './body';

/**
 * Team-managed projects have schemes too, but the scheme calls know only those of company-managed ones: what belongs to
 * team-managed projects is neither listed nor found. Schemes that nobody uses are shown.
 */
export function hiddenSchemeIds(state: SiteState, schemeIdOf: (project: Project) => string): ReadonlySet<string> {
  const idsOf = (style: Project['style']): Set<string> =>
    new Set(state.projects.filter((project) => project.style === style).map(schemeIdOf));
  const shown = idsOf('classic');
  return new Set([...idsOf('next-gen')].filter((id) => !shown.has(id)));
}

/** The project a body names, if a scheme may be given to it: 404 for unknown ones, 400 for team-managed ones. */
export function requireClassicProject(state: SiteState, projectId: string, schemes: string): Project {
  const project = state.projects.get(projectId);
  if (project === undefined) throw notFound('The project was not found.');
  if (project.style !== 'classic') refuse(`Only classic projects can have ${schemes} assigned.`);
  return project;
}

/** Projects in which a scheme is found by the scheme calls. */
export function classicProjects(state: SiteState): Project[] {
  return state.projects.filter(({ style }) => style === 'classic');
}
