/**
 * One step of a run, whatever it is about.
 */
import type { StoredRun, StoredStep } from '../../storage/setup-run';
import { detachProject } from '../gate/detach-gate';
import { runProjectStep, undoProjectStep } from '../project';
import { runSiteStep } from '../site/run-site-step';
import { done, StepRefusal, type StepContext, type StepOutcome } from '../step-context';
import { stepNamed } from '../step-name';
import { undoSiteStep } from '../undo/undo-site-step';
import { StepFailed } from './step-error';
import type { Worker } from './machine';

/** @throws StepRefusal, StepFailed, JiraError */
export async function doStep(
  worker: Worker,
  context: StepContext,
  run: StoredRun,
  stored: StoredStep,
): Promise<StepOutcome> {
  const step = stepNamed(stored.step);
  if (step === undefined) throw new StepRefusal('invalid-input');
  if (run.kind === 'undo') {
    if (step.part !== 'project') return undoSiteStep(context, step);
    if (step.projectPart === 'settings') await detach(worker, step.projectId);
    return undoProjectStep(context, step, run.ownOnly);
  }
  const { choice, planned } = stored;
  const outcome =
    step.part === 'project'
      ? await runProjectStep(context, step, decisionOf(stored))
      : await runSiteStep(context, step, { choice, thorough: run.thorough });
  // What this run made before it was stopped was made by this run.
  const wasMade = outcome.state === 'done' && outcome.result === 'alreadyRight' && planned === 'create';
  return wasMade ? done('created') : outcome;
}

function decisionOf({ choice }: StoredStep) {
  return choice?.decision === 'copy' || choice?.decision === 'changeAll' ? choice.decision : undefined;
}

/** Without its settings nobody could take the validator out any more: that comes first. */
async function detach({ gate }: Worker, projectId: string): Promise<void> {
  const { failed } = await detachProject(gate, projectId);
  const [first] = failed;
  if (first !== undefined) throw new StepFailed(first.error);
}
