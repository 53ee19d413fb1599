/**
 * Puts the validator on exactly the chosen transitions of a project's workflows.
 */
import { Refusal } from '../../commands/refusal';
import type { GatePlan, GateTransitionRef } from '../../contract/settings';
import { workflowsOfTypes } from '../../jira/workflow-update';
import { readNewestProjectSetup } from '../../storage/project-setup';
import { readSiteSetup } from '../../storage/site-setup';
import { planGate } from './plan-gate';
import { rewritten, writeAll } from './rewrite-gate';
import { blockingProject, digestOf, type GateContext } from './standing-gate';

/**
 * Whatever else is in the workflows stays as it is, and what the rule does for other projects too.
 * @throws Refusal `conflict` when the project does not block, a transition is not among those of the plan, or the
 * workflows are no longer as the plan saw them; `no-permission` when other projects use them and the person is no Jira
 * admin. JiraError `conflict` when somebody changed a workflow meanwhile: then nothing was written.
 */
export async function attachGate(
  context: GateContext,
  projectId: string,
  transitions: readonly GateTransitionRef[],
  digest: string,
): Promise<GatePlan> {
  const plan = await planGate(context, projectId);
  const [site, setup] = await Promise.all([readSiteSetup(), readNewestProjectSetup(projectId)]);
  if (site === undefined || setup === undefined) throw new Refusal('not-set-up');
  if (blockingProject(site, setup) === undefined || plan.digest !== digest) throw new Refusal('conflict');
  const chosen = new Set(transitions.map(nameOf));
  const offered = new Set(plan.transitions.map(nameOf));
  if (plan.impossible !== undefined || ![...chosen].every((name) => offered.has(name))) throw new Refusal('conflict');
  if (!plan.mayAttach) throw new Refusal('no-permission');
  const workflows = await workflowsOfTypes(context.workflows, projectId, setup.storyTypeIds);
  // What is written below carries the versions read here, so it must be what the plan saw.
  if (digestOf(context.app, workflows) !== digest) throw new Refusal('conflict');
  const changed = await rewritten(context, site, workflows, projectId, ({ workflow }, transition, standing) => {
    const others = standing.filter((id) => id !== projectId);
    return chosen.has(nameOf({ workflowId: workflow.id, transitionId: transition.id }))
      ? [...others, projectId]
      : others;
  });
  await writeAll(context, changed);
  return planGate(context, projectId);
}

function nameOf({ workflowId, transitionId }: GateTransitionRef): string {
  return `${workflowId}/${transitionId}`;
}
