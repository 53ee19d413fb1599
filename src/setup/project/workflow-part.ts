/**
 * Security risks of the project have the workflow of risks; every other type keeps its own.
 */
import type { StatusCategory } from '../../domain/progress';
import { JiraError } from '../../jira/errors';
import type { JiraProject } from '../../jira/project';
import { listTypesWithStatuses } from '../../jira/project-statuses';
import { usersOfWorkflowScheme, type Users } from '../../jira/project-usage';
import type { JiraRequest } from '../../jira/request';
import { awaitTask, type TaskState } from '../../jira/task';
import {
  assignWorkflowScheme,
  createWorkflowScheme,
  listWorkflowSchemes,
  readWorkflowSchemes,
  switchWorkflowScheme,
  updateWorkflowScheme,
  workflowSchemesOf,
  type SchemeOfProject,
  type StatusMoves,
  type WorkflowScheme,
} from '../../jira/workflow-scheme';
import { BUILT_IN } from '../../storage/project-record';
import type { RiskStatusName } from '../needed';
import { copyFor, recordPrevious } from './copies';
import { foundFor, sharedWith, type PartFound } from './part';
import { NotYet, recordAdditions, type ProjectContext } from './project-context';
import type { SiteIds } from './site-ids';

export interface WorkflowFound extends PartFound {
  readonly current: SchemeOfProject;
  /** Missing for Jira's built-in scheme. */
  readonly scheme: WorkflowScheme | undefined;
}

/** Two requests for up to twenty schemes, and one for each scheme. */
export async function readWorkflowPart(
  jira: JiraRequest,
  projects: readonly JiraProject[],
  { riskTypeId }: SiteIds,
): Promise<ReadonlyMap<string, WorkflowFound>> {
  const current = await workflowSchemesOf(
    jira,
    projects.map(({ id }) => id),
  );
  const schemeIds = [...new Set([...current.values()].flatMap(({ id }) => id ?? []))];
  const [schemes, users] = await Promise.all([
    readWorkflowSchemes(jira, schemeIds),
    Promise.all(
      schemeIds.map(async (id): Promise<readonly [string, Users]> => [id, await usersOfWorkflowScheme(jira, id)]),
    ),
  ]);
  const usersOf = new Map(users);
  return new Map(
    projects.map((project): [string, WorkflowFound] => {
      const ofProject = foundFor(current, project.id);
      if (ofProject.id === undefined) {
        return [project.id, { right: false, shared: [], current: ofProject, scheme: undefined }];
      }
      const scheme = schemes.find(({ id }) => id === ofProject.id);
      // An admin's own choice for risks stands, ours included.
      const right = riskTypeId !== undefined && scheme !== undefined && maps(scheme, riskTypeId);
      const shared = right
        ? []
        : sharedWith(project.id, 'workflowScheme', ofProject.name, foundFor(usersOf, ofProject.id));
      return [project.id, { right, shared, current: ofProject, scheme }];
    }),
  );
}

export function maps(scheme: WorkflowScheme, issueTypeId: string): boolean {
  return scheme.workflows.some(({ issueTypeIds }) => issueTypeIds.includes(issueTypeId));
}

/** Waits for a task that an earlier job started. @throws NotYet while Jira is at it; JiraError when it failed. */
export async function awaitRecordedTask(context: ProjectContext): Promise<void> {
  const { taskId } = context.record();
  if (taskId === undefined) return;
  try {
    await finish(context, await awaitTask(context.jira, 'workflowScheme.task', taskId));
  } catch (error) {
    // What became of a failed or forgotten task is seen by looking at the scheme.
    if (error instanceof JiraError && (error.kind === 'refused' || error.kind === 'notFound')) await forget(context);
    if (error instanceof JiraError && error.kind === 'notFound') return;
    throw error;
  }
}

async function forget(context: ProjectContext): Promise<void> {
  await context.save(({ version, projectId, copies, previous, additions }) => {
    return { version, projectId, copies, previous, additions };
  });
}

/** @throws NotYet while Jira is at it. */
async function finish(context: ProjectContext, task: TaskState): Promise<void> {
  if (task.state === 'running') throw new NotYet();
  if (context.record().taskId !== undefined) await forget(context);
}

