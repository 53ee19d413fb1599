/** Saving under every interleaving of two savers, over the unmodified @forge/kvs. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import fc from 'fast-check';
import { defaultSettings } from '../../src/domain/default-settings';
import type { ProjectSetup } from '../../src/domain/site-setup';
import {
  changeProjectSetup,
  createProjectSetup,
  readNewestProjectSetup,
  readProjectSetup,
  removeProjectSetup,
  saveProjectSetup,
} from '../../src/storage/project-setup';
import { NOW } from '../fixtures/site';
import { createLocalForge, type Site } from '../local-forge/index';
import { createLocalJira, fixedClock } from '../local-jira/index';

const clock = fixedClock(NOW);
const jira = createLocalJira({ clock });
let work: () => Promise<unknown> = async () => undefined;
const forge = createLocalForge({
  appRoot: path.resolve(__dirname, '../..'),
  clock,
  loadHandlers: async () => ({ resolver: async () => work() }),
});
let site: Site;

async function inFunction<T>(run: () => Promise<T>): Promise<T> {
  let outcome: { readonly value: T } | { readonly error: unknown } | undefined;
  work = async () => {
    outcome = await run().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
  };
  const call = { moduleKey: 'set-up', accountId: 'x', extension: {}, functionKey: 'x', payload: {} };
  await forge.invokeResolver(site, call);
  if (outcome === undefined) throw new Error('the function did not run');
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}

beforeEach(() => {
  site = forge.installOn(jira, { cloudId: randomUUID(), siteUrl: 'https://shop.atlassian.net' });
});
afterAll(() => forge.close());

const first = { projectId: '10000', storyTypeIds: ['10001'], settings: defaultSettings(['3']) };
const withGate = (setup: ProjectSetup, low: number): ProjectSetup => ({
  ...setup,
  settings: { ...setup.settings, reviewDays: { ...setup.settings.reviewDays, Low: low } },
});
const lowOf = (setup: ProjectSetup | undefined) => setup?.settings.reviewDays.Low;

test('settings are made once; a second time they stay', async () => {
  expect(await inFunction(() => createProjectSetup(first))).toBe(true);
  expect(await inFunction(() => createProjectSetup({ ...first, storyTypeIds: ['10002'] }))).toBe(false);
  expect(await inFunction(() => readProjectSetup('10000'))).toEqual({ version: 2, revision: 1, ...first });
});

test('settings that were stored before there was a target for closing, readiness checks or hint words have the defaults', async () => {
  await inFunction(() => createProjectSetup(first));
  const { settings, ...stored } = forge.kvs(site).values()['project-setup:10000'] as {
    readonly settings: Readonly<Record<string, unknown>>;
  };
  const { closeDays, checks, hintWords, ...older } = settings;
  forge.kvs(site).write('project-setup:10000', JSON.stringify({ ...stored, settings: older }), undefined);
  const read = await inFunction(() => readProjectSetup('10000'));
  expect(read?.settings).toMatchObject({ closeDays, checks, hintWords });
  expect(read?.settings.closeDays).toEqual({ Low: 180, Medium: 90, High: 60, Critical: 30 });
});

test('of any number of savers that began with the same revision, in any order, one wins and nothing of it is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 5 }), async (scheduler, savers) => {
      site = forge.installOn(jira, { cloudId: randomUUID(), siteUrl: 'https://shop.atlassian.net' });
      const saved = await inFunction(async () => {
        await createProjectSetup(first);
        const start = await readProjectSetup('10000');
        if (start === undefined) throw new Error('not there');
        const restore = delayed(scheduler);
        try {
          const all = Array.from({ length: savers }, (_, index) => saveProjectSetup(withGate(start, 10 + index)));
          return await scheduler.waitFor(Promise.all(all));
        } finally {
          restore();
        }
      });
      const winners = saved.filter((result) => result !== undefined);
      expect(winners).toHaveLength(1);
      expect(await inFunction(() => readNewestProjectSetup('10000'))).toEqual(winners[0]);
      expect(winners[0]?.revision).toBe(2);
    }),
    { numRuns: 60 },
  );
});

/** Every request to Forge waits for its turn, which the scheduler gives in any order. */
function delayed(scheduler: fc.Scheduler): () => void {
  const hooks = globalThis as unknown as { __forge_fetch__: (...args: unknown[]) => Promise<unknown> };
  const real = hooks.__forge_fetch__;
  hooks.__forge_fetch__ = async (...args) => {
    await scheduler.schedule(Promise.resolve());
    return real(...args);
  };
  return () => {
    hooks.__forge_fetch__ = real;
  };
}

