/**
 * Who may approve acceptances in a project: the people whom its settings name by a role or a group.
 */
import type { ProjectSetup } from '../domain/site-setup';
import { JiraError } from '../jira/errors';
import { groupIdsOf, groupMembers } from '../jira/group';
import type { JiraRequest } from '../jira/request';
import { roleActors, type RoleActors } from '../jira/role';

/** People of one group that are looked at; a list to choose from needs no more. */
const LISTED_MOST = 200;

const NOBODY: RoleActors = { people: [], groupIds: [] };

/**
 * Asked as the app, because Jira shows roles and groups to admins only; what comes out is for somebody who passed the
 * guard of the risk. Nobody where nothing is chosen, or where the role or group is gone.
 */
async function chosen(app: JiraRequest, project: ProjectSetup | undefined): Promise<RoleActors> {
  const approvers = project?.settings.approvers;
  if (project === undefined || approvers === undefined) return NOBODY;
  if (approvers.kind === 'group') return { people: [], groupIds: [approvers.groupId] };
  return orNobody(roleActors(app, project.projectId, approvers.id), NOBODY);
}

/** @throws JiraError where Jira does not say: then nobody is one. */
export async function isApprover(
  app: JiraRequest,
  project: ProjectSetup | undefined,
  accountId: string,
): Promise<boolean> {
  const { people, groupIds } = await chosen(app, project);
  if (people.includes(accountId)) return true;
  if (groupIds.length === 0) return false;
  const theirs = await orNobody(groupIdsOf(app, accountId), new Set<string>());
  return groupIds.some((id) => theirs.has(id));
}

/** Account ids, each once; of large groups only the first members. @throws JiraError */
export async function listOfApprovers(app: JiraRequest, project: ProjectSetup | undefined): Promise<readonly string[]> {
  const { people, groupIds } = await chosen(app, project);
  const members = await Promise.all(groupIds.map((id) => orNobody(groupMembers(app, id, LISTED_MOST), [])));
  return [...new Set([...people, ...members.flat()])];
}

async function orNobody<T>(asked: Promise<T>, nobody: T): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof JiraError && error.kind === 'notFound') return nobody;
    throw error;
  }
}
