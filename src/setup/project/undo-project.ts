/**
 * What undo would do in projects, and doing it. Only what set-up made is touched, and only where nothing needs it.
 */
import type { KeptBecause, UndoItem } from '../../contract/set-up';
import { JiraError } from '../../jira/errors';
import { getProject, type JiraProject } from '../../jira/project';
import type { JiraRequest } from '../../jira/request';
import { isOneOf, ordered } from '../../jira/jql';
import { isNobody, othersThan } from '../../jira/project-usage';
import { countIssues } from '../../jira/search';
import { BUILT_IN, readProjectRecord, type ProjectRecord } from '../../storage/project-record';
import { readProjectSetup, removeProjectSetup } from '../../storage/project-setup';
import { removeRebuildRun } from '../../storage/rebuild-run';
import { removeRecalculation } from '../../storage/recalculation';
import { removeReconciled } from '../../storage/reconcile-run';
import { removeTrend } from '../../storage/trend';
import type { SetupRecord } from '../../storage/setup-record';
import { done, type StepContext, type StepOutcome } from '../step-context';
import { stepName, type ProjectPart, type ProjectStep } from '../step-name';
import { NotYet, projectContext, type ProjectContext } from './project-context';
import type { Readers, SchemePart } from './read-projects';
import { siteIdsOf, type SiteIds } from './site-ids';
import { takeOut } from './undo-additions';
import { deleteCopies, giveBack } from './undo-copies';
import { additionsOf, ASSIGNED_OF, COPIES_OF, hasTraces } from './undo-traces';
import { heirAmong, issuesNeeding, usersReader } from './undo-usage';
import { awaitRecordedTask } from './workflow-part';

/** What uses goes before what is used. */
const PARTS_BACKWARDS: readonly SchemePart[] = ['workflow', 'screens', 'fields', 'issueType'];

interface Keeping {
  readonly kept: KeptBecause;
  readonly issues?: number;
  readonly jql?: string;
}

/**
 * Only reads. Parts in which nothing was made are not among the items.
 * @param ownOnly the person may not change what other projects use.
 */
export async function readProjectUndo(
  { reader }: Readers,
  projectIds: readonly string[],
  record: SetupRecord,
  ownOnly: boolean,
): Promise<readonly UndoItem[]> {
  const question = { jira: reader, site: siteIdsOf(record), leaving: projectIds, ownOnly };
  const items = await Promise.all(
    projectIds.map(async (projectId) => {
      const [project, setup, made] = await Promise.all([
        projectOrNone(reader, projectId),
        readProjectSetup(projectId),
        readProjectRecord(projectId),
      ]);
      const name = project?.name ?? '';
      const settings = setup === undefined ? [] : [itemOf(projectId, name, 'settings', undefined)];
      const parts = await Promise.all(
        PARTS_BACKWARDS.filter((part) => hasTraces(made, part)).map(async (part) =>
          itemOf(projectId, name, part, project && (await keeping(question, projectId, part, made))),
        ),
      );
      return [...settings, ...parts];
    }),
  );
  return items.flat();
}

function itemOf(projectId: string, name: string, projectPart: ProjectPart, kept: Keeping | undefined): UndoItem {
  const step = stepName({ part: 'project', projectId, projectPart });
  const base = { step, kind: 'project', name, projectId } as const;
  return kept === undefined ? { ...base, action: 'remove' } : { ...base, action: 'keep', ...kept };
}

async function projectOrNone(jira: JiraRequest, projectId: string): Promise<JiraProject | undefined> {
  try {
    return await getProject(jira, projectId);
  } catch (error) {
    if (error instanceof JiraError && error.kind === 'notFound') return undefined;
    throw error;
  }
}

interface Question {
  readonly jira: JiraRequest;
  readonly site: SiteIds;
  /** Projects that are undone together: they need nothing any more. */
  readonly leaving: readonly string[];
  readonly ownOnly: boolean;
}

