/**
 * The projects in which there is something of Shift-Up: settings, or what undo had to leave.
 */
import { readProjectRecord } from '../storage/project-record';
import { readProjectSetup } from '../storage/project-setup';
import { readSetupRecord } from '../storage/setup-record';

export async function knownProjects(): Promise<readonly string[]> {
  const { projectIds } = await readSetupRecord();
  const known = await Promise.all(
    projectIds.map(async (projectId) => {
      const [setup, { additions, copies }] = await Promise.all([
        readProjectSetup(projectId),
        readProjectRecord(projectId),
      ]);
      return setup !== undefined || additions.length + copies.length > 0;
    }),
  );
  return projectIds.filter((_, index) => known[index]);
}
