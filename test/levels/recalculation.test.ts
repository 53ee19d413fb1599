/** New bands: the levels follow in jobs that are handed over, killed, doubled, made to wait. */
import { levelOf, type LevelBands } from '../../src/domain/level';
import { setupOf, type SiteSetup } from '../../src/domain/site-setup';
import { capturedLog } from '../fixtures/captured-log';
import { riskFields } from '../fixtures/fields';
import { refused } from '../fixtures/operations';
import { NOW, valueOf } from '../fixtures/site';
import { dateAt, type TickingDate } from '../fixtures/ticking-date';
import { save, settingsSite, type SettingsSite } from '../settings/settings-site';
import { addTeamProject } from '../settings/team-managed';
import { loseAll, pointsDuring, writesDuring } from '../events/marks';
import { addManyRisks, scoreAt } from './many-risks';

const log = capturedLog();
let site: SettingsSite;
let setup: SiteSetup;
let date: TickingDate;
const BANDS: LevelBands = { Medium: 4, High: 8, Critical: 15 };
const OTHER: LevelBands = { Medium: 2, High: 3, Critical: 25 };
const DEFAULTS: LevelBands = { Medium: 5, High: 10, Critical: 17 };

beforeEach(async () => {
  date = dateAt(NOW);
  site = await settingsSite();
  setup = await site.setup();
});
afterEach(() => {
  site.close();
  date.restore();
});

const read = async (who = site.pia) =>
  valueOf(await site.invoke(who, 'readRecalculation', { projectId: site.project.id }));
const drain = () => site.forge.queue.drain(site.site);
const pending = () => site.forge.queue.pending(site.site);
const levelIn = (id: string, field: 'riskLevel' | 'residualLevel' = 'riskLevel') => {
  const option = site.jira.state.issues.require(id).custom[setup.fields[field]];
  return Object.entries(setup.options[field]).find(([, optionId]) => optionId === option)?.[0];
};
const levels = (ids: readonly string[]) => ids.map((id) => levelIn(id));
const byBands = (ids: readonly string[], bands: LevelBands) => ids.map((_, place) => levelOf(scoreAt(place), bands));
/** Of the first so many risks, how many have another level. */
const differing = (count: number, bands: LevelBands, before = DEFAULTS) =>
  Array.from({ length: count }, (_, place) => scoreAt(place)).filter(
    (score) => levelOf(score, bands) !== levelOf(score, before),
  ).length;

test('saving other bands starts it; every level follows, and it is logged', async () => {
  const ids = addManyRisks(site, setup, 50);
  await save(site, site.pia, { bands: BANDS });
  expect(await read()).toEqual({
    last: {
      state: 'running',
      from: DEFAULTS,
      to: BANDS,
      startedAt: expect.any(String) as string,
      looked: 0,
      changed: 0,
      failed: 0,
    },
    log: [],
  });
  const writes = await writesDuring(site, drain);
  expect(writes).toHaveLength(differing(50, BANDS));
  expect(levels(ids)).toEqual(byBands(ids, BANDS));
  const done = {
    state: 'done',
    from: DEFAULTS,
    to: BANDS,
    total: 50,
    looked: 50,
    changed: differing(50, BANDS),
    failed: 0,
  };
  const { last, log: ended } = await read();
  expect([last, ended]).toMatchObject([done, [done]]);
  expect(last?.endedAt).toEqual(expect.any(String));
});

test('saving anything else starts nothing', async () => {
  await save(site, site.pia, { bands: DEFAULTS, hintWords: ['voucher'] });
  expect([pending(), await read()]).toEqual([[], { log: [] }]);
});

test('the residual level follows as well; half a score and what is closed stay; a review comes nearer', async () => {
  const both = await site.risk(
    'Both',
    riskFields(setup, { likelihood: 4, impact: 4, residual: [2, 2], nextReview: '2027-05-01' }),
  );
  const none = await site.risk('Nothing', { [setup.fields.likelihood]: { id: setup.options.likelihood[5] } });
  const closed = await site.risk('Old', riskFields(setup, { likelihood: 4, impact: 4 }));
  await site.moveTo(closed, 'Closed');
  await save(site, site.pia, { bands: BANDS });
  await drain();
  expect([both, none, closed].map(({ id }) => [levelIn(id), levelIn(id, 'residualLevel')])).toEqual([
    ['Critical', 'Medium'],
    [undefined, undefined],
    ['High', undefined],
  ]);
  expect(site.jira.state.issues.require(both.id).custom[setup.fields.nextReview]).toBe('2026-12-20');
});

