/** Set-up of one project: for those who administer it. Nothing of the site, and nothing of other projects. */
import * as v from 'valibot';
import { Refusal } from '../commands/refusal';
import type { SetupRun } from '../contract/set-up';
import { machine } from '../events/set-up-job';
import { checkHealth } from '../setup/health/check-health';
import { planProjectSetup } from '../setup/plan';
import { changeAllRefused } from '../setup/project';
import { currentRun, resumeRun, runNamed, startRun, wake } from '../setup/run/control';
import { applyRun, undoRun } from '../setup/run/new-run';
import { projectRunView } from '../setup/run/run-view';
import { planUndo } from '../setup/undo/plan-undo';
import type { StoredRun } from '../storage/setup-run';
import { adminOf, type Caller, type Operations } from './define';
import { decisions, digest, id, runId, stepNames } from './payloads';
import { healthQuestion, newRunIdentity, plannerOf } from './setup';

const projectAdmin = ({ projectId }: { readonly projectId: string }) =>
  ({ demand: 'projectAdmin', projectId }) as const;

/** @throws Refusal `conflict` for a run of others: it may not be seen, and another one cannot start beside it. */
function ownView(run: StoredRun, projectId: string): SetupRun {
  const view = projectRunView(run, projectId);
  if (view === undefined) throw new Refusal('conflict');
  return view;
}

/** Resuming gives a run its hour anew, so whoever does so must be allowed everything that is left of it. */
function mayAuthorise(caller: Caller, run: StoredRun, projectId: string): boolean {
  if (adminOf(caller).jiraAdmin) return true;
  if (run.kind === 'undo' && !run.ownOnly) return false;
  return run.steps
    .filter(({ state }) => state !== 'done')
    .every((step) => step.projectId === projectId && step.choice?.decision !== 'changeAll');
}

export const projectSetupOperations: Pick<
  Operations,
  | 'planProjectSetup'
  | 'startProjectSetup'
  | 'readProjectSetupRun'
  | 'resumeProjectSetup'
  | 'planProjectUndo'
  | 'startProjectUndo'
  | 'checkProjectHealth'
> = {
  planProjectSetup: {
    payload: v.object({ projectId: id, decisions, only: v.exactOptional(stepNames) }),
    demands: projectAdmin,
    run: (caller, { projectId, ...request }) =>
      planProjectSetup(plannerOf(caller), { ...request, projectIds: [projectId] }),
  },
  startProjectSetup: {
    payload: v.object({ projectId: id, decisions, only: v.exactOptional(stepNames), digest }),
    demands: projectAdmin,
    run: async (caller, { projectId, digest: seen, ...request }) => {
      if (changeAllRefused(request.decisions, adminOf(caller).jiraAdmin)) throw new Refusal('no-permission');
      const identity = { ...newRunIdentity(caller, [projectId]), thorough: request.only !== undefined };
      const readPlan = () => planProjectSetup(plannerOf(caller), { ...request, projectIds: [projectId] });
      return ownView(await startRun(machine, readPlan, seen, (plan) => applyRun(plan, identity)), projectId);
    },
  },
  readProjectSetupRun: {
    payload: v.object({ projectId: id }),
    demands: projectAdmin,
    run: async (_caller, { projectId }) => {
      const run = await currentRun(machine);
      if (run === undefined) return { run: undefined };
      await wake(machine, run);
      return { run: projectRunView(run, projectId) };
    },
  },
  resumeProjectSetup: {
    payload: v.object({ projectId: id, runId }),
    demands: projectAdmin,
    run: async (caller, payload) => {
      const run = await runNamed(machine, payload.runId);
      if (projectRunView(run, payload.projectId) === undefined) throw new Refusal('not-found');
      if (!mayAuthorise(caller, run, payload.projectId)) throw new Refusal('no-permission');
      return ownView(await resumeRun(machine, run), payload.projectId);
    },
  },
  planProjectUndo: {
    payload: v.object({ projectId: id }),
    demands: projectAdmin,
    run: (caller, { projectId }) => planUndo(plannerOf(caller), [projectId]),
  },
  startProjectUndo: {
    payload: v.object({ projectId: id, digest }),
    demands: projectAdmin,
    run: async (caller, payload) => {
      const identity = { ...newRunIdentity(caller, [payload.projectId]), ownOnly: !adminOf(caller).jiraAdmin };
      const readPlan = () => planUndo(plannerOf(caller), [payload.projectId]);
      const run = await startRun(machine, readPlan, payload.digest, (plan) => undoRun(plan, identity));
      return ownView(run, payload.projectId);
    },
  },
  checkProjectHealth: {
    payload: v.object({ projectId: id }),
    demands: projectAdmin,
    run: (caller, { projectId }) => {
      const question = { ...healthQuestion(caller), projectIds: [projectId], withSite: false };
      return checkHealth(plannerOf(caller), question);
    },
  },
};
