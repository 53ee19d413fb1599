/** The key-value store through the real @forge/kvs, at Forge's limits. */
import { ForgeKvsAPIError, kvs, MetadataField, WhereConditions } from '@forge/kvs';
import { writeFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fixedClock } from '../local-jira/clock';
import { FakeJira } from './fake-jira';
import { createLocalForge } from './local-forge';
import { FIXTURE_APP, probe } from './probe';

const code = async (work: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  return error instanceof ForgeKvsAPIError ? error.code : `not refused: ${String(error)}`;
};

test('get, set, delete; a missing key is undefined', async () => {
  const { run } = probe();
  const answers = await run(async () => {
    const before = await kvs.get('k');
    await kvs.set('k', [1, { two: true }]);
    const between = await kvs.get('k');
    await kvs.delete('k');
    await kvs.delete('never-there');
    return [before, between, await kvs.get('k')];
  });
  expect(answers).toEqual([undefined, [1, { two: true }], undefined]);
});

test('values cross as JSON and are copies', async () => {
  const { run } = probe();
  const value = { when: new Date('2026-11-20T00:00:00Z'), gone: undefined };
  await run(async () => kvs.set('k', value));
  expect(await run(async () => kvs.get('k'))).toEqual({ when: '2026-11-20T00:00:00.000Z' });
});

test('FAIL_IF_EXISTS lets exactly one of two writers through', async () => {
  const { run } = probe();
  const outcomes = await run(async () =>
    Promise.allSettled(['a', 'b'].map(async (writer) => kvs.set('once:1', writer, { keyPolicy: 'FAIL_IF_EXISTS' }))),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(await run(async () => kvs.get('once:1'))).toBe('a');
});

test('OVERRIDE can return the previous or latest value with metadata', async () => {
  const { run, clock } = probe();
  const first = clock.now().getTime();
  await run(async () => kvs.set('k', 1));
  clock.advance(1000);
  const previous = await run(async () =>
    kvs.set('k', 2, {
      keyPolicy: 'OVERRIDE',
      returnValue: 'PREVIOUS',
      returnMetadataFields: [MetadataField.CREATED_AT, MetadataField.UPDATED_AT],
    }),
  );
  expect(previous).toEqual({ key: 'k', value: 1, createdAt: first, updatedAt: first });
  const latest = await run(async () => kvs.get('k', { metadataFields: [MetadataField.UPDATED_AT] }));
  expect(latest).toEqual({ key: 'k', value: 2, updatedAt: first + 1000 });
});

test.each([
  ['an empty key', ''],
  ['only spaces', '  '],
  ['501 characters', 'k'.repeat(501)],
  ['a slash', 'a/b'],
  ['an umlaut', 'ä'],
  ['a bracket', 'a[0]'],
])('%s is refused as key', async (_what, key) => {
  const { run } = probe();
  expect(await run(async () => code(kvs.set(key, 1)))).toMatch(/^(INVALID_KEY|KEY_TOO_SHORT|KEY_TOO_LONG)$/);
});

test('keys may hold letters, digits, : . _ - # and spaces, up to 500', async () => {
  const { run } = probe();
  await run(async () => {
    for (const key of ['project-setup:10000', 'a.b_c #1', 'k'.repeat(500)]) await kvs.set(key, true);
  });
});

test('values: 240 KiB and 31 levels, no more; null is none', async () => {
  const { run } = probe();
  const nested = (levels: number): unknown => (levels === 0 ? 1 : { inner: nested(levels - 1) });
  const codes = await run(async () => [
    await code(kvs.set('k', 'x'.repeat(240 * 1024 - 2))),
    await code(kvs.set('k', 'x'.repeat(240 * 1024 - 1))),
    await code(kvs.set('k', nested(31))),
    await code(kvs.set('k', nested(32))),
    await code(kvs.set('k', nested(900))),
    await code(kvs.set('k', null)),
  ]);
  expect(codes).toEqual([
    'not refused: undefined',
    'MAX_SIZE',
    'not refused: undefined',
    'MAX_DEPTH',
    'MAX_DEPTH',
    'INVALID_VALUE',
  ]);
});

test('query pages by prefix in order of keys, 10 by default, 100 at most', async () => {
  const { run } = probe();
  const keys = Array.from({ length: 25 }, (_, i) => `p:${String(i).padStart(2, '0')}`);
  const found = await run(async () => {
    for (const key of [...keys].reverse()) await kvs.set(key, key);
    await kvs.set('q:1', 'other');
    const seen: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const query = kvs.query().where('key', WhereConditions.beginsWith('p:'));
      const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
      seen.push(...page.results.map(({ key }) => key));
      cursor = page.nextCursor;
      pages += 1;
    } while (cursor !== undefined);
    return { seen, pages, one: await kvs.query().where('key', WhereConditions.beginsWith('q:')).getOne() };
  });
  expect(found).toEqual({ seen: keys, pages: 3, one: { key: 'q:1', value: 'other' } });
  expect(await run(async () => code(kvs.query().limit(101).getMany()))).toBe('LIST_QUERY_LIMIT_EXCEEDED');
  expect(await run(async () => code(kvs.query().cursor('rubbish').getMany()))).toBe('INVALID_CURSOR');
});

test('query is eventually consistent where asked to be, get never', async () => {
  const { run, forge, site, clock } = probe();
  forge.kvs(site).queryLagMs = 2000;
  const state = async () =>
    run(async () => [await kvs.get('k'), (await kvs.query().getMany()).results.map(({ value }) => value)]);
  await run(async () => kvs.set('k', 1));
  expect(await state()).toEqual([1, []]);
  clock.advance(2000);
  expect(await state()).toEqual([1, [1]]);
  await run(async () => kvs.set('k', 2));
  clock.advance(1000);
  await run(async () => kvs.delete('k'));
  expect(await state()).toEqual([undefined, [1]]);
  clock.advance(1000);
  expect(await state()).toEqual([undefined, [2]]);
  clock.advance(1000);
  expect(await state()).toEqual([undefined, []]);
});

