/**
 * What is there on the site, as far as the plan needs to know it. Only reads.
 */
import { listCustomFields, type JiraField } from '../jira/field';
import { listIssueTypes, type JiraIssueType } from '../jira/issue-type';
import { listLinkTypes } from '../jira/link-type';
import { getProject, type JiraProject } from '../jira/project';
import type { JiraRequest } from '../jira/request';
import { listScreens, type Screen } from '../jira/screen';
import { listStatuses, type JiraStatus } from '../jira/status';
import type { LinkType, ProjectSetup } from '../domain/site-setup';
import { readProjectSetup } from '../storage/project-setup';

export interface FoundProject {
  readonly project: JiraProject;
  readonly settings: ProjectSetup | undefined;
}

/** Objects that belong to one team-managed project are not among these: they are in nobody else's way. */
export interface Found {
  readonly issueTypes: readonly JiraIssueType[];
  readonly fields: readonly JiraField[];
  readonly linkTypes: readonly LinkType[];
  readonly statuses: readonly JiraStatus[];
  readonly screens: readonly Screen[];
  readonly projects: readonly FoundProject[];
}

export async function readFound(jira: JiraRequest, projectIds: readonly string[]): Promise<Found> {
  const [issueTypes, fields, linkTypes, statuses, screens, projects] = await Promise.all([
    siteIssueTypes(jira),
    listCustomFields(jira),
    listLinkTypes(jira),
    siteStatuses(jira),
    listScreens(jira),
    Promise.all(
      projectIds.map(async (projectId): Promise<FoundProject> => {
        const [project, settings] = await Promise.all([getProject(jira, projectId), readProjectSetup(projectId)]);
        return { project, settings };
      }),
    ),
  ]);
  return { issueTypes, fields, linkTypes, statuses, screens, projects };
}

export async function siteIssueTypes(jira: JiraRequest): Promise<readonly JiraIssueType[]> {
  return (await listIssueTypes(jira)).filter((type) => !type.ofOneProject);
}

export async function siteStatuses(jira: JiraRequest): Promise<readonly JiraStatus[]> {
  return (await listStatuses(jira)).filter((status) => !status.ofOneProject);
}
