/** What undo leaves: what issues use, what other projects use, and what others changed. */
import type { RunStep } from '../../../src/contract/set-up';
import { addProject, ISSUE_TYPE } from '../../local-jira/seed';
import { configurationOf } from './configuration';
import { projectSite, type ProjectSite } from './door';

let site: ProjectSite;
beforeEach(async () => {
  site = await projectSite();
  site.addSharing('BETA', 'Beta');
});
afterEach(() => site.close());

const partOfUndo = (steps: readonly RunStep[], part: string) => steps.find((step) => partOf(step) === part);
const partOf = ({ step }: { step: string }) => step.split(':')[2];

test('risks in the project keep type, screens and workflow; only the settings go', async () => {
  await site.setUp([site.project.id]);
  await site.issueIn(site.project.id, site.ids.riskTypeId);
  await site.issueIn(site.project.id, site.ids.riskTypeId);
  const before = configurationOf(site.jira);
  const plan = await site.planUndo([site.project.id]);
  expect(plan.map((item) => [partOf(item), item.action, item.kept, item.issues])).toEqual([
    ['settings', 'remove', undefined, undefined],
    ['workflow', 'keep', 'usedByIssues', 2],
    ['screens', 'keep', 'usedByIssues', 2],
    ['issueType', 'keep', 'usedByIssues', 2],
  ]);
  const jql = plan.find((item) => partOf(item) === 'workflow')?.jql ?? '';
  expect(await site.count(jql)).toBe(2);
  await site.undo([site.project.id]);
  expect(configurationOf(site.jira)).toEqual(before);
});

test('a story that was assessed keeps the screens, not the workflow', async () => {
  await site.setUp([site.project.id]);
  await site.issueIn(site.project.id, ISSUE_TYPE.story, {
    [site.ids.fields.securityRelevance]: { value: 'Relevant' },
  });
  const plan = await site.planUndo([site.project.id]);
  expect(plan.filter(({ action }) => action === 'keep').map(partOf)).toEqual(['screens']);
});

test('a copy that an admin gave to another project stays, and its project gets its own back', async () => {
  const { projects } = site.jira.state;
  const before = projects.require(site.project.id).issueTypeSchemeId;
  await site.setUp([site.project.id]);
  const copy = projects.require(site.project.id).issueTypeSchemeId;
  const other = addProject(site.jira.state, { key: 'DELTA', name: 'Delta', leadAccountId: site.projectAdmin });
  projects.put({ ...other, issueTypeSchemeId: copy });
  expect(partOfUndo(await site.undo([site.project.id]), 'issueType')).toMatchObject({
    result: 'kept',
    kept: 'usedByProjects',
  });
  expect(projects.require(site.project.id).issueTypeSchemeId).toBe(before);
  expect(site.jira.state.issueTypeSchemes.get(copy)).toBeDefined();
});

test('a project that an admin gave another scheme since keeps that one; our copy goes', async () => {
  const { projects, issueTypeSchemes } = site.jira.state;
  await site.setUp([site.project.id]);
  const copy = projects.require(site.project.id).issueTypeSchemeId;
  projects.put({ ...projects.require(site.project.id), issueTypeSchemeId: '10000' });
  expect(partOfUndo(await site.undo([site.project.id]), 'issueType')).toMatchObject({ result: 'removed' });
  expect(projects.require(site.project.id).issueTypeSchemeId).toBe('10000');
  expect(issueTypeSchemes.get(copy)).toBeUndefined();
});

test('a copy with types that the previous scheme lacks stays while issues have them', async () => {
  const { projects, issueTypeSchemes } = site.jira.state;
  const previous = issueTypeSchemes.require(projects.require(site.project.id).issueTypeSchemeId);
  await site.setUp([site.project.id]);
  issueTypeSchemes.put({ ...previous, issueTypeIds: previous.issueTypeIds.filter((id) => id !== ISSUE_TYPE.task) });
  await site.issueIn(site.project.id, ISSUE_TYPE.task);
  expect(partOfUndo(await site.undo([site.project.id]), 'issueType')).toMatchObject({
    result: 'kept',
    kept: 'changedByOthers',
  });
});

test('screens and a workflow that an admin chose for risks stay', async () => {
  const own = await projectSite({ siteName: 'own' });
  const { state } = own.jira;
  await own.setUp([own.project.id]);
  const project = state.projects.require(own.project.id);
  const typeScreens = state.issueTypeScreenSchemes.require(project.issueTypeScreenSchemeId);
  const standard = typeScreens.screenSchemeIds['default']!;
  const chosen = { ...typeScreens.screenSchemeIds, [own.ids.riskTypeId]: standard };
  state.issueTypeScreenSchemes.put({ ...typeScreens, screenSchemeIds: chosen });
  const scheme = state.workflowSchemes.require(project.workflowSchemeId);
  const workflowIds = { ...scheme.workflowIds, [own.ids.riskTypeId]: scheme.defaultWorkflowId };
  state.workflowSchemes.put({ ...scheme, workflowIds });
  await own.undo([own.project.id]);
  expect(state.issueTypeScreenSchemes.require(typeScreens.id).screenSchemeIds).toEqual(chosen);
  expect(state.workflowSchemes.require(scheme.id).workflowIds).toEqual(workflowIds);
  own.close();
});

test('a project that is deleted for good leaves its copies to be deleted', async () => {
  const { projects } = site.jira.state;
  const before = configurationOf(site.jira);
  const gone = projects.require(site.project.id);
  await site.setUp([gone.id]);
  projects.delete(gone.id);
  const undone = await site.undo([gone.id]);
  expect(undone.map(({ result }) => result)).toEqual(Array(4).fill('removed'));
  projects.put(gone);
  expect(configurationOf(site.jira)).toEqual(before);
});
