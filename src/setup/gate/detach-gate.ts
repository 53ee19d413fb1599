/**
 * Takes the validator out: for one project, or altogether.
 */
import { appErrorOf } from '../../commands/refusal';
import type { GateFollowUp } from '../../contract/settings';
import type { AppError } from '../../contract/result';
import type { ProjectSetup, SiteSetup } from '../../domain/site-setup';
import { JiraError } from '../../jira/errors';
import { listTypesWithStatuses } from '../../jira/project-statuses';
import { allWorkflows, workflowsById, workflowsOfTypes, type WholeWorkflow } from '../../jira/workflow-update';
import { readSiteSetup } from '../../storage/site-setup';
import { withGate } from './our-rule';
import { readyStatusIdsOf } from './plan-gate';
import { rewritten, writeAll, type Wanted } from './rewrite-gate';
import { blockingProject, hasOurs, projectsActedFor, targetOf, type GateContext } from './standing-gate';

/**
 * The rule no longer acts for this project in any workflow that its issues follow. Where it acts for no other project, it
 * is gone.
 * @throws JiraError when not even the workflows can be read; what could not be written is in the answer.
 */
export async function detachProject(context: GateContext, projectId: string): Promise<GateFollowUp> {
  return change(context, await readSiteSetup(), projectId, (_whole, _transition, standing) =>
    without(standing, projectId),
  );
}

/**
 * After the settings or ids of a project changed: where the rule acts for it, it acts by the new ones, and only where it
 * still should. Takes it out where the project does not block any more. Never puts it where it was not.
 * @throws JiraError when not even the workflows can be read.
 */
export async function followGate(context: GateContext, site: SiteSetup, setup: ProjectSetup): Promise<GateFollowUp> {
  const { projectId, storyTypeIds } = setup;
  if (blockingProject(site, setup) === undefined) return detachProject(context, projectId);
  const [ready, ofStories] = await Promise.all([
    readyStatusIdsOf(context, { site, setup }, storyTypeIds),
    workflowsOfTypes(context.workflows, projectId, storyTypeIds),
  ]);
  const storyWorkflows = new Set(ofStories.map(({ workflow }) => workflow.id));
  return change(context, site, projectId, (whole, transition, standing) => {
    const target = targetOf(whole, transition);
    const belongs = storyWorkflows.has(whole.workflow.id) && target !== undefined && ready.includes(target.id);
    return belongs ? standing : without(standing, projectId);
  });
}

function without(ids: readonly string[], id: string): readonly string[] {
  return ids.filter((each) => each !== id);
}

/** One workflow after the other, so that one that cannot be changed does not keep the others. */
async function change(
  context: GateContext,
  site: SiteSetup | undefined,
  projectId: string,
  wanted: Wanted,
): Promise<GateFollowUp> {
  const workflows = await workflowsOfProject(context, projectId);
  const outcome = {
    rewritten: [] as string[],
    detached: [] as string[],
    failed: [] as GateFollowUp['failed'][number][],
  };
  for (const whole of workflows.filter((each) => hasOurs(context.app, each))) {
    const { name } = whole.workflow;
    const error = await tried(context, whole, async (current) => {
      const [changed] = await rewritten(context, site, [current], undefined, wanted);
      if (changed === undefined) return;
      await writeAll(context, [changed]);
      const acts = projectsActedFor(context.app, [changed]).includes(projectId);
      outcome[acts ? 'rewritten' : 'detached'].push(name);
    });
    if (error !== undefined) outcome.failed.push({ workflow: name, error });
  }
  return outcome;
}

/** Of a project that is gone, or that the person may not see: those in which a rule of ours acts for it. */
async function workflowsOfProject(context: GateContext, projectId: string): Promise<readonly WholeWorkflow[]> {
  try {
    const types = await listTypesWithStatuses(context.jira, projectId);
    return await workflowsOfTypes(
      context.workflows,
      projectId,
      types.map(({ id }) => id),
    );
  } catch (error) {
    if (!(error instanceof JiraError) || error.kind !== 'notFound') throw error;
    const all = await allWorkflows(context.workflows);
    return all.filter((whole) => projectsActedFor(context.app, [whole]).includes(projectId));
  }
}

export interface DetachedEverywhere {
  /** Names of the workflows that are free of our rule now. */
  readonly workflows: readonly string[];
  readonly failed: readonly { readonly workflow: string; readonly error: AppError }[];
}

/**
 * Takes every rule of ours out of every workflow of the site.
 * @throws JiraError when the workflows cannot be read.
 */
export async function detachEverywhere(context: GateContext): Promise<DetachedEverywhere> {
  const workflows: string[] = [];
  const failed: { workflow: string; error: AppError }[] = [];
  for (const whole of (await allWorkflows(context.workflows)).filter((each) => hasOurs(context.app, each))) {
    const { name } = whole.workflow;
    const error = await tried(context, whole, async (current) => {
      const transitions = current.workflow.transitions.map((each) => withGate(context.app, each, undefined));
      await writeAll(context, [{ ...current, workflow: { ...current.workflow, transitions } }]);
    });
    if (error === undefined) workflows.push(name);
    else failed.push({ workflow: name, error });
  }
  return { workflows, failed };
}

/**
 * Does it, and once more on what is there by then when somebody changed the workflow meanwhile: taking our own rule out
 * is right whatever else they changed.
 * @returns what went wrong, where that is an ordinary answer.
 */
async function tried(
  { workflows: jira }: GateContext,
  whole: WholeWorkflow,
  work: (current: WholeWorkflow) => Promise<void>,
): Promise<AppError | undefined> {
  try {
    try {
      await work(whole);
    } catch (error) {
      if (!(error instanceof JiraError) || error.kind !== 'conflict') throw error;
      const [current] = await workflowsById(jira, [whole.workflow.id]);
      if (current !== undefined) await work(current);
    }
    return undefined;
  } catch (error) {
    const known = appErrorOf(error);
    if (known === undefined) throw error;
    return known;
  }
}
