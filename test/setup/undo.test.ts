/** Undo: removes what set-up made and nobody uses, says what it leaves and why, and can be done again. */
import type { UndoPlan } from '../../src/contract/set-up';
import { capturedLog } from '../fixtures/captured-log';
import { configurationIn } from '../fixtures/configuration';
import { itemOf, lookAt, planFor, resume, run, runStep, stepOf, undo } from '../fixtures/set-up-run';
import { setUpSite, valueOf, type TestSite } from '../fixtures/site';
import { tickingDate } from '../fixtures/ticking-date';
import { ISSUE_TYPE, STATUS } from '../local-jira/seed';

capturedLog();

let site: TestSite;
let before: unknown;
beforeEach(async () => {
  site = await setUpSite({ setUp: false });
  before = configurationIn(site.jira);
  await site.runSetup([site.project.id]);
});
afterEach(() => site.close());

const planUndo = async (projectIds: readonly string[] | 'everything' = 'everything'): Promise<UndoPlan> =>
  valueOf(await site.invoke(site.people.admin, 'planUndo', { projectIds }));
const itemIn = ({ items }: UndoPlan, step: string) => {
  const item = items.find((candidate) => candidate.step === step);
  if (!item) throw new Error(`no ${step} among what would be undone`);
  return item;
};
const stored = () => site.forge.kvs(site.site).values();

describe('where nobody uses anything', () => {
  test('the plan removes all of it and writes nothing', async () => {
    const [jira, kvs] = [configurationIn(site.jira), stored()];
    const { items } = await planUndo();
    expect(new Set(items.map(({ action }) => action))).toEqual(new Set(['remove']));
    expect(items.filter(({ projectId }) => projectId === undefined)).toHaveLength(30);
    expect([configurationIn(site.jira), stored()]).toEqual([jira, kvs]);
  });

  test('everything is as it was before, and the app says that it is not set up', async () => {
    const done = await undo(site);
    expect(done).toMatchObject({ state: 'done', kind: 'undo' });
    expect(new Set(done.steps.map(({ result }) => result))).toEqual(new Set(['removed']));
    expect(configurationIn(site.jira)).toEqual(before);
    expect(valueOf(await site.invoke(site.people.mara, 'getSetup', { projectIds: [site.project.id] }))).toEqual({
      projects: [],
    });
    expect(valueOf(await site.invoke(site.people.admin, 'listSetUpProjects', {}))).toEqual({ projectIds: [] });
    expect(await planFor(site)).toMatchObject({ complete: false });
  });

  test('and set-up can make it all again', async () => {
    await undo(site);
    const again = await run(site);
    expect(new Set(again.steps.map(({ result }) => result))).toEqual(new Set(['created']));
    expect(await planFor(site)).toMatchObject({ complete: true });
    expect(await site.risk('Account takeover')).toBeDefined();
  });

  test('one project alone: the site stays set up', async () => {
    await undo(site, [site.project.id]);
    expect(await site.setup()).toBeDefined();
    const { items } = await planFor(site);
    const ofSite = items.filter(({ projectId }) => projectId === undefined);
    expect(new Set(ofSite.map(({ action }) => action))).toEqual(new Set(['alreadyRight']));
    expect(valueOf(await site.invoke(site.people.admin, 'listSetUpProjects', {}))).toEqual({ projectIds: [] });
  });

  test('twice changes nothing more', async () => {
    await undo(site);
    const { items, digest } = await planUndo();
    expect(items).toEqual([]);
    const request = { projectIds: 'everything', digest } as const;
    expect(valueOf(await site.invoke(site.people.admin, 'startUndo', request))).toMatchObject({
      state: 'done',
      steps: [],
    });
    expect(site.forge.queue.pending(site.site)).toEqual([]);
    expect(configurationIn(site.jira)).toEqual(before);
  });
});

