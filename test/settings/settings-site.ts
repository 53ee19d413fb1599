/**
 * A site with a project that somebody administers without being a Jira admin, for tests of settings and the gate.
 */
import type { Defs } from '../../src/contract/defs';
import type { ProjectSettingsView, SaveOutcome } from '../../src/contract/settings';
import type { ProjectSettings } from '../../src/domain/project-settings';
import { addProject, addUser, grant } from '../local-jira/seed';
import { setUpSite, valueOf, type TestSite, type TestSiteOptions } from '../fixtures/site';

export interface SettingsSite extends TestSite {
  /** Administers SHOP, and nothing else. */
  readonly pia: string;
  /** Administers another project only. */
  readonly olaf: string;
}

/** Operations are asked for from the page of the project that the payload names. */
export async function settingsSite(options: TestSiteOptions = {}): Promise<SettingsSite> {
  const site = await setUpSite(options);
  const pia = addUser(site.jira.state, { displayName: 'Pia Projectadmin' }).id;
  const olaf = addUser(site.jira.state, { displayName: 'Olaf Otherproject' }).id;
  grant(site.jira.state, site.project, pia, 'administrators');
  grant(site.jira.state, site.project, olaf, 'member');
  const other = addProject(site.jira.state, { key: 'OTH', name: 'Other', leadAccountId: olaf });
  grant(site.jira.state, other, olaf, 'administrators');
  const invokeRaw: TestSite['invokeRaw'] = async (accountId, functionKey, payload) => {
    const projectId = projectIdIn(payload) ?? site.project.id;
    return site.forge.invokeResolver(site.site, {
      moduleKey: 'project-settings',
      accountId,
      extension: { project: { id: projectId, type: 'software' } },
      functionKey,
      payload,
    });
  };
  return {
    ...site,
    pia,
    olaf,
    invokeRaw,
    invoke: async (accountId, operation, payload) =>
      (await invokeRaw(accountId, operation, payload)) as ReturnType<Defs[typeof operation]>,
  };
}

function projectIdIn(payload: unknown): string | undefined {
  const projectId = typeof payload === 'object' && payload !== null && 'projectId' in payload && payload.projectId;
  return typeof projectId === 'string' ? projectId : undefined;
}

export async function readView(site: TestSite, who: string, projectId = site.project.id): Promise<ProjectSettingsView> {
  return valueOf(await site.invoke(who, 'readProjectSettings', { projectId }));
}

type Payload = Parameters<Defs['saveProjectSettings']>[0];

/** What is saved now, with this changed. */
export async function payloadWith(
  site: TestSite,
  who: string,
  change: Partial<ProjectSettings>,
  more: Partial<Payload> = {},
): Promise<Payload> {
  const projectId = more.projectId ?? site.project.id;
  const { saved } = await readView(site, who, projectId);
  if (saved === undefined) throw new Error('the project was not added');
  const { settings, storyTypeIds, revision } = saved;
  return { projectId, revision, settings: { ...settings, ...change }, storyTypeIds, ...more };
}

/** Saves a change, which must not be refused. */
export async function save(
  site: TestSite,
  who: string,
  change: Partial<ProjectSettings>,
  more: Partial<Payload> = {},
): Promise<Extract<SaveOutcome, { saved: true }>> {
  const outcome = valueOf(await site.invoke(who, 'saveProjectSettings', await payloadWith(site, who, change, more)));
  if (!outcome.saved) throw new Error(`not saved: ${JSON.stringify(outcome.mistakes)}`);
  return outcome;
}
