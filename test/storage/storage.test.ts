/** Storage inside a function, over the unmodified @forge/kvs. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { createLocalForge, type Site } from '../local-forge/index';
import { createLocalJira, fixedClock } from '../local-jira/index';
import { DamagedValueError } from '../../src/storage/kvs';
import { defaultSettings } from '../../src/domain/default-settings';
import { claimOnce, readOnce, recordLost, recordMade, releaseOnce } from '../../src/storage/once';
import { createProjectSetup, readProjectSetup } from '../../src/storage/project-setup';
import { readSetupRecord, writeSetupRecord } from '../../src/storage/setup-record';
import { readSiteSetup, writeSiteSetup } from '../../src/storage/site-setup';
import { setUpSite, NOW } from '../fixtures/site';

const clock = fixedClock(NOW);
const jira = createLocalJira({ clock });
/** What the manifest's function does next. */
let work: () => Promise<unknown> = async () => undefined;
const forge = createLocalForge({
  appRoot: path.resolve(__dirname, '../..'),
  clock,
  loadHandlers: async () => ({ resolver: async () => work(), badge: async () => undefined }),
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
  await forge.invokeResolver(site, {
    moduleKey: 'set-up',
    accountId: 'x',
    extension: {},
    functionKey: 'x',
    payload: {},
  });
  if (outcome === undefined) throw new Error('the function did not run');
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}

beforeEach(() => {
  site = forge.installOn(jira, { cloudId: randomUUID(), siteUrl: 'https://shop.atlassian.net' });
});
afterAll(() => forge.close());

const stored = () => forge.kvs(site).values();
const keep = (key: string, value: unknown) => forge.kvs(site).write(key, JSON.stringify(value), undefined);

describe('settings', () => {
  test('nothing is stored at first', async () => {
    expect(await inFunction(readSiteSetup)).toBeUndefined();
    expect(await inFunction(() => readProjectSetup('10000'))).toBeUndefined();
    expect(await inFunction(readSetupRecord)).toEqual({
      version: 1,
      begun: [],
      names: {},
      origins: {},
      projectIds: [],
      fields: {},
      linkTypes: {},
    });
  });

  test('what is written comes back', async () => {
    const real = await setUpSite();
    const setup = await real.setup();
    real.close();
    const project = { projectId: '10000', storyTypeIds: ['10001'], settings: defaultSettings(['3']) };
    await inFunction(async () => {
      await writeSiteSetup(setup);
      await createProjectSetup(project);
      await writeSetupRecord({ ...(await readSetupRecord()), begun: ['x'] });
    });
    expect(await inFunction(readSiteSetup)).toEqual(setup);
    expect(await inFunction(() => readProjectSetup('10000'))).toEqual({ version: 2, revision: 1, ...project });
    expect(Object.keys(stored()).sort()).toEqual(['project-setup:10000', 'set-up-record', 'site-setup']);
  });

  test.each([
    ['site-setup', { version: 2 }, readSiteSetup],
    ['site-setup', { version: 1, riskTypeId: '10010' }, readSiteSetup],
    ['site-setup', 'text', readSiteSetup],
    ['project-setup:10000', { version: 1, projectId: '10000', storyTypeIds: [] }, () => readProjectSetup('10000')],
    ['set-up-record', { version: 1 }, readSetupRecord],
  ] as const)('%s holding %j is said to be damaged, and stays as it is', async (key, value, read) => {
    keep(key, value);
    await expect(inFunction<unknown>(read)).rejects.toThrow(DamagedValueError);
    expect(stored()[key]).toEqual(value);
  });

  test.each(['', '0', '1#admin', '10000:x', '__proto__', 'SHOP'])('%j never becomes part of a key', async (id) => {
    await expect(inFunction(() => readProjectSetup(id))).rejects.toThrow(RangeError);
  });
});

describe('once', () => {
  const key = () => randomUUID();

  test('of many callers at the same moment exactly one may act', async () => {
    const action = key();
    const claims = await inFunction(() => Promise.all(Array.from({ length: 20 }, () => claimOnce(action, '10000'))));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await inFunction(() => readOnce(action))).toEqual({ version: 1, state: 'started', subjectId: '10000' });
  });

  test('what became of it is told, and a released key can be claimed again', async () => {
    const action = key();
    await inFunction(() => claimOnce(action, '10000'));
    await inFunction(() => recordLost(action, '10000'));
    expect(await inFunction(() => readOnce(action))).toMatchObject({ state: 'lost' });
    await inFunction(() => recordMade(action, '10000', '10001'));
    expect(await inFunction(() => readOnce(action))).toMatchObject({ state: 'made', issueId: '10001' });
    expect(await inFunction(() => claimOnce(action, '10000'))).toBe(false);
    await inFunction(() => releaseOnce(action));
    expect(await inFunction(() => claimOnce(action, '10000'))).toBe(true);
  });

  test('a store that fails is no "somebody else was first"', async () => {
    const action = key();
    forge.kvs(site).failNext({ status: 429, code: 'RATE_LIMIT_EXCEEDED' });
    await expect(inFunction(() => claimOnce(action, '10000'))).rejects.toThrow();
    expect(await inFunction(() => claimOnce(action, '10000'))).toBe(true);
  });

  test.each(['', 'short', 'a:b:c:d:e:f:g:h:i', '../../../../../..', 'x'.repeat(65)])('%j is no key', async (wrong) => {
    await expect(inFunction(async () => claimOnce(wrong, '10000'))).rejects.toThrow(RangeError);
  });
});
