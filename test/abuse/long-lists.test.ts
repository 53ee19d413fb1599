/** Projects of 50,000 issues, and searches whose pages repeat, go round, or are not known any more. Row 43. */
import type { ProjectSetup, SiteSetup } from '../../src/domain/site-setup';
import { JiraError } from '../../src/jira/errors';
import { searchPages } from '../../src/jira/search';
import { readWholeRegister } from '../../src/reads/register';
import { readTimeToClose } from '../../src/reads/time-to-close';
import { pointsDuring, reconcileAll } from '../events/marks';
import { capturedLog } from '../fixtures/captured-log';
import { readGadget } from '../fixtures/gadget';
import { addManyRisks } from '../fixtures/many-risks';
import { addManyStories } from '../fixtures/many-stories';
import { NOW, setUpSite, TODAY, valueOf, type TestSite } from '../fixtures/site';
import { dateAt, type TickingDate } from '../fixtures/ticking-date';
import { waywardPages, type Wayward, type WaywardPages } from '../fixtures/wayward-pages';
import { settingsSite, type SettingsSite } from '../settings/settings-site';

const log = capturedLog();
let date: TickingDate;
beforeEach(() => {
  date = dateAt(NOW);
});
afterEach(() => date.restore());

describe('a project of 50,000 issues', () => {
  const [STORIES, RISKS] = [48_000, 2_000];
  let site: TestSite;
  let setup: SiteSetup;
  let project: ProjectSetup;
  let risks: readonly string[];
  beforeAll(async () => {
    site = await setUpSite();
    setup = await site.setup();
    project = await site.projectSetup();
    addManyStories(site.jira, { projectKey: 'SHOP', count: STORIES });
    risks = addManyRisks(site.jira, setup, { projectKey: 'SHOP', count: RISKS, owners: [site.people.mara] });
  });
  afterAll(() => site.close());

  test('costs a page no more points than a small one', async () => {
    expect(await pointsDuring(site, () => readGadget(site, site.people.mara, [project]))).toBeLessThanOrEqual(25);
  });

  test('is read whole with each issue once, a page in memory at a time', async () => {
    const seen = new Set<string>();
    let [pages, largest] = [0, 0];
    const all = { jql: `project = ${site.project.id} ORDER BY key ASC`, fields: ['key'], atMost: 5_000 };
    for await (const issues of searchPages(site.as(site.people.mara), all)) {
      pages += 1;
      largest = Math.max(largest, issues.length);
      for (const { id } of issues) seen.add(id);
    }
    expect([seen.size, pages, largest]).toEqual([STORIES + RISKS, 10, 5_000]);
  });

  test('is reconciled for a few points where nothing is wrong', async () => {
    // The first look ever is at everything.
    await reconcileAll(site);
    date.pass(3_600_000);
    site.clock.advance(3_600_000);
    expect(await pointsDuring(site, () => reconcileAll(site))).toBeLessThanOrEqual(10);
  });

  test('has its history counted in one job after the other, each risk once', async () => {
    valueOf(await site.invoke(site.people.admin, 'rebuildTrend', { projectId: site.project.id }));
    // Three seconds pass with every look at the clock: no job sees the end.
    date.tick(3_000);
    await site.forge.queue.drain(site.site);
    date.tick(0);
    const jobs = site.forge.invocations.entries.filter(({ operation }) => operation === 'rebuilds-worker');
    expect(jobs.length).toBeGreaterThan(1);
    const { last } = valueOf(await site.invoke(site.people.admin, 'readRebuild', { projectId: site.project.id }));
    expect(last).toMatchObject({ state: 'done', total: risks.length, looked: risks.length });
  });
});

