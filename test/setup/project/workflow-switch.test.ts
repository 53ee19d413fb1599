/** Projects with issues: Jira moves them in a task of its own, which may be slow, fail, or wait for another one. */
import { ISSUE_TYPE, STATUS } from '../../local-jira/seed';
import { capturedLog } from '../../fixtures/captured-log';
import { projectSite, type ProjectSite } from './door';

capturedLog();

describe('a project with issues that shares its workflow scheme', () => {
  let site: ProjectSite;
  let step: string;
  beforeEach(async () => {
    site = await projectSite();
    site.addSharing('BETA', 'Beta');
    step = `project:${site.project.id}:workflow`;
    await site.step(`project:${site.project.id}:issueType`);
    await site.issueIn(site.project.id, ISSUE_TYPE.story);
  });
  afterEach(() => site.close());
  const schemeNow = () => {
    const { state } = site.jira;
    return state.workflowSchemes.require(state.projects.require(site.project.id).workflowSchemeId);
  };
  const copies = () =>
    [...site.jira.state.workflowSchemes.values()].filter(({ name }) => name.includes('(Shift-Up')).length;

  test('is switched, and risks that were there go where their work stands', async () => {
    const { state } = site.jira;
    const made = [];
    for (const statusId of [STATUS.toDo, STATUS.inProgress, STATUS.done]) {
      const { id } = await site.issueIn(site.project.id, site.ids.riskTypeId);
      state.issues.put({ ...state.issues.require(id), statusId });
      made.push(id);
    }
    expect(await site.step(step)).toMatchObject({ result: 'created' });
    expect(schemeNow().workflowIds).toMatchObject({ [site.ids.riskTypeId]: site.ids.workflowId });
    expect(made.map((id) => state.statuses.require(state.issues.require(id).statusId).name)).toEqual([
      'Identified',
      'In treatment',
      'Closed',
    ]);
  });

  test('a task that takes longer than one job is waited for by the next, and started once', async () => {
    site.jira.faults.add({ kind: 'slow-task', delayMs: 2_000_000, match: { path: '*/switch' } });
    expect(await site.stepOnce(step)).toMatchObject({ state: 'running', steps: [{ state: 'running' }] });
    site.jira.clock.advance(2_000_000);
    expect(await site.goOn()).toMatchObject({ state: 'done', steps: [{ result: 'created' }] });
    expect([...site.jira.state.tasks.values()]).toHaveLength(1);
    expect(copies()).toBe(1);
  });

  test("another task of Jira's is waited for", async () => {
    const { state } = site.jira;
    site.jira.faults.add({ kind: 'slow-task', delayMs: 2_000_000, match: { path: '*/switch' }, times: 1 });
    const other = site.addSharing('DELTA', 'Delta');
    await site.issueIn(other.id, ISSUE_TYPE.story);
    const own = state.workflowSchemes.put({
      ...state.workflowSchemes.require(other.workflowSchemeId),
      id: '18000',
      name: 'Another',
    });
    await site.startSwitch(other.id, own.id);
    expect(await site.stepOnce(step)).toMatchObject({ state: 'running', steps: [{ state: 'running' }] });
    site.jira.clock.advance(2_000_000);
    expect(await site.goOn()).toMatchObject({ state: 'done', steps: [{ result: 'created' }] });
    expect(copies()).toBe(1);
  });

  test('a task that fails is said, and the next try goes on with the same copy', async () => {
    site.jira.faults.add({ kind: 'failed-task', message: 'Reindexing failed', match: { path: '*/switch' }, times: 1 });
    expect(await site.step(step)).toMatchObject({
      state: 'failed',
      error: { code: 'jira-refused', message: 'Reindexing failed' },
    });
    expect(await site.step(step)).toMatchObject({ result: 'created' });
    expect(copies()).toBe(1);
  });

  test('the answer of the switch is lost: the task is found by what it did', async () => {
    site.jira.faults.add({ kind: 'slow-task', delayMs: 2_000_000, match: { path: '*/switch' } });
    site.jira.faults.add({ kind: 'timeout-after', match: { method: 'POST', path: '*/switch' }, times: 1 });
    expect(await site.step(step)).toMatchObject({ state: 'failed', error: { code: 'jira-unavailable' } });
    expect(await site.stepOnce(step)).toMatchObject({ state: 'running', steps: [{ state: 'running' }] });
    site.jira.clock.advance(2_000_000);
    expect(await site.goOn()).toMatchObject({ state: 'done' });
    expect(schemeNow().workflowIds).toMatchObject({ [site.ids.riskTypeId]: site.ids.workflowId });
    expect([...site.jira.state.tasks.values()]).toHaveLength(1);
    expect(copies()).toBe(1);
  });

  test('undo switches back, and leaves it where risks are', async () => {
    const before = schemeNow();
    await site.step(step);
    const ours = schemeNow();
    const { id } = await site.issueIn(site.project.id, site.ids.riskTypeId);
    expect(await site.planUndo([site.project.id])).toContainEqual(
      expect.objectContaining({ step, action: 'keep', kept: 'usedByIssues', issues: 1 }),
    );
    expect(await site.undo([site.project.id])).toContainEqual(
      expect.objectContaining({ step, result: 'kept', kept: 'usedByIssues', issues: 1 }),
    );
    expect(schemeNow()).toEqual(ours);
    site.jira.state.issues.delete(id);
    site.jira.clock.advance(1_000);
    expect(await site.undo([site.project.id])).toContainEqual(expect.objectContaining({ step, result: 'removed' }));
    expect(schemeNow()).toEqual(before);
    expect(copies()).toBe(0);
  });
});

test("a project with issues cannot go back to Jira's built-in scheme: it is kept, and said", async () => {
  const site = await projectSite();
  const { state } = site.jira;
  state.projects.put({ ...state.projects.require(site.project.id), workflowSchemeId: '10000' });
  await site.issueIn(site.project.id, ISSUE_TYPE.story);
  await site.setUp([site.project.id]);
  const step = `project:${site.project.id}:workflow`;
  const kept = { step, kept: 'usedByIssues', issues: 1 };
  expect(await site.planUndo([site.project.id])).toContainEqual(expect.objectContaining({ ...kept, action: 'keep' }));
  expect(await site.undo([site.project.id])).toContainEqual(
    expect.objectContaining({ step, result: 'kept', kept: 'usedByIssues' }),
  );
  const scheme = state.workflowSchemes.require(state.projects.require(site.project.id).workflowSchemeId);
  expect(scheme.workflowIds).toEqual({});
  site.close();
});
