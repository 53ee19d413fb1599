/** The days before the history began, from the dates of the risks: in jobs that hand over, are killed, doubled, made to wait. */
import type { Rebuild } from '../../src/contract/trends';
import type { TrendDay } from '../../src/domain/trend';
import type { SiteSetup } from '../../src/domain/site-setup';
import { pointsDuring } from '../events/marks';
import { capturedLog } from '../fixtures/captured-log';
import { refused } from '../fixtures/operations';
import { valueOf } from '../fixtures/site';
import { settingsSite, type SettingsSite } from '../settings/settings-site';
import { addDatedRisks, type Dates } from './risk-dates';
import { historyOf, type History } from './trend-site';

const log = capturedLog();
/** Each test makes its own site; a busy machine takes its time. */
let site: SettingsSite;
let setup: SiteSetup;
let history: History;
const NOW = '2026-11-20T13:30:00.000Z';

beforeEach(async () => {
  site = await settingsSite();
  setup = await site.setup();
  history = historyOf(site, NOW);
});
afterEach(() => {
  site.close();
  history.restore();
});

const projectId = () => site.project.id;
const begin = async (who = site.pia) => valueOf(await site.invoke(who, 'rebuildTrend', { projectId: projectId() }));
const last = async () => valueOf(await site.invoke(site.pia, 'readRebuild', { projectId: projectId() })).last;
const drain = () => site.forge.queue.drain(site.site);
const pending = () => site.forge.queue.pending(site.site);
const run = async (): Promise<Rebuild | undefined> => {
  await begin();
  await drain();
  return last();
};
/** Day, and what was open, created and closed on it. */
const days = async (back = 400) => {
  const [trend] = await history.read(site.people.priya, back);
  return (trend?.days ?? []).map(numbersOf);
};
const numbersOf = ({ day, kind, counts }: TrendDay) =>
  kind === 'counted' ? [day, 'counted'] : [day, counts.openRisks, counts.created, counts.closed];
const kvsText = () => JSON.stringify((site.forge.snapshot(site.site) as { kvs: unknown }).kvs);

const addRisks = (all: readonly Dates[]) => addDatedRisks(site, setup, all);

test('day by day from the first risk on; nothing of the risks is kept but numbers', async () => {
  addRisks([
    { created: '2026-11-16T10:00:00.000Z' },
    { created: '2026-11-16T11:00:00.000Z', closed: '2026-11-18T09:00:00.000Z' },
    { created: '2026-11-17T23:59:59.999Z', closed: '2026-11-19T00:00:00.000Z', byStatus: true },
  ]);
  expect(await begin()).toEqual({ state: 'running', startedAt: expect.any(String) as string, looked: 0, days: 0 });
  await drain();
  expect(await days()).toEqual([
    ['2026-11-16', 2, 2, 0],
    ['2026-11-17', 3, 1, 0],
    ['2026-11-18', 2, 0, 1],
    ['2026-11-19', 1, 0, 1],
  ]);
  expect(await last()).toEqual({
    state: 'done',
    startedAt: expect.any(String) as string,
    endedAt: expect.any(String) as string,
    total: 3,
    looked: 3,
    days: 4,
  });
  expect(kvsText()).not.toContain('Canary');
  expect(log.lines()).toEqual([]);
});

test('counted days stay as they are, also when it runs again; a day that was missed stays a gap', async () => {
  addRisks([{ created: '2026-11-18T10:00:00.000Z' }]);
  await history.count();
  history.at('2026-11-22T10:00:00.000Z');
  await history.count();
  const expected = [
    ['2026-11-18', 1, 1, 0],
    ['2026-11-19', 1, 0, 0],
    ['2026-11-20', 'counted'],
    ['2026-11-22', 'counted'],
  ];
  await run();
  expect(await days()).toEqual(expected);
  await run();
  expect(await days()).toEqual(expected);
});