describe('a register whose pages', () => {
  const RISKS = 135;
  let site: SettingsSite;
  let setup: SiteSetup;
  let keys: readonly string[];
  let whole: { readonly jira: ReturnType<TestSite['jira']['snapshot']>; readonly forge: unknown };
  let pages: WaywardPages | undefined;
  const projectId = () => site.project.id;
  beforeAll(async () => {
    site = await settingsSite();
    setup = await site.setup();
    const { mara, deniz } = site.people;
    keys = addManyRisks(site.jira, setup, { projectKey: 'SHOP', count: RISKS, owners: [mara, deniz], closedEvery: 3 });
    whole = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site) };
  });
  beforeEach(() => {
    site.jira.restore(whole.jira);
    site.forge.restore(site.site, whole.forge);
  });
  afterEach(() => pages?.restore());
  afterAll(() => site.close());

  const go = (way: Wayward) => (pages = waywardPages(site.jira, way));
  const register = async () =>
    (await readWholeRegister(site.as(site.people.deniz), setup, projectId())).map(({ key }) => key);
  const rebuild = async () => {
    valueOf(await site.invoke(site.pia, 'rebuildTrend', { projectId: projectId() }));
    await site.forge.queue.drain(site.site);
    const { last } = valueOf(await site.invoke(site.pia, 'readRebuild', { projectId: projectId() }));
    const { trends } = valueOf(
      await site.invoke(site.people.deniz, 'readTrends', { projectIds: [projectId()], days: 30 }),
    );
    return { last, days: trends[0]?.days };
  };
  const levels = async () => {
    valueOf(await site.invoke(site.pia, 'recalculateLevels', { projectId: projectId() }));
    await site.forge.queue.drain(site.site);
    return valueOf(await site.invoke(site.pia, 'readRecalculation', { projectId: projectId() })).last;
  };
  const digest = async () => {
    await site.forge.schedules.run(site.site, 'daily-digest');
    await site.forge.queue.drain(site.site);
    return site.jira.state.sentMails.all().map(({ text }) => text);
  };

  test('repeat is counted once, in a file, a history, a time to close, levels and a message', async () => {
    const closedOf = async () =>
      (await readTimeToClose(site.as(site.people.deniz), setup, await site.projectSetup(), TODAY)).closed;
    const undisturbed = [await register(), await rebuild()];
    expect(await closedOf()).toBeGreaterThan(15);
    site.forge.restore(site.site, whole.forge);
    const open = (await levels())?.total;
    const mails = await digest();
    expect([new Set(undisturbed[0] as string[]).size, open]).toEqual([keys.length, (keys.length * 2) / 3]);
    expect(mails.length).toBeGreaterThan(0);

    site.jira.restore(whole.jira);
    site.forge.restore(site.site, whole.forge);
    const { asked } = go('again');
    const again = [await register(), await rebuild()];
    expect(stable(again)).toEqual(stable(undisturbed));
    // Two requests are all that it takes, and the second one brought nothing new.
    expect(await closedOf()).toBeLessThanOrEqual(15);
    site.forge.restore(site.site, whole.forge);
    expect((await levels())?.total).toBe(open);
    expect(await digest()).toEqual(mails);
    expect(asked()).toBeGreaterThan(12);
  });

  test.each(['round', 'same'] as const)('go %s come to an end, which is no silent half', async (way) => {
    const { asked } = go(way);
    const failure: unknown = await register().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(JiraError);
    expect((failure as JiraError).kind).toBe('unexpectedAnswer');
    expect((await levels())?.state).toBe('failed');
    const history = await rebuild();
    expect([history.last?.state, history.days]).toEqual(['failed', []]);
    expect(await digest()).toEqual([]);
    await reconcileAll(site);
    expect(asked()).toBeLessThan(60);
    expect(log.lines().join()).toContain('search.page');
  });

  test('are not known any more: a file says so, a history begins anew and gives up in the end', async () => {
    const { asked } = go('expired');
    const failure: unknown = await register().catch((error: unknown) => error);
    expect((failure as JiraError).kind).toBe('refused');
    expect((await rebuild()).last?.state).toBe('failed');
    expect((await levels())?.state).toBe('failed');
    expect(await digest()).toEqual([]);
    await reconcileAll(site);
    expect(asked()).toBeLessThan(60);

    // Jira is well again: everything is there.
    pages?.restore();
    date.pass(86_400_000);
    expect((await rebuild()).last).toMatchObject({ state: 'done', looked: keys.length });
    expect((await levels())?.state).toBe('done');
    expect((await digest()).length).toBeGreaterThan(0);
  });
});

/** Without the moments at which a run began and ended. */
function stable(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (name, each: unknown) => (/edAt$/.test(name) ? 'then' : each)));
}
