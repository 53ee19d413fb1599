/** Levels that nobody has follow the bands any more, because a job or a function died: the hourly reconcile sees to them. */
import { levelOf, type LevelBands } from '../../src/domain/level';
import type { SiteSetup } from '../../src/domain/site-setup';
import { capturedLog } from '../fixtures/captured-log';
import { NOW, valueOf } from '../fixtures/site';
import { dateAt, type TickingDate } from '../fixtures/ticking-date';
import { payloadWith, save, settingsSite, type SettingsSite } from '../settings/settings-site';
import { loseAll, pointsDuring, reconcileAll } from '../events/marks';
import { addManyRisks, scoreAt } from './many-risks';

capturedLog();
/** Each test makes its own site; a busy machine takes its time. */
let site: SettingsSite;
let setup: SiteSetup;
let date: TickingDate;
let ids: readonly string[];
const BANDS: LevelBands = { Medium: 4, High: 8, Critical: 15 };
const DEFAULTS: LevelBands = { Medium: 5, High: 10, Critical: 17 };

beforeEach(async () => {
  date = dateAt(NOW);
  site = await settingsSite();
  setup = await site.setup();
  ids = addManyRisks(site, setup, 25);
  await loseAll(site);
});
afterEach(() => {
  site.close();
  date.restore();
});

const read = async () => valueOf(await site.invoke(site.pia, 'readRecalculation', { projectId: site.project.id }));
const pending = () => site.forge.queue.pending(site.site).filter(({ queueName }) => queueName === 'levels');
/** The reconcile of one hour; jobs of other queues stay waiting. */
const hour = async () => {
  site.clock.advance(3_600_000);
  date.pass(3_600_000);
  await reconcileAll(site);
};
const levels = () => {
  const of = (option: unknown) => Object.entries(setup.options.riskLevel).find(([, id]) => id === option)?.[0];
  return ids.map((id) => of(site.jira.state.issues.require(id).custom[setup.fields.riskLevel]));
};
const byBands = (bands: LevelBands) => ids.map((_, place) => levelOf(scoreAt(place), bands));

test('a job that Forge gave up is sent again within the hour, and no other after it', async () => {
  await save(site, site.pia, { bands: BANDS });
  site.forge.queue.clear(site.site);
  await hour();
  expect(pending()).toHaveLength(1);
  await site.forge.queue.drain(site.site);
  expect(levels()).toEqual(byBands(BANDS));
  expect((await read()).last).toMatchObject({ state: 'done', from: DEFAULTS, to: BANDS });
  await hour();
  expect(pending()).toEqual([]);
});

test('a run that was handed over to a job that never came goes on where it was', async () => {
  ids = [...ids, ...addManyRisks(site, setup, 50)];
  await save(site, site.pia, { bands: BANDS });
  // Each job comes as far as a few looks at the clock.
  date.tick(8_000);
  for (let job = 0; job < 2; job += 1) await site.forge.queue.deliver(site.site);
  date.tick(0);
  site.forge.queue.clear(site.site);
  const { looked } = (await read()).last ?? { looked: 0 };
  expect(looked).toBeGreaterThan(0);
  await hour();
  expect((await read()).last).toMatchObject({ state: 'running', looked });
  await site.forge.queue.drain(site.site);
  expect(levels()).toEqual(byBands(BANDS));
});

test('one that was heard of just now is left alone', async () => {
  await hour();
  await save(site, site.pia, { bands: BANDS });
  date.pass(10 * 60_000);
  await reconcileAll(site);
  expect(pending()).toHaveLength(1);
});

test.each(['levels-wish', 'levels-run'])(
  'a %s that cannot be read is none: the levels follow all the same',
  async (key) => {
    await save(site, site.pia, { bands: BANDS });
    date.tick(8_000);
    await site.forge.queue.deliver(site.site);
    date.tick(0);
    site.forge.kvs(site.site).write(`${key}:${site.project.id}`, JSON.stringify({ version: 2 }), undefined);
    // A turn is given to nobody else for a minute.
    date.pass(61_000);
    await site.forge.queue.drain(site.site);
    await hour();
    await site.forge.queue.drain(site.site);
    expect(levels()).toEqual(byBands(BANDS));
  },
);

