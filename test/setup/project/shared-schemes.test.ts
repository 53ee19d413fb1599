/** A company-managed project that shares its schemes with two others. */
import { ISSUE_TYPE } from '../../local-jira/seed';
import { configurationOf, configurationOfOthers } from './configuration';
import { projectSite, type ProjectSite } from './door';

const NAMES: readonly string[] = ['Beta', 'Gamma'];

describe.each([
  ['the older field model', false],
  ['field schemes', true],
])('schemes shared by two others, %s', (_name, fieldSchemes) => {
  let site: ProjectSite;
  let others: readonly string[];
  beforeEach(async () => {
    site = await projectSite({ fieldSchemes });
    others = [site.addSharing('BETA', 'Beta').id, site.addSharing('GAMMA', 'Gamma').id];
  });
  afterEach(() => site.close());

  const sharedItems = async (decisions = {}) =>
    (await site.items([site.project.id], decisions)).filter(({ sharing }) => sharing !== undefined);
  const everywhere = async (decision: 'copy' | 'changeAll') =>
    Object.fromEntries((await sharedItems()).map(({ step }) => [step, decision]));

  test('the plan names the others, and copies unless told otherwise', async () => {
    const shared = await sharedItems();
    expect(shared.map(({ step }) => step.split(':')[2])).toEqual(
      fieldSchemes ? ['issueType', 'fields', 'screens', 'workflow'] : ['issueType', 'screens', 'workflow'],
    );
    for (const sharing of shared.flatMap((item) => item.sharing ?? [])) {
      expect(sharing.others.map(({ name }) => name)).toEqual(NAMES);
      expect(sharing).toMatchObject({ hidden: 0, mayChangeAll: true, mayCopy: true, chosen: 'copy' });
    }
  });

  test('copy: the others stay as they are to the letter, and undo leaves no trace', async () => {
    await site.issueIn(site.project.id, ISSUE_TYPE.story);
    const before = configurationOf(site.jira);
    const othersBefore = structuredClone(configurationOfOthers(site.jira, site.project.id));
    await site.setUp([site.project.id]);
    expect(configurationOfOthers(site.jira, site.project.id)).toEqual(othersBefore);
    const { state } = site.jira;
    const project = state.projects.require(site.project.id);
    expect(state.issueTypeSchemes.require(project.issueTypeSchemeId)).toMatchObject({
      name: 'SHOP: Kanban Issue Type Scheme (Shift-Up)',
      defaultIssueTypeId: before.issueTypeSchemes.find(({ isDefault }) => !isDefault)?.defaultIssueTypeId,
    });
    expect(site.screenFieldsOf(project.id, ISSUE_TYPE.story)).toContain(site.ids.fields.securityRelevance);
    expect(site.screenFieldsOf(project.id, ISSUE_TYPE.task)).not.toContain(site.ids.fields.securityRelevance);
    expect(await sharedItems()).toEqual([]);
    await site.undo([site.project.id]);
    expect(configurationOf(site.jira)).toEqual(before);
  });

  test('a copied screen has the tabs and fields of its source in their order, and ours behind them', async () => {
    const { state } = site.jira;
    const source = state.screens.require(site.storyScreenOf(site.project.id));
    const [first] = source.tabs;
    const extra = { id: '99001', name: 'More', fieldIds: ['environment', 'labels'] };
    const kept = (first?.fieldIds ?? []).filter((id) => !extra.fieldIds.includes(id));
    state.screens.put({ ...source, tabs: [{ ...first!, name: 'Main', fieldIds: kept }, extra] });
    await site.setUp([site.project.id]);
    const copy = state.screens.require(site.storyScreenOf(site.project.id));
    expect(copy.name).toBe('SHOP: Kanban Default Issue Screen (Shift-Up)');
    const { securityRelevance, relevanceReason } = site.ids.fields;
    expect(copy.tabs.map(({ name, fieldIds }) => [name, fieldIds])).toEqual([
      ['Main', [...kept, securityRelevance, relevanceReason]],
      ['More', extra.fieldIds],
    ]);
  });

  test('changeAll: changes what is shared, makes nothing, and undo takes it out again', async () => {
    const before = configurationOf(site.jira);
    const decisions = await everywhere('changeAll');
    for (const sharing of (await sharedItems(decisions)).flatMap((item) => item.sharing ?? [])) {
      expect(sharing.chosen).toBe('changeAll');
    }
    await site.setUp([site.project.id], decisions);
    const { state } = site.jira;
    expect([...state.issueTypeSchemes.values()]).toHaveLength(before.issueTypeSchemes.length);
    for (const id of others) {
      expect(site.screenFieldsOf(id, ISSUE_TYPE.story)).toContain(site.ids.fields.securityRelevance);
      const typeScheme = state.issueTypeSchemes.require(state.projects.require(id).issueTypeSchemeId);
      expect(typeScheme.issueTypeIds).toContain(site.ids.riskTypeId);
    }
    await site.undo([site.project.id]);
    expect(configurationOf(site.jira)).toEqual(before);
  });

  test('what another added project still needs is left to it, and goes with the last one', async () => {
    const before = configurationOf(site.jira);
    const [beta = ''] = others;
    await site.setUp([site.project.id], await everywhere('changeAll'));
    await site.setUp([beta]);
    const undone = await site.undo([site.project.id]);
    expect(undone.filter(({ kept }) => kept === 'usedByProjects').map(({ step }) => step.split(':')[2])).toEqual(
      fieldSchemes ? ['workflow', 'screens', 'fields', 'issueType'] : ['workflow', 'screens', 'issueType'],
    );
    expect((await site.items([beta])).map(({ action }) => action)).toEqual(Array(5).fill('alreadyRight'));
    await site.undo([beta]);
    expect(configurationOf(site.jira)).toEqual(before);
  });

  test('several projects together, then undone together', async () => {
    const before = configurationOf(site.jira);
    await site.setUp([site.project.id, ...others]);
    for (const id of [site.project.id, ...others]) {
      const items = await site.items([id]);
      expect(items.map(({ action }) => action)).toEqual(items.map(() => 'alreadyRight'));
    }
    await site.undo([site.project.id, ...others]);
    expect(configurationOf(site.jira)).toEqual(before);
  });
});

