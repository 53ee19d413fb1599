/** Set-up of the site and of several projects at once: for Jira admins. */
import * as v from 'valibot';
import { machine } from '../events/set-up-job';
import { planGate } from '../setup/gate/plan-gate';
import { checkHealth, type HealthQuestion } from '../setup/health/check-health';
import { knownProjects } from '../setup/known-projects';
import { planSetup, type Planner } from '../setup/plan';
import { currentRun, resumeRun, runNamed, startRun, stopRun, wake } from '../setup/run/control';
import { applyRun, undoRun, type RunIdentity } from '../setup/run/new-run';
import { runView } from '../setup/run/run-view';
import { planUndo } from '../setup/undo/plan-undo';
import { readProjectSetup } from '../storage/project-setup';
import { readSiteSetup } from '../storage/site-setup';
import { gateContext } from './gate';
import { adminOf, type Caller, type Operations } from './define';
import { decisions, digest, projectIds, runId, stepNames, undoScope } from './payloads';
import { trendDays, trendsBeside } from './trends';

declare const crypto: { randomUUID(): string };

const jiraAdmin = () => ({ demand: 'jiraAdmin' }) as const;

/** A Jira admin reads as the person they are; only what the step judges as the app too is read as the app. */
export function plannerOf(caller: Caller): Planner {
  const { asApp, jiraAdmin: isJiraAdmin } = adminOf(caller);
  return { reader: isJiraAdmin ? caller.jira : asApp, viewer: caller.jira, app: asApp, isJiraAdmin };
}

export function healthQuestion(caller: Caller): Pick<HealthQuestion, 'now' | 'planGate'> {
  return { now: caller.now, planGate: (projectId) => planGate(gateContext(caller), projectId) };
}

export function newRunIdentity({ now }: Caller, projectIds: readonly string[]): RunIdentity {
  return { id: crypto.randomUUID(), now, projectIds };
}

export const setupOperations: Pick<
  Operations,
  | 'getSetup'
  | 'planSetup'
  | 'startSetup'
  | 'readSetupRun'
  | 'stopSetup'
  | 'resumeSetup'
  | 'planUndo'
  | 'startUndo'
  | 'checkHealth'
  | 'listSetUpProjects'
> = {
  getSetup: {
    payload: v.object({ projectIds, trends: v.exactOptional(v.object({ days: trendDays })) }),
    demands: () => ({ demand: 'signedIn' }),
    run: async (caller, payload) => {
      const ids = [...new Set(payload.projectIds)];
      const [site, projects, trends] = await Promise.all([
        readSiteSetup(),
        Promise.all(ids.map(readProjectSetup)),
        payload.trends && trendsBeside(caller, { projectIds: ids, ...payload.trends }),
      ]);
      const view = { site, projects: projects.filter((project) => project !== undefined) };
      return trends === undefined ? view : { ...view, trends };
    },
  },
  planSetup: {
    payload: v.object({ projectIds, decisions, only: v.exactOptional(stepNames) }),
    demands: jiraAdmin,
    run: (caller, request) => planSetup(plannerOf(caller), request),
  },
  startSetup: {
    payload: v.object({ projectIds, decisions, only: v.exactOptional(stepNames), digest }),
    demands: jiraAdmin,
    run: async (caller, { digest: seen, ...request }) => {
      const identity = { ...newRunIdentity(caller, request.projectIds), thorough: request.only !== undefined };
      const readPlan = () => planSetup(plannerOf(caller), request);
      return runView(await startRun(machine, readPlan, seen, (plan) => applyRun(plan, identity)));
    },
  },
  readSetupRun: {
    payload: v.object({}),
    demands: jiraAdmin,
    run: async () => {
      const run = await currentRun(machine);
      if (run === undefined) return { run: undefined };
      await wake(machine, run);
      return { run: runView(run) };
    },
  },
  stopSetup: {
    payload: v.object({ runId }),
    demands: jiraAdmin,
    run: async (_caller, payload) => runView(await stopRun(machine, payload.runId)),
  },
  resumeSetup: {
    payload: v.object({ runId }),
    demands: jiraAdmin,
    run: async (_caller, payload) => runView(await resumeRun(machine, await runNamed(machine, payload.runId))),
  },
  planUndo: {
    payload: v.object({ projectIds: undoScope }),
    demands: jiraAdmin,
    run: (caller, payload) => planUndo(plannerOf(caller), payload.projectIds),
  },
  startUndo: {
    payload: v.object({ projectIds: undoScope, digest }),
    demands: jiraAdmin,
    run: async (caller, payload) => {
      const identity = { ...newRunIdentity(caller, []), ownOnly: false };
      const readPlan = () => planUndo(plannerOf(caller), payload.projectIds);
      return runView(await startRun(machine, readPlan, payload.digest, (plan) => undoRun(plan, identity)));
    },
  },
  checkHealth: {
    payload: v.object({ projectIds }),
    demands: jiraAdmin,
    run: (caller, payload) => checkHealth(plannerOf(caller), { ...healthQuestion(caller), ...payload, withSite: true }),
  },
  listSetUpProjects: {
    payload: v.object({}),
    demands: jiraAdmin,
    run: async () => ({ projectIds: await knownProjects() }),
  },
};
