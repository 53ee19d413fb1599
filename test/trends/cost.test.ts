/**
 * 500 projects: what counting a day takes from Jira's quota (65,000 points an hour for all customers together), in how many
 * jobs, and how long each of them works. Each request is taken to last 50 ms, one after the other: 1.4 s for two projects
 * that are counted side by side, which is slower than Jira.
 */
import type { SiteSetup } from '../../src/domain/site-setup';
import { pointsDuring } from '../events/marks';
import { capturedLog } from '../fixtures/captured-log';
import { setUpSite, type TestSite } from '../fixtures/site';
import { addProject, ISSUE_TYPE } from '../local-jira/seed';
import { historyOf, type History } from './trend-site';

const log = capturedLog();
const PROJECTS = 500;
const REQUEST_MS = 50;
/** A job may take so long before Forge ends it. */
const FORGE_SECONDS = 55;

let site: TestSite;
let setup: SiteSetup;
let history: History;

beforeAll(async () => {
  site = await setUpSite();
  setup = await site.setup();
  history = historyOf(site, '2026-11-20T00:20:00.000Z');
  const { state } = site.jira;
  const kvs = site.forge.kvs(site.site);
  const stored = (key: string) => JSON.parse(kvs.read(key)?.json ?? '{}') as Record<string, unknown>;
  // Set-up itself would go through each of them; what it leaves in the storage is what matters here.
  const settings = stored(`project-setup:${site.project.id}`);
  const ids = Array.from({ length: PROJECTS - 1 }, (_, place) => {
    const { id } = addProject(state, { key: `P${place}X`, name: `Project ${place}`, leadAccountId: site.people.mara });
    kvs.write(`project-setup:${id}`, JSON.stringify({ ...settings, projectId: id }), undefined);
    return id;
  });
  const record = stored('set-up-record');
  kvs.write('set-up-record', JSON.stringify({ ...record, projectIds: [site.project.id, ...ids] }), undefined);
  const { fields, options, riskTypeId } = setup;
  const issues = [site.project.id, ...ids].flatMap((projectId) => [
    { projectId, typeId: riskTypeId, summary: 'Risk', custom: { [fields.riskLevel]: options.riskLevel.High } },
    { projectId, typeId: ISSUE_TYPE.story, summary: 'Story' },
  ]);
  const links = Array.from({ length: PROJECTS }, (_, place) => ({
    typeId: setup.linkTypes.mitigates.id,
    source: place * 2 + 1,
    destination: place * 2,
  }));
  site.jira.bulkLoad(issues, links);
});
afterAll(() => {
  site.close();
  history.restore();
});

test('every project is counted once: fourteen points each, in jobs that keep to Forge’s time', async () => {
  const real = site.jira.fetch.bind(site.jira);
  const spy = jest.spyOn(site.jira, 'fetch').mockImplementation((request) => {
    history.date().pass(REQUEST_MS);
    return real(request);
  });
  const seconds: number[] = [];
  const points = await pointsDuring(site, async () => {
    await history.begin();
    for (let job = 0; site.forge.queue.pending(site.site).length > 0 && job < 50; job += 1) {
      const began = history.date().ahead();
      await site.forge.queue.deliver(site.site, { early: true });
      seconds.push((history.date().ahead() - began) / 1000);
    }
  });
  spy.mockRestore();
  expect(site.forge.kvs(site.site).list('trend:', undefined)).toHaveLength(PROJECTS);
  expect(points).toBe(PROJECTS * 14);
  expect(Math.max(...seconds)).toBeLessThan(FORGE_SECONDS);
  expect(seconds.length).toBeGreaterThan(1);
  expect(seconds.length).toBeLessThan(40);
  const whole = seconds.reduce((sum, one) => sum + one, 0);
  // All of it within one hour, so that the next schedule finds it done.
  expect(whole).toBeLessThan(3600);
  process.stdout.write(
    `${PROJECTS} projects: ${points} points, ${seconds.length} jobs of at most ${Math.round(Math.max(...seconds))} s, ` +
      `${Math.round(whole)} s in all\n`,
  );
  expect(log.lines()).toEqual([]);
});

test('the other hours of the day ask Jira nothing', async () => {
  expect(await pointsDuring(site, () => history.count())).toBe(0);
});

test('a project with nothing in it costs three points', async () => {
  history.at('2026-11-21T00:20:00.000Z');
  for (const issue of [...site.jira.state.issues.values()]) site.jira.state.loadIssues([{ ...issue, archived: true }]);
  expect(await pointsDuring(site, () => history.count())).toBe(PROJECTS * 3);
});
