/** Who sees a history: whoever may browse the project now, as Jira says; nobody else can tell that there is one. */
import { openRisksOn } from '../../src/domain/trend';
import { riskFields } from '../fixtures/fields';
import { refused } from '../fixtures/operations';
import { setUpSite, valueOf, type TestSite } from '../fixtures/site';
import { capturedLog } from '../fixtures/captured-log';
import { addProject, grant } from '../local-jira/seed';
import { historyOf, type History } from './trend-site';

const log = capturedLog();
/** Each test makes its own site; a busy machine takes its time. */
let site: TestSite;
let history: History;
/** Two projects: priya may see the first one only. */
let shop: string;
let secret: string;

beforeEach(async () => {
  site = await setUpSite();
  history = historyOf(site, '2026-11-20T00:20:00.000Z');
  shop = site.project.id;
  const project = addProject(site.jira.state, { key: 'SECRET', name: 'Secret', leadAccountId: site.people.deniz });
  grant(site.jira.state, project, site.people.deniz, 'member');
  secret = project.id;
  await site.runSetup([secret]);
  const setup = await site.setup();
  await site.issue({
    project: { id: secret },
    issuetype: { id: setup.riskTypeId },
    summary: 'Nobody knows',
    ...riskFields(setup, { likelihood: 5, impact: 5 }),
  });
  await history.count();
});
afterEach(() => {
  site.close();
  history.restore();
});

const UNKNOWN = '99999';
const idsFor = async (who: string, projectIds: readonly string[]) =>
  (await history.read(who, 30, projectIds)).map(({ projectId }) => projectId);

test('of two projects only the one that the person may browse; a hidden one and one that never was answer the same', async () => {
  const { deniz, priya, guest } = site.people;
  expect(await idsFor(deniz, [shop, secret])).toEqual([shop, secret]);
  expect(await idsFor(priya, [secret, shop])).toEqual([shop]);
  expect(await history.read(priya, 30, [secret])).toEqual(await history.read(priya, 30, [UNKNOWN]));
  expect(await idsFor(guest, [shop, secret])).toEqual([]);
  const [, trend] = await history.read(deniz, 30, [shop, secret]);
  expect(trend?.days.map(openRisksOn)).toEqual([1]);
});

test('what the person may browse now counts, not what they could when it was counted', async () => {
  const { priya } = site.people;
  const project = site.jira.state.projects.require(secret);
  grant(site.jira.state, project, priya, 'viewer');
  expect(await idsFor(priya, [secret])).toEqual([secret]);
  site.jira.state.projects.put({ ...project, archived: true });
  expect(await idsFor(priya, [secret])).toEqual([]);
  site.jira.state.projects.put({ ...project, deleted: true });
  expect(await idsFor(priya, [secret])).toEqual([]);
});

test('nobody signed in sees anything, and only sound questions are asked', async () => {
  const ask = (payload: unknown, who: string | undefined = site.people.deniz) =>
    site.invokeRaw(who, 'readTrends', payload);
  expect(await ask({ projectIds: [shop], days: 30 }, 'unidentified')).toEqual(refused('not-signed-in'));
  for (const payload of [
    { projectIds: [shop], days: 0 },
    { projectIds: [shop], days: 401 },
    { projectIds: [shop], days: 1.5 },
    { projectIds: [shop] },
    { projectIds: [`${shop} OR 1=1`], days: 30 },
    { projectIds: [`../${shop}`], days: 30 },
    { projectIds: Array.from({ length: 51 }, (_, place) => String(place)), days: 30 },
    { projectIds: shop, days: 30 },
  ]) {
    expect(await ask(payload)).toEqual(refused('invalid-input'));
  }
  expect(await ask({ projectIds: [], days: 30 })).toEqual({ ok: true, value: { trends: [] } });
});

test('one request to Jira, of one point, as the person, however many projects', async () => {
  const before = site.jira.costs.entries.length;
  await history.read(site.people.deniz, 400, [shop, secret, UNKNOWN, shop]);
  const asked = site.jira.costs.entries.slice(before);
  expect(asked.map(({ method, route, points }) => [method, route, points])).toEqual([
    ['GET', '/rest/api/3/project/search', 1],
  ]);
});

test('where Jira does not answer, nothing is shown', async () => {
  site.jira.faults.add({ kind: 'rate-limit', match: { path: '*/project/search' }, retryAfter: 77 });
  expect(await site.invoke(site.people.deniz, 'readTrends', { projectIds: [shop], days: 30 })).toEqual({
    ok: false,
    error: { code: 'rate-limited', retryAfterSeconds: 77 },
  });
});

describe('beside the ids', () => {
  const setupFor = async (who: string, trends?: { days: number }) =>
    valueOf(await site.invoke(who, 'getSetup', { projectIds: [shop, secret], ...(trends ? { trends } : {}) }));

  test('only where asked for, and the same that readTrends gives', async () => {
    const { deniz, priya } = site.people;
    expect(await setupFor(deniz)).not.toHaveProperty('trends');
    const { trends, site: ids } = await setupFor(priya, { days: 30 });
    expect(ids).toBeDefined();
    expect(trends).toEqual({ ok: true, value: await history.read(priya, 30, [shop, secret]) });
    expect(trends?.ok === true && trends.value.map(({ projectId }) => projectId)).toEqual([shop]);
  });

  test('what goes wrong with it is said, and keeps nothing else from being answered', async () => {
    site.jira.faults.add({ kind: 'rate-limit', match: { path: '*/project/search' }, retryAfter: 77 });
    const { trends, projects } = await setupFor(site.people.deniz, { days: 30 });
    expect(projects).toHaveLength(2);
    expect(trends).toEqual({ ok: false, error: { code: 'rate-limited', retryAfterSeconds: 77 } });
    expect(log.lines()).toEqual([JSON.stringify({ operation: 'trends', code: 'rate-limited', error: 'JiraError' })]);
  });

  test('a history that cannot be read is none, and stops no other', async () => {
    site.forge.kvs(site.site).write(`trend:${shop}:2026`, '"damaged"', undefined);
    const { trends } = await setupFor(site.people.deniz, { days: 30 });
    expect(trends?.ok === true && trends.value.map(({ since }) => since)).toEqual([undefined, '2026-11-20']);
  });
});
