/**
 * The projects that Shift-Up was added to, for work that goes through all of them.
 */
import type { ProjectSetup } from '../domain/site-setup';
import { noteError } from '../resolvers/log';
import { DamagedValueError } from '../storage/kvs';
import { readProjectSetup } from '../storage/project-setup';
import { readSetupRecord } from '../storage/setup-record';

/** In a fixed order, so that a job finds its place again. */
export async function setUpProjects(): Promise<readonly ProjectSetup[]> {
  const { projectIds } = await readSetupRecord();
  const found = await Promise.all(projectIds.map(readable));
  return found
    .filter((project) => project !== undefined)
    .sort((one, other) => Number(one.projectId) - Number(other.projectId));
}

/** Settings that cannot be read stop nothing but their own project. */
async function readable(projectId: string): Promise<ProjectSetup | undefined> {
  try {
    return await readProjectSetup(projectId);
  } catch (error) {
    if (!(error instanceof DamagedValueError)) throw error;
    await noteError('setUpProjects', error);
    return undefined;
  }
}
