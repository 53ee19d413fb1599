/**
 * The settings of one project with everything they can be chosen from.
 */
import type { ProjectSettingsView } from '../contract/settings';
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import { getGroup } from '../jira/group';
import type { JiraRequest } from '../jira/request';
import { readNewestProjectSetup } from '../storage/project-setup';
import { readSiteSetup } from '../storage/site-setup';
import { knownIds, readChoices, type ProjectChoices } from './project-choices';
import { reasonsAreSiteWide } from './own-reasons';

/** What an operation of a project's admin works with; the guard has checked the person. */
export interface AdminContext {
  /** As the person who asked. */
  readonly jira: JiraRequest;
  /** As the app, for what a project admin may not do in Jira although it concerns the own project only. */
  readonly app: JiraRequest;
  readonly jiraAdmin: boolean;
}

/** @throws JiraError */
export async function readSettings(
  { jira, app, jiraAdmin }: AdminContext,
  projectId: string,
): Promise<ProjectSettingsView> {
  const [site, stored] = await Promise.all([readSiteSetup(), readNewestProjectSetup(projectId)]);
  const choices = await readChoices(jira, projectId, riskTypeOf(site, stored), site?.droppedStatusIds ?? []);
  const { project, issueTypes, statuses, roles, defaults } = choices;
  const approvers = stored?.settings.approvers;
  const group = approvers?.kind === 'group' ? await getGroup(app, approvers.groupId) : undefined;
  return {
    project: { id: project.id, key: project.key, name: project.name },
    teamManaged: project.teamManaged,
    ...(stored === undefined ? {} : { saved: savedView(stored, choices, group !== undefined) }),
    defaults,
    issueTypes,
    statuses,
    roles,
    ...(group === undefined ? {} : { group }),
    newReasons: site !== undefined && reasonsAreSiteWide(site, stored) ? 'everyProject' : 'byHand',
    jiraAdmin,
  };
}

function riskTypeOf(site: SiteSetup | undefined, stored: ProjectSetup | undefined): string | undefined {
  return stored?.own?.riskTypeId ?? (site && setupOf(site, stored).riskTypeId);
}

function savedView(
  { settings, storyTypeIds, revision }: ProjectSetup,
  choices: ProjectChoices,
  groupIsThere: boolean,
): NonNullable<ProjectSettingsView['saved']> {
  const known = knownIds(choices, storyTypeIds);
  const { approvers } = settings;
  // Nobody chose any yet.
  const readyStatusIds =
    settings.readyStatusIds.length > 0 ? settings.readyStatusIds : choices.defaults.settings.readyStatusIds;
  const missing = (ids: readonly string[], there: readonly string[]) => ids.filter((id) => !there.includes(id));
  return {
    settings: { ...settings, readyStatusIds },
    storyTypeIds,
    revision,
    gone: {
      storyTypeIds: missing(storyTypeIds, known.issueTypeIds),
      readyStatusIds: missing(readyStatusIds, known.statusIds),
      roleIds: approvers?.kind === 'role' ? missing([approvers.id], known.roleIds) : [],
      groupIds: approvers?.kind === 'group' && !groupIsThere ? [approvers.groupId] : [],
    },
  };
}
