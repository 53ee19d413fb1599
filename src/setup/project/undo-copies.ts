/**
 * Gives a project back what it had before its copies, and deletes the copies.
 */
import type { KeptBecause } from '../../contract/set-up';
import { JiraError } from '../../jira/errors';
import { assignFieldConfigurationScheme } from '../../jira/field-configuration';
import { assignFieldScheme } from '../../jira/field-scheme';
import { assignIssueTypeScheme } from '../../jira/issue-type-scheme';
import { assignTypeScreenScheme } from '../../jira/type-screen-scheme';
import { BUILT_IN, type AssignedKind, type CopyKind, type CopyRecord } from '../../storage/project-record';
import { copyMark } from './copies';
import { COPY_CALLS, currentOf } from './copy-calls';
import type { ProjectContext } from './project-context';
import { giveBackWorkflows } from './undo-workflow';

/** @returns false where Jira has no way back. */
async function give(context: ProjectContext, kind: AssignedKind, previous: string): Promise<boolean> {
  const { jira, project } = context;
  const schemeId = previous === BUILT_IN ? undefined : previous;
  if (kind === 'workflowScheme') return giveBackWorkflows(context, schemeId);
  if (kind === 'fieldConfigurationScheme') await assignFieldConfigurationScheme(jira, project.id, schemeId);
  else if (schemeId === undefined) return false;
  else if (kind === 'issueTypeScheme') await assignIssueTypeScheme(jira, project.id, schemeId);
  else if (kind === 'fieldScheme') await assignFieldScheme(jira, project.id, schemeId);
  else await assignTypeScreenScheme(jira, project.id, schemeId);
  return true;
}

/** @returns why the project keeps its copy, where it does. @throws NotYet while Jira is at it. */
export async function giveBack(context: ProjectContext, kind: AssignedKind): Promise<KeptBecause | undefined> {
  const { copies, previous } = context.record();
  const ours = new Set(copies.flatMap((copy) => (copy.kind === kind && copy.id !== undefined ? [copy.id] : [])));
  if (ours.size === 0) return undefined;
  const current = await currentOf(context.jira, kind, context.project.id);
  const before = previous[kind];
  if (current !== undefined && ours.has(current)) {
    if (before === undefined) return 'changedByOthers';
    try {
      if (!(await give(context, kind, before))) return 'usedByIssues';
    } catch (error) {
      // Gone since, or issues have types that only the copy has.
      if (error instanceof JiraError && (error.kind === 'notFound' || error.kind === 'refused'))
        return 'changedByOthers';
      throw error;
    }
  }
  await context.save((record) => ({
    ...record,
    previous: Object.fromEntries(Object.entries(record.previous).filter(([other]) => other !== kind)),
  }));
  return undefined;
}

/** Deletes the project's copies of one kind that nobody uses. @returns why one is left, where one is. */
export async function deleteCopies(context: ProjectContext, kind: CopyKind): Promise<KeptBecause | undefined> {
  let kept: KeptBecause | undefined;
  for (const copy of context.record().copies.filter((each) => each.kind === kind)) {
    context.checkTime();
    if (await isDeleted(context, copy)) await forget(context, copy);
    else kept = 'usedByProjects';
  }
  return kept;
}

async function isDeleted(context: ProjectContext, copy: CopyRecord): Promise<boolean> {
  const { jira, project } = context;
  const { list, remove } = COPY_CALLS[copy.kind];
  const mark = copyMark(project.id, copy.sourceId);
  const id =
    copy.id ?? (await list(jira)).find(({ name, description }) => name === copy.name && description === mark)?.id;
  if (id === undefined) return true;
  try {
    await remove(jira, id);
    return true;
  } catch (error) {
    if (!(error instanceof JiraError)) throw error;
    if (error.kind === 'notFound') return true;
    if (error.kind === 'refused' || error.kind === 'conflict') return false;
    throw error;
  }
}

async function forget(context: ProjectContext, copy: CopyRecord): Promise<void> {
  await context.save((record) => ({
    ...record,
    copies: record.copies.filter(({ kind, sourceId }) => kind !== copy.kind || sourceId !== copy.sourceId),
  }));
}
