/** What admins do about the gate: block or not, on which transitions, and no more. */
import type { GateTransition } from '../../../src/contract/settings';
import type { Act, Scene } from '../act';
import { place } from '../places';
import type { Who } from '../tenant';

const admins = ({ random }: Scene): Who =>
  random.weighted<Who>([
    [6, 'admin'],
    [1, 'mara'],
  ]);

/** As the plan has them: where a rule of ours acts for the project. */
export function guarded(transitions: readonly GateTransition[]): string {
  const ours = transitions.filter(({ validator }) => validator !== 'none');
  return JSON.stringify(ours.map(({ workflowId, transitionId }) => `${workflowId} ${transitionId}`).sort());
}

/** Saves another gate, or nothing where it is that one. */
async function choose(scene: Scene, who: Who, projectId: string, gate: 'off' | 'flag' | 'block'): Promise<boolean> {
  const view = await scene.call(who, 'readProjectSettings', { projectId });
  if (view?.saved === undefined) return false;
  const { settings, storyTypeIds, revision } = view.saved;
  if (settings.gate === gate) return true;
  // The rules follow.
  scene.ledger.wantsAnything(scene.number, place.gate(projectId));
  const payload = { projectId, revision, settings: { ...settings, gate }, storyTypeIds };
  return (await scene.call(who, 'saveProjectSettings', payload))?.saved === true;
}

const setGate: Act = {
  kind: 'choose the gate',
  weight: 1,
  run: async (scene) => {
    const { id } = scene.random.pick(scene.tenant.projects);
    await choose(scene, admins(scene), id, scene.random.pick(['off', 'flag', 'block'] as const));
  },
};

const attach: Act = {
  kind: 'attach the gate',
  weight: 3,
  run: async (scene) => {
    const { random, ledger, number, tenant } = scene;
    const who = admins(scene);
    const { id: projectId } = random.pick(tenant.projects);
    if (!(await choose(scene, who, projectId, 'block'))) return;
    const plan = await scene.call(who, 'planGate', { projectId });
    if (plan === undefined || plan.transitions.length === 0) return;
    const transitions = random.some(plan.transitions, 3).map(({ workflowId, transitionId }) => {
      return { workflowId, transitionId };
    });
    const where = place.gate(projectId);
    ledger.wantsAnything(number, where);
    const after = await scene.call(who, 'attachGate', { projectId, transitions, digest: plan.digest });
    if (after === undefined) return;
    const asked = JSON.stringify(transitions.map((one) => `${one.workflowId} ${one.transitionId}`).sort());
    ledger.told(number, where, asked);
  },
};

const detach: Act = {
  kind: 'detach the gate',
  weight: 1.5,
  run: async (scene) => {
    const { random, ledger, number, tenant } = scene;
    const { id: projectId } = random.pick(tenant.projects);
    ledger.wantsAnything(number, place.gate(projectId));
    const done = await scene.call(admins(scene), 'detachGate', { projectId });
    if (done?.failed.length === 0) ledger.told(number, place.gate(projectId), '[]');
  },
};

const detachEvery: Act = {
  kind: 'detach every gate',
  weight: 0.5,
  run: async (scene) => {
    const { ledger, number, tenant } = scene;
    for (const { id } of tenant.projects) ledger.wantsAnything(number, place.gate(id));
    const done = await scene.call('admin', 'detachEveryGate', {});
    if (done?.failed.length !== 0) return;
    for (const { id } of tenant.projects) ledger.told(number, place.gate(id), '[]');
  },
};

export const gateActs: readonly Act[] = [setGate, attach, detach, detachEvery];
