/**
 * Sets Shift-Up up the way its set-up page does: read the plan, start it, and look until its jobs are done, as the Jira
 * admin.
 */
import type { SiteSetup } from '../../src/domain/site-setup';
import type { LocalJira } from '../local-jira';
import type { Doors } from './doors';
import { APPROVERS_GROUP } from './people';

/** More jobs than a set-up needs, with what Jira does in tasks of its own. */
const ROUNDS = 200;

export async function runSetup(jira: LocalJira, doors: Doors, projectIds: readonly string[]): Promise<SiteSetup> {
  const request = { projectIds, decisions: {} };
  const { items, digest } = await doors.app('tomasz', 'planSetup', request);
  const conflict = items.find(({ action, blocked }) => action === 'conflict' || blocked !== undefined);
  if (conflict) throw new Error(`set-up of the demo world: ${JSON.stringify(conflict)}`);
  await doors.app('tomasz', 'startSetup', { ...request, digest });
  await finishRun(jira, doors);
  const { site, projects } = await doors.app('tomasz', 'getSetup', { projectIds });
  if (site === undefined || projects.length !== projectIds.length) throw new Error('set-up ran, but recorded nothing');
  return site;
}

async function finishRun(jira: LocalJira, doors: Doors): Promise<void> {
  for (let round = 1; ; round += 1) {
    await doors.jobs();
    const { run } = await doors.app('tomasz', 'readSetupRun', {});
    if (run?.state === 'done') return;
    if (run?.state !== 'running' || round === ROUNDS) {
      throw new Error(`set-up of the demo world: ${JSON.stringify(run)}`);
    }
    jira.clock.advance(1000);
  }
}

/** On the page of the project's settings: the CISO office decides with what the shop lives. */
export async function chooseApprovers(doors: Doors, projectId: string): Promise<void> {
  const { saved } = await doors.app('tomasz', 'readProjectSettings', { projectId });
  if (saved === undefined) throw new Error('set-up left no settings');
  await doors.app('tomasz', 'saveProjectSettings', {
    projectId,
    revision: saved.revision,
    settings: { ...saved.settings, approvers: { kind: 'group', groupId: APPROVERS_GROUP.id } },
    storyTypeIds: saved.storyTypeIds,
  });
}