test('bands saved again while it runs: it begins anew, the end is by the last ones, both are logged', async () => {
  const ids = addManyRisks(site, setup, 60);
  date.tick(8_000);
  await save(site, site.pia, { bands: BANDS });
  await site.forge.queue.deliver(site.site);
  expect((await read()).last).toMatchObject({ state: 'running', to: BANDS });
  await save(site, site.pia, { bands: OTHER });
  date.tick(0);
  await drain();
  expect(levels(ids)).toEqual(byBands(ids, OTHER));
  expect(await read()).toMatchObject({
    last: { state: 'done', from: BANDS, to: OTHER, looked: 60 },
    log: [
      { state: 'done', from: BANDS, to: OTHER },
      { state: 'failed', from: DEFAULTS, to: BANDS },
    ],
  });
});

test('a risk that was scored by the bands before, at the very moment, is found by the second list', async () => {
  addManyRisks(site, setup, 30);
  date.tick(8_000);
  await save(site, site.pia, { bands: BANDS });
  await site.forge.queue.deliver(site.site);
  const late = await site.risk('Late', riskFields(setup, { likelihood: 4, impact: 4 }));
  date.tick(0);
  await drain();
  expect([levelIn(late.id), (await read()).last]).toMatchObject(['Critical', { state: 'done', total: 31, looked: 31 }]);
});

test('a job hands over before its time is used up, and the counts go on', async () => {
  const ids = addManyRisks(site, setup, 120);
  date.tick(8_000);
  await save(site, site.pia, { bands: BANDS });
  let jobs = 0;
  for (; pending().length > 0; jobs += 1) await site.forge.queue.deliver(site.site, { early: true });
  expect(jobs).toBeGreaterThan(2);
  expect(levels(ids)).toEqual(byBands(ids, BANDS));
  expect((await read()).last).toMatchObject({ state: 'done', looked: 120, changed: differing(120, BANDS) });
});

test.each([true, false])(
  'every job delivered twice (at the same time: %s): each level is written once',
  async (together) => {
    const ids = addManyRisks(site, setup, 60);
    date.tick(8_000);
    await save(site, site.pia, { bands: BANDS });
    const writes = await writesDuring(site, async () => {
      for (let round = 0; pending().length > 0 && round < 50; round += 1) {
        await site.forge.queue.deliver(site.site, { times: 2, together, early: true });
        date.pass(61_000);
      }
    });
    expect(new Set(writes).size).toBe(writes.length);
    expect([writes.length, levels(ids)]).toEqual([differing(60, BANDS), byBands(ids, BANDS)]);
    expect((await read()).last).toMatchObject({ state: 'done', looked: 60, changed: differing(60, BANDS) });
  },
);

test.each(['kill before', 'kill after', 'lose answer'] as const)(
  '%s, at each request in turn: totals stay exact',
  async (by) => {
    const ids = addManyRisks(site, setup, 12);
    await save(site, site.pia, { bands: BANDS });
    const jira = site.jira.snapshot();
    const forge = site.forge.snapshot(site.site);
    for (let atCall = 1; ; atCall += 1) {
      site.jira.restore(jira);
      site.forge.restore(site.site, forge);
      const armed = site.forge.disturb(site.site, { atCall, by, kind: 'consumer' });
      for (let round = 0; round < 20 && pending().length > 0; round += 1) {
        await site.forge.queue.deliver(site.site, { early: true });
        // A dead job keeps its turn for a minute.
        date.pass(61_000);
      }
      armed.disarm();
      expect([atCall, levels(ids)]).toEqual([atCall, byBands(ids, BANDS)]);
      const { last } = await read();
      expect([atCall, last]).toMatchObject([
        atCall,
        { state: 'done', total: 12, looked: 12, changed: differing(12, BANDS), failed: 0 },
      ]);
      if (armed.hit === undefined) break;
      expect(atCall).toBeLessThan(100);
    }
  },
);

