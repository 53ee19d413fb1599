import fc from 'fast-check';
import {
  DEFAULT_CONFIGURATION,
  NAME_MAX,
  parseConfiguration,
  PROJECTS_MAX,
  storedConfiguration,
  TITLE_MAX,
} from '../../static/app/src/shared/gadget-configuration';
import { BLOCKS } from '../../static/app/src/shared/risk-summary/blocks';

const shop = { id: '10000', key: 'SHOP', name: 'Web Shop' };

test('settings as the edit form saves them', () => {
  const configuration = { title: 'Checkout', projects: [shop], blocks: ['open', 'top'] as const, refresh: 15 };
  expect(parseConfiguration(storedConfiguration(configuration))).toEqual(configuration);
});

test('"never" is stored by leaving the interval out, because Jira takes positive numbers only', () => {
  const stored = storedConfiguration({ ...DEFAULT_CONFIGURATION, projects: [shop], refresh: 0 });
  expect(stored).not.toHaveProperty('refresh');
  expect(parseConfiguration(stored)?.refresh).toBe(0);
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a string', 'projects'],
  ['a list', [shop]],
  ['no projects', { title: 'x', blocks: ['open'] }],
  ['an empty list of projects', { projects: [] }],
  ['projects that are no list', { projects: { 0: shop, length: 1 } }],
  ['projects without ids', { projects: [{ key: 'SHOP', name: 'Web Shop' }] }],
])('%s asks to be configured', (_what, stored) => {
  expect(parseConfiguration(stored)).toBeUndefined();
});

test('a saved filter is kept by its id, and needs no project', () => {
  const filter = { id: '10400', name: 'Risks of Checkout' };
  expect(parseConfiguration({ filter: { ...filter, jql: 'project = SECRET' } })).toEqual({
    title: '',
    projects: [],
    filter,
    blocks: BLOCKS,
    refresh: 0,
  });
  for (const id of ['10400 OR project = 1', '', '-1', 10400, null, ['10400']]) {
    expect(parseConfiguration({ filter: { id, name: 'x' } })).toBeUndefined();
    expect(parseConfiguration({ filter: { id, name: 'x' }, projects: [shop] })).not.toHaveProperty('filter');
  }
  expect(parseConfiguration({ filter: 'mine' })).toBeUndefined();
});

test('unknown keys are dropped, raw JQL among them', () => {
  const parsed = parseConfiguration({
    projects: [{ ...shop, jql: 'project = SECRET', avatar: 'javascript:alert(1)' }],
    jql: 'project = SECRET',
    maxResults: 1e9,
  });
  expect(parsed).toEqual({ title: '', projects: [shop], blocks: BLOCKS, refresh: 0 });
});

test('ids and keys that could change a query are no project', () => {
  const bad = ['10000) OR (project = 1', '', '0', '-1', '1e3', ' 10000', '10000\n', 10000, null, ['10000']];
  for (const id of bad) expect(parseConfiguration({ projects: [{ ...shop, id }] })).toBeUndefined();
  for (const key of ['shop', 'SHOP"', 'S', 'SHOP OR 1=1']) {
    expect(parseConfiguration({ projects: [{ ...shop, key }] })).toBeUndefined();
  }
});

test('a bad project does not take the good ones with it', () => {
  expect(parseConfiguration({ projects: [{ id: 'x' }, shop, 7, null] })?.projects).toEqual([shop]);
});

test('the same project twice counts once, and at most the agreed number is kept', () => {
  const many = Array.from({ length: 50 }, (_, index) => ({ id: String(10_000 + index), key: 'P1', name: 'x' }));
  expect(parseConfiguration({ projects: [shop, shop] })?.projects).toEqual([shop]);
  expect(parseConfiguration({ projects: many })?.projects).toHaveLength(PROJECTS_MAX);
});

test('title and names are cut, kept on one line, and cannot turn the reading direction', () => {
  const parsed = parseConfiguration({
    title: `  a\n\u202eb\u0000c ${'x'.repeat(5000)}`,
    projects: [{ ...shop, name: `Web\u200b\tShop ${'y'.repeat(5000)}` }],
  });
  expect(parsed?.title).toHaveLength(TITLE_MAX);
  expect(parsed?.title).toMatch(/^a b c x+$/);
  expect(parsed?.projects[0]?.name).toHaveLength(NAME_MAX);
  expect(parsed?.projects[0]?.name).toMatch(/^Web Shop y+$/);
});

test.each([
  ['text', '15', 0],
  ['not a number', Number.NaN, 0],
  ['endless', Number.POSITIVE_INFINITY, 0],
  ['negative', -5, 0],
  ['a fraction', 14.6, 15],
  ['far too long', 1e9, 1440],
])('an interval that is %s is clamped', (_what, refresh, expected) => {
  expect(parseConfiguration({ projects: [shop], refresh })?.refresh).toBe(expected);
});

test('blocks are those that are known, once, in their own order; all where none is', () => {
  const blocks = (value: unknown) => parseConfiguration({ projects: [shop], blocks: value })?.blocks;
  expect(blocks(['top', 'open', 'open', 'burndown', 7])).toEqual(['open', 'top']);
  expect(blocks([])).toEqual(BLOCKS);
  expect(blocks('open')).toEqual(BLOCKS);
  expect(blocks(undefined)).toEqual(BLOCKS);
});

test('a prototype neither adds settings nor is changed', () => {
  const stored: unknown = JSON.parse(
    '{"__proto__": {"projects": [{"id":"1","key":"AB","name":"x"}], "polluted": true}}',
  );
  expect(parseConfiguration(stored)).toBeUndefined();
  expect(parseConfiguration(Object.create({ projects: [shop] }))).toBeUndefined();
  expect(Object.prototype).not.toHaveProperty('polluted');
});

test('whatever is stored, parsing ends in something that can be drawn', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, maxDepth: 4 }), (stored) => {
      const parsed = parseConfiguration(stored);
      if (parsed === undefined) return;
      expect(parsed.projects.length).toBeGreaterThan(0);
      expect(parsed.blocks.length).toBeGreaterThan(0);
    }),
  );
});