describe('a foreign object that has the name of the copy', () => {
  test('stays what it is; ours takes a free name', async () => {
    const site = await projectSite();
    site.addSharing('BETA', 'Beta');
    const { state } = site.jira;
    const foreign = state.issueTypeSchemes.put({
      ...state.issueTypeSchemes.require('10000'),
      id: '19000',
      isDefault: false,
      name: 'SHOP: Kanban Issue Type Scheme (Shift-Up)',
      description: 'Somebody else made this',
    });
    const before = structuredClone(foreign);
    await site.setUp([site.project.id]);
    expect(state.issueTypeSchemes.require('19000')).toEqual(before);
    const used = state.issueTypeSchemes.require(state.projects.require(site.project.id).issueTypeSchemeId);
    expect(used.name).toBe('SHOP: Kanban Issue Type Scheme (Shift-Up 2)');
    await site.undo([site.project.id]);
    expect(state.issueTypeSchemes.require('19000')).toEqual(before);
    site.close();
  });
});

describe('a project admin who is no Jira admin', () => {
  let site: ProjectSite;
  beforeEach(async () => {
    site = await projectSite();
    site.addSharing('BETA', 'Beta');
  });
  afterEach(() => site.close());

  test('sees only names they may browse, and may not change the others', async () => {
    const hidden = site.addSharing('HR', 'Dismissals');
    site.hideFromOthers(hidden.id);
    const step = `project:${site.project.id}:workflow`;
    const items = await site.itemsAs(site.projectAdmin, { [step]: 'changeAll' });
    const sharings = items.flatMap(({ sharing }) => sharing ?? []);
    expect(sharings).not.toHaveLength(0);
    for (const sharing of sharings) {
      expect(sharing).toMatchObject({ hidden: 1, mayChangeAll: false, chosen: 'copy' });
      expect(sharing.others.map(({ name }) => name)).toEqual(['Beta']);
    }
    expect(JSON.stringify(items)).not.toContain('Dismissals');
    expect(await site.startRefused(site.projectAdmin, { [step]: 'changeAll' })).toBe('no-permission');
  });

  test('sets the project up with copies and takes them back; the others never change', async () => {
    const before = configurationOf(site.jira);
    const others = structuredClone(configurationOfOthers(site.jira, site.project.id));
    const steps = await site.setUpAs(site.projectAdmin);
    expect(steps.map(({ result }) => result)).toEqual(steps.map(() => 'created'));
    expect(steps).toHaveLength(4);
    expect(configurationOfOthers(site.jira, site.project.id)).toEqual(others);
    await site.undo([site.project.id], site.projectAdmin);
    expect(configurationOf(site.jira)).toEqual(before);
  });

  test('undoes nothing that a Jira admin changed for all; a Jira admin does', async () => {
    const before = configurationOf(site.jira);
    const shared = (await site.items([site.project.id])).filter(({ sharing }) => sharing !== undefined);
    await site.setUp([site.project.id], Object.fromEntries(shared.map(({ step }) => [step, 'changeAll'] as const)));
    const changed = configurationOf(site.jira);
    const undone = await site.undo([site.project.id], site.projectAdmin);
    expect(undone.map(({ result, kept }) => [result, kept])).toEqual([
      ['removed', undefined],
      ...shared.map(() => ['kept', 'usedByProjects']),
    ]);
    expect(configurationOf(site.jira)).toEqual(changed);
    await site.undo([site.project.id]);
    expect(configurationOf(site.jira)).toEqual(before);
  });
});

test('a large screen is copied in several jobs, each well within its time', async () => {
  const site = await projectSite();
  site.addSharing('BETA', 'Beta');
  const source = site.storyScreenOf(site.project.id);
  const fields = site.jira.state.screens.require(source).tabs.flatMap(({ fieldIds }) => fieldIds);
  const step = `project:${site.project.id}:screens`;
  await site.step(`project:${site.project.id}:issueType`);
  const delayMs = Math.ceil(16_000 / fields.length);
  site.jira.faults.add({ kind: 'delay', delayMs, match: { method: 'POST', path: '/rest/api/3/screens/*/fields' } });
  expect(await site.stepOnce(step)).toMatchObject({ state: 'running', steps: [{ state: 'running' }] });
  site.jira.faults.clear();
  expect(await site.goOn()).toMatchObject({ state: 'done', steps: [{ result: 'created' }] });
  const copy = site.jira.state.screens.require(site.storyScreenOf(site.project.id));
  const { securityRelevance, relevanceReason } = site.ids.fields;
  expect(copy.tabs.flatMap(({ fieldIds }) => fieldIds)).toEqual([...fields, securityRelevance, relevanceReason]);
  site.close();
});
