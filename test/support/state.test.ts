/** What the support page is told: through the real door, of a site on which things go well, badly, or nowhere. */
import type { ScheduleView, SupportView } from '../../src/contract/support';
import { path } from '../../src/jira/request';
import { capturedLog } from '../fixtures/captured-log';
import { refused } from '../fixtures/operations';
import { requestsOf } from '../fixtures/probe';
import { NOW, rest, setUpSite, valueOf, type TestSite } from '../fixtures/site';
import { dateAt, type TickingDate } from '../fixtures/ticking-date';
import { loseAll } from '../events/marks';

capturedLog();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let site: TestSite;
let date: TickingDate;
let start: { readonly jira: unknown; readonly forge: unknown };

beforeAll(async () => {
  date = dateAt(NOW);
  site = await setUpSite();
  await loseAll(site);
  start = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site) };
});
beforeEach(() => {
  site.jira.restore(start.jira);
  site.forge.restore(site.site, start.forge);
  site.jira.faults.clear();
  date.restore();
  date = dateAt(NOW);
});
afterAll(() => {
  site.close();
  date.restore();
});

const kvs = () => site.forge.kvs(site.site);
const look = async (payload: { readonly after?: string } = {}): Promise<SupportView> =>
  valueOf(await site.invoke(site.people.admin, 'getSupport', payload));
const scheduleOf = ({ schedules }: SupportView, name: ScheduleView['schedule']) =>
  schedules.find(({ schedule }) => schedule === name);
const SCHEDULE_KEYS = ['hourly-reconcile', 'daily-digest', 'daily-snapshot'] as const;
/** Each schedule, and the jobs that follow; `seconds` pass before these. */
async function runAll(seconds = 0): Promise<void> {
  for (const key of SCHEDULE_KEYS) await site.forge.schedules.run(site.site, key);
  date.pass(seconds * 1000);
  await site.forge.queue.drain(site.site);
}
const put = (key: string, value: unknown) => kvs().write(key, JSON.stringify(value), undefined);

test('a site on which nothing was set up: nothing ran, nothing waits, no project', async () => {
  const bare = await setUpSite({ setUp: false, siteName: 'bare' });
  const view = valueOf(await bare.invoke(bare.people.admin, 'getSupport', {}));
  expect(view).toMatchObject({ isSetUp: false, queues: [], errors: [], projects: [], unreadable: [] });
  expect(view).not.toHaveProperty('setupRun');
  expect(view.schedules).toEqual(
    ['reconcile', 'digest', 'snapshot'].map((schedule) => ({ schedule, timing: 'never' })),
  );
  bare.close();
});

test('the installation as Forge names it', async () => {
  const { app } = await look();
  expect(app).toEqual({
    version: '1.0.0',
    environment: 'DEVELOPMENT',
    environmentId: site.site.environmentId,
    appId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    installationId: site.site.installationId,
    cloudId: site.site.cloudId,
    licence: 'none',
  });
  site.site.license = { active: true };
  expect((await look()).app.licence).toBe('active');
  site.site.license = undefined;
});

test('what ran is told with its beginning, its end and how it ended', async () => {
  await runAll(2);
  const view = await look();
  for (const schedule of view.schedules) {
    expect(schedule).toMatchObject({ timing: 'onTime', last: { state: 'done' } });
    const { startedAt = '', endedAt = '' } = schedule.last ?? {};
    expect(Date.parse(endedAt) - Date.parse(startedAt)).toBeGreaterThanOrEqual(2000);
    expect(schedule.last).not.toHaveProperty('code');
  }
  expect(view.queues).toEqual([]);
  expect(view.projects).toEqual([
    expect.objectContaining({ projectId: site.project.id, gate: 'flag', teamManaged: false }),
  ]);
  expect(view.projects[0]?.lookedAt).toBe(scheduleOf(view, 'reconcile')?.last?.startedAt);
});

test.each([
  [1.9, ['onTime', 'onTime', 'onTime']],
  [2.1, ['late', 'onTime', 'onTime']],
  [25.9, ['late', 'onTime', 'onTime']],
  [26.1, ['late', 'late', 'late']],
])('%d hours after they ran', async (hours, timings) => {
  await runAll();
  date.pass(hours * HOUR);
  expect((await look()).schedules.map(({ timing }) => timing)).toEqual(timings);
});

test('what waits in the queues, and since when it is stuck', async () => {
  for (const key of SCHEDULE_KEYS) await site.forge.schedules.run(site.site, key);
  const { project, people } = site;
  valueOf(await site.invoke(people.admin, 'rebuildTrend', { projectId: project.id }));
  valueOf(await site.invoke(people.admin, 'recalculateLevels', { projectId: project.id }));
  const names = ({ queues }: SupportView) => queues.map(({ queue, projectId, state }) => [queue, projectId, state]);
  expect(names(await look())).toEqual([
    ['reconcile', undefined, 'running'],
    ['digest', undefined, 'running'],
    ['snapshots', undefined, 'running'],
    ['levels', project.id, 'waiting'],
    ['rebuilds', project.id, 'running'],
  ]);
  site.forge.queue.clear(site.site);
  date.pass(31 * MINUTE);
  const view = await look();
  expect(new Set(view.queues.map(({ state }) => state))).toEqual(new Set(['stuck']));
  for (const { since, movedAt } of view.queues)
    expect([since, movedAt].map(isAbout(31, view.at))).toEqual([true, true]);
  expect(view.schedules.map(({ last }) => last?.state)).toEqual(['stuck', 'stuck', 'stuck']);
  expect(view.projects[0]).toMatchObject({ levels: 'waiting', history: 'running' });
});

