/** Events about issues and projects that are gone, and changes that no event tells of. Rows 29 and 30. */
import type { SiteSetup } from '../../src/domain/site-setup';
import { path } from '../../src/jira/request';
import { deliverAll, loseAll, marksOn, missingOn, reconcileAll } from '../events/marks';
import { capturedLog } from '../fixtures/captured-log';
import { relevant, riskFields } from '../fixtures/fields';
import { rest, setUpSite, valueOf, type Key, type TestSite } from '../fixtures/site';
import { addProject, grant, ISSUE_TYPE } from '../local-jira/seed';

const log = capturedLog();
const KEY = '6d3c6b1e-6f6d-4f39-9a39-2f0f2f9a1d11';
let site: TestSite;
let setup: SiteSetup;
let loyalty: Key;

let start: { readonly jira: unknown; readonly forge: unknown };

beforeAll(async () => {
  site = await setUpSite();
  const { mara, deniz } = site.people;
  loyalty = addProject(site.jira.state, { key: 'LOY', name: 'Loyalty', leadAccountId: mara });
  for (const person of [mara, deniz]) grant(site.jira.state, loyalty, person, 'member');
  await site.runSetup([loyalty.id]);
  setup = await site.setup();
  await loseAll(site);
  // Ids of issues that are no ids of anything else.
  while (Number(site.jira.state.nextId('issue')) < 60_000);
  start = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site) };
});
beforeEach(() => {
  site.jira.restore(start.jira);
  site.forge.restore(site.site, start.forge);
  site.forge.invocations.reset();
});
afterAll(() => site.close());

const outcomes = () => [...new Set(site.forge.invocations.entries.map(({ outcome }) => outcome))];
const remove = ({ id }: Key) => rest(site.as(site.people.admin), 'DELETE', path`/rest/api/3/issue/${id}`);

async function begun(projectId = site.project.id, fields = {}): Promise<Key> {
  const type = { id: ISSUE_TYPE.story };
  const story = await site.issue({ project: { id: projectId }, issuetype: type, summary: 'Save card', ...fields });
  await site.moveTo(story, 'In Progress');
  return story;
}

/** To everybody, the project and its issues are as if they never were. */
function throwAway(projectId: string): void {
  const { projects, issues } = site.jira.state;
  for (const { id } of [...issues.values()].filter((issue) => issue.projectId === projectId)) issues.delete(id);
  projects.delete(projectId);
}

