/**
 * Saves the settings of one project, unless they hold a mistake or somebody saved meanwhile.
 */
import type { SaveOutcome } from '../contract/settings';
import type { ProjectSettings } from '../domain/project-settings';
import { mistakesInSettings, type SettingsMistake } from '../domain/settings-mistakes';
import { getGroup } from '../jira/group';
import type { JiraRequest } from '../jira/request';
import { readNewestProjectSetup, saveProjectSetup } from '../storage/project-setup';
import { readSiteSetup } from '../storage/site-setup';
import type { ProjectSetup, SiteSetup } from '../domain/site-setup';
import { settleReasons } from './own-reasons';
import { knownIds, readChoices } from './project-choices';
import type { AdminContext } from './read-settings';
import { Refusal } from './refusal';

export interface SaveSettingsInput {
  readonly projectId: string;
  readonly revision: number;
  readonly settings: ProjectSettings;
  readonly storyTypeIds: readonly string[];
}

export type SavedSettings =
  | { readonly saved: true; readonly site: SiteSetup; readonly before: ProjectSetup; readonly after: ProjectSetup }
  | Extract<SaveOutcome, { readonly saved: false }>;

/**
 * @throws Refusal `not-set-up`; `conflict` when somebody saved since `revision`: nothing is written then. JiraError
 */
export async function saveSettings(context: AdminContext, input: SaveSettingsInput): Promise<SavedSettings> {
  const { projectId, revision, storyTypeIds } = input;
  const [site, before] = await Promise.all([readSiteSetup(), readNewestProjectSetup(projectId)]);
  if (site === undefined || before === undefined) throw new Refusal('not-set-up');
  if (before.revision !== revision) throw new Refusal('conflict');
  const mistakes = await mistakesIn(context, site, before, input);
  if (mistakes.length > 0) return { saved: false, mistakes };
  const settled = await settleReasons(context.app, site, { ...before, storyTypeIds }, input.settings.reasons);
  if (settled.mistakes.length > 0) return { saved: false, mistakes: settled.mistakes };
  const settings = { ...input.settings, reasons: settled.reasons };
  const after = await saveProjectSetup({ ...before, settings, storyTypeIds });
  if (after === undefined) throw new Refusal('conflict');
  return { saved: true, site, before, after };
}

async function mistakesIn(
  { jira, app }: AdminContext,
  site: SiteSetup,
  before: ProjectSetup,
  { projectId, settings, storyTypeIds }: SaveSettingsInput,
): Promise<readonly SettingsMistake[]> {
  const choices = await readChoices(jira, projectId, before.own?.riskTypeId ?? site.riskTypeId, site.droppedStatusIds);
  const mistakes = mistakesInSettings({ settings, storyTypeIds }, knownIds(choices, storyTypeIds));
  return [...mistakes, ...(await groupMistakes(app, settings))];
}

async function groupMistakes(app: JiraRequest, { approvers }: ProjectSettings): Promise<readonly SettingsMistake[]> {
  if (approvers?.kind !== 'group') return [];
  const group = await getGroup(app, approvers.groupId);
  return group === undefined ? [{ at: 'approvers', mistake: 'unknown', ids: [approvers.groupId] }] : [];
}
