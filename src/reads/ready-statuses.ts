/**
 * The statuses in which a story of a project should be ready.
 */
import { defaultReadyStatusIds } from '../domain/default-settings';
import type { ProjectSetup, SiteSetup } from '../domain/site-setup';
import { listTypesWithStatuses } from '../jira/project-statuses';
import type { JiraRequest } from '../jira/request';

/**
 * As an admin chose them; where nobody did yet, the project's default, for one request.
 * @throws JiraError
 */
export async function readyStatusIdsOf(
  jira: JiraRequest,
  { droppedStatusIds }: Pick<SiteSetup, 'droppedStatusIds'>,
  { projectId, storyTypeIds, settings }: ProjectSetup,
): Promise<readonly string[]> {
  if (settings.readyStatusIds.length > 0) return settings.readyStatusIds;
  return defaultReadyStatusIds(await listTypesWithStatuses(jira, projectId), storyTypeIds, droppedStatusIds);
}