describe('an issue that is gone', () => {
  test('in whichever event it is named: every one ends well, and the other end of its link is looked at', async () => {
    const story = await begun(site.project.id, relevant(setup));
    const risk = await site.risk('Account takeover');
    await site.link('threatens', risk, story);
    await deliverAll(site);
    expect(missingOn(site)).toEqual({});
    await rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${risk.id}`, { fields: { summary: 'Later' } });
    // The event of a link comes at last, when the risk is long gone.
    const link = { id: 1, sourceIssueId: Number(risk.id), destinationIssueId: Number(story.id) };
    await remove(risk);
    for (const eventType of ['avi:jira:created:issue', 'avi:jira:updated:issue']) {
      site.forge.events.offer(site.site, { eventType, selfGenerated: false, issue: { id: risk.id } });
    }
    for (const eventType of ['avi:jira:created:issuelink', 'avi:jira:deleted:issuelink']) {
      site.forge.events.offer(site.site, { eventType, selfGenerated: false, ...link });
    }
    await deliverAll(site);
    expect([outcomes(), log.lines()]).toEqual([['answered'], []]);
    expect(missingOn(site)).toEqual({ [story.key]: ['answer'] });
  });

  test('between our look and our write: that one is left, and the others are done', async () => {
    const [gone, other] = [await begun(), await begun()];
    const real = site.jira.fetch.bind(site.jira);
    const spy = jest.spyOn(site.jira, 'fetch').mockImplementation(async (request) => {
      if (request.method === 'PUT' && request.url.includes(`/issue/${gone.id}/properties/`)) {
        site.jira.state.issues.delete(gone.id);
      }
      return real(request);
    });
    await deliverAll(site);
    spy.mockRestore();
    expect(site.jira.state.issues.get(gone.id)).toBeUndefined();
    expect([outcomes(), log.lines(), missingOn(site)]).toEqual([['answered'], [], { [other.key]: ['assessment'] }]);
  });

  test('leaves nothing in the storage, whatever was done with it', async () => {
    const risk = await site.risk('Account takeover', riskFields(setup, { likelihood: 5, impact: 5 }));
    const story = await begun(site.project.id, relevant(setup));
    await site.link('threatens', risk, story);
    for (const [operation, more] of [
      ['scoreRisk', { kind: 'inherent', likelihood: 3, impact: 3 }],
      ['reviewRisk', { note: 'Still true.', idempotencyKey: KEY }],
    ] as const) {
      expect(await site.invokeRaw(site.people.deniz, operation, { issueId: risk.id, ...more })).toMatchObject({
        ok: true,
      });
    }
    await site.moveTo(risk, 'Awaiting acceptance');
    await site.moveTo(risk, 'Accepted');
    await deliverAll(site);
    await reconcileAll(site);
    await remove(risk);
    await remove(story);
    await deliverAll(site);
    await reconcileAll(site);
    const about = Object.entries(site.forge.kvs(site.site).values()).filter(([key, value]) =>
      [risk, story].some(({ id, key: name }) => new RegExp(`\\b(${id}|${name})\\b`).test(key + JSON.stringify(value))),
    );
    // For seven days: that a call with this key was carried out.
    expect(about.map(([key]) => key).sort()).toEqual([`once:${KEY}`]);
    expect(site.jira.state.properties.get(`issue:${story.id}`)).toBeUndefined();
  });
});

test('an event that tells of a deletion deletes nothing while the issue is there', async () => {
  const risk = await site.risk('Account takeover');
  await site.moveTo(risk, 'Assessed');
  for (let time = 0; time < 2; time += 1) {
    await site.moveTo(risk, 'Awaiting acceptance');
    await site.moveTo(risk, 'Accepted');
    await deliverAll(site);
    site.clock.advance(1000);
  }
  const decisions = () => Object.keys(site.forge.kvs(site.site).values()).filter((key) => key.startsWith('decision:'));
  const before = decisions();
  expect(before.length).toBeGreaterThan(0);
  const told = { eventType: 'avi:jira:deleted:issue', selfGenerated: false, issue: { id: risk.id } };
  site.forge.events.offer(site.site, told);
  await deliverAll(site);
  expect(decisions()).toEqual(before);
  await remove(risk);
  await deliverAll(site);
  expect(decisions()).toEqual([]);
});

describe('a project that is gone', () => {
  test('in the trash: its events end well, the hour sees to the others, and restored it is seen to again', async () => {
    const here = await begun();
    const there = await begun(loyalty.id);
    const whole = site.jira.snapshot();
    throwAway(site.project.id);
    await site.forge.events.deliver(site.site, {
      early: true,
      order: (events) => events.filter(({ event }) => JSON.stringify(event).includes('"SHOP')),
    });
    await reconcileAll(site);
    for (const schedule of ['daily-digest', 'daily-snapshot']) {
      expect(await site.forge.schedules.run(site.site, schedule)).toBe('answered');
    }
    await site.forge.queue.drain(site.site);
    expect([outcomes(), missingOn(site)]).toEqual([['answered'], { [there.key]: ['assessment'] }]);
    const said = log.lines().join('\n');
    for (const word of ['SHOP', 'Web Shop', 'Save card']) expect(said).not.toContain(word);
    site.jira.restore(whole);
    await reconcileAll(site);
    expect(Object.keys(missingOn(site)).sort()).toEqual([here.key, there.key].sort());
  });

  test('for good: undo takes everything that the app kept about it', async () => {
    await begun();
    await site.risk('Account takeover', riskFields(setup, { likelihood: 5, impact: 5 }));
    await deliverAll(site);
    await reconcileAll(site);
    for (const schedule of ['daily-digest', 'daily-snapshot']) await site.forge.schedules.run(site.site, schedule);
    await site.forge.queue.drain(site.site);
    const { admin } = site.people;
    const projectId = site.project.id;
    for (const operation of ['rebuildTrend', 'recalculateLevels']) {
      expect(await site.invokeRaw(admin, operation, { projectId })).toMatchObject({ ok: true });
    }
    await site.forge.queue.drain(site.site);
    throwAway(projectId);
    const projectIds = [projectId];
    const { digest } = valueOf(await site.invoke(admin, 'planUndo', { projectIds }));
    valueOf(await site.invoke(admin, 'startUndo', { projectIds, digest }));
    await site.forge.queue.drain(site.site);
    const kept = Object.keys(site.forge.kvs(site.site).values()).filter((key) => key.includes(`:${projectId}`));
    // Turns at jobs end by themselves.
    expect(kept.filter((key) => !key.includes('-lease:'))).toEqual([]);
  });
});

describe('what no event tells', () => {
  test('an issue so large that its events never come, and hours without events: the next reconcile has it', async () => {
    const story = await begun();
    await loseAll(site);
    const { state } = site.jira;
    const wide = 'x'.repeat(210 * 1024);
    site.forge.events.offer(site.site, {
      eventType: 'avi:jira:updated:issue',
      selfGenerated: false,
      issue: { id: story.id, fields: { summary: wide } },
    });
    expect(site.forge.events.dropped).toEqual(['avi:jira:updated:issue']);
    expect(await deliverAll(site)).toBe(0);
    expect(marksOn(site)).toEqual({});
    await reconcileAll(site);
    expect(missingOn(site)).toEqual({ [story.key]: ['assessment'] });
    expect(state.issues.require(story.id).summary).toBe('Save card');
  });
});
