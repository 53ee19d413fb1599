/** Operations on the settings of a project. */
import * as v from 'valibot';
import { readSettings, type AdminContext } from '../commands/read-settings';
import { appErrorOf } from '../commands/refusal';
import { saveSettings } from '../commands/save-settings';
import type { GateFollowUp } from '../contract/settings';
import type { ProjectSetup, SiteSetup } from '../domain/site-setup';
import { followGate } from '../setup/gate/detach-gate';
import { adminOf, type Caller, type Operations } from './define';
import { gateContext } from './gate';
import { id } from './payloads';
import { followBands } from './recalculation';
import { ids, projectSettings } from './settings-payloads';

export const settingsOperations: Pick<Operations, 'readProjectSettings' | 'saveProjectSettings'> = {
  readProjectSettings: {
    payload: v.object({ projectId: id }),
    demands: ({ projectId }) => ({ demand: 'projectAdmin', projectId }),
    run: (caller, { projectId }) => readSettings(adminContext(caller), projectId),
  },
  saveProjectSettings: {
    payload: v.object({
      projectId: id,
      revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
      settings: projectSettings,
      storyTypeIds: ids,
    }),
    demands: ({ projectId }) => ({ demand: 'projectAdmin', projectId }),
    run: async (caller, payload) => {
      const outcome = await saveSettings(adminContext(caller), payload);
      if (!outcome.saved) return outcome;
      const { site, before, after } = outcome;
      const { revision, settings, storyTypeIds } = after;
      await followBands(before, after);
      return { saved: true, revision, settings, storyTypeIds, gate: await followed(caller, site, before, after) };
    },
  },
};

function adminContext(caller: Caller): AdminContext {
  const { asApp, jiraAdmin } = adminOf(caller);
  return { jira: caller.jira, app: asApp, jiraAdmin };
}

/** The settings are saved by now, so that whatever goes wrong here is said, not thrown. */
async function followed(
  caller: Caller,
  site: SiteSetup,
  before: ProjectSetup,
  after: ProjectSetup,
): Promise<GateFollowUp> {
  const nothing = { rewritten: [], detached: [] };
  if (before.settings.gate !== 'block' && after.settings.gate !== 'block') return { ...nothing, failed: [] };
  try {
    return await followGate(gateContext(caller), site, after);
  } catch (error) {
    const known = appErrorOf(error);
    if (known === undefined) throw error;
    return { ...nothing, failed: [{ error: known }] };
  }
}
