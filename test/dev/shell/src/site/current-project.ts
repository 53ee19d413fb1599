import type { ProjectSummary } from './contract';
import { useNavigation } from './navigation';
import { useSession } from './session';

/** The project the address names, else the first one the user may see. */
export function useCurrentProject(): ProjectSummary | undefined {
  const { place } = useNavigation();
  const { projects } = useSession();
  const named =
    /^\/(?:board|backlog|project|jira\/software\/projects)\/([^/]+)/.exec(place.path)?.[1] ??
    /^\/browse\/([^/-]+)(?:-\d+)?\/?$/.exec(place.path)?.[1];
  return projects.find((project) => project.key === named) ?? projects[0];
}
