/** What an admin does in the end, without trouble: has set-up come to its end, and looks whether everything is as it says. */
import { isDeepStrictEqual } from 'node:util';
import type { Defs } from '../../src/contract/defs';
import type { SetupRun } from '../../src/contract/set-up';
import { guarded } from './acts/gate-acts';
import { tooMuch } from './configured';
import type { Stage } from './stage';
import type { Tenant } from './tenant';

/** Looks at a run, each followed by its jobs. */
const LOOKS_MOST = 12;

type Operation = keyof Defs;

async function asAdmin<K extends Operation>(
  { forge }: Pick<Stage, 'forge'>,
  tenant: Tenant,
  functionKey: K,
  payload: Parameters<Defs[K]>[0],
): Promise<ReturnType<Defs[K]>> {
  const projectId = (payload as { projectId?: string }).projectId ?? tenant.projects[0]?.id;
  const answer = await forge.invokeResolver(tenant.site.site, {
    moduleKey: 'project-settings',
    accountId: tenant.people.admin,
    extension: { project: { id: projectId, type: 'software' } },
    functionKey,
    payload,
  });
  return answer as ReturnType<Defs[K]>;
}

/** @param work delivers what waits, and lets time pass. @returns what is wrong. */
export async function finishSetUp(
  stage: Stage,
  tenant: Tenant,
  work: () => Promise<unknown>,
): Promise<readonly string[]> {
  const projectIds = tenant.projects.map(({ id }) => id);
  const ended = await endOfRun(stage, tenant, work);
  if (ended !== undefined && ended.state !== 'done') return [stuck(ended)];
  const known = await asAdmin(stage, tenant, 'getSetup', { projectIds });
  if (!known.ok) return [`the ids cannot be read: ${known.error.code}`];
  // After a new installation somebody adds everything that was there.
  const isToAdd = tenant.installedAgain && (known.value.site === undefined || known.value.projects.length < 4);
  if (!isToAdd) return [];
  const request = { projectIds: projectIds.filter((id) => id !== tenant.further.id), decisions: {} };
  const plan = await asAdmin(stage, tenant, 'planSetup', request);
  if (!plan.ok) return [`nothing can be planned after a new installation: ${plan.error.code}`];
  const begun = await asAdmin(stage, tenant, 'startSetup', { ...request, digest: plan.value.digest });
  if (!begun.ok) return [`set-up does not begin after a new installation: ${begun.error.code}`];
  const again = await endOfRun(stage, tenant, work);
  return again?.state === 'done' ? [] : [stuck(again)];
}

async function endOfRun(stage: Stage, tenant: Tenant, work: () => Promise<unknown>): Promise<SetupRun | undefined> {
  let run: SetupRun | undefined;
  for (let look = 0; look < LOOKS_MOST; look += 1) {
    const seen = await asAdmin(stage, tenant, 'readSetupRun', {});
    run = seen.ok ? seen.value.run : undefined;
    if (run === undefined || run.state === 'done') return run;
    if (run.state === 'failed' || run.state === 'stopped') {
      await asAdmin(stage, tenant, 'resumeSetup', { runId: run.id });
    }
    await work();
  }
  return run;
}

function stuck(run: SetupRun | undefined): string {
  const steps = run?.steps
    .filter(({ state }) => state !== 'done')
    .map(({ step, error }) => `${step} ${error?.code ?? ''}`);
  return `set-up comes to no end: ${run?.kind} ${run?.state}, ${steps?.join(', ')}`;
}

/** Levels by bands of settings that were lost follow the new ones when an admin says so. */
export async function recalculateWhatWasLost(stage: Stage, tenant: Tenant): Promise<void> {
  for (const projectId of tenant.addedAgain) {
    tenant.bandsChanged.add(projectId);
    await asAdmin(stage, tenant, 'recalculateLevels', { projectId });
  }
}

/** Set-up has nothing left to do, everything is there once, and the histories are told day by day. */
export async function wrongInSetUp(stage: Stage, tenant: Tenant): Promise<readonly string[]> {
  const projectIds = tenant.projects.map(({ id }) => id);
  const known = await asAdmin(stage, tenant, 'getSetup', { projectIds, trends: { days: 400 } });
  if (!known.ok || known.value.site === undefined) return ['the site is not set up'];
  const { site, projects, trends } = known.value;
  const isOther = !isDeepStrictEqual(site, tenant.setup);
  const here = projects.map(({ projectId }) => projectId);
  const plan = await asAdmin(stage, tenant, 'planSetup', { projectIds: here, decisions: {} });
  const left = plan.ok ? plan.value.items.filter(({ action }) => action !== 'alreadyRight') : [];
  const health = await asAdmin(stage, tenant, 'checkHealth', { projectIds: here });
  const ill = health.ok ? health.value.items.filter(({ state, kind }) => state !== 'right' && kind !== 'gate') : [];
  for (const projectId of here) {
    const gate = await asAdmin(stage, tenant, 'planGate', { projectId });
    if (gate.ok) tenant.guardedAtRest.set(projectId, guarded(gate.value.transitions));
  }
  const days = trends?.ok === true ? trends.value.flatMap((trend) => outOfOrder(JSON.stringify(trend))) : [];
  return [
    ...(isOther ? ['the site has other ids than it had'] : []),
    ...(plan.ok ? [] : [`set-up cannot be planned: ${plan.error.code}`]),
    ...(health.ok ? [] : [`health cannot be checked: ${health.error.code}`]),
    ...left.map(({ step, action }) => `set-up is over and would still ${action} ${step}`),
    ...ill.map(({ step, state, details }) => `${step} is ${state} ${details?.join() ?? ''}`),
    ...tooMuch(tenant.configured, tenant.site.jira.state),
    ...days,
    ...rulesTwice(tenant),
  ];
}

/** The days of a history, each once and in order. */
function outOfOrder(trend: string): readonly string[] {
  const days = [...trend.matchAll(/"day":"([^"]+)"/g)].map(([, day]) => day ?? '');
  const isRight = days.every((day, at) => at === 0 || (days[at - 1] ?? '') < day);
  return isRight ? [] : [`a history tells its days as ${days.join()}`];
}

function rulesTwice({ site }: Tenant): readonly string[] {
  return site.jira.state.workflows
    .all()
    .flatMap(({ name, transitions }) =>
      transitions
        .filter(
          ({ validators }) => validators.filter(({ ruleKey }) => ruleKey === 'forge:expression-validator').length > 1,
        )
        .map((transition) => `the gate stands twice on ${transition.name} of ${name}`),
    );
}
