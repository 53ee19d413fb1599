import type { ProjectName } from '../../../../../../src/contract/set-up';
import { support } from '../../../shared/strings/en-support';
import { fill } from '../../../shared/strings/fill';

/** How a project is called on the page: by the name that Jira gives to the viewer, by its id where it gives none. */
export type ProjectLabels = (projectId: string) => { readonly label: string; readonly isHidden: boolean };

export function projectLabels(names: readonly ProjectName[]): ProjectLabels {
  const known = new Map(names.map((name) => [name.id, name]));
  return (id) => {
    const found = known.get(id);
    return found === undefined
      ? { label: fill(support.projects.hidden, { id }), isHidden: true }
      : { label: fill(support.projects.name, found), isHidden: false };
  };
}
