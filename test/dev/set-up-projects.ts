import type { LocalForge } from '../local-forge';
import type { LocalJira } from '../local-jira';
import { ADMIN_GROUP } from '../local-jira/seed';
import type { Result } from '../../src/contract/result';
import type { SetupPlan, SetupRun } from '../../src/contract/set-up';

type Site = LocalForge['sites'][number];

/** Between two looks at the run; jobs that wait for a task of Jira come again by themselves. */
const LOOK_MS = 100;
/** Far more than a set-up takes. */
const LOOKS = 3000;

/**
 * Sets Shift-Up up for projects as a Jira admin would on the app's admin page: through the app's own resolver and its
 * jobs, with the safe choice where there is one. Throws one sentence that names the step that failed.
 */
export async function setUpProjects(
  forge: LocalForge,
  site: Site,
  jira: LocalJira,
  projectIds: readonly string[],
): Promise<void> {
  const admin = jira.state.users.find(({ groups }) => groups.includes(ADMIN_GROUP));
  const module = forge.modules('jira:adminPage')[0];
  if (admin === undefined || module === undefined) throw new Error('There is no admin, or the app has no admin page.');
  const ask = async <T>(functionKey: string, payload: unknown): Promise<T> => {
    const answer = (await forge.invokeResolver(site, {
      moduleKey: module.key,
      accountId: admin.id,
      extension: { type: 'jira:adminPage' },
      functionKey,
      payload,
    })) as Result<T>;
    if (!answer.ok) throw new Error(`Shift-Up’s set-up failed at ${functionKey}: ${answer.error.code}.`);
    return answer.value;
  };
  const request = { projectIds, decisions: {} };
  const { digest } = await ask<SetupPlan>('planSetup', request);
  await ask<SetupRun>('startSetup', { ...request, digest });
  for (let look = 0; look < LOOKS; look += 1) {
    await forge.queue.deliver(site, { early: true });
    const { run } = await ask<{ run: SetupRun }>('readSetupRun', {});
    if (run.state === 'done') return;
    const failed = run.steps.find(({ state }) => state === 'failed');
    if (failed) {
      const reason = failed.error?.message ?? failed.error?.code ?? 'no reason';
      throw new Error(`Shift-Up’s set-up failed at ${failed.step}: ${reason}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  throw new Error('Shift-Up’s set-up did not come to an end.');
}
