/**
 * What undo would remove, and what it would leave and why. Only reads.
 */
import type { KeptBecause, UndoItem, UndoPlan } from '../../contract/set-up';
import { countUsers } from '../../jira/issue-count';
import type { JiraRequest } from '../../jira/request';
import { readSetupRecord, type SetupRecord } from '../../storage/setup-record';
import { digestOf, type Planner } from '../plan';
import { readProjectUndo } from '../project';
import { kindOf, neededName } from '../site-plan';
import { PROJECT_PARTS, SITE_STEPS, stepName, stepNamed, type ProjectPart, type SiteStep } from '../step-name';
import { readSiteObject, recordedId } from './site-object';

export type UndoScope = readonly string[] | 'everything';

/** Projects first, part by part over all of them; then the site. Backwards, because what uses goes before what is used. */
export async function planUndo({ reader, viewer, app, isJiraAdmin }: Planner, scope: UndoScope): Promise<UndoPlan> {
  const record = await readSetupRecord();
  const projectIds = scope === 'everything' ? record.projectIds : [...new Set(scope)];
  const ofProjects = inOrder(await readProjectUndo({ reader, viewer, app }, projectIds, record, !isJiraAdmin));
  const ofSite = scope === 'everything' ? await siteItems(reader, record, ofProjects) : [];
  const items = [...ofProjects, ...ofSite];
  return { items, digest: digestOf(items) };
}

const PARTS_BACKWARDS: readonly ProjectPart[] = [...PROJECT_PARTS].reverse();

function inOrder(items: readonly UndoItem[]): readonly UndoItem[] {
  const rank = ({ step }: UndoItem): number => {
    const known = stepNamed(step);
    return known?.part === 'project' ? PARTS_BACKWARDS.indexOf(known.projectPart) : PARTS_BACKWARDS.length;
  };
  return [...items].sort((a, b) => rank(a) - rank(b));
}

async function siteItems(
  reader: JiraRequest,
  record: SetupRecord,
  ofProjects: readonly UndoItem[],
): Promise<readonly UndoItem[]> {
  const steps = [...SITE_STEPS].reverse().filter((step) => recordedId(step, record) !== undefined);
  const items = await Promise.all(steps.map((step) => siteItem(reader, step, record)));
  return items.map((item) => {
    const reason = item.action === 'remove' ? neededStill(item, items, ofProjects) : undefined;
    return reason === undefined ? item : { ...item, action: 'keep', kept: reason };
  });
}

async function siteItem(reader: JiraRequest, step: SiteStep, record: SetupRecord): Promise<UndoItem> {
  const object = await readSiteObject(reader, step, record);
  const base = { step: stepName(step), kind: kindOf(step), name: object?.name ?? neededName(step) };
  if (object === undefined) return { ...base, action: 'remove' };
  if (record.origins[base.step] !== 'made') return { ...base, action: 'keep', kept: 'notMadeByUs' };
  if (object.changed) return { ...base, action: 'keep', kept: 'changedByOthers' };
  const { jql } = object;
  const issues = jql === undefined ? 0 : await countUsers(reader, jql);
  if (jql === undefined || issues === 0) return { ...base, action: 'remove' };
  return { ...base, action: 'keep', kept: 'usedByIssues', issues, jql };
}

/** What stays needs what it is made of. */
function neededStill(
  item: UndoItem,
  ofSite: readonly UndoItem[],
  ofProjects: readonly UndoItem[],
): KeptBecause | undefined {
  const stays = (items: readonly UndoItem[], pattern: RegExp) =>
    items.some(({ step, action }) => action === 'keep' && pattern.test(step));
  const workflowStays = stays(ofProjects, /:workflow$/) || stays(ofSite, /^workflow:/);
  const screensStay = stays(ofProjects, /:screens$/) || stays(ofSite, /^screenScheme:/);
  if (/^(status|workflow):/.test(item.step)) return workflowStays ? 'usedByProjects' : undefined;
  if (/^screen(Scheme)?:/.test(item.step)) return screensStay ? 'usedByProjects' : undefined;
  return undefined;
}
