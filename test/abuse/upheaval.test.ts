/** What administrators and careless people do to risks in Jira itself. Rows 23 and 24. */
import { JiraError } from '../../src/jira/errors';
import { path } from '../../src/jira/request';
import { startGadget } from '../../src/reads/gadget';
import { hygieneBasis, lookAt, readDropped } from '../../src/reads/hygiene';
import { readDueRisks } from '../../src/reads/review';
import { readRisk } from '../../src/reads/risk';
import { countRisks, readRiskPage, readRiskRows, riskBoardBasis } from '../../src/reads/risk-board';
import { readStory } from '../../src/reads/story';
import { capturedLog } from '../fixtures/captured-log';
import { counts, numbers, readGadget } from '../fixtures/gadget';
import { refused } from '../fixtures/operations';
import { rest, setUpSite, TODAY, valueOf, type Key, type TestSite } from '../fixtures/site';
import { makeWorld, type World } from '../fixtures/world';
import { addProject, grant, ISSUE_TYPE } from '../local-jira/seed';

capturedLog();
let site: TestSite;
let world: World;

beforeEach(async () => {
  site = await setUpSite();
  world = await makeWorld(site);
});
afterEach(() => site.close());

const gadgetOf = async (projectId = site.project.id) =>
  numbers(counts(await readGadget(site, site.people.mara, [await site.projectSetup(projectId)])));
const boardOf = async (projectId = site.project.id) => {
  const jira = site.as(site.people.mara);
  const basis = riskBoardBasis(world.setup, await site.projectSetup(projectId));
  const { rows } = await readRiskPage(jira, basis, 'open', TODAY);
  expect(await countRisks(jira, basis, 'open')).toBe(rows.length);
  return rows.map(({ key }) => key);
};
const panelOf = (risk: Key) => readRisk(site.as(site.people.mara), world.setup, risk.id, TODAY);

/** Jira's own "Move": what it makes of an issue is another type, status or project, with the same id. */
function move(
  { id }: Key,
  to: { readonly typeId?: string; readonly statusId?: string; readonly projectId?: string; readonly key?: string },
) {
  const { issues } = site.jira.state;
  return issues.put({ ...issues.require(id), ...to });
}

test('a risk that became a task is counted nowhere, and its page says so', async () => {
  const before = await gadgetOf();
  const toDo = site.jira.state.issues.require(world.enablers.toDo.id).statusId;
  move(world.takeover, { typeId: ISSUE_TYPE.task, statusId: toDo });

  const after = await gadgetOf();
  expect([before.open, before.Critical, after.open, after.Critical]).toEqual([4, 1, 3, 0]);
  expect(await boardOf()).not.toContain(world.takeover.key);
  const basis = riskBoardBasis(world.setup, await site.projectSetup());
  const jira = site.as(site.people.mara);
  expect(await readRiskRows(jira, basis, [world.takeover.id], TODAY)).toEqual([]);
  expect((await readDueRisks(jira, world.setup, await site.projectSetup(), TODAY)).risks).not.toContainEqual(
    expect.objectContaining({ id: world.takeover.id }),
  );
  // Its enablers still "mitigate" it in Jira; the story is threatened by no risk any more.
  const story = await readStory(jira, world.setup, await site.projectSetup(), world.stories.relevant.id);
  expect(story.risks).toEqual([]);
  for (const [operation, payload] of [
    ['reviewRisk', { note: 'Still true.', idempotencyKey: '6d3c6b1e-6f6d-4f39-9a39-2f0f2f9a1d11' }],
    ['scoreRisk', { kind: 'inherent', likelihood: 1, impact: 1 }],
    ['readDecisions', {}],
  ] as const) {
    const answer = await site.invokeRaw(site.people.deniz, operation, { issueId: world.takeover.id, ...payload });
    expect([operation, answer]).toEqual([operation, refused('invalid-input')]);
  }
});

