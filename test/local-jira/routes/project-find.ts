import { notFound } from '../http/problem';
import type { RouteContext } from '../http/router';
import type { Project } from '../state/config-entities';

/** The project of the path, or 404 when it is not there for this caller. Project keys are case-sensitive here. */
export function visibleProject(context: RouteContext, param = 'projectIdOrKey'): Project {
  const { state, access, params } = context;
  const wanted = params[param]!;
  const project = /^\d+$/.test(wanted)
    ? state.projects.get(wanted)
    : state.projects.find((candidate) => candidate.key === wanted);
  if (project === undefined || project.deleted || !(access.mayBrowse(project) || access.isAdmin())) {
    const by = /^\d+$/.test(wanted) ? 'id' : 'key';
    throw notFound(`No project could be found with ${by} '${wanted}'.`);
  }
  return project;
}
