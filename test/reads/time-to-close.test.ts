import { daysAfter } from '../../src/domain/day';
import { LEVELS, type Level } from '../../src/domain/level';
import { setupOf, type ProjectSetup, type SiteSetup } from '../../src/domain/site-setup';
import { countIssues } from '../../src/jira/search';
import { CLOSED_MOST, readTimeToClose, type TimeToClose } from '../../src/reads/time-to-close';
import { setUpSite, TODAY, type TestSite } from '../fixtures/site';
import { addSecurityLevel } from '../local-jira/seed';
import { settingsSite } from '../settings/settings-site';
import { addTeamProject } from '../settings/team-managed';

const at = (day: string) => new Date(`${day}T10:00:00Z`).getTime();

interface Plan {
  readonly level?: Level;
  /** ISO days. */
  readonly created: string;
  readonly closed?: string;
  readonly dropped?: boolean;
  readonly securityLevelId?: string;
}

function addRisks(site: TestSite, setup: SiteSetup, plans: readonly Plan[]): void {
  const { fields, options, riskTypeId, riskStatusIds, droppedResolutionIds } = setup;
  site.jira.bulkLoad(
    plans.map(({ level, created, closed, dropped, securityLevelId }) => ({
      projectId: site.project.id,
      typeId: riskTypeId,
      summary: 'risk',
      created: at(created),
      custom: level === undefined ? {} : { [fields.riskLevel]: options.riskLevel[level] },
      ...(closed === undefined ? {} : { statusId: riskStatusIds!.closed, statusCategoryChanged: at(closed) }),
      ...(dropped === true ? { resolutionId: droppedResolutionIds[0]! } : {}),
      ...(securityLevelId === undefined ? {} : { securityLevelId }),
    })),
  );
}

const closed = (level: Level, days: number, extra: Partial<Plan> = {}): Plan => ({
  level,
  created: daysAfter('2026-11-01', -days),
  closed: '2026-11-01',
  ...extra,
});
const open = (level: Level, days: number): Plan => ({ level, created: daysAfter(TODAY, -days) });

async function everyLinkCounts(site: TestSite, who: string, times: TimeToClose): Promise<void> {
  for (const level of LEVELS) {
    const { closed: sample, closedJql, open: stillOpen, late } = times.levels[level];
    if (closedJql !== undefined) expect(await countIssues(site.as(who), closedJql)).toBe(sample.count);
    expect(await countIssues(site.as(who), stillOpen.jql)).toBe(stillOpen.count);
    expect(await countIssues(site.as(who), late.jql)).toBe(late.count);
  }
}