test('a save that stopped between claim and write is finished by the next reader, and its revision is taken', async () => {
  await inFunction(() => createProjectSetup(first));
  const start = await inFunction(() => readProjectSetup('10000'));
  if (start === undefined) throw new Error('not there');
  const before = forge.kvs(site).values()['project-setup:10000'];
  await inFunction(() => saveProjectSetup(withGate(start, 77)));
  // As if the last write had never happened.
  forge.kvs(site).write('project-setup:10000', JSON.stringify(before), undefined);
  expect(await inFunction(() => saveProjectSetup(withGate(start, 99)))).toBeUndefined();
  const newest = await inFunction(() => readNewestProjectSetup('10000'));
  expect([newest?.revision, lowOf(newest)]).toEqual([2, 77]);
  expect(await inFunction(() => readProjectSetup('10000'))).toEqual(newest);
});

test('an older version that is written late does not undo the newer one', async () => {
  await inFunction(() => createProjectSetup(first));
  const start = await inFunction(() => readProjectSetup('10000'));
  if (start === undefined) throw new Error('not there');
  const second = await inFunction(() => saveProjectSetup(withGate(start, 20)));
  const late = forge.kvs(site).values()['project-setup:10000'];
  if (second === undefined) throw new Error('not saved');
  await inFunction(() => saveProjectSetup(withGate(second, 30)));
  forge.kvs(site).write('project-setup:10000', JSON.stringify(late), undefined);
  const newest = await inFunction(() => readNewestProjectSetup('10000'));
  expect([newest?.revision, lowOf(newest)]).toEqual([3, 30]);
});

test('a project that was removed and added again starts anew, whatever was saved before', async () => {
  await inFunction(() => createProjectSetup(first));
  const start = await inFunction(() => readProjectSetup('10000'));
  if (start === undefined) throw new Error('not there');
  await inFunction(() => saveProjectSetup(withGate(start, 77)));
  await inFunction(() => removeProjectSetup('10000'));
  expect(await inFunction(() => saveProjectSetup(withGate(start, 78)))).toBeUndefined();
  expect(await inFunction(() => createProjectSetup(first))).toBe(true);
  const again = await inFunction(() => readNewestProjectSetup('10000'));
  expect([again?.revision, lowOf(again)]).toEqual([1, 180]);
  if (again === undefined) throw new Error('not there');
  expect(lowOf(await inFunction(() => saveProjectSetup(withGate(again, 5))))).toBe(5);
});

test('a change is made to what is there, whoever saves meanwhile', async () => {
  await inFunction(() => createProjectSetup(first));
  const changes = Array.from(
    { length: 4 },
    (_, index) => () =>
      changeProjectSetup('10000', (setup) => ({
        ...setup,
        storyTypeIds: [...setup.storyTypeIds, String(20000 + index)],
      })),
  );
  await inFunction(() => Promise.all(changes.map((change) => change())));
  const now = await inFunction(() => readProjectSetup('10000'));
  expect([...(now?.storyTypeIds ?? [])].sort()).toEqual(['10001', '20000', '20001', '20002', '20003']);
  expect(now?.revision).toBe(5);
});
