/**
 * Takes the workflow of risks out of a project's workflow scheme, or gives the project its previous scheme.
 */
import { readWorkflowScheme, updateWorkflowScheme, assignWorkflowScheme } from '../../jira/workflow-scheme';
import { workflowSchemesOf, type StatusMoves, type WorkflowScheme } from '../../jira/workflow-scheme';
import { workflowsById } from '../../jira/workflow-update';
import type { ProjectContext } from './project-context';
import { RISK_STATUSES } from '../needed';
import { changeWorkflows, giveWorkflowScheme } from './workflow-part';

/** How Jira writes the categories here. */
const CATEGORY_NAME = { toDo: 'TODO', inProgress: 'IN_PROGRESS', done: 'DONE' } as const;

/**
 * @param schemeId `undefined`: Jira's built-in scheme, to which only a project without issues can go back; a project
 * with issues keeps its copy, without our workflow in it.
 * @returns false where the project keeps its copy.
 */
export async function giveBackWorkflows(context: ProjectContext, schemeId: string | undefined): Promise<boolean> {
  const { jira, project, site } = context;
  if (schemeId === undefined) {
    if (await assignWorkflowScheme(jira, project.id, undefined)) return true;
    const current = (await workflowSchemesOf(jira, [project.id])).get(project.id)?.id;
    if (current !== undefined) await unmapRiskWorkflow(context, current);
    return false;
  }
  const scheme = await readWorkflowScheme(jira, schemeId);
  const mapped = scheme.workflows.find(({ issueTypeIds }) => issueTypeIds.includes(site.riskTypeId ?? ''));
  const target = mapped?.workflow.id ?? scheme.defaultWorkflow?.id;
  await giveWorkflowScheme(context, schemeId, await movesBack(context, target));
  return true;
}

/** Other mappings stay; nothing happens where an admin has chosen another workflow for risks. */
export async function unmapRiskWorkflow(context: ProjectContext, schemeId: string): Promise<void> {
  const { jira, site } = context;
  const scheme = await readWorkflowScheme(jira, schemeId);
  const workflows = withoutRisks(scheme, site.riskTypeId, site.workflow?.id);
  if (workflows === undefined) return;
  const moves = await movesBack(context, scheme.defaultWorkflow?.id);
  await changeWorkflows(context, (began) => updateWorkflowScheme(jira, { ...scheme, workflows }, moves, began));
}

/** `undefined` when our workflow is not mapped to the risk type. */
function withoutRisks(
  { workflows }: WorkflowScheme,
  riskTypeId: string | undefined,
  workflowId: string | undefined,
): WorkflowScheme['workflows'] | undefined {
  const isOurs = (mapping: WorkflowScheme['workflows'][number]) =>
    mapping.workflow.id === workflowId && riskTypeId !== undefined && mapping.issueTypeIds.includes(riskTypeId);
  if (!workflows.some(isOurs)) return undefined;
  return workflows
    .map((mapping) =>
      isOurs(mapping) ? { ...mapping, issueTypeIds: mapping.issueTypeIds.filter((id) => id !== riskTypeId) } : mapping,
    )
    .filter(({ issueTypeIds }) => issueTypeIds.length > 0);
}

/** Jira wants to know where issues would go even when there are none. */
async function movesBack(context: ProjectContext, workflowId: string | undefined): Promise<StatusMoves> {
  const { jira, site } = context;
  const issueTypeId = site.riskTypeId ?? '';
  const [target] = workflowId === undefined ? [] : await workflowsById(jira, [workflowId]);
  const there = target?.statuses ?? [];
  const moves = RISK_STATUSES.flatMap(({ name, category }) => {
    const from = site.riskStatusIds?.[name];
    if (from === undefined || there.some(({ id }) => id === from)) return [];
    const to = there.find(({ statusCategory }) => statusCategory === CATEGORY_NAME[category]) ?? there[0];
    return to === undefined ? [] : [{ from, to: to.id }];
  });
  return { issueTypeId, moves };
}