describe('what is used stays, and is named', () => {
  test('by issues: the type, the fields with values, the statuses, with a query that lists them', async () => {
    const setup = await site.setup();
    const risk = await site.risk('Account takeover', { [setup.fields.impact]: { id: setup.options.impact[4] } });
    const plan = await planUndo();
    expect(itemIn(plan, 'issueType:securityRisk')).toMatchObject({
      action: 'keep',
      kept: 'usedByIssues',
      issues: 1,
      jql: `issuetype = ${setup.riskTypeId}`,
    });
    expect(itemIn(plan, 'field:impact')).toMatchObject({
      action: 'keep',
      kept: 'usedByIssues',
      jql: `cf[${setup.fields.impact.replace('customfield_', '')}] is not EMPTY`,
    });
    expect(itemIn(plan, 'field:likelihood')).toMatchObject({ action: 'remove' });
    const done = await undo(site);
    expect(stepOf(done, 'issueType:securityRisk')).toMatchObject({ result: 'kept', kept: 'usedByIssues', issues: 1 });
    expect(stepOf(done, 'field:impact')).toMatchObject({ result: 'kept', kept: 'usedByIssues', issues: 1 });
    expect(stepOf(done, 'field:likelihood')).toMatchObject({ result: 'removed' });
    const { state } = site.jira;
    expect(state.issues.require(risk.id)).toMatchObject({
      typeId: setup.riskTypeId,
      custom: { [setup.fields.impact]: setup.options.impact[4] },
    });
    expect(valueOf(await site.invoke(site.people.mara, 'getSetup', { projectIds: [] })).site).toBeUndefined();

    // What was kept is taken up again by a later set-up, not made a second time.
    await site.runSetup([site.project.id]);
    const after = await site.setup();
    expect([after.riskTypeId, after.fields.impact]).toEqual([setup.riskTypeId, setup.fields.impact]);
    expect(after.fields.likelihood).not.toBe(setup.fields.likelihood);
    expect(state.issueTypes.filter(({ name }) => name === 'Security Risk')).toHaveLength(1);
  });

  test('a project in which something was left is still listed, so that undo can be done again', async () => {
    const risk = await site.risk('Account takeover');
    const projectIds = [site.project.id];
    await undo(site, projectIds);
    expect(valueOf(await site.invoke(site.people.admin, 'listSetUpProjects', {}))).toEqual({ projectIds });
    site.jira.state.issues.delete(risk.id);
    await undo(site, projectIds);
    expect(valueOf(await site.invoke(site.people.admin, 'listSetUpProjects', {}))).toEqual({ projectIds: [] });
  });

  test('by links: the link type stays with every link', async () => {
    const [story, other] = [await site.story('Save card'), await site.story('Delete card')];
    await site.link('secures', other, story);
    const done = await undo(site);
    expect(stepOf(done, 'linkType:secures')).toMatchObject({ result: 'kept', kept: 'usedByIssues', issues: 2 });
    expect(stepOf(done, 'linkType:mitigates')).toMatchObject({ result: 'removed' });
    expect(site.jira.state.links.all()).toHaveLength(1);
  });

  test('after the issues are gone, undo again removes the rest', async () => {
    const risk = await site.risk('Account takeover');
    expect(await undo(site)).toMatchObject({ state: 'done' });
    expect(configurationIn(site.jira)).not.toEqual(before);
    site.jira.state.issues.delete(risk.id);
    await undo(site);
    expect(configurationIn(site.jira)).toEqual(before);
  });

  test('by another project, which somebody gave our workflow: Jira refuses, and that is believed', async () => {
    const { state } = site.jira;
    const [ours] = state.workflows.filter(({ name }) => name.startsWith('Shift-Up'));
    const [scheme] = state.workflowSchemes.all();
    if (!ours || !scheme) throw new Error('nothing to give');
    state.workflowSchemes.put({ ...scheme, id: '10950', name: 'Theirs', workflowIds: { [ISSUE_TYPE.task]: ours.id } });
    const done = await undo(site);
    expect(stepOf(done, 'workflow:risk')).toMatchObject({ result: 'kept', kept: 'usedByProjects' });
    expect(stepOf(done, 'status:identified')).toMatchObject({ result: 'kept', kept: 'usedByProjects' });
    expect(state.workflows.get(ours.id)).toBeDefined();
  });
});

