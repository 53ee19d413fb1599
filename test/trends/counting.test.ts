/** The history: what is counted on a day, once a day, whatever happens to the schedule and its jobs. */
import type { DayCounts, Trend } from '../../src/domain/trend';
import type { SiteSetup } from '../../src/domain/site-setup';
import { loseAll } from '../events/marks';
import { capturedLog } from '../fixtures/captured-log';
import { notRelevant, relevant, riskFields } from '../fixtures/fields';
import { setUpSite, type TestSite } from '../fixtures/site';
import { historyOf, type History } from './trend-site';

const log = capturedLog();
/** Each test makes its own site; a busy machine takes its time. */
let site: TestSite;
let setup: SiteSetup;
let history: History;

const NOTHING: DayCounts = {
  open: { Low: 0, Medium: 0, High: 0, Critical: 0 },
  unscored: 0,
  overdueReview: 0,
  unowned: 0,
  withoutEnabler: 0,
  enablers: { done: 0, inProgress: 0, toDo: 0 },
  stories: { all: 0, assessed: 0 },
  bypasses: 0,
};

beforeEach(async () => {
  site = await setUpSite();
  setup = await site.setup();
  history = historyOf(site, '2026-11-20T00:20:00.000Z');
});
afterEach(() => {
  site.close();
  history.restore();
});

const risk = (likelihood: 1 | 3 | 5, meaning = {}) =>
  site.risk('A risk', riskFields(setup, { likelihood, impact: 5, ...meaning }));
const pending = () => site.forge.queue.pending(site.site);
const kept = () => JSON.stringify((site.forge.snapshot(site.site) as { kvs: unknown }).kvs);
const only = ([trend]: readonly Trend[]): Trend => {
  if (trend === undefined) throw new Error('no history');
  return trend;
};

test('every number of a day, as the issues are', async () => {
  const { deniz } = site.people;
  const owned = { owner: deniz, nextReview: '2027-01-01' };
  const one = await risk(5, { ...owned, nextReview: '2026-11-19' });
  await risk(5, { nextReview: '2026-11-20' });
  const two = await risk(3, owned);
  await risk(1, owned);
  await site.risk('Not scored', riskFields(setup, owned));
  const closed = await risk(5, { nextReview: '2026-01-01' });
  await site.moveTo(closed, 'Closed');
  const done = await site.story('Done', relevant(setup));
  const doing = await site.story('Doing', relevant(setup));
  const toDo = await site.story('To do', notRelevant(setup, 'noSensitivePart'));
  await site.link('mitigates', done, one);
  await site.link('mitigates', doing, two);
  await site.link('secures', toDo, doing);
  await site.moveTo(done, 'Done');
  await site.moveTo(doing, 'In Progress');
  const past = await site.story('Never assessed');
  await site.moveTo(past, 'In Progress');
  await site.story('Not assessed either');
  await loseAll(site);
  await history.count();
  expect(only(await history.read(site.people.priya))).toEqual({
    projectId: site.project.id,
    since: '2026-11-20',
    days: [
      {
        day: '2026-11-20',
        kind: 'counted',
        counts: {
          open: { Low: 0, Medium: 1, High: 1, Critical: 2 },
          unscored: 1,
          overdueReview: 1,
          unowned: 1,
          withoutEnabler: 3,
          enablers: { done: 1, inProgress: 1, toDo: 1 },
          // Of five stories one is done.
          stories: { all: 4, assessed: 2 },
          bypasses: 1,
        } satisfies DayCounts,
      },
    ],
  });
  expect(log.lines()).toEqual([]);
});

test('counts only: no key, no words, no person is kept', async () => {
  const { id, key } = await risk(5, { owner: site.people.deniz });
  const before = kept();
  await history.count();
  const added = kept().replace(before, '');
  for (const secret of [key, id, 'A risk', site.people.deniz]) expect(added).not.toContain(JSON.stringify(secret));
});

test('the history begins with the first count, and before it says so', async () => {
  expect(await history.read(site.people.priya)).toEqual([{ projectId: site.project.id, since: undefined, days: [] }]);
  await history.count();
  history.at('2026-11-21T00:20:00.000Z');
  await history.count();
  expect(only(await history.read(site.people.priya)).since).toBe('2026-11-20');
  // The day of the beginning is said where only later ones are asked for, and in the next year too.
  history.at('2027-01-01T00:20:00.000Z');
  await history.count();
  expect(await history.read(site.people.priya, 1)).toEqual([
    {
      projectId: site.project.id,
      since: '2026-11-20',
      days: [{ day: '2027-01-01', kind: 'counted', counts: NOTHING }],
    },
  ]);
  expect(await history.days()).toEqual(['2027-01-01']);
  expect(only(await history.read(site.people.priya, 60)).days.map(({ day }) => day)).toEqual([
    '2026-11-20',
    '2026-11-21',
    '2027-01-01',
  ]);
});

