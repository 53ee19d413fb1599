/** A gadget's settings as anybody might have left them in Jira: what comes of them can be counted and drawn, and stays. */
import fc from 'fast-check';
import {
  NAME_MAX,
  parseConfiguration,
  PROJECTS_MAX,
  storedConfiguration,
  TITLE_MAX,
  type GadgetConfiguration,
} from '../../static/app/src/shared/gadget-configuration';
import { BLOCKS } from '../../static/app/src/shared/risk-summary/blocks';
import { brokenFrom } from './broken-value';

const ID = /^[1-9]\d{0,18}$/;
const KEY = /^[A-Z][A-Z0-9_]{1,9}$/;
/** Control characters, marks that turn the reading direction, halves of letters. */
const NEVER_SHOWN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constantFrom('😀'.repeat(60), `${'a'.repeat(99)} b`, `a${'😀'.repeat(50)}`, '\u202e\u2066x'),
);
const project = fc.record({
  id: fc.bigInt({ min: 1n, max: 10n ** 19n - 1n }).map(String),
  key: fc.stringMatching(/^[A-Z][A-Z0-9_]{1,9}$/),
  name: text,
});
const valid = fc.record(
  {
    title: text,
    projects: fc.array(project, { minLength: 1, maxLength: 30 }),
    filter: fc.record({ id: fc.bigInt({ min: 1n, max: 10n ** 12n }).map(String), name: text }),
    blocks: fc.array(fc.constantFrom(...BLOCKS, 'burndown')),
    refresh: fc.oneof(fc.integer({ min: -10, max: 10_000 }), fc.double()),
  },
  { requiredKeys: ['projects'] },
);

function expectSound(configuration: GadgetConfiguration): void {
  const { title, projects, filter, blocks, refresh, ...more } = configuration;
  expect(more).toEqual({});
  expect(projects.length + (filter === undefined ? 0 : 1)).toBeGreaterThan(0);
  expect(projects.length).toBeLessThanOrEqual(PROJECTS_MAX);
  expect(new Set(projects.map(({ id }) => id)).size).toBe(projects.length);
  for (const { id, key, name, ...others } of projects) {
    expect([ID.test(id), KEY.test(key), name.length <= NAME_MAX, others]).toEqual([true, true, true, {}]);
    expect(name).not.toMatch(NEVER_SHOWN);
  }
  if (filter !== undefined) expect([ID.test(filter.id), Object.keys(filter).sort()]).toEqual([true, ['id', 'name']]);
  expect(title.length).toBeLessThanOrEqual(TITLE_MAX);
  expect(title).not.toMatch(NEVER_SHOWN);
  expect([Number.isInteger(refresh), refresh >= 0, refresh <= 1440]).toEqual([true, true, true]);
  expect(blocks.length).toBeGreaterThan(0);
  expect(BLOCKS.filter((block) => blocks.includes(block))).toEqual(blocks);
}

/** As Jira keeps and hands out what a page saved. */
const kept = (configuration: GadgetConfiguration): unknown =>
  JSON.parse(JSON.stringify(storedConfiguration(configuration)));

test('settings with something about them broken are none, or sound ones that are the same when they are saved and read again', () => {
  let sound = 0;
  fc.assert(
    fc.property(fc.oneof(valid, valid.chain(brokenFrom)), (stored) => {
      const configuration = parseConfiguration(stored);
      if (configuration === undefined) return;
      sound += 1;
      expectSound(configuration);
      expect(parseConfiguration(kept(configuration))).toEqual(configuration);
    }),
    { numRuns: 2000 },
  );
  expect(sound).toBeGreaterThan(1000);
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
});

test('settings that are whole keep every project up to the agreed number', () => {
  fc.assert(
    fc.property(valid, (stored) => {
      const ids = [...new Set(stored.projects.map(({ id }) => id))];
      expect(parseConfiguration(stored)?.projects.map(({ id }) => id)).toEqual(ids.slice(0, PROJECTS_MAX));
    }),
    { numRuns: 300 },
  );
});
