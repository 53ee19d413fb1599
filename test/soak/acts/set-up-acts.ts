/** What admins do about set-up: add a further project and take it away again, look, stop, go on; uninstall and install again. */
import type { Act, Scene } from '../act';
import { place } from '../places';

/** The project that is added, and after a new installation everything that was there. */
function wanted({ tenant }: Scene): readonly string[] {
  const { projects, further } = tenant;
  return tenant.installedAgain ? projects.map(({ id }) => id) : [further.id];
}

const add: Act = {
  kind: 'set-up: add a project',
  weight: 4,
  run: async (scene) => {
    const request = { projectIds: wanted(scene), decisions: {} };
    const plan = await scene.call('admin', 'planSetup', request);
    if (plan === undefined || plan.complete) return;
    await scene.call('admin', 'startSetup', { ...request, digest: plan.digest });
  },
};

/** Its issues stay as they are, and so does what people wrote into them; its settings, reports and history go. */
const undo: Act = {
  kind: 'set-up: undo a project',
  weight: 2,
  run: async (scene) => {
    const projectIds = [scene.tenant.further.id];
    const plan = await scene.call('admin', 'planUndo', { projectIds });
    if (plan === undefined || plan.items.length === 0) return;
    scene.tenant.addedAgain.add(scene.tenant.further.id);
    await scene.call('admin', 'startUndo', { projectIds, digest: plan.digest });
  },
};

const look: Act = {
  kind: 'set-up: look, stop, go on',
  weight: 4,
  run: async (scene) => {
    const { random } = scene;
    const who = random.chance(0.9) ? 'admin' : 'deniz';
    const run = (await scene.call(who, 'readSetupRun', {}))?.run;
    if (run === undefined) return;
    if (run.state === 'running' && random.chance(0.15)) await scene.call(who, 'stopSetup', { runId: run.id });
    if (run.state === 'stopped' || run.state === 'failed') await scene.call(who, 'resumeSetup', { runId: run.id });
    if (random.chance(0.3))
      await scene.call(who, 'checkHealth', { projectIds: scene.tenant.projects.map(({ id }) => id) });
  },
};

/** The storage of the installation before is not that of the next: what was promised about it is over. */
const reinstall: Act = {
  kind: 'the app is uninstalled and installed again',
  weight: 0.5,
  alone: true,
  run: async (scene) => {
    const { tenant, ledger, count } = scene;
    const { forge, site } = tenant.site;
    await forge.uninstall(site);
    // Where it could not take its rule out any more, an admin does it by hand, as the docs say.
    takeOutRules(scene);
    forge.installAgain(site);
    tenant.installedAgain = true;
    for (const { id } of tenant.projects) tenant.addedAgain.add(id);
    ledger.release((name) => place.isStored(name));
    count('uninstalled');
  },
};

/** As an admin does in the workflow editor. */
function takeOutRules({ tenant }: Scene): void {
  const { state } = tenant.site.jira;
  for (const workflow of state.workflows.all()) {
    const transitions = workflow.transitions.map((transition) => ({
      ...transition,
      validators: transition.validators.filter(({ ruleKey }) => ruleKey !== 'forge:expression-validator'),
    }));
    state.workflows.put({ ...workflow, transitions });
  }
}

export const setUpActs: readonly Act[] = [add, undo, look];
export const installationActs: readonly Act[] = [reinstall];
