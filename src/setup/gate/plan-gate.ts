/**
 * Where the gate of a project could stand, and where it stands.
 */
import type { GatePlan, GateTransition } from '../../contract/settings';
import { defaultReadyStatusIds } from '../../domain/default-settings';
import { gateProject } from '../../domain/gate-rule';
import type { ProjectSetup, SiteSetup } from '../../domain/site-setup';
import { visibleProjects } from '../../jira/project';
import { listTypesWithStatuses } from '../../jira/project-statuses';
import { forgeRulesFor } from '../../jira/workflow-capabilities';
import { workflowsOfTypes, type WholeWorkflow, type WorkflowTransition } from '../../jira/workflow-update';
import { projectsUsingWorkflow } from '../../jira/workflow-usage';
import { readNewestProjectSetup } from '../../storage/project-setup';
import { readSiteSetup } from '../../storage/site-setup';
import { configText, gateExtension, isOurs, projectIdsIn, projectIdsOn } from './our-rule';
import { blockingProject, digestOf, projectsActedFor, readBlocking, targetOf, type GateContext } from './standing-gate';

/** Other projects named at most; the rest is counted. */
const NAMED_MOST = 50;
const CATEGORY = { TODO: 'toDo', IN_PROGRESS: 'inProgress', DONE: 'done' } as const;

/** What the plan is for; without it, what is saved. */
export interface GateChoice {
  readonly readyStatusIds?: readonly string[];
  readonly storyTypeIds?: readonly string[];
}

/** Writes nothing. @throws JiraError */
export async function planGate(context: GateContext, projectId: string, choice: GateChoice = {}): Promise<GatePlan> {
  const [site, setup] = await Promise.all([readSiteSetup(), readNewestProjectSetup(projectId)]);
  if (site === undefined || setup === undefined) return nothing('notSetUp');
  if (gateProject(site, setup) === undefined) return nothing('noField');
  const storyTypeIds = choice.storyTypeIds ?? setup.storyTypeIds;
  const [workflows, readyStatusIds] = await Promise.all([
    workflowsOfTypes(context.workflows, projectId, storyTypeIds),
    choice.readyStatusIds ?? readyStatusIdsOf(context, { site, setup }, storyTypeIds),
  ]);
  const [transitions, users, offered] = await Promise.all([
    transitionsOf(context, { site, setup, readyStatusIds }, workflows),
    usersOf(context, projectId, workflows),
    isOffered(context, workflows),
  ]);
  const impossible = whyImpossible(workflows, transitions, offered);
  return {
    transitions,
    ...users,
    mayAttach: context.jiraAdmin || (users.others.length === 0 && users.hidden === 0),
    ...(impossible === undefined ? {} : { impossible }),
    digest: digestOf(context.app, workflows),
  };
}

function nothing(impossible: NonNullable<GatePlan['impossible']>): GatePlan {
  return { transitions: [], others: [], hidden: 0, mayAttach: false, impossible, digest: '' };
}

/** As saved, or the default where nobody chose any yet. */
export async function readyStatusIdsOf(
  { jira }: GateContext,
  { site, setup: { projectId, settings } }: Pick<Saved, 'site' | 'setup'>,
  storyTypeIds: readonly string[],
): Promise<readonly string[]> {
  if (settings.readyStatusIds.length > 0) return settings.readyStatusIds;
  return defaultReadyStatusIds(await listTypesWithStatuses(jira, projectId), storyTypeIds, site.droppedStatusIds);
}

interface Saved {
  readonly site: SiteSetup;
  readonly setup: ProjectSetup;
  readonly readyStatusIds: readonly string[];
}

async function transitionsOf(
  { app, workflows: jira }: GateContext,
  { site, setup, readyStatusIds }: Saved,
  workflows: readonly WholeWorkflow[],
): Promise<readonly GateTransition[]> {
  const { projectId } = setup;
  const blocking = await readBlocking(site, projectsActedFor(app, workflows));
  const me = blockingProject(site, setup);
  const found: GateTransition[] = [];
  for (const whole of workflows) {
    const { workflow } = whole;
    if (!workflow.isEditable) continue;
    const extension = acts(whole) ? gateExtension(app, await forgeRulesFor(jira, workflow.id)) : undefined;
    for (const transition of workflow.transitions) {
      const target = targetOf(whole, transition);
      const validator = stateOf(transition, extension);
      const isReady = target !== undefined && readyStatusIds.includes(target.id);
      if (target === undefined || (!isReady && validator === 'none')) continue;
      found.push({
        workflowId: workflow.id,
        transitionId: transition.id,
        name: transition.name,
        workflowName: workflow.name,
        toStatus: { id: target.id, name: target.name, category: CATEGORY[target.statusCategory] },
        isCreate: transition.type === 'INITIAL',
        drops: site.droppedStatusIds.includes(target.id),
        // It should not be on a transition that leads elsewhere.
        validator: isReady ? validator : 'broken',
      });
    }
  }
  return found;

  function acts({ workflow }: WholeWorkflow): boolean {
    return workflow.transitions.some((transition) => projectIdsOn(app, transition).includes(projectId));
  }

  /** Ours is one rule, with this environment's address, switched on, holding what we would write now. */
  function stateOf(transition: WorkflowTransition, extension: string | undefined): GateTransition['validator'] {
    const rules = (transition.validators ?? []).filter((rule) => isOurs(app, rule));
    const ids = projectIdsOn(app, transition);
    // A rule of ours that acts for nobody we know stands in the way of all or of none: it is not as it should be.
    if (!ids.includes(projectId)) return rules.some((rule) => projectIdsIn(rule).length === 0) ? 'broken' : 'none';
    const [rule] = rules;
    const projects = ids.flatMap((id) => (id === projectId ? (me ?? []) : (blocking.get(id) ?? [])));
    const asWritten =
      rules.length === 1 &&
      me !== undefined &&
      rule?.parameters?.['key'] === extension &&
      rule?.parameters?.['disabled'] !== 'true' &&
      rule?.parameters?.['config'] === configText(site, projects);
    return asWritten ? 'ours' : 'broken';
  }
}

/** Who else uses these workflows: by name as far as the person may see them. */
async function usersOf(
  { jira, workflows: reader }: GateContext,
  projectId: string,
  workflows: readonly WholeWorkflow[],
): Promise<Pick<GatePlan, 'others' | 'hidden'>> {
  const users = await Promise.all(workflows.map(({ workflow }) => projectsUsingWorkflow(reader, workflow.id)));
  const ids = [...new Set(users.flat())].filter((id) => id !== projectId);
  const visible = await visibleProjects(jira, ids.slice(0, NAMED_MOST));
  const others = visible.map(({ id, key, name }) => ({ id, key, name }));
  return { others, hidden: ids.length - others.length };
}

async function isOffered({ workflows: jira, app }: GateContext, workflows: readonly WholeWorkflow[]): Promise<boolean> {
  const offered = await Promise.all(workflows.map(({ workflow }) => forgeRulesFor(jira, workflow.id)));
  return offered.every((rules) => gateExtension(app, rules) !== undefined);
}

function whyImpossible(
  workflows: readonly WholeWorkflow[],
  transitions: readonly GateTransition[],
  offered: boolean,
): GatePlan['impossible'] {
  if (workflows.length > 0 && workflows.every(({ workflow }) => !workflow.isEditable)) return 'workflowNotEditable';
  if (transitions.length === 0) return 'noTransition';
  return offered ? undefined : 'notOffered';
}
