/** Errors are counted by operation and code, and counting them makes nothing worse. */
import type { RecentError } from '../../src/contract/support';
import { capturedLog } from '../fixtures/captured-log';
import { payloadsOf, refused } from '../fixtures/operations';
import { NOW, setUpSite, valueOf, type Key, type TestSite } from '../fixtures/site';
import { dateAt, type TickingDate } from '../fixtures/ticking-date';
import { loseAll } from '../events/marks';

const log = capturedLog();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
let site: TestSite;
let story: Key;
let date: TickingDate;
let start: { readonly jira: unknown; readonly forge: unknown };

beforeAll(async () => {
  date = dateAt(NOW);
  site = await setUpSite();
  story = await site.story('canary of a story');
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
const errors = async (): Promise<readonly RecentError[]> =>
  valueOf(await site.invoke(site.people.admin, 'getSupport', {})).errors;
const assess = (who = site.people.mara) =>
  site.invokeRaw(who, 'assessRelevance', payloadsOf(site, story.id, '1').assessRelevance);
const jiraFails = () => site.jira.faults.add({ kind: 'error-500', match: { method: 'PUT' } });
const stored = () => Object.entries(kvs().values()).filter(([key]) => key.startsWith('error:'));

test('a failure is counted with its operation, code and moment, and nothing else', async () => {
  jiraFails();
  expect(await assess()).toEqual(refused('jira-unavailable'));
  expect(await errors()).toEqual([
    {
      operation: 'assessRelevance',
      code: 'jira-unavailable',
      today: 1,
      week: 1,
      lastAt: expect.stringMatching(/^2026-11-20T13:30/) as string,
    },
  ]);
  expect(stored()).toEqual([
    [
      'error:assessRelevance:jira-unavailable',
      {
        version: 1,
        operation: 'assessRelevance',
        code: 'jira-unavailable',
        lastAt: expect.any(Number) as number,
        days: { '2026-11-20': 1 },
      },
    ],
  ]);
});

test('a minute counts once, a day is told apart from the week, and a week is forgotten', async () => {
  jiraFails();
  await assess();
  await assess();
  date.pass(MINUTE);
  await assess();
  expect(await errors()).toMatchObject([{ today: 2, week: 2 }]);
  date.pass(DAY);
  await assess();
  expect(await errors()).toMatchObject([{ today: 1, week: 3 }]);
  date.pass(6 * DAY);
  expect(await errors()).toMatchObject([{ today: 0, week: 1 }]);
  date.pass(DAY);
  expect(await errors()).toEqual([]);
});

test('a clock that goes back counts on', async () => {
  jiraFails();
  await assess();
  date.pass(-2 * MINUTE);
  await assess();
  expect(await errors()).toMatchObject([{ today: 2, week: 2 }]);
});

test('a hundred failures of one minute are one write', async () => {
  jiraFails();
  await assess();
  const { writes } = kvs().requests;
  await Promise.all(Array.from({ length: 100 }, () => assess()));
  expect(kvs().requests.writes).toBe(writes);
  expect(stored()).toHaveLength(1);
});

test('two operations that fail at the same moment are both counted', async () => {
  site.jira.faults.add({ kind: 'error-500', match: { path: '/rest/api/3/mypermissions' } });
  const some = ['assessRelevance', 'confirmAssessment', 'addCriteria', 'moveBack', 'linkIssues'] as const;
  const payloads = payloadsOf(site, story.id, '1');
  await Promise.all(some.map((operation) => site.invokeRaw(site.people.mara, operation, payloads[operation])));
  site.jira.faults.clear();
  const found = await errors();
  expect(found.map(({ operation }) => operation).sort()).toEqual([...some].sort());
  expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['could-not-verify']));
});