describe('once a day', () => {
  test('however often the schedule comes; the first count of the day stays', async () => {
    await risk(5);
    await history.count();
    await risk(5);
    await history.count();
    history.at('2026-11-20T23:59:00.000Z');
    await history.count();
    const counted = only(await history.read(site.people.priya)).days;
    expect(counted.map(({ day, counts }) => [day, 'open' in counts && counts.open.Critical])).toEqual([
      ['2026-11-20', 1],
    ]);
  });

  test('a day on which nothing ran is a gap, not a zero', async () => {
    await history.count();
    history.at('2026-11-23T07:00:00.000Z');
    await history.count();
    expect(await history.days()).toEqual(['2026-11-20', '2026-11-23']);
  });

  test('a day is one in UTC, also where clocks change', async () => {
    for (const instant of ['2027-03-27T23:40:00.000Z', '2027-03-28T00:30:00.000Z', '2027-03-28T23:59:59.000Z']) {
      history.at(instant);
      await history.count();
    }
    expect(await history.days()).toEqual(['2027-03-27', '2027-03-28']);
  });

  test('a job that comes after midnight counts nothing for the day before', async () => {
    history.at('2026-11-20T23:59:50.000Z');
    await history.begin();
    history.at('2026-11-21T00:00:10.000Z');
    await site.forge.queue.drain(site.site);
    expect(await history.days()).toEqual([]);
    await history.count();
    expect(await history.days()).toEqual(['2026-11-21']);
  });

  test('what was asked before midnight and answered after it is not kept', async () => {
    history.at('2026-11-20T23:59:50.000Z');
    await history.begin();
    history.date().tick(4_000);
    await site.forge.queue.drain(site.site);
    history.date().tick(0);
    expect(await history.days()).toEqual([]);
  });

  test.each([true, false])('a job that is delivered twice (at the same time: %s)', async (together) => {
    await risk(5);
    await history.begin();
    for (let round = 0; pending().length > 0 && round < 10; round += 1) {
      await site.forge.queue.deliver(site.site, { times: 2, together, early: true });
      history.date().pass(61_000);
    }
    expect(await history.days()).toEqual(['2026-11-20']);
  });

  test('two schedules at the same time', async () => {
    await Promise.all([history.begin(), history.begin()]);
    await site.forge.queue.deliver(site.site, { together: true });
    await site.forge.queue.drain(site.site);
    expect(await history.days()).toEqual(['2026-11-20']);
  });

  test.each(['kill before', 'kill after', 'lose answer'] as const)('%s, at each request', async (by) => {
    await risk(5);
    await loseAll(site);
    const forge = site.forge.snapshot(site.site);
    for (let atCall = 1; ; atCall += 1) {
      site.forge.restore(site.site, forge);
      const armed = site.forge.disturb(site.site, { atCall, by, kind: 'consumer' });
      await history.begin();
      for (let round = 0; round < 10 && pending().length > 0; round += 1) {
        await site.forge.queue.deliver(site.site, { early: true });
        history.date().pass(61_000);
      }
      armed.disarm();
      // Where Jira's answer was lost, the next hour comes back to the project.
      history.date().pass(3_600_000);
      await history.count();
      const days = only(await history.read(site.people.priya)).days;
      expect([atCall, days.map(({ day, counts }) => [day, 'open' in counts && counts.open.Critical])]).toEqual([
        atCall,
        [['2026-11-20', 1]],
      ]);
      history.at('2026-11-20T00:20:00.000Z');
      if (armed.hit === undefined) break;
      expect(atCall).toBeLessThan(100);
    }
  });
});

test('without a licence nothing is done', async () => {
  site.site.license = { active: false };
  await history.begin();
  expect(pending()).toEqual([]);
});

test('on a site that is not set up nothing is done', async () => {
  const bare = await setUpSite({ setUp: false, siteName: 'bare', forge: site.forge });
  expect(await bare.forge.schedules.run(bare.site, 'daily-snapshot')).toBe('answered');
  expect([bare.forge.queue.pending(bare.site), bare.jira.costs.totals().points]).toEqual([[], 0]);
});
