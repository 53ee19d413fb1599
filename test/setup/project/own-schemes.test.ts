/** A company-managed project whose schemes nobody else uses: changed in place, and given back by undo. */
import { ISSUE_TYPE } from '../../local-jira/seed';
import { configurationOf } from './configuration';
import { projectSite, type ProjectSite } from './door';

describe.each([
  ['the older field model', false],
  ['field schemes', true],
])('schemes of its own, %s', (_name, fieldSchemes) => {
  let site: ProjectSite;
  beforeEach(async () => {
    site = await projectSite({ fieldSchemes });
    if (fieldSchemes) site.giveOwnFieldScheme();
  });
  afterEach(() => site.close());

  test('the plan shares nothing, makes nothing, and is right after the run', async () => {
    const before = configurationOf(site.jira);
    const items = await site.items([site.project.id]);
    expect(items.flatMap(({ sharing }) => sharing ?? [])).toEqual([]);
    expect(items.map(({ name, kind }) => [name, kind])).toEqual(items.map(() => ['Web Shop', 'project']));
    expect(configurationOf(site.jira)).toEqual(before);
    await site.setUp([site.project.id]);
    const after = await site.items([site.project.id]);
    expect(after.map(({ action }) => action)).toEqual(after.map(() => 'alreadyRight'));
  });

  test('makes no copy; stories get the two fields, risks their screens and workflow', async () => {
    const { state } = site.jira;
    const counts = () =>
      [state.issueTypeSchemes, state.screens, state.workflowSchemes].map((table) => [...table.values()].length);
    const before = counts();
    await site.setUp([site.project.id]);
    expect(counts()).toEqual(before);
    const { riskTypeId, fields } = site.ids;
    const project = state.projects.require(site.project.id);
    expect(state.issueTypeSchemes.require(project.issueTypeSchemeId).issueTypeIds).toContain(riskTypeId);
    expect(state.workflowSchemes.require(project.workflowSchemeId).workflowIds).toEqual({
      [riskTypeId]: site.ids.workflowId,
    });
    expect(site.screenFieldsOf(project.id, ISSUE_TYPE.story)).toEqual(
      expect.arrayContaining([fields.securityRelevance, fields.relevanceReason]),
    );
    expect(site.screenFieldsOf(project.id, ISSUE_TYPE.story)).not.toContain(fields.likelihood);
    expect(site.screenFieldsOf(project.id, riskTypeId)).toContain(fields.likelihood);
  });

  test('undo gives everything back', async () => {
    const before = configurationOf(site.jira);
    await site.setUp([site.project.id]);
    const undone = await site.undo([site.project.id]);
    expect(undone.map(({ result }) => result)).toEqual(undone.map(() => 'removed'));
    expect(undone[0]?.step).toBe(`project:${site.project.id}:settings`);
    expect(configurationOf(site.jira)).toEqual(before);
    expect(await site.undo([site.project.id])).toEqual([]);
  });

  test('what is right is not written again', async () => {
    await site.setUp([site.project.id]);
    const before = site.jira.snapshot();
    for (const part of ['issueType', 'fields', 'screens', 'workflow', 'settings']) {
      expect(await site.step(`project:${site.project.id}:${part}`)).toMatchObject({ result: 'alreadyRight' });
    }
    expect(site.jira.snapshot()).toEqual(before);
  });

  test('what an admin took away since is repaired', async () => {
    await site.setUp([site.project.id]);
    const { state } = site.jira;
    const project = state.projects.require(site.project.id);
    const scheme = state.issueTypeSchemes.require(project.issueTypeSchemeId);
    state.issueTypeSchemes.put({
      ...scheme,
      issueTypeIds: scheme.issueTypeIds.filter((id) => id !== site.ids.riskTypeId),
    });
    expect((await site.items([project.id]))[0]).toMatchObject({ action: 'repair' });
    await site.setUp([project.id]);
    expect(state.issueTypeSchemes.require(scheme.id).issueTypeIds).toContain(site.ids.riskTypeId);
  });
});

test("Jira's default schemes: the type is there by itself, and only copies are made of the others", async () => {
  const site = await projectSite();
  const { state } = site.jira;
  const before = configurationOf(site.jira);
  state.projects.put({
    ...state.projects.require(site.project.id),
    issueTypeSchemeId: '10000',
    workflowSchemeId: '10000',
  });
  const [issueType, , , workflow] = await site.items([site.project.id]);
  expect(issueType).toMatchObject({ action: 'alreadyRight' });
  expect(issueType).not.toHaveProperty('sharing');
  expect(workflow).toMatchObject({ action: 'create' });
  expect(workflow).not.toHaveProperty('sharing');
  await site.setUp([site.project.id]);
  const made = state.workflowSchemes.require(state.projects.require(site.project.id).workflowSchemeId);
  expect(made.defaultWorkflowId).toBe(state.workflowSchemes.require('10000').defaultWorkflowId);
  expect(Object.keys(made.workflowIds)).toEqual([site.ids.riskTypeId]);
  await site.undo([site.project.id]);
  expect(configurationOf(site.jira).workflowSchemes).toEqual(before.workflowSchemes);
  expect(state.projects.require(site.project.id).workflowSchemeId).toBe('10000');
  site.close();
});