describe('time to close', () => {
  let site: TestSite;
  let setup: SiteSetup;
  let shop: ProjectSetup;
  let bare: ReturnType<TestSite['jira']['snapshot']>;
  beforeAll(async () => {
    site = await setUpSite();
    setup = await site.setup();
    shop = await site.projectSetup();
    bare = site.jira.snapshot();
  });
  beforeEach(() => {
    site.jira.restore(structuredClone(bare));
    site.jira.costs.reset();
  });
  afterAll(() => site.close());
  const read = (who = site.people.mara) => readTimeToClose(site.as(who), setup, shop, TODAY);

  test('by level: what was closed lately, beside the age of what is open', async () => {
    addRisks(site, setup, [
      ...[10, 20, 30, 40, 90].map((days) => closed('High', days)),
      ...[14, 21, 33].map((days) => closed('Critical', days)),
      open('High', 61),
      open('High', 60),
      open('High', 3),
      open('Low', 20),
    ]);
    const times = await read();
    expect(times).toMatchObject({ since: '2026-08-22', closed: 8, more: false });
    expect(times.levels.High).toMatchObject({
      closed: { count: 5, median: 30, percentile90: 90 },
      open: { count: 3 },
      late: { count: 1 },
      oldest: 61,
      target: 60,
    });
    expect(times.levels.Critical).toMatchObject({
      closed: { count: 3, median: 21, percentile90: undefined },
      open: { count: 0 },
      oldest: undefined,
      target: 30,
    });
    expect(times.verdict).toEqual({ light: 'watch', because: { level: 'High', by: 'oldest' } });
    await everyLinkCounts(site, site.people.mara, times);
  });

  test('does not count what was closed long ago, given up as a duplicate, never scored, or is of another type', async () => {
    addRisks(site, setup, [
      closed('High', 5),
      { level: 'High', created: '2026-01-01', closed: '2026-08-21' },
      { level: 'High', created: '2026-01-01', closed: '2026-08-22' },
      closed('High', 1, { dropped: true }),
      { created: '2026-10-01', closed: '2026-11-01' },
    ]);
    await site.story('A story');
    const times = await read();
    expect(times.levels.High.closed).toEqual({ count: 2, median: (5 + 233) / 2, percentile90: undefined });
    expect(times.closed).toBe(2);
    await everyLinkCounts(site, site.people.mara, times);
  });

  test('nothing at all is no data, and never on track', async () => {
    const times = await read();
    expect(times.verdict).toEqual({ light: 'noData', because: undefined });
    expect(times.levels.Critical.oldest).toBeUndefined();
  });

  test('closing nothing does not look good', async () => {
    addRisks(site, setup, [open('Critical', 200)]);
    expect((await read()).verdict.light).toBe('actNow');
  });

  test('the targets are the project’s own', async () => {
    addRisks(site, setup, [open('Critical', 35)]);
    const closeDays = { ...shop.settings.closeDays, Critical: 40 };
    const patient = { ...shop, settings: { ...shop.settings, closeDays } };
    const times = await readTimeToClose(site.as(site.people.mara), setup, patient, TODAY);
    expect(times.levels.Critical).toMatchObject({ target: 40, late: { count: 0 } });
    expect(times.verdict.light).toBe('onTrack');
  });

  test('counts as the viewer may see: a hidden risk changes nothing', async () => {
    const level = addSecurityLevel(site.jira.state, site.project, 'Few', [
      { type: 'user', accountId: site.people.deniz },
    ]);
    addRisks(site, setup, [
      closed('High', 10),
      closed('High', 50, { securityLevelId: level }),
      { ...open('Critical', 300), securityLevelId: level },
    ]);
    expect((await read(site.people.deniz)).levels).toMatchObject({
      High: { closed: { count: 2 } },
      Critical: { open: { count: 1 }, oldest: 300 },
    });
    expect((await read(site.people.mara)).levels).toMatchObject({
      High: { closed: { count: 1 } },
      Critical: { open: { count: 0 }, oldest: undefined },
    });
  });

  test('a risk that was closed by the workflow counts from then on', async () => {
    addRisks(site, setup, [open('Medium', 12)]);
    const risk = [...site.jira.state.issues.values()].find(({ typeId }) => typeId === setup.riskTypeId)!;
    await site.moveTo(risk, 'Closed');
    const { levels } = await read();
    expect(levels.Medium).toMatchObject({ closed: { count: 1, median: 12 }, open: { count: 0 } });
  });

  test('costs 16 points and one for each closed risk, at most 218 whatever the size, and says that there are more', async () => {
    addRisks(site, setup, [...[4, 5, 6].map((days) => closed('Low', days)), open('Low', 1)]);
    await read();
    // Four levels: open and late counted, one row looked at where there is one.
    expect(site.jira.costs.totals().points).toBe(4 * 2 + (3 * 1 + 2) + (1 + 3));
    addRisks(
      site,
      setup,
      Array.from({ length: 400 }, (_, index) => closed(LEVELS[index % 4]!, index % 80)),
    );
    addRisks(
      site,
      setup,
      Array.from({ length: 1_000 }, (_, index) => open(LEVELS[index % 4]!, index % 80)),
    );
    site.jira.costs.reset();
    const times = await read();
    expect(times).toMatchObject({ closed: CLOSED_MOST, more: true });
    expect(LEVELS.map((level) => times.levels[level].closedJql)).toEqual([undefined, undefined, undefined, undefined]);
    const { points, requests } = site.jira.costs.totals();
    expect([points, requests]).toEqual([16 + 2 + CLOSED_MOST, 14]);
  });

  test('who may not see the project is refused', async () => {
    await expect(read(site.people.guest)).rejects.toMatchObject({ kind: 'refused' });
  });
});

test('a team-managed project is read by its own fields', async () => {
  const site = await settingsSite();
  const setup = await site.setup();
  const part = await addTeamProject(site);
  const own = setupOf(setup, part.setup);
  const risk = await site.issue({
    project: { id: part.id },
    issuetype: { id: own.riskTypeId },
    summary: 'Its own',
    [own.fields.riskLevel]: { id: own.options.riskLevel.High },
  });
  const read = () => readTimeToClose(site.as(site.people.mara), setup, part.setup, TODAY);
  expect((await read()).levels.High).toMatchObject({ open: { count: 1 }, oldest: 0, closed: { count: 0 } });
  await site.moveTo(risk, 'Done');
  expect((await read()).levels.High).toMatchObject({ open: { count: 0 }, closed: { count: 1, median: 0 } });
  site.close();
});
