import type { Result } from '../../../../../src/contract/result';
import type { Health } from '../../../../../src/contract/set-up';
import { invoke } from '../../shared/bridge';

/** The health of the site and of every project that Shift-Up was added to. */
export async function healthOfSite(): Promise<Result<Health>> {
  const listed = await invoke('listSetUpProjects', {});
  return listed.ok ? invoke('checkHealth', { projectIds: listed.value.projectIds }) : listed;
}
