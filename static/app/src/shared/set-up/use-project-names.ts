import { useEffect, useState } from 'react';
import type { ProjectName } from '../../../../../src/contract/set-up';
import { visibleProjects } from '../../../../../src/jira/project';
import { jiraAsViewer } from '../bridge';

/** The projects of these ids that the viewer may see, with their names; none while that is not known. */
export async function nameProjects(projectIds: readonly string[]): Promise<readonly ProjectName[]> {
  if (projectIds.length === 0) return [];
  const found = await visibleProjects(jiraAsViewer, projectIds).catch(() => []);
  return found.map(({ id, key, name }) => ({ id, key, name }));
}

export function useProjectNames(projectIds: readonly string[]): readonly ProjectName[] {
  const [names, setNames] = useState<readonly ProjectName[]>([]);
  const ids = projectIds.join(',');
  useEffect(() => {
    let left = false;
    void nameProjects(ids === '' ? [] : ids.split(',')).then((found) => {
      if (!left) setNames(found);
    });
    return () => {
      left = true;
    };
  }, [ids]);
  return names;
}