/** Starts a change of workflows and waits for it. @throws NotYet while Jira is at this one or at another one. */
export async function changeWorkflows(
  context: ProjectContext,
  change: (began: (taskId: string) => Promise<void>) => Promise<TaskState>,
): Promise<void> {
  const began = (taskId: string) => context.save((record) => ({ ...record, taskId }));
  try {
    await finish(context, await change(began));
  } catch (error) {
    // Jira makes one such change at a time; whose it is, or whether the scheme is newer, is seen by looking again.
    if (error instanceof JiraError && error.kind === 'conflict') throw new NotYet();
    if (error instanceof JiraError && error.kind === 'refused' && context.record().taskId !== undefined) {
      await forget(context);
    }
    throw error;
  }
}

/** @param copy also for Jira's built-in scheme, which nobody can change. */
export async function mapRiskWorkflow(context: ProjectContext, found: WorkflowFound, copy: boolean): Promise<void> {
  const { jira, project, site } = context;
  const { riskTypeId, workflow, riskStatusIds } = site;
  if (riskTypeId === undefined || workflow === undefined || riskStatusIds === undefined) {
    throw new Error('the site is not set up');
  }
  const { current, scheme } = found;
  const moves = await movesOfRisks(jira, project, riskTypeId, riskStatusIds);
  if (scheme !== undefined && !copy) {
    await recordAdditions(context, [{ what: 'riskWorkflow', schemeId: scheme.id }]);
    const workflows = [...scheme.workflows, { workflow, issueTypeIds: [riskTypeId] }];
    await changeWorkflows(context, (began) => updateWorkflowScheme(jira, { ...scheme, workflows }, moves, began));
    return;
  }
  const mappings = (scheme?.workflows ?? []).flatMap((mapping) =>
    mapping.issueTypeIds.map((issueTypeId) => [issueTypeId, mapping.workflow.name] as const),
  );
  const sourceId = current.id ?? BUILT_IN;
  const copyId = await copyFor(context, {
    kind: 'workflowScheme',
    sourceId,
    sourceName: current.name === '' ? 'Workflow Scheme' : current.name,
    list: () => listWorkflowSchemes(jira),
    create: (named) =>
      createWorkflowScheme(jira, {
        ...named,
        defaultWorkflow: scheme?.defaultWorkflow?.name ?? current.defaultWorkflow,
        issueTypeMappings: { ...Object.fromEntries(mappings), [riskTypeId]: workflow.name },
      }),
  });
  await recordPrevious(context, 'workflowScheme', sourceId);
  await giveWorkflowScheme(context, copyId, moves);
}

export async function giveWorkflowScheme(context: ProjectContext, schemeId: string, moves: StatusMoves): Promise<void> {
  const { jira, project } = context;
  if (await assignWorkflowScheme(jira, project.id, schemeId)) return;
  try {
    await changeWorkflows(context, (began) => switchWorkflowScheme(jira, project.id, schemeId, moves, began));
  } catch (error) {
    // A task whose answer was lost may have ended just now; Jira refuses to do it again.
    const isRefused = error instanceof JiraError && error.kind === 'refused';
    if (!isRefused || (await workflowSchemesOf(jira, [project.id])).get(project.id)?.id !== schemeId) throw error;
  }
}

/** A risk that was made before it had this workflow goes where its work stands. */
const STATUS_FOR = { toDo: 'Identified', inProgress: 'In treatment', done: 'Closed' } as const satisfies Record<
  StatusCategory,
  RiskStatusName
>;

async function movesOfRisks(
  jira: JiraRequest,
  { id: projectId }: Pick<JiraProject, 'id'>,
  riskTypeId: string,
  riskStatusIds: Readonly<Record<string, string>>,
): Promise<StatusMoves> {
  const ours = new Set(Object.values(riskStatusIds));
  const types = await listTypesWithStatuses(jira, projectId);
  const before = types.find(({ id }) => id === riskTypeId)?.statuses ?? [];
  const moves = before
    .filter(({ id }) => !ours.has(id))
    .flatMap(({ id, category }) => {
      const to = riskStatusIds[STATUS_FOR[category]];
      return to === undefined ? [] : [{ from: id, to }];
    });
  return { issueTypeId: riskTypeId, moves };
}
