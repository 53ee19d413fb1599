/**
 * Sets Shift-Up up the way its set-up page does: read the plan, then one step after the other, as the Jira admin.
 */
import type { SiteSetup } from '../../src/domain/site-setup';
import type { LocalJira } from '../local-jira';
import type { Doors } from './doors';

/** Jira switches workflows in a task of its own; steps that wait for one are repeated a little later. */
const TRIES = 20;

export async function runSetup(jira: LocalJira, doors: Doors, projectIds: readonly string[]): Promise<SiteSetup> {
  const plan = await doors.app('tomasz', 'planSetup', { projectIds });
  for (const { step, action, reason } of plan.items) {
    if (action === 'conflict') throw new Error(`set-up of the demo world: ${step} is in conflict: ${reason ?? ''}`);
    await runStep(jira, doors, step, projectIds);
  }
  const { site, projects } = await doors.app('tomasz', 'getSetup', { projectIds });
  if (site === undefined || projects.length !== projectIds.length) throw new Error('set-up ran, but recorded nothing');
  return site;
}

async function runStep(jira: LocalJira, doors: Doors, step: string, projectIds: readonly string[]): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await doors.app('tomasz', 'runSetupStep', { step, projectIds });
    if (outcome.state === 'done') return;
    if (attempt === TRIES) throw new Error(`set-up of the demo world: ${step}: ${JSON.stringify(outcome.error)}`);
    jira.clock.advance(1000);
  }
}
