import type { ProjectSetup, SiteSetup } from '../../src/domain/site-setup';
import { path } from '../../src/jira/request';
import { enablerParents, enablerProjects, enablerTypes, readEnablerForm } from '../../src/reads/enabler-places';
import { rest, setUpSite, type Key, type TestSite } from '../fixtures/site';
import { addProject, grant, ISSUE_TYPE } from '../local-jira/seed';

describe('where an enabler can be made', () => {
  let site: TestSite;
  let setup: SiteSetup;
  let project: ProjectSetup;
  let pay: Key;
  beforeAll(async () => {
    site = await setUpSite();
    setup = await site.setup();
    project = await site.projectSetup();
    const add = (key: string, name: string, role: 'member' | 'viewer') => {
      const added = addProject(site.jira.state, { key, name, leadAccountId: site.people.admin });
      grant(site.jira.state, added, site.people.mara, role);
      return { id: added.id, key };
    };
    pay = add('PAY', 'Payments', 'member');
    add('VIEW', 'Only to look at', 'viewer');
    addProject(site.jira.state, { key: 'HIDE', name: 'Hidden', leadAccountId: site.people.admin });
  });
  afterAll(() => site.close());

  const mara = () => site.as(site.people.mara);
  const make = async (where: Key, issueTypeId: string, summary: string) =>
    (await rest(mara(), 'POST', path`/rest/api/3/issue`, {
      fields: { project: { id: where.id }, issuetype: { id: issueTypeId }, summary },
    })) as Key;

  test('only projects where the viewer may create issues, by key or name', async () => {
    expect((await enablerProjects(mara(), '')).map(({ key }) => key)).toEqual(['PAY', 'SHOP']);
    expect((await enablerProjects(mara(), 'paym')).map(({ key }) => key)).toEqual(['PAY']);
    expect(await enablerProjects(mara(), 'only to')).toEqual([]);
    expect(await enablerProjects(site.as(site.people.priya), '')).toEqual([]);
  });

  test('no security risks and no sub-tasks; the type that is assessed there is the usual one', async () => {
    const { types, usualId } = await enablerTypes(mara(), setup, project, site.project.id);
    expect(usualId).toBe(ISSUE_TYPE.story);
    const ids = types.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([ISSUE_TYPE.story, ISSUE_TYPE.task, ISSUE_TYPE.bug, ISSUE_TYPE.epic]));
    expect(ids).not.toContain(setup.riskTypeId);
    expect(ids).not.toContain(ISSUE_TYPE.subtask);
    expect(types.find(({ id }) => id === ISSUE_TYPE.story)?.parentTypeIds).toEqual([ISSUE_TYPE.epic]);
    expect(types.find(({ id }) => id === ISSUE_TYPE.epic)?.parentTypeIds).toEqual([]);
    const tasksAssessed = { ...project, storyTypeIds: [ISSUE_TYPE.task] };
    expect((await enablerTypes(mara(), setup, tasksAssessed, site.project.id)).usualId).toBe(ISSUE_TYPE.task);
    await expect(enablerTypes(site.as(site.people.priya), setup, project, site.project.id)).rejects.toMatchObject({
      kind: 'notFound',
    });
  });

  test('it becomes relevant where that type is assessed and the field is asked for', async () => {
    const form = (typeId: string, where: ProjectSetup | undefined, projectId: string) =>
      readEnablerForm(mara(), setup, where, projectId, typeId);
    expect(await form(ISSUE_TYPE.story, project, site.project.id)).toEqual({
      takesParent: true,
      becomesRelevant: true,
      alsoAsks: [],
    });
    expect(await form(ISSUE_TYPE.task, project, site.project.id)).toMatchObject({ becomesRelevant: false });
    expect(await form(ISSUE_TYPE.story, undefined, pay.id)).toMatchObject({ becomesRelevant: false });
  });

  test('parents of the level above, open ones of that project, by key or words', async () => {
    const epic = await make(site.project, ISSUE_TYPE.epic, 'Express checkout');
    const other = await make(site.project, ISSUE_TYPE.epic, 'Loyalty');
    const foreign = await make(pay, ISSUE_TYPE.epic, 'Express payout');
    const story = await make(site.project, ISSUE_TYPE.story, 'Express delivery');
    const find = async (text: string) =>
      (await enablerParents(mara(), site.project, [ISSUE_TYPE.epic], text)).map(({ key }) => key);
    expect(new Set(await find(''))).toEqual(new Set([epic.key, other.key]));
    expect(await find('expr')).toEqual([epic.key]);
    expect(await find(epic.key.toLowerCase())).toEqual([epic.key]);
    expect(await find(story.key)).toEqual([]);
    expect(await find(foreign.key)).toEqual([]);
    expect(await enablerParents(mara(), site.project, [], 'expr')).toEqual([]);
  });
});
