/** The history of several projects: each is counted once, and what stops one stops no other. */
import { loseAll } from '../events/marks';
import { capturedLog } from '../fixtures/captured-log';
import { setUpSite, valueOf, type TestSite } from '../fixtures/site';
import { addProject, grant } from '../local-jira/seed';
import { historyOf, type History } from './trend-site';

const log = capturedLog();
/** Each test makes its own site; a busy machine takes its time. */
let site: TestSite;
let history: History;
let others: readonly { id: string; key: string }[];

beforeEach(async () => {
  site = await setUpSite();
  history = historyOf(site, '2026-11-20T00:20:00.000Z');
  others = ['APP', 'WEB', 'OPS'].map((key) => {
    const { id } = addProject(site.jira.state, { key, name: key, leadAccountId: site.people.mara });
    grant(site.jira.state, { id, key } as never, site.people.priya, 'viewer');
    return { id, key };
  });
  await site.runSetup(others.map(({ id }) => id));
  await loseAll(site);
});
afterEach(() => {
  site.close();
  history.restore();
});

const pending = () => site.forge.queue.pending(site.site);
const kept = () => JSON.stringify((site.forge.snapshot(site.site) as { kvs: unknown }).kvs);
const ids = () => [site.project.id, ...others.map(({ id }) => id)];
const counted = async () =>
  (await history.read(site.people.priya, 30, ids())).map(({ days }) => days.map(({ day }) => day));

test('one that is added later in the day is counted in the next hour; the others only once', async () => {
  const { id } = addProject(site.jira.state, { key: 'NEW', name: 'New', leadAccountId: site.people.mara });
  await history.count();
  await site.runSetup([id]);
  await history.count();
  const [trend] = await history.read(site.people.admin, 30, [id]);
  expect(trend?.days.map(({ day }) => day)).toEqual(['2026-11-20']);
  const before = site.jira.costs.totals().points;
  await history.count();
  expect(site.jira.costs.totals().points).toBe(before);
});

const rateLimit = (retryAfter: number, times?: number) =>
  site.jira.faults.add({
    kind: 'rate-limit',
    match: { path: '*/approximate-count' },
    retryAfter,
    ...(times === undefined ? {} : { times }),
  });
const everyOnce = () => ids().map(() => ['2026-11-20']);

test('where Jira asks to wait, the job waits so long, and goes on where it was', async () => {
  rateLimit(300, 1);
  await history.begin();
  await site.forge.queue.deliver(site.site);
  expect((pending()[0]?.dueAt ?? 0) - site.clock.now().getTime()).toBe(300_000);
  await site.forge.queue.drain(site.site);
  expect(await counted()).toEqual(everyOnce());
});

test.each([300, 1800])('asked to wait %s seconds again and again, the next hour goes on', async (seconds) => {
  rateLimit(seconds);
  await history.begin();
  await site.forge.queue.drain(site.site);
  expect([pending(), await counted()]).toEqual([[], ids().map(() => [])]);
  site.jira.faults.clear();
  await history.count();
  expect(await counted()).toEqual(everyOnce());
});

test('a project for which Jira was not to be reached stops no other, and is looked at in the next hour', async () => {
  const [first] = ids();
  const real = site.jira.fetch.bind(site.jira);
  const spy = jest.spyOn(site.jira, 'fetch').mockImplementation(async (request) => {
    const asked = request.url.endsWith('/approximate-count') ? await request.clone().text() : '';
    return asked.includes(`project = ${first} `) ? new Response('{}', { status: 503 }) : real(request);
  });
  await history.count();
  spy.mockRestore();
  expect(await counted()).toEqual([
    [],
    ...ids()
      .slice(1)
      .map(() => ['2026-11-20']),
  ]);
  await history.count();
  expect(await counted()).toEqual(everyOnce());
});

test('a project that Jira refuses, archived or in the trash, has a gap; the others are counted', async () => {
  const [, ...others] = ids();
  const archived = site.jira.state.projects.require(others[0] ?? '');
  site.jira.state.projects.put({ ...archived, archived: true });
  await history.count();
  site.jira.state.projects.put(archived);
  expect(await counted()).toEqual([['2026-11-20'], [], ['2026-11-20'], ['2026-11-20']]);
});

test('a year that cannot be read is left as it is, and stops nothing but itself', async () => {
  const key = `trend:${site.project.id}:2026`;
  site.forge.kvs(site.site).write(key, '"damaged"', undefined);
  await history.count();
  expect(await counted()).toEqual([
    [],
    ...ids()
      .slice(1)
      .map(() => ['2026-11-20']),
  ]);
  expect(site.forge.kvs(site.site).read(key)?.json).toBe('"damaged"');
  expect(log.lines().join()).toContain('DamagedValueError');
});

test('undo forgets the history of its project, and only that', async () => {
  await history.count();
  const [, gone] = ids();
  const undo = async () => {
    const { digest } = valueOf(await site.invoke(site.people.admin, 'planUndo', { projectIds: [gone ?? ''] }));
    valueOf(await site.invoke(site.people.admin, 'startUndo', { projectIds: [gone ?? ''], digest }));
    await site.forge.queue.drain(site.site);
  };
  expect(kept()).toContain(`trend:${gone}:2026`);
  await undo();
  expect(kept()).not.toContain(`trend:${gone}:`);
  const [, trend, other] = await history.read(site.people.priya, 30, ids());
  expect([trend?.since, trend?.days, other?.since]).toEqual([undefined, [], '2026-11-20']);
});

test('a project that undo takes away while it is being counted leaves no history behind', async () => {
  const [, gone = ''] = ids();
  const real = site.jira.fetch.bind(site.jira);
  const kvs = site.forge.kvs(site.site);
  const spy = jest.spyOn(site.jira, 'fetch').mockImplementation(async (request) => {
    const asked = request.url.endsWith('/approximate-count') ? await request.clone().text() : '';
    if (asked.includes(`project = ${gone} `)) kvs.remove(`project-setup:${gone}`);
    return real(request);
  });
  await history.count();
  spy.mockRestore();
  expect(kept()).not.toContain(`trend:${gone}:`);
});