test('what a person is told because of their rights or entries is not counted', async () => {
  const payloads = payloadsOf(site, '987654321', '1');
  expect(await assess(site.people.priya)).toEqual(refused('no-permission'));
  expect(await assess(site.people.guest)).toEqual(refused('not-found'));
  expect(await site.invokeRaw(site.people.mara, 'assessRelevance', { issueId: 'x' })).toEqual(refused('invalid-input'));
  expect(await site.invokeRaw(site.people.mara, 'assessRelevance', payloads.assessRelevance)).toEqual(
    refused('not-found'),
  );
  expect(await site.invokeRaw(site.people.mara, 'nothing', {})).toEqual(refused('unknown-operation'));
  expect(await site.invokeRaw(undefined, 'getSetup', { projectIds: [] })).toEqual(refused('not-signed-in'));
  // Jira itself says no, although it granted the permission a moment before.
  const no = site.forge.disturb(site.site, {
    atCall: 1,
    by: { status: 403, body: { errorMessages: [], errors: {} } },
    counts: ({ to, method }) => to === 'jira' && method === 'PUT',
  });
  expect(await assess()).toEqual(refused('no-permission'));
  expect(no.hit).toBeDefined();
  no.disarm();
  expect(stored()).toEqual([]);
});

test.each(['hourly-reconcile', 'daily-digest', 'daily-snapshot'])(
  'what %s throws is counted, and thrown on',
  async (schedule) => {
    kvs().failNext({ status: 500, code: 'INTERNAL', message: 'canary' });
    expect(await site.forge.schedules.run(site.site, schedule)).toBe('failed');
    expect(await errors()).toMatchObject([{ code: 'internal', today: 1 }]);
    expect(log.lines().join()).not.toContain('canary');
  },
);

test('a job that the site refuses its right is counted: nobody else hears of it', async () => {
  const no = site.forge.disturb(site.site, {
    atCall: 1,
    by: { status: 403, body: { errorMessages: [], errors: {} } },
    counts: ({ to, path }) => to === 'jira' && path.includes('/search/'),
  });
  await site.forge.schedules.run(site.site, 'hourly-reconcile');
  await site.forge.queue.drain(site.site);
  no.disarm();
  expect(await errors()).toContainEqual(expect.objectContaining({ operation: 'reconcile', code: 'no-permission' }));
});

describe('a storage that fails too', () => {
  /** Calls to the storage after Jira failed: those that count the failure. */
  const afterFailure = () => {
    let hasFailed = false;
    return ({ to, method }: { readonly to: string; readonly method: string }) => {
      if (to === 'jira' && method === 'PUT') hasFailed = true;
      return to === 'kvs' && hasFailed;
    };
  };

  test.each([
    ['at the read', 1],
    ['at the write', 2],
  ])('%s: the person is told what failed, and it is not tried again', async (_where, atCall) => {
    jiraFails();
    for (const by of ['lose answer', { status: 503 }, { status: 429 }] as const) {
      const armed = site.forge.disturb(site.site, { atCall, by, counts: afterFailure() });
      expect(await assess()).toEqual(refused('jira-unavailable'));
      expect(armed.counted).toBe(atCall);
      armed.disarm();
      date.pass(MINUTE);
    }
  });

  test('a storage that was asked for too much is not asked for more', async () => {
    const calls = site.forge.disturb(site.site, { atCall: 99, by: 'kill before', counts: ({ to }) => to === 'kvs' });
    kvs().failNext({ status: 429, code: 'RATE_LIMIT_EXCEEDED' });
    expect(await site.invokeRaw(site.people.mara, 'getSetup', { projectIds: [] })).toEqual(refused('internal'));
    expect(calls.counted).toBe(1);
    calls.disarm();
    expect(log.lines()).toHaveLength(1);
  });

  test('a count that cannot be read begins anew', async () => {
    kvs().write('error:assessRelevance:jira-unavailable', '"junk"', undefined);
    jiraFails();
    await assess();
    expect(await errors()).toMatchObject([{ operation: 'assessRelevance', today: 1 }]);
  });
});