describe('where Jira refuses', () => {
  test('one risk, it is counted and the others follow', async () => {
    const ids = addManyRisks(site, setup, 12);
    const refusedId = ids.find((_, place) => levelOf(scoreAt(place), BANDS) !== levelOf(scoreAt(place)));
    const real = site.jira.fetch.bind(site.jira);
    const spy = jest
      .spyOn(site.jira, 'fetch')
      .mockImplementation(async (request) =>
        request.method === 'PUT' && request.url.includes(`/issue/${refusedId}`)
          ? new Response('{"errorMessages":["canary"],"errors":{}}', { status: 400 })
          : real(request),
      );
    await save(site, site.pia, { bands: BANDS });
    await drain();
    spy.mockRestore();
    expect((await read()).last).toMatchObject({
      state: 'done',
      looked: 12,
      changed: differing(12, BANDS) - 1,
      failed: 1,
    });
    expect(log.lines().join()).toContain('levelsJob');
    expect(log.lines().join()).not.toContain('canary');
  });

  test('or asks to wait, the job waits so long', async () => {
    const ids = addManyRisks(site, setup, 12);
    await save(site, site.pia, { bands: BANDS });
    site.jira.faults.add({ kind: 'rate-limit', match: { method: 'PUT' }, retryAfter: 120, times: 1 });
    await site.forge.queue.deliver(site.site);
    const [waits] = pending();
    expect((waits?.dueAt ?? 0) - site.clock.now().getTime()).toBe(120_000);
    await site.forge.queue.deliver(site.site, { early: true });
    expect(levels(ids)).toEqual(byBands(ids, BANDS));
    expect((await read()).last).toMatchObject({ state: 'done', changed: differing(12, BANDS) });
  });

  test('again and again, it is given up, said, and can be started again', async () => {
    const ids = addManyRisks(site, setup, 12);
    await save(site, site.pia, { bands: BANDS });
    site.jira.faults.add({ kind: 'error-503', match: { path: '*/issue/bulkfetch' } });
    for (let round = 0; round < 20 && pending().length > 0; round += 1) {
      await site.forge.queue.deliver(site.site, { early: true });
    }
    expect((await read()).last).toMatchObject({ state: 'failed', looked: 0 });
    site.jira.faults.clear();
    const again = valueOf(await site.invoke(site.pia, 'recalculateLevels', { projectId: site.project.id }));
    expect(again).toMatchObject({ state: 'running', to: BANDS });
    expect(again.from).toBeUndefined();
    await drain();
    expect(levels(ids)).toEqual(byBands(ids, BANDS));
    expect((await read()).log.map(({ state }) => state)).toEqual(['done', 'failed']);
  });
});

test('asked for while one is at it, nothing second starts; one whose job was lost is woken', async () => {
  const ids = addManyRisks(site, setup, 12);
  await save(site, site.pia, { bands: BANDS });
  const ask = () => site.invoke(site.pia, 'recalculateLevels', { projectId: site.project.id });
  expect(valueOf(await ask())).toMatchObject({ state: 'running', from: DEFAULTS });
  expect(pending()).toHaveLength(1);
  site.forge.queue.clear(site.site);
  date.pass(21 * 60_000);
  expect(valueOf(await ask())).toMatchObject({ state: 'running', from: DEFAULTS });
  expect(pending()).toHaveLength(1);
  await drain();
  expect(levels(ids)).toEqual(byBands(ids, BANDS));
});

test('the log keeps the last twenty', async () => {
  for (let round = 0; round < 23; round += 1) {
    await save(site, site.pia, { bands: round % 2 === 0 ? BANDS : DEFAULTS });
    await drain();
  }
  const { last, log: ended } = await read();
  expect([ended.length, ended[0], last?.to]).toEqual([20, last, BANDS]);
});

test('is for those who administer the project, and is about that project', async () => {
  for (const operation of ['readRecalculation', 'recalculateLevels'] as const) {
    expect(await site.invoke(site.people.deniz, operation, { projectId: site.project.id })).toEqual(
      refused('no-permission'),
    );
    expect(await site.invoke(site.people.guest, operation, { projectId: site.project.id })).toEqual(
      refused('not-found'),
    );
    expect(await site.invoke(site.people.admin, operation, { projectId: site.project.id })).toMatchObject({ ok: true });
  }
  const projectId = site.jira.state.projects.filter(({ key }) => key === 'OTH')[0]?.id ?? '';
  for (const operation of ['readRecalculation', 'recalculateLevels'] as const) {
    expect(await site.invoke(site.olaf, operation, { projectId })).toEqual(refused('not-set-up'));
  }
});

test('in a team-managed project by its own ids', async () => {
  const part = await addTeamProject(site);
  const own = setupOf(setup, part.setup);
  const scored = { likelihood: 4, impact: 4 } as const;
  const risk = await site.issue({
    project: { id: part.id },
    issuetype: { id: own.riskTypeId },
    summary: 'Card data in logs',
    [own.fields.likelihood]: { id: own.options.likelihood[scored.likelihood] },
    [own.fields.impact]: { id: own.options.impact[scored.impact] },
  });
  await loseAll(site);
  await save(site, site.pia, { bands: BANDS }, { projectId: part.id });
  await drain();
  expect(site.jira.state.issues.require(risk.id).custom[own.fields.riskLevel]).toBe(own.options.riskLevel.Critical);
});

test('2,000 risks: every level follows, in few requests, for about three points a risk', async () => {
  const ids = addManyRisks(site, setup, 2000);
  await save(site, site.pia, { bands: OTHER });
  const changed = differing(2000, OTHER);
  const points = await pointsDuring(site, drain);
  expect(levels(ids)).toEqual(byBands(ids, OTHER));
  expect((await read()).last).toMatchObject({ state: 'done', total: 2000, looked: 2000, changed });
  expect(points).toBeLessThanOrEqual(2 * 2000 + 2000 + changed + 100);
});