describe('a save that dies', () => {
  test.each(['kill before', 'kill after', 'lose answer'] as const)(
    '%s, at each of its requests in turn: the levels are those of the bands that hold',
    async (by) => {
      const payload = await payloadWith(site, site.pia, { bands: BANDS });
      const [jira, forge] = [site.jira.snapshot(), site.forge.snapshot(site.site)];
      const ahead = date.ahead();
      let savedWithoutWish = 0;
      for (let atCall = 1; ; atCall += 1) {
        site.jira.restore(jira);
        site.forge.restore(site.site, forge);
        date.goTo(ahead);
        const armed = site.forge.disturb(site.site, { atCall, by, kind: 'resolver' });
        await site.invoke(site.pia, 'saveProjectSettings', payload).catch(() => undefined);
        armed.disarm();
        const { bands } = (await payloadWith(site, site.pia, {})).settings;
        const wish = site.forge.kvs(site.site).read(`levels-wish:${site.project.id}`);
        if (bands.Medium === BANDS.Medium && wish === undefined) savedWithoutWish += 1;
        await hour();
        await site.forge.queue.drain(site.site);
        expect([atCall, levels()]).toEqual([atCall, byBands(bands)]);
        if (armed.hit === undefined) break;
        expect(atCall).toBeLessThan(60);
      }
      expect(savedWithoutWish).toBeGreaterThan(0);
    },
  );

  test('is told with the bands that the levels were by until then', async () => {
    await save(site, site.pia, { bands: BANDS });
    await site.forge.queue.drain(site.site);
    const key = `levels-wish:${site.project.id}`;
    const store = site.forge.kvs(site.site);
    const wish = store.read(key)?.json ?? '';
    await save(site, site.pia, { bands: DEFAULTS });
    // As if it had died before its wish.
    store.write(key, wish, undefined);
    site.forge.queue.clear(site.site);
    await hour();
    await site.forge.queue.drain(site.site);
    expect(await read()).toMatchObject({
      last: { state: 'done', from: BANDS, to: DEFAULTS },
      log: [{ to: DEFAULTS }, { to: BANDS }],
    });
    expect(levels()).toEqual(byBands(DEFAULTS));
  });
});

test('a run that Jira stopped is begun again a day later, and not before', async () => {
  await save(site, site.pia, { bands: BANDS });
  site.jira.faults.add({ kind: 'error-503', match: { path: '*/issue/bulkfetch' } });
  for (let round = 0; round < 20 && pending().length > 0; round += 1) {
    await site.forge.queue.deliver(site.site, { early: true });
  }
  site.jira.faults.clear();
  expect((await read()).last).toMatchObject({ state: 'failed' });
  await hour();
  expect(pending()).toEqual([]);
  date.pass(24 * 3_600_000);
  await hour();
  await site.forge.queue.drain(site.site);
  expect((await read()).last).toMatchObject({ state: 'done', from: DEFAULTS, to: BANDS });
  expect(levels()).toEqual(byBands(BANDS));
});

test('where the bands are followed, an hour looks twice into the storage for that, and asks Jira nothing', async () => {
  await hour();
  const points = await pointsDuring(site, hour);
  await save(site, site.pia, { bands: BANDS });
  await site.forge.queue.drain(site.site);
  await hour();
  const read = jest.spyOn(site.forge.kvs(site.site), 'read');
  expect(await pointsDuring(site, hour)).toBe(points);
  const looked = read.mock.calls.map(([key]) => key).filter((key) => key.startsWith('levels'));
  expect([looked.sort(), pending()]).toEqual([[`levels-run:${site.project.id}`, `levels-wish:${site.project.id}`], []]);
});