const isAbout = (minutes: number, now: string) => (instant: string) =>
  Math.abs((Date.parse(now) - Date.parse(instant)) / MINUTE - minutes) < 1;

test('a schedule that Jira kept waiting for too long says so, with the code', async () => {
  site.jira.faults.add({ kind: 'rate-limit', retryAfter: 1000, match: { path: '/rest/api/3/search/**' } });
  await runAll();
  const view = await look();
  expect(scheduleOf(view, 'reconcile')?.last).toMatchObject({ state: 'stopped', code: 'rate-limited' });
  expect(scheduleOf(view, 'snapshot')?.last).toMatchObject({ state: 'stopped', code: 'rate-limited' });
  expect(scheduleOf(view, 'digest')?.last).toMatchObject({ state: 'done', code: 'rate-limited' });
  expect(view.errors.map(({ operation, code }) => `${operation} ${code}`).sort()).toEqual([
    'digest rate-limited',
    'reconcile rate-limited',
    'snapshot rate-limited',
  ]);
});

test('a failed step of set-up is named without the project', async () => {
  const other = valueOf(await site.invoke(site.people.admin, 'planSetup', { projectIds: [], decisions: {} }));
  expect(other.complete).toBe(true);
  const mitigates = Object.values((await site.setup()).linkTypes)[0]?.id ?? '';
  await rest(site.as(site.people.admin), 'DELETE', path`/rest/api/3/issueLinkType/${mitigates}`);
  site.jira.faults.add({ kind: 'error-500', match: { method: 'POST', path: '/rest/api/3/issueLinkType' } });
  const plan = valueOf(await site.invoke(site.people.admin, 'planSetup', { projectIds: [], decisions: {} }));
  await site.invoke(site.people.admin, 'startSetup', { projectIds: [], decisions: {}, digest: plan.digest });
  await site.forge.queue.drain(site.site);
  const view = await look();
  expect(view.setupRun).toMatchObject({ kind: 'apply', state: 'failed', failed: { code: 'jira-unavailable' } });
  expect(view.setupRun?.failed?.step).toMatch(/^linkType:/);
  expect(view.errors).toContainEqual(expect.objectContaining({ operation: 'setUpJob', code: 'jira-unavailable' }));
});

test('what is stored and cannot be read is named, and the rest is shown', async () => {
  await runAll();
  put('site-setup', { version: 99 });
  put(`project-setup:${site.project.id}`, 'junk');
  const view = await look();
  expect(view.unreadable).toEqual([`project-setup:${site.project.id}`, 'site-setup']);
  expect(view).toMatchObject({ isSetUp: false, projects: [] });
  expect(scheduleOf(view, 'reconcile')?.last?.state).toBe('done');
});

test('a hundred projects come in portions of fifty, each once', async () => {
  const ids = Array.from({ length: 100 }, (_, index) => String(20_000 + index));
  const { json } = kvs().read(`project-setup:${site.project.id}`) ?? { json: '{}' };
  const setup = JSON.parse(json) as object;
  for (const projectId of ids) put(`project-setup:${projectId}`, { ...setup, projectId });
  const record = JSON.parse(kvs().read('set-up-record')?.json ?? '{}') as object;
  put('set-up-record', { ...record, projectIds: [...ids].reverse() });
  const first = await look();
  const second = await look({ after: first.next ?? '' });
  expect([...first.projects, ...second.projects].map(({ projectId }) => projectId)).toEqual(ids);
  expect([first.projects.length, second.next]).toEqual([50, undefined]);
});

test('one look costs Jira the question whether one is an admin, and the storage seven values, a query, and five a project', async () => {
  await runAll();
  site.jira.costs.reset();
  const before = { ...kvs().requests };
  await look();
  expect(requestsOf(site)).toEqual(['GET /rest/api/3/mypermissions 200']);
  expect(kvs().requests).toEqual({ reads: before.reads + 7 + 1 + 5, writes: before.writes });
});

test('nothing in it names a person, a project or an issue', async () => {
  await site.story('canary of a story');
  await site.risk('canary of a risk');
  await runAll();
  const said = JSON.stringify(await look());
  const { admin, mara, deniz, priya, guest } = site.people;
  const names = ['canary', site.project.key, 'Web Shop', 'Lindqvist', admin, mara, deniz, priya, guest];
  expect(names.filter((name) => said.includes(name))).toEqual([]);
});

test('whoever administers a project and not the site is refused', async () => {
  expect(await site.invokeRaw(site.people.mara, 'getSupport', {})).toEqual(refused('no-permission'));
});