test('a risk that is closed without a date: what cannot be known is a gap', async () => {
  const [, lost] = addRisks([
    { created: '2026-11-14T10:00:00.000Z' },
    { created: '2026-11-16T10:00:00.000Z', closed: '2026-11-17T10:00:00.000Z' },
  ]);
  const real = site.jira.fetch.bind(site.jira);
  const spy = jest.spyOn(site.jira, 'fetch').mockImplementation(async (request) => {
    const response = await real(request);
    if (!request.url.endsWith('/search/jql')) return response;
    const answer = (await response.json()) as { issues: { id: string; fields: Record<string, unknown> }[] };
    for (const { id, fields } of answer.issues) {
      if (id === lost) Object.assign(fields, { resolutiondate: null, statuscategorychangedate: null });
    }
    return new Response(JSON.stringify(answer), response);
  });
  await run();
  spy.mockRestore();
  expect(await days()).toEqual([
    ['2026-11-14', 1, 1, 0],
    ['2026-11-15', 1, 0, 0],
  ]);
});

test('a project without risks has nothing to reconstruct', async () => {
  expect(await run()).toMatchObject({ state: 'done', total: 0, looked: 0, days: 0 });
  expect(await days()).toEqual([]);
});

test('years back it goes as far as anybody can ask', async () => {
  addRisks([{ created: '2020-01-01T10:00:00.000Z' }]);
  expect(await run()).toMatchObject({ days: 400 });
  const found = await days();
  expect([found.length, found[0], found.at(-1)]).toEqual([399, ['2025-10-17', 1, 0, 0], ['2026-11-19', 1, 0, 0]]);
});

describe('who may', () => {
  test('admins of the project and of Jira; everybody may see what came of it', async () => {
    const ask = (who: string) => site.invoke(who, 'rebuildTrend', { projectId: projectId() });
    expect(await ask(site.people.priya)).toEqual(refused('no-permission'));
    expect(await ask(site.people.guest)).toEqual(refused('not-found'));
    expect(await ask(site.olaf)).toEqual(refused('no-permission'));
    expect((await ask(site.people.admin)).ok).toBe(true);
    expect(await site.invoke(site.people.priya, 'readRebuild', { projectId: projectId() })).toEqual(
      refused('no-permission'),
    );
  });

  test('only in a project that Shift-Up was added to', async () => {
    site.forge.kvs(site.site).remove(`project-setup:${projectId()}`);
    expect(await site.invoke(site.pia, 'rebuildTrend', { projectId: projectId() })).toEqual(refused('not-set-up'));
  });
});

