/**
 * The project is added: its settings say which types are stories, and for team-managed projects which ids hold there.
 */
import { defaultReadyStatusIds, defaultSettings } from '../../domain/default-settings';
import type { OwnIds, ProjectSetup } from '../../domain/site-setup';
import { JiraError } from '../../jira/errors';
import { listCustomFields } from '../../jira/field';
import type { JiraProject } from '../../jira/project';
import { listFormFields, type FormField } from '../../jira/project-fields';
import { listTypesWithStatuses } from '../../jira/project-statuses';
import type { JiraRequest } from '../../jira/request';
import { changeProjectSetup, createProjectSetup } from '../../storage/project-setup';
import { readSiteSetup } from '../../storage/site-setup';
import type { SiteIds } from './site-ids';
import { sameOwnIds, teamFound, typesInPlay, type TeamFound } from './team-managed';

/**
 * One request for each type in play, and the site's custom fields: one of somebody else's that is on a form there must not
 * be taken for the project's own.
 */
export async function readTeamManaged(
  jira: JiraRequest,
  project: JiraProject,
  site: SiteIds,
  setup: ProjectSetup | undefined,
): Promise<TeamFound> {
  const types = typesInPlay(project, setup);
  const ids = [...types.stories, ...(types.risk === undefined ? [] : [types.risk])].map(({ id }) => id);
  const [ofSite, ...read] = await Promise.all([
    listCustomFields(jira),
    ...ids.map((id) => formOf(jira, project.id, id)),
  ]);
  const ours = new Set(Object.values(site.fields));
  const foreign = new Set(ofSite.map(({ id }) => id).filter((id) => !ours.has(id)));
  const forms = read.map((form, index) => [ids[index] ?? '', form.filter(({ id }) => !foreign.has(id))] as const);
  return teamFound(project, site, types, new Map(forms), setup?.own);
}

/** Without the right to create issues there is no form: nothing is seen to be done. */
async function formOf(jira: JiraRequest, projectId: string, issueTypeId: string): Promise<readonly FormField[]> {
  try {
    return await listFormFields(jira, projectId, issueTypeId);
  } catch (error) {
    if (error instanceof JiraError && (error.kind === 'notFound' || error.kind === 'forbidden')) return [];
    throw error;
  }
}

/** Settings that an admin has changed since stay; own ids that changed follow. */
export async function writeSettings(
  jira: JiraRequest,
  projectId: string,
  storyTypeIds: readonly string[],
  own: OwnIds | undefined,
  setup: ProjectSetup | undefined,
): Promise<void> {
  const [types, site] = await Promise.all([listTypesWithStatuses(jira, projectId), readSiteSetup()]);
  const settings = defaultSettings(defaultReadyStatusIds(types, storyTypeIds, site?.droppedStatusIds ?? []));
  const isNew = await createProjectSetup({
    projectId,
    storyTypeIds,
    settings,
    ...(own === undefined ? {} : { own }),
  });
  if (isNew || own === undefined || sameOwnIds(own, setup?.own)) return;
  await changeProjectSetup(projectId, (current) => ({ ...current, own }));
}
