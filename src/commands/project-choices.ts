/**
 * What the settings of a project can be chosen from, as Jira has it now.
 */
import type { IssueTypeChoice, StatusChoice } from '../contract/settings';
import {
  defaultReadyStatusIds,
  defaultSettings,
  defaultStoryTypeIds,
  type TypeOfProject,
} from '../domain/default-settings';
import type { ProjectSettings } from '../domain/project-settings';
import type { KnownIds } from '../domain/settings-mistakes';
import type { JiraProject } from '../jira/project';
import { getProject } from '../jira/project';
import { listTypesWithStatuses } from '../jira/project-statuses';
import type { JiraRequest } from '../jira/request';
import { listRoles, type ProjectRole } from '../jira/role';

export interface ProjectChoices {
  readonly project: JiraProject;
  /** Without the security risk. */
  readonly issueTypes: readonly IssueTypeChoice[];
  readonly statuses: readonly StatusChoice[];
  readonly roles: readonly ProjectRole[];
  readonly defaults: { readonly settings: ProjectSettings; readonly storyTypeIds: readonly string[] };
}

/** Side by side; three requests. @throws JiraError */
export async function readChoices(
  jira: JiraRequest,
  projectId: string,
  riskTypeId: string | undefined,
  droppedStatusIds: readonly string[],
): Promise<ProjectChoices> {
  const [project, all, roles] = await Promise.all([
    getProject(jira, projectId),
    listTypesWithStatuses(jira, projectId),
    listRoles(jira, projectId),
  ]);
  const types = all.filter(({ id }) => id !== riskTypeId);
  const storyTypeIds = defaultStoryTypeIds(project.issueTypes, riskTypeId);
  return {
    project,
    issueTypes: types.map(({ id, name, statuses }) => ({ id, name, statusIds: statuses.map((status) => status.id) })),
    statuses: statusesOf(types),
    roles,
    defaults: {
      settings: defaultSettings(defaultReadyStatusIds(types, storyTypeIds, droppedStatusIds)),
      storyTypeIds,
    },
  };
}

function statusesOf(types: readonly TypeOfProject[]): readonly StatusChoice[] {
  return [...new Map(types.flatMap(({ statuses }) => statuses).map((status) => [status.id, status])).values()];
}

/** What may be named in settings with these story types. */
export function knownIds(choices: ProjectChoices, storyTypeIds: readonly string[]): KnownIds {
  const storyTypes = choices.issueTypes.filter(({ id }) => storyTypeIds.includes(id));
  return {
    issueTypeIds: choices.issueTypes.map(({ id }) => id),
    statusIds: [...new Set(storyTypes.flatMap(({ statusIds }) => statusIds))],
    roleIds: choices.roles.map(({ id }) => id),
  };
}
