import type { LocalForge } from '../local-forge';
import type { LocalJira } from '../local-jira';
import { ADMIN_GROUP } from '../local-jira/seed';
import type { Result } from '../../src/contract/result';
import type { SetupPlan, StepOutcome } from '../../src/contract/defs';

type Site = LocalForge['sites'][number];

/**
 * Sets Shift-Up up for projects as a Jira admin would on the app's admin page: through the app's own resolver, step by
 * step. Throws one sentence that names the step that failed.
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
  const plan = await ask<SetupPlan>('planSetup', { projectIds });
  for (const { step, action } of plan.items) {
    if (action === 'alreadyRight') continue;
    const outcome = await ask<StepOutcome>('runSetupStep', { step, projectIds });
    if (outcome.state === 'failed') {
      throw new Error(
        `Shift-Up’s set-up failed at ${step}: ${outcome.error?.message ?? outcome.error?.code ?? 'no reason'}.`,
      );
    }
  }
}