describe('a long one', () => {
  const MANY = 450;
  const many = () =>
    Array.from({ length: MANY }, (_, place): Dates => {
      const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`;
      return place % 3 === 0 ? { created: on(10), closed: on(15) } : { created: on(12) };
    });
  /** A third created on the 10th and closed on the 15th, the others created on the 12th. */
  const EXPECTED = [
    ['2026-11-10', 150, 150, 0],
    ['2026-11-11', 150, 0, 0],
    ['2026-11-12', 450, 300, 0],
    ['2026-11-13', 450, 0, 0],
    ['2026-11-14', 450, 0, 0],
    ['2026-11-15', 300, 0, 150],
    ['2026-11-16', 300, 0, 0],
    ['2026-11-17', 300, 0, 0],
    ['2026-11-18', 300, 0, 0],
    ['2026-11-19', 300, 0, 0],
  ];
  beforeEach(() => addRisks(many()));

  test('a point a risk, one a page, one to count them; progress is seen', async () => {
    history.date().tick(8_000);
    const seen: number[] = [];
    const points = await pointsDuring(site, async () => {
      await begin();
      for (let job = 0; pending().length > 0 && job < 20; job += 1) {
        await site.forge.queue.deliver(site.site, { early: true });
        seen.push(runRecord().rebuild.looked);
      }
    });
    history.date().tick(0);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toBe(MANY);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
    // The guard's own question besides.
    expect(points).toBeLessThanOrEqual(MANY + 5 + 1 + 2);
    expect(await days()).toEqual(EXPECTED);
  });
  const runRecord = () =>
    JSON.parse(site.forge.kvs(site.site).read(`rebuild-run:${projectId()}`)?.json ?? '{}') as {
      rebuild: Rebuild;
      token?: string;
    };

  test('asked for twice, one runs', async () => {
    const first = await begin();
    expect(await begin()).toEqual(first);
    expect(pending()).toHaveLength(1);
    await drain();
    expect(await days()).toEqual(EXPECTED);
  });

  test('two at the same time end as one', async () => {
    await Promise.all([begin(), begin(site.people.admin)]);
    await site.forge.queue.deliver(site.site, { together: true });
    await drain();
    expect([(await last())?.state, await days()]).toEqual(['done', EXPECTED]);
  });

  test.each(['kill before', 'kill after', 'lose answer'] as const)(
    '%s, at each request: no risk counted twice, none left out',
    async (by) => {
      const forge = site.forge.snapshot(site.site);
      for (let atCall = 1; ; atCall += 1) {
        site.forge.restore(site.site, forge);
        const armed = site.forge.disturb(site.site, { atCall, by, kind: 'consumer' });
        await begin();
        for (let round = 0; round < 10 && pending().length > 0; round += 1) {
          await site.forge.queue.deliver(site.site, { early: true });
          history.date().pass(61_000);
        }
        armed.disarm();
        expect([atCall, (await last())?.state, await days()]).toEqual([atCall, 'done', EXPECTED]);
        history.at(NOW);
        if (armed.hit === undefined) break;
        expect(atCall).toBeLessThan(100);
      }
    },
    120_000,
  );

  test.each([true, false])('a job that is delivered twice (at the same time: %s)', async (together) => {
    history.date().tick(5_000);
    await begin();
    for (let round = 0; pending().length > 0 && round < 30; round += 1) {
      await site.forge.queue.deliver(site.site, { times: 2, together, early: true });
      history.date().pass(61_000);
    }
    history.date().tick(0);
    expect(await days()).toEqual(EXPECTED);
  });

  test('where Jira asks to wait, it waits; asked too often, it says that it failed, and can be begun again', async () => {
    site.jira.faults.add({ kind: 'rate-limit', match: { path: '*/search/jql' }, retryAfter: 300 });
    await begin();
    await site.forge.queue.deliver(site.site);
    expect((pending()[0]?.dueAt ?? 0) - site.clock.now().getTime()).toBe(300_000);
    await drain();
    expect([await last(), await days()]).toMatchObject([{ state: 'failed' }, []]);
    site.jira.faults.clear();
    expect(await run()).toMatchObject({ state: 'done', looked: MANY });
    expect(await days()).toEqual(EXPECTED);
  });

  test('a place in the list that Jira knows no more: from the beginning', async () => {
    history.date().tick(8_000);
    await begin();
    await site.forge.queue.deliver(site.site);
    const record = runRecord();
    expect(record.token).toEqual(expect.any(String));
    const spoilt = { ...record, token: 'bG9jYWwtamlyYTo5OTk5OjE' };
    site.forge.kvs(site.site).write(`rebuild-run:${projectId()}`, JSON.stringify(spoilt), undefined);
    history.date().tick(0);
    await drain();
    expect(await days()).toEqual(EXPECTED);
  });

  test('a job that was lost: after a while it counts as failed, and can be begun again', async () => {
    await begin();
    site.forge.queue.clear(site.site);
    expect(await last()).toMatchObject({ state: 'running' });
    history.date().pass(21 * 60_000);
    expect(await last()).toMatchObject({ state: 'failed' });
    await run();
    expect(await days()).toEqual(EXPECTED);
  });

  test('undo while it runs leaves nothing behind', async () => {
    history.date().tick(8_000);
    await begin();
    await site.forge.queue.deliver(site.site);
    site.forge.kvs(site.site).remove(`project-setup:${projectId()}`);
    history.date().tick(0);
    await drain();
    for (const key of ['rebuild-run', 'trend-before']) expect(kvsText()).not.toContain(`${key}:${projectId()}`);
  });
});
