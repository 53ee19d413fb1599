/**
 * Takes out of schemes, configurations and screens what set-up put into them.
 */
import type { KeptBecause } from '../../contract/set-up';
import { JiraError } from '../../jira/errors';
import { changeFieldItems } from '../../jira/field-configuration';
import { fieldsInScheme, removeFromFieldScheme } from '../../jira/field-scheme';
import { removeFromIssueTypeScheme } from '../../jira/issue-type-scheme';
import { isNobody, othersThan, type Users } from '../../jira/project-usage';
import { listTabs, takeOffTab } from '../../jira/screen-tab';
import { typeScreensOf, unmapType } from '../../jira/type-screen-scheme';
import { readProjectRecord, sameAddition, writeProjectRecord, type Addition } from '../../storage/project-record';
import type { ProjectContext } from './project-context';
import { heirAmong } from './undo-usage';
import { unmapRiskWorkflow } from './undo-workflow';

/**
 * What another project still needs is left and handed over: undo of that project takes it out.
 * @param users the projects that use what was added to; `undefined` when it is gone.
 * @param ownOnly the person may not change what other projects use: it is left for a Jira admin.
 * @returns why it was left, where it was.
 */
export async function takeOut(
  context: ProjectContext,
  addition: Addition,
  users: Users | undefined,
  ownOnly: boolean,
): Promise<KeptBecause | undefined> {
  if (ownOnly && users !== undefined && !isNobody(othersThan(context.project.id, users))) return 'usedByProjects';
  const heir = await heirAmong(users?.projectIds ?? [], [context.project.id]);
  if (heir !== undefined) {
    await handOver(heir, addition);
    await forget(context, addition);
    return 'usedByProjects';
  }
  if (users !== undefined) {
    try {
      await remove(context, addition);
    } catch (error) {
      // Jira knows of issues that its search has not found yet.
      if (error instanceof JiraError && error.kind === 'refused' && addition.what === 'riskType') return 'usedByIssues';
      if (!(error instanceof JiraError) || error.kind !== 'notFound') throw error;
    }
  }
  await forget(context, addition);
  return undefined;
}

async function handOver(projectId: string, addition: Addition): Promise<void> {
  const record = await readProjectRecord(projectId);
  if (record.additions.some((known) => sameAddition(known, addition))) return;
  await writeProjectRecord({ ...record, additions: [...record.additions, addition] });
}

async function forget(context: ProjectContext, addition: Addition): Promise<void> {
  await context.save((record) => ({
    ...record,
    additions: record.additions.filter((known) => !sameAddition(known, addition)),
  }));
}

async function remove(context: ProjectContext, addition: Addition): Promise<void> {
  const { jira, site } = context;
  const { riskTypeId } = site;
  switch (addition.what) {
    case 'riskType':
      if (riskTypeId !== undefined) await removeFromIssueTypeScheme(jira, addition.schemeId, riskTypeId);
      return;
    case 'field':
      return removeField(context, addition.schemeId, addition.fieldId);
    case 'shownField':
      return changeFieldItems(jira, addition.configurationId, [{ id: addition.fieldId, isHidden: true }]);
    case 'screenField':
      return takeOffScreen(context, Number(addition.screenId), addition.fieldId);
    case 'riskScreens':
      return unmapRiskScreens(context, addition.schemeId);
    case 'riskWorkflow':
      return unmapRiskWorkflow(context, addition.schemeId);
  }
}

/** A field that is not in the scheme was taken out by somebody else, or never got into it. */
async function removeField({ jira }: ProjectContext, schemeId: string, fieldId: string): Promise<void> {
  const there = await fieldsInScheme(jira, schemeId, [fieldId]);
  if (there.has(fieldId)) await removeFromFieldScheme(jira, schemeId, [fieldId]);
}

async function takeOffScreen({ jira }: ProjectContext, screenId: number, fieldId: string): Promise<void> {
  const tabs = await listTabs(jira, screenId);
  const tab = tabs.find(({ fieldIds }) => fieldIds.includes(fieldId));
  if (tab !== undefined) await takeOffTab(jira, screenId, tab.id, fieldId);
}

/** Screens that an admin has chosen for risks since stay. */
async function unmapRiskScreens({ jira, site }: ProjectContext, schemeId: string): Promise<void> {
  const { riskTypeId, riskScreensId } = site;
  if (riskTypeId === undefined) return;
  const screens = (await typeScreensOf(jira, [schemeId])).get(schemeId);
  if (screens?.get(riskTypeId) === riskScreensId) await unmapType(jira, schemeId, riskTypeId);
}