test('batches report each key; 25 keys, each once', async () => {
  const { run } = probe();
  const answer = await run(async () => ({
    set: await kvs.batchSet([
      { key: 'a', value: 1 },
      { key: 'b/', value: 2 },
    ]),
    get: await kvs.batchGet([{ key: 'a' }, { key: 'none' }]),
    remove: await kvs.batchDelete([{ key: 'a' }]),
    twice: await code(kvs.batchGet([{ key: 'a' }, { key: 'a' }])),
    many: await code(kvs.batchDelete(Array.from({ length: 26 }, (_, i) => ({ key: `k${i}` })))),
    none: await code(kvs.batchGet([])),
  }));
  expect(answer).toMatchObject({
    set: { successfulKeys: [{ key: 'a' }], failedKeys: [{ key: 'b/', error: { code: 'INVALID_KEY' } }] },
    get: { successfulKeys: [{ key: 'a', value: 1 }], failedKeys: [{ key: 'none', error: { code: 'KEY_NOT_FOUND' } }] },
    remove: { successfulKeys: [{ key: 'a' }], failedKeys: [] },
    twice: 'DUPLICATE_KEY',
    many: 'TOO_MANY_OPERATIONS',
    none: 'EMPTY',
  });
});

test('a transaction is all or nothing, of 25 operations at most', async () => {
  const { run, forge, site } = probe();
  await run(async () => kvs.transact().set('a', 1).set('b', 2).execute());
  await run(async () => kvs.transact().set('c', 3).delete('a').execute());
  expect(forge.kvs(site).values()).toEqual({ b: 2, c: 3 });
  const codes = await run(async () => {
    const many = kvs.transact();
    for (let i = 0; i < 26; i += 1) many.set(`k${i}`, i);
    return [
      await code(many.execute()),
      await code(kvs.transact().set('d', 4).set('e/', 5).execute()),
      await code(kvs.transact().set('b', 9).delete('b').execute()),
    ];
  });
  expect(codes).toEqual(['TOO_MANY_OPERATIONS', 'INVALID_KEY', 'DUPLICATE_KEY']);
  expect(forge.kvs(site).values()).toEqual({ b: 2, c: 3 });
});

test('an expired value is still read for up to 48 hours, with its expiry time', async () => {
  const { run, clock } = probe();
  await run(async () => kvs.set('k', 1, { ttl: { unit: 'MINUTES', value: 1 } }));
  clock.advance(47 * 3600 * 1000);
  expect(await run(async () => kvs.get('k', { metadataFields: [MetadataField.EXPIRE_TIME] }))).toEqual({
    key: 'k',
    value: 1,
    expireTime: '2026-11-20T13:01:00.000Z',
  });
  clock.advance(2 * 3600 * 1000);
  expect(await run(async () => kvs.get('k'))).toBeUndefined();
  expect(await run(async () => code(kvs.set('k', 1, { ttl: { unit: 'DAYS', value: 366 } })))).toBe('INVALID_TTL');
});

test.each([
  ['secrets', async () => kvs.setSecret('k', 1), '/api/v1/secret/set'],
  ['custom entities', async () => kvs.entity('e').get('k'), '/api/v1/entity/get'],
  [
    'custom entities in a batch',
    async () => kvs.batchSet([{ key: 'k', value: 1, entityName: 'employee' }]),
    'employee',
  ],
])('%s are refused by name', async (_what, work, name) => {
  const { run } = probe();
  await expect(run<unknown>(work)).rejects.toThrow(`The local Forge does not serve`);
  await expect(run<unknown>(work)).rejects.toThrow(name);
});

test('faults can be injected', async () => {
  const { run, forge, site } = probe();
  forge.kvs(site).failNext({ status: 429, code: 'RATE_LIMIT_EXCEEDED' });
  expect(await run(async () => code(kvs.set('k', 1)))).toBe('RATE_LIMIT_EXCEEDED');
  await run(async () => kvs.set('k', 1));
});

test('without the scope storage:app nothing is stored', async () => {
  const appRoot = mkdtempSync(path.join(tmpdir(), 'no-scope-'));
  const manifest = readFileSync(path.join(FIXTURE_APP, 'manifest.yml'), 'utf8');
  writeFileSync(path.join(appRoot, 'manifest.yml'), manifest.replace('    - storage:app\n', ''));
  const forge = createLocalForge({
    appRoot,
    clock: fixedClock('2026-11-20T13:00:00Z'),
    loadHandlers: async () => ({ resolver: async () => kvs.set('k', 1) }),
  });
  const site = forge.installOn(new FakeJira('c'), { cloudId: 'c', siteUrl: 'https://c.atlassian.net' });
  const call = { moduleKey: 'panel', accountId: 'mara', extension: {}, functionKey: 'x', payload: {} };
  await expect(forge.invokeResolver(site, call)).rejects.toThrow('The manifest lacks the scope storage:app');
});

test('a snapshot carries one installation over', async () => {
  const one = probe();
  await one.run(async () => kvs.set('k', { deep: [1] }));
  const snapshot: unknown = JSON.parse(JSON.stringify(one.forge.snapshot(one.site)));
  const other = probe();
  other.forge.restore(other.site, snapshot);
  expect(await other.run(async () => kvs.get('k'))).toEqual({ deep: [1] });
  expect(() => other.forge.restore(other.site, { version: 2 })).toThrow();
});
