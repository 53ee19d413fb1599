/** A run as a page sees it. Pure. */
import type { RunStep, SetupRun } from '../../contract/set-up';
import type { StoredRun, StoredStep } from '../../storage/setup-run';
import { without } from '../without';

export function runView(run: StoredRun): SetupRun {
  const { id, kind, state, startedAt, endedAt, waitsUntil, projectIds, steps } = run;
  return {
    id,
    kind,
    state,
    startedAt,
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(waitsUntil === undefined ? {} : { waitsUntil }),
    projectIds,
    steps: steps.map(stepView),
  };
}

/** Only what is about one project; `undefined` for a run that is not about it. */
export function projectRunView(run: StoredRun, projectId: string): SetupRun | undefined {
  if (!run.projectIds.includes(projectId)) return undefined;
  const steps = run.steps.filter((step) => step.projectId === projectId);
  return runView({ ...run, projectIds: [projectId], steps });
}

function stepView(step: StoredStep): RunStep {
  return without(step, 'planned', 'choice', 'pauses', 'begunAt');
}

export function isUnderWay(run: StoredRun | undefined): run is StoredRun {
  return run?.state === 'running' || run?.state === 'waiting';
}