test('a risk that moved to another project is counted there', async () => {
  const { mara, deniz } = site.people;
  const other = addProject(site.jira.state, { key: 'LOY', name: 'Loyalty', leadAccountId: mara });
  for (const person of [mara, deniz]) grant(site.jira.state, other, person, 'member');
  await site.runSetup([other.id]);
  const [here, there] = [await gadgetOf(), await gadgetOf(other.id)];
  move(world.takeover, { projectId: other.id, key: 'LOY-1' });

  const [hereAfter, thereAfter] = [await gadgetOf(), await gadgetOf(other.id)];
  expect([hereAfter.open, thereAfter.open]).toEqual([(here.open ?? 0) - 1, (there.open ?? 0) + 1]);
  expect(await boardOf()).not.toContain('LOY-1');
  expect(await boardOf(other.id)).toEqual(['LOY-1']);
  // The links across the projects hold, and it is edited by the rights that one has there.
  expect(await panelOf(world.takeover)).toMatchObject({
    key: 'LOY-1',
    projectKey: 'LOY',
    progress: { done: 1, inProgress: 1, toDo: 1 },
    mayEdit: true,
  });
  const changes = { treatment: 'Avoid' } as const;
  expect(valueOf(await site.invoke(deniz, 'editRisks', { issueIds: [world.takeover.id], changes }))).toEqual({
    done: [world.takeover.id],
    failed: [],
  });
});

test('a deleted link type takes its links along; the register stands', async () => {
  const before = await readGadget(site, site.people.mara, [await site.projectSetup()]);
  await rest(
    site.as(site.people.admin),
    'DELETE',
    path`/rest/api/3/issueLinkType/${world.setup.linkTypes.threatens.id}`,
  );

  // Jira refuses a query that names words of a link type that is gone: such a number is missing, and never zero.
  const scope = { projectIds: [site.project.id], notSetUp: 0, notVisible: 0 };
  const parts = startGadget(site.as(site.people.mara), world.setup, scope, [await site.projectSetup()], TODAY);
  for (const name of ['risks', 'attention', 'enablers', 'topRisks'] as const) {
    expect([name, await parts[name]]).toEqual([name, before[name]]);
  }
  const stories = await parts.stories.catch((error: unknown) => error);
  expect(stories instanceof JiraError ? stories.kind : { ...(stories as object), bypasses: undefined }).toEqual(
    stories instanceof JiraError ? 'refused' : { ...before.stories, bypasses: undefined },
  );

  expect(await boardOf()).toHaveLength(4);
  expect(await panelOf(world.takeover)).toMatchObject({
    threatens: [],
    unread: { enablers: 0, stories: 0 },
    progress: { done: 1, inProgress: 1, toDo: 1 },
  });
  const jira = site.as(site.people.mara);
  const story = await readStory(jira, world.setup, await site.projectSetup(), world.stories.relevant.id);
  expect(story.risks).toEqual([]);
  const link = {
    issueId: world.stories.unassessed.id,
    verb: 'isExposedTo',
    otherIssueIds: [world.webhook.id],
  } as const;
  const { done, failed } = valueOf(await site.invoke(site.people.deniz, 'linkIssues', link));
  expect([done, failed.map(({ error }) => error.code)]).toEqual([[], ['not-set-up']]);

  // Set-up, run again, makes it anew; then everything is counted and linked as before.
  await site.runSetup([site.project.id]);
  expect(valueOf(await site.invoke(site.people.deniz, 'linkIssues', link)).failed).toEqual([]);
  expect(numbers(counts(await readGadget(site, site.people.mara, [await site.projectSetup()])))).toEqual(
    numbers(counts(before)),
  );
});

test('links made past the app, in a circle and a hundred times, change no number', async () => {
  const before = await gadgetOf();
  const panel = await panelOf(world.takeover);
  await expect(site.link('threatens', world.takeover, world.takeover)).rejects.toThrow('400');
  // Jira itself refuses nothing of this.
  await site.link('threatens', world.stories.relevant, world.takeover);
  for (let again = 0; again < 100; again += 1) await site.link('mitigates', world.enablers.done, world.takeover);

  expect(await gadgetOf()).toEqual(before);
  expect(await boardOf()).toHaveLength(4);
  const after = await panelOf(world.takeover);
  expect(after.enablers).toEqual(panel.enablers);
  expect(after.progress).toEqual(panel.progress);
  const jira = site.as(site.people.mara);
  const basis = hygieneBasis(world.setup, await site.projectSetup(), TODAY);
  expect((await lookAt(jira, basis, 'open', await readDropped(jira, basis))).rows).toHaveLength(4);
});
