/** Operations on the gate: the workflow validator of blocking projects. */
import * as v from 'valibot';
import { attachGate } from '../setup/gate/attach-gate';
import { detachEverywhere, detachProject } from '../setup/gate/detach-gate';
import { planGate } from '../setup/gate/plan-gate';
import type { GateContext } from '../setup/gate/standing-gate';
import { adminOf, type Caller, type Operations } from './define';
import { id } from './payloads';
import { ids, transitionRefs } from './settings-payloads';
import { thisApp } from './this-app';

declare const crypto: { randomUUID(): string };

/** Workflows are read and written as the person who is a Jira admin; else as the app, behind the check of the project's admin. */
export function gateContext(caller: Caller): GateContext {
  const { asApp, jiraAdmin } = adminOf(caller);
  return {
    jira: caller.jira,
    workflows: jiraAdmin ? caller.jira : asApp,
    jiraAdmin,
    app: thisApp(),
    newId: () => crypto.randomUUID(),
  };
}

const projectAdmin = ({ projectId }: { readonly projectId: string }) =>
  ({ demand: 'projectAdmin', projectId }) as const;

export const gateOperations: Pick<Operations, 'planGate' | 'attachGate' | 'detachGate' | 'detachEveryGate'> = {
  planGate: {
    payload: v.object({
      projectId: id,
      readyStatusIds: v.exactOptional(ids),
      storyTypeIds: v.exactOptional(ids),
    }),
    demands: projectAdmin,
    run: (caller, { projectId, ...choice }) => planGate(gateContext(caller), projectId, choice),
  },
  attachGate: {
    payload: v.object({ projectId: id, transitions: transitionRefs, digest: v.pipe(v.string(), v.maxLength(64)) }),
    demands: projectAdmin,
    run: (caller, { projectId, transitions, digest }) =>
      attachGate(gateContext(caller), projectId, transitions, digest),
  },
  detachGate: {
    payload: v.object({ projectId: id }),
    demands: projectAdmin,
    run: async (caller, { projectId }) => {
      const context = gateContext(caller);
      const { failed } = await detachProject(context, projectId);
      return { ...(await planGate(context, projectId)), failed };
    },
  },
  detachEveryGate: {
    payload: v.object({}),
    demands: () => ({ demand: 'jiraAdmin' }),
    run: (caller) => detachEverywhere(gateContext(caller)),
  },
};
