/** Set-up of one project by somebody who administers it and nothing else. */
import type { Decisions } from '../../src/contract/set-up';
import { capturedLog } from '../fixtures/captured-log';
import { refused } from '../fixtures/operations';
import { lookAt, startFor } from '../fixtures/set-up-run';
import { setUpSite, valueOf, type Key, type TestSite } from '../fixtures/site';
import { addProject, grant } from '../local-jira/seed';

capturedLog();

let site: TestSite;
let other: Key;
let mara: string;
beforeEach(async () => {
  site = await setUpSite({ setUp: false });
  await site.runSetup([]);
  mara = site.people.mara;
  grant(site.jira.state, site.project, mara, 'administrators');
  other = addProject(site.jira.state, { key: 'PAY', name: 'Payments', leadAccountId: site.people.deniz });
});
afterEach(() => site.close());

const projectId = () => site.project.id;
const plan = async (decisions: Decisions = {}) =>
  valueOf(await site.invoke(mara, 'planProjectSetup', { projectId: projectId(), decisions }));
const start = async (decisions: Decisions = {}) => {
  const { digest } = await plan(decisions);
  return site.invoke(mara, 'startProjectSetup', { projectId: projectId(), decisions, digest });
};
const drain = () => site.forge.queue.drain(site.site);

test('plans, starts, sees and undoes it, without a right on the whole site', async () => {
  const { items } = await plan();
  expect(new Set(items.map((item) => item.projectId))).toEqual(new Set([projectId()]));
  expect(valueOf(await start())).toMatchObject({ state: 'running', projectIds: [projectId()] });
  await drain();
  const { run } = valueOf(await site.invoke(mara, 'readProjectSetupRun', { projectId: projectId() }));
  expect(run).toMatchObject({ state: 'done' });
  expect(await plan()).toMatchObject({ complete: true });
  expect(await site.projectSetup()).toBeDefined();

  const { digest } = valueOf(await site.invoke(mara, 'planProjectUndo', { projectId: projectId() }));
  valueOf(await site.invoke(mara, 'startProjectUndo', { projectId: projectId(), digest }));
  await drain();
  expect(await lookAt(site)).toMatchObject({ kind: 'undo', state: 'done' });
  expect(valueOf(await site.invoke(mara, 'getSetup', { projectIds: [projectId()] })).projects).toEqual([]);
  expect(await site.setup()).toBeDefined();
});

test('never gets a step of the site, or of another project, whatever is asked for', async () => {
  for (const only of [
    ['field:impact'],
    [`project:${other.id}:settings`],
    ['issueType:securityRisk', 'status:dropped'],
  ]) {
    const asked = { projectId: projectId(), decisions: {}, only };
    const { items, digest } = valueOf(await site.invoke(mara, 'planProjectSetup', asked));
    expect(items).toEqual([]);
    const run = valueOf(await site.invoke(mara, 'startProjectSetup', { ...asked, digest }));
    expect(run).toMatchObject({ state: 'done', steps: [] });
    expect(site.forge.queue.pending(site.site)).toEqual([]);
  }
});

test('what other projects use too is changed for all by Jira admins alone', async () => {
  const step = `project:${projectId()}:issueType`;
  const decisions = { [step]: 'changeAll' } as const;
  const { digest } = await plan(decisions);
  const request = { projectId: projectId(), decisions, digest };
  expect(await site.invoke(mara, 'startProjectSetup', request)).toEqual(refused('no-permission'));
  expect(site.forge.queue.pending(site.site)).toEqual([]);
});

describe('beside the run of somebody else', () => {
  test('which is not shown, not resumed, and in whose way nothing is started', async () => {
    const run = await startFor(site, { projectIds: [other.id] });
    const asked = { projectId: projectId() };
    expect(valueOf(await site.invoke(mara, 'readProjectSetupRun', asked))).toEqual({ run: undefined });
    expect(await site.invoke(mara, 'resumeProjectSetup', { ...asked, runId: run.id })).toEqual(refused('not-found'));
    expect(await start()).toEqual(refused('conflict'));
    expect(await site.invoke(mara, 'readProjectSetupRun', { projectId: other.id })).toMatchObject({ ok: false });
  });

  test('that is about this project too: its own steps are shown, and only those', async () => {
    await startFor(site, { projectIds: [projectId(), other.id] });
    const { run } = valueOf(await site.invoke(mara, 'readProjectSetupRun', { projectId: projectId() }));
    expect(run?.projectIds).toEqual([projectId()]);
    expect(new Set(run?.steps.map((step) => step.projectId))).toEqual(new Set([projectId()]));
    expect(JSON.stringify(run)).not.toContain('Payments');
  });

  test('a stopped one is resumed only by whoever may do everything that is left of it', async () => {
    const stopped = await startFor(site, { projectIds: [projectId(), other.id] });
    await site.invoke(site.people.admin, 'stopSetup', { runId: stopped.id });
    const request = { projectId: projectId(), runId: stopped.id };
    expect(await site.invoke(mara, 'resumeProjectSetup', request)).toEqual(refused('no-permission'));
    expect(await lookAt(site)).toMatchObject({ state: 'stopped' });

    const own = await startFor(site, { projectIds: [projectId()] });
    await site.invoke(site.people.admin, 'stopSetup', { runId: own.id });
    expect(valueOf(await site.invoke(mara, 'resumeProjectSetup', { ...request, runId: own.id })).state).toBe('running');
    await drain();
    expect(await lookAt(site)).toMatchObject({ id: own.id, state: 'done' });
  });

  test("a Jira admin's decision to change what others use is not resumed by a project's admin", async () => {
    const { projects } = site.jira.state;
    const { issueTypeScreenSchemeId } = projects.require(projectId());
    projects.put({ ...projects.require(other.id), issueTypeScreenSchemeId });
    const decisions = { [`project:${projectId()}:screens`]: 'changeAll' } as const;
    const run = await startFor(site, { projectIds: [projectId()], decisions });
    await site.invoke(site.people.admin, 'stopSetup', { runId: run.id });
    const request = { projectId: projectId(), runId: run.id };
    const answer = await site.invoke(mara, 'resumeProjectSetup', request);
    expect(answer).toEqual(refused('no-permission'));
  });
});