/** Why a part would be left. */
async function keeping(
  { jira, site, leaving, ownOnly }: Question,
  projectId: string,
  part: SchemePart,
  record: ProjectRecord,
): Promise<Keeping | undefined> {
  const readUsers = usersReader(jira);
  const users = await Promise.all(additionsOf(record, part).map(readUsers));
  const sharing = [...new Set(users.flatMap((some) => some?.projectIds ?? []))];
  const need = await issuesNeeding(jira, part, projectId, sharing, site);
  if (need !== undefined) return { kept: 'usedByIssues', ...need };
  const isShared = users.some((some) => some !== undefined && !isNobody(othersThan(projectId, some)));
  if (ownOnly && isShared) return { kept: 'usedByProjects' };
  if ((await heirAmong(sharing, leaving)) !== undefined) return { kept: 'usedByProjects' };
  return part === 'workflow' && record.previous.workflowScheme === BUILT_IN ? noWayBack(jira, projectId) : undefined;
}

/** Jira has no call that takes a project with issues back to its built-in workflow scheme. */
async function noWayBack(jira: JiraRequest, projectId: string): Promise<Keeping | undefined> {
  const jql = ordered(isOneOf('project', [projectId]));
  const issues = await countIssues(jira, jql);
  return issues === 0 ? undefined : { kept: 'usedByIssues', issues, jql };
}

/**
 * Takes one part of one project back.
 * @param ownOnly what other projects use stays as it is: the run was started by somebody who is no Jira admin.
 * @throws JiraError when Jira refused or failed.
 */
export async function undoProjectStep(context: StepContext, step: ProjectStep, ownOnly: boolean): Promise<StepOutcome> {
  const { jira } = context;
  const { projectId, projectPart } = step;
  if (projectPart === 'settings') {
    await removeProjectSetup(projectId);
    await removeRebuildRun(projectId);
    await removeRecalculation(projectId);
    await removeReconciled(projectId);
    await removeTrend(projectId, new Date().toISOString().slice(0, 10));
    return done('removed');
  }
  const site = siteIdsOf(context.record());
  const project = await projectOrNone(jira, projectId);
  try {
    const undone = await projectContext(jira, project ?? { id: projectId, key: '' }, site);
    return await undoPart(undone, projectPart, project, ownOnly);
  } catch (error) {
    if (error instanceof NotYet) return { state: 'notYet' };
    throw error;
  }
}

/** @param project missing when it is gone: then no issue needs anything. */
async function undoPart(
  context: ProjectContext,
  part: SchemePart,
  project: JiraProject | undefined,
  ownOnly: boolean,
): Promise<StepOutcome> {
  if (part === 'workflow') await awaitRecordedTask(context);
  const { jira, site, record } = context;
  const readUsers = usersReader(jira);
  if (project !== undefined) {
    const users = await Promise.all(additionsOf(record(), part).map(readUsers));
    const sharing = users.flatMap((some) => some?.projectIds ?? []);
    const need = await issuesNeeding(jira, part, project.id, sharing, site);
    if (need !== undefined) return { state: 'done', result: 'kept', kept: 'usedByIssues', issues: need.issues };
  }
  let keepsCopy: KeptBecause | undefined;
  for (const kind of ASSIGNED_OF[part]) keepsCopy = (await giveBack(context, kind)) ?? keepsCopy;
  let kept = keepsCopy;
  for (const addition of additionsOf(record(), part)) {
    context.checkTime();
    kept = (await takeOut(context, addition, await readUsers(addition), ownOnly)) ?? kept;
  }
  // A copy that the project keeps needs what it was made of.
  if (keepsCopy === undefined) {
    for (const kind of COPIES_OF[part]) kept = (await deleteCopies(context, kind)) ?? kept;
  }
  return kept === undefined ? done('removed') : { state: 'done', result: 'kept', kept };
}
