/**
 * What the flow of set-up asks for, once for the whole site and once for one project: the same questions, asked of
 * different operations.
 */
import type { Decisions, Health, ProjectPlan, SetupPlan, SetupRun, UndoPlan } from '../../../../../src/contract/set-up';
import type { Result } from '../../../../../src/contract/result';
import { invoke } from '../bridge';

/** What a plan is made for and started with. `only` names the steps of a fault; without it everything is planned. */
export interface PlanRequest {
  readonly decisions: Decisions;
  readonly only?: readonly string[] | undefined;
}

export interface PlanOperations {
  readonly plan: (request: PlanRequest) => Promise<Result<SetupPlan>>;
  readonly start: (request: PlanRequest & { readonly digest: string }) => Promise<Result<SetupRun>>;
  /** Only the team-managed projects of these ids, as they are now. */
  readonly readGuides: (projectIds: readonly string[]) => Promise<Result<readonly ProjectPlan[]>>;
}

export interface RunOperations {
  readonly readRun: () => Promise<Result<{ readonly run: SetupRun | undefined }>>;
  readonly resume: (runId: string) => Promise<Result<SetupRun>>;
  /** Missing where the viewer may not stop a run. */
  readonly stop?: (runId: string) => Promise<Result<SetupRun>>;
}

export interface UndoOperations {
  readonly planUndo: () => Promise<Result<UndoPlan>>;
  readonly startUndo: (digest: string) => Promise<Result<SetupRun>>;
}

/** Set-up of the site and of these projects. */
export function sitePlanOperations(projectIds: readonly string[]): PlanOperations {
  return {
    plan: ({ decisions, only }) =>
      invoke('planSetup', { projectIds: projectsFor(projectIds, only), decisions, ...onlyOf(only) }),
    start: ({ decisions, only, digest }) =>
      invoke('startSetup', { projectIds: projectsFor(projectIds, only), decisions, digest, ...onlyOf(only) }),
    readGuides: async (ids) =>
      projectsOf(await invoke('planSetup', { projectIds: ids, decisions: {}, only: ids.map(settingsStep) })),
  };
}

export const SITE_RUN: RunOperations = {
  readRun: () => invoke('readSetupRun', {}),
  resume: (runId) => invoke('resumeSetup', { runId }),
  stop: (runId) => invoke('stopSetup', { runId }),
};

export function siteUndoOperations(projectIds: readonly string[] | 'everything'): UndoOperations {
  return {
    planUndo: () => invoke('planUndo', { projectIds }),
    startUndo: (digest) => invoke('startUndo', { projectIds, digest }),
  };
}

/** Set-up of one project, for those who administer it. */
export function projectPlanOperations(projectId: string): PlanOperations {
  return {
    plan: ({ decisions, only }) => invoke('planProjectSetup', { projectId, decisions, ...onlyOf(only) }),
    start: ({ decisions, only, digest }) =>
      invoke('startProjectSetup', { projectId, decisions, digest, ...onlyOf(only) }),
    readGuides: async () =>
      projectsOf(await invoke('planProjectSetup', { projectId, decisions: {}, only: [settingsStep(projectId)] })),
  };
}

export function projectRunOperations(projectId: string): RunOperations {
  return {
    readRun: () => invoke('readProjectSetupRun', { projectId }),
    resume: (runId) => invoke('resumeProjectSetup', { projectId, runId }),
  };
}

export function projectUndoOperations(projectId: string): UndoOperations {
  return {
    planUndo: () => invoke('planProjectUndo', { projectId }),
    startUndo: (digest) => invoke('startProjectUndo', { projectId, digest }),
  };
}

/** Reads the health of what the page stands for. */
export type CheckHealth = () => Promise<Result<Health>>;

/** The step that says a project is ready; its plan reads the guide and nothing else. */
function settingsStep(projectId: string): string {
  return `project:${projectId}:settings`;
}

/** Chosen steps bring their own projects, whichever are chosen on the page. */
function projectsFor(projectIds: readonly string[], only: readonly string[] | undefined): readonly string[] {
  if (only === undefined) return projectIds;
  return [...new Set(only.flatMap((step) => /^project:(\d+):/.exec(step)?.[1] ?? []))];
}

function onlyOf(only: readonly string[] | undefined): { readonly only?: readonly string[] } {
  return only === undefined ? {} : { only };
}

function projectsOf(planned: Result<SetupPlan>): Result<readonly ProjectPlan[]> {
  return planned.ok ? { ok: true, value: planned.value.projects } : planned;
}
