import {
  dropLastKnown,
  readLastKnown,
  writeLastKnown,
  type Place,
} from '../../../static/app/src/shared/risk-summary/last-known';
import type { Remembered } from '../../../static/app/src/shared/risk-summary/summary-state';
import { DEFAULT_LIGHTS } from '../../../src/domain/project-settings';

/** A browser's storage, as far as it is used. */
class Shelf implements Storage {
  readonly #items = new Map<string, string>();
  full = false;
  get length() {
    return this.#items.size;
  }
  key = (index: number) => [...this.#items.keys()][index] ?? null;
  getItem = (key: string) => this.#items.get(key) ?? null;
  setItem = (key: string, value: string) => {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.#items.set(key, value);
  };
  removeItem = (key: string) => void this.#items.delete(key);
  clear = () => this.#items.clear();
  all = () => [...this.#items];
}

const place: Place = { accountId: '5b10a2:mara', siteUrl: 'https://shop.example', scope: '["10000"]' };
const at = new Date('2026-11-20T13:58:00Z');
const now = new Date('2026-11-20T14:30:00Z');
const count = (value: number) => ({ count: value, jql: 'project = 10000' });
const remembered: Remembered = {
  at,
  parts: {
    risks: {
      open: count(14),
      byLevel: { Low: count(3), Medium: count(5), High: count(4), Critical: count(2) },
      unscored: count(0),
      recorded: count(30),
    },
    attention: {
      overdueReview: count(3),
      unowned: count(1),
      withoutEnabler: count(3),
      acceptanceExpiring: count(1),
    },
    enablers: { all: count(31), done: count(18), inProgress: count(7), toDo: count(6) },
    stories: {
      all: count(120),
      assessed: count(83),
      relevant: count(29),
      notRelevant: count(54),
      unassessed: count(37),
      bypasses: count(2),
    },
    trend: { since: '2026-11-03', days: [{ day: '2026-11-03', open: 17 }] },
  },
  scope: { projectIds: ['10000'], notSetUp: 0, notVisible: 0 },
  lights: { thresholds: DEFAULT_LIGHTS, strictest: false },
};

let shelf: Shelf;
beforeEach(() => {
  shelf = new Shelf();
});

test('the next look begins with the numbers of the last one', async () => {
  await writeLastKnown(place, remembered, shelf);
  expect(await readLastKnown(place, now, shelf)).toEqual(remembered);
});

test.each<[string, Partial<Place>]>([
  ['somebody else in the same browser', { accountId: '5b10a2:deniz' }],
  ['another site', { siteUrl: 'https://other.example' }],
  ['another scope', { scope: '["10001"]' }],
  ['nobody', { accountId: '' }],
])('%s finds nothing', async (_who, other) => {
  await writeLastKnown(place, remembered, shelf);
  expect(await readLastKnown({ ...place, ...other }, now, shelf)).toBeUndefined();
});

test('what is kept names nobody, and its place does not either', async () => {
  await writeLastKnown(place, remembered, shelf);
  const [[key, value] = ['', '']] = shelf.all();
  expect(key).toMatch(/^shift-up\.summary\.1\.[0-9a-f]{64}$/);
  expect(key + value).not.toContain('5b10a2');
  // Numbers, days, ids, queries: no key of an issue, no text of anybody.
  expect(Object.keys((JSON.parse(value) as { parts: object }).parts)).not.toContain('topRisks');
});

test('where nobody is known nothing is kept', async () => {
  await writeLastKnown({ ...place, accountId: '' }, remembered, shelf);
  expect(shelf.length).toBe(0);
});

test('a week later, or from the future, it is as if nothing had been kept', async () => {
  await writeLastKnown(place, remembered, shelf);
  expect(await readLastKnown(place, new Date('2026-11-27T13:57:00Z'), shelf)).toBeDefined();
  expect(await readLastKnown(place, new Date('2026-11-27T13:58:00Z'), shelf)).toBeUndefined();
  expect(await readLastKnown(place, new Date('2026-11-20T13:57:00Z'), shelf)).toBeUndefined();
});

test('it is forgotten on demand', async () => {
  await writeLastKnown(place, remembered, shelf);
  await dropLastKnown(place, shelf);
  expect(shelf.length).toBe(0);
});

test.each([
  ['no JSON', '{'],
  ['something else', '{"at":1}'],
  ['text for a number', 'REPLACE'],
])('%s is as good as nothing', async (_what, text) => {
  await writeLastKnown(place, remembered, shelf);
  const [[key, value] = ['', '']] = shelf.all();
  shelf.setItem(key, text === 'REPLACE' ? value.replace('"count":14', '"count":"<b>14</b>"') : text);
  expect(await readLastKnown(place, now, shelf)).toBeUndefined();
});

test('twenty places at most: the oldest give way', async () => {
  for (let scope = 0; scope < 25; scope += 1) {
    const later = new Date(at.getTime() + scope * 1000);
    await writeLastKnown({ ...place, scope: String(scope) }, { ...remembered, at: later }, shelf);
  }
  expect(shelf.length).toBe(20);
  expect(await readLastKnown({ ...place, scope: '0' }, now, shelf)).toBeUndefined();
  expect(await readLastKnown({ ...place, scope: '24' }, now, shelf)).toBeDefined();
});

test('a full or forbidden storage is no trouble', async () => {
  shelf.full = true;
  await writeLastKnown(place, remembered, shelf);
  expect(await readLastKnown(place, now, shelf)).toBeUndefined();
  await writeLastKnown(place, remembered, undefined);
  expect(await readLastKnown(place, now, undefined)).toBeUndefined();
});