describe('what is not ours alone stays', () => {
  test('theirs that an admin chose, and that is asked about again afterwards', async () => {
    const other = await setUpSite({ setUp: false, siteName: 'other' });
    const { statuses, issueTypes } = other.jira.state;
    statuses.put({ ...statuses.require(STATUS.done), id: '10950', name: 'Closed' });
    issueTypes.put({ ...issueTypes.require(ISSUE_TYPE.task), id: '10951', name: 'Security Risk' });
    const untouched = configurationIn(other.jira);
    const decisions = { 'issueType:securityRisk': 'useTheirs' } as const;
    await other.runSetup([], decisions);
    const done = await undo(other);
    expect(stepOf(done, 'status:closed')).toMatchObject({ result: 'kept', kept: 'notMadeByUs' });
    expect(stepOf(done, 'issueType:securityRisk')).toMatchObject({ result: 'kept', kept: 'notMadeByUs' });
    expect(configurationIn(other.jira)).toEqual(untouched);
    expect(await itemOf(other, 'issueType:securityRisk')).toMatchObject({ action: 'conflict' });
    other.close();
  });

  test('what an earlier installation made', async () => {
    await site.forge.uninstall(site.site);
    site.forge.installAgain(site.site);
    await site.runSetup([site.project.id]);
    const adopted = configurationIn(site.jira);
    const done = await undo(site);
    expect(stepOf(done, 'field:impact')).toMatchObject({ result: 'kept', kept: 'notMadeByUs' });
    expect((configurationIn(site.jira) as { fields: unknown }).fields).toEqual((adopted as { fields: unknown }).fields);
  });

  test('a workflow that somebody has changed since', async () => {
    const { workflows } = site.jira.state;
    const [ours] = workflows.filter(({ name }) => name.startsWith('Shift-Up'));
    if (!ours) throw new Error('no workflow');
    workflows.put({ ...ours, version: { ...ours.version, versionNumber: ours.version.versionNumber + 1 } });
    expect(itemIn(await planUndo(), 'workflow:risk')).toMatchObject({ action: 'keep', kept: 'changedByOthers' });
    const done = await undo(site);
    expect(stepOf(done, 'workflow:risk')).toMatchObject({ result: 'kept', kept: 'changedByOthers' });
    expect(workflows.get(ours.id)).toBeDefined();
  });

  test('a renamed object is ours by id and goes; a deleted one is gone', async () => {
    const setup = await site.setup();
    const { fields, linkTypes } = site.jira.state;
    fields.put({ ...fields.require(setup.fields.impact), name: 'Auswirkung' });
    linkTypes.delete(setup.linkTypes.secures.id);
    const done = await undo(site);
    expect(stepOf(done, 'field:impact')).toMatchObject({ result: 'removed', name: 'Auswirkung' });
    expect(stepOf(done, 'linkType:secures')).toMatchObject({ result: 'removed' });
    expect(configurationIn(site.jira)).toEqual(before);
  });
});

describe('an undo that is disturbed', () => {
  test('goes on where it stopped', async () => {
    const time = tickingDate();
    site.jira.faults.add({
      kind: 'timeout-after',
      match: { method: 'POST', path: '/rest/api/3/field/*/trash' },
      times: 1,
    });
    site.jira.faults.add({
      kind: 'error-500',
      match: { method: 'DELETE', path: '/rest/api/3/issueLinkType/*' },
      times: 1,
    });
    expect(await undo(site)).toMatchObject({ state: 'failed' });
    for (let attempt = 0; (await lookAt(site)).state === 'failed' && attempt < 5; attempt += 1) {
      await resume(site);
      await site.forge.queue.drain(site.site);
    }
    expect(await lookAt(site)).toMatchObject({ state: 'done' });
    expect(configurationIn(site.jira)).toEqual(before);
    time.restore();
  });

  test('what changed since the plan is not started', async () => {
    const { digest } = await planUndo();
    await site.risk('Account takeover');
    const request = { projectIds: 'everything', digest } as const;
    expect(await site.invoke(site.people.admin, 'startUndo', request)).toEqual({
      ok: false,
      error: { code: 'conflict' },
    });
  });

  test('an issue that comes after the plan is seen by the step, and stays', async () => {
    const { digest } = await planUndo();
    valueOf(await site.invoke(site.people.admin, 'startUndo', { projectIds: 'everything', digest }));
    await site.risk('Account takeover');
    await site.forge.queue.drain(site.site);
    expect(stepOf(await lookAt(site), 'issueType:securityRisk')).toMatchObject({ result: 'kept' });
    expect([...site.jira.state.issues.values()]).toHaveLength(1);
  });

  test('where the index has not seen the issue yet, Jira refuses to delete the type, and that is believed', async () => {
    await site.risk('Account takeover');
    const jql = `issuetype = ${(await site.setup()).riskTypeId}`;
    const real = site.jira.fetch.bind(site.jira);
    jest.spyOn(site.jira, 'fetch').mockImplementation(async (request) => {
      const asked = request.url.endsWith('/search/approximate-count') ? await request.clone().text() : '';
      return asked === JSON.stringify({ jql }) ? Response.json({ count: 0 }) : real(request);
    });
    const done = await undo(site);
    expect(stepOf(done, 'issueType:securityRisk')).toMatchObject({ result: 'kept', kept: 'usedByIssues' });
    expect(site.jira.state.issueTypes.filter(({ name }) => name === 'Security Risk')).toHaveLength(1);
  });
});

test('a step of undo is no step of set-up: repairing something keeps its origin', async () => {
  const setup = await site.setup();
  const { fields } = site.jira.state;
  fields.put({ ...fields.require(setup.fields.impact), name: 'Auswirkung' });
  expect(await runStep(site, 'field:impact')).toMatchObject({ result: 'repaired' });
  expect(fields.require(setup.fields.impact).name).toBe('Impact');
  await undo(site);
  expect(configurationIn(site.jira)).toEqual(before);
});
