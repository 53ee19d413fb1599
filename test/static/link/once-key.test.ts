import { forgetOnceKey, onceKey } from '../../../static/app/src/shared/link/once-key';

/** What a browser gives a page: keys are the object's own. */
class Storage {
  getItem(name: string): string | null {
    return (Object.getOwnPropertyDescriptor(this, name)?.value as string | undefined) ?? null;
  }
  setItem(name: string, value: string): void {
    Object.defineProperty(this, name, { value, enumerable: true, configurable: true, writable: true });
  }
  removeItem(name: string): void {
    Reflect.deleteProperty(this, name);
  }
}

const NOW = Date.parse('2026-11-20T13:30:00Z');
const MINUTE = 60_000;
const wish = ['risk', '10428', 'Card data in logs'];
const original = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');

const browser = (storage: unknown) =>
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });
let storage: Storage;
beforeEach(() => {
  storage = new Storage();
  browser(storage);
});
afterAll(() => {
  if (original === undefined) Reflect.deleteProperty(globalThis, 'localStorage');
  else Object.defineProperty(globalThis, 'localStorage', original);
});

test('two tabs with the same wish have the same key, another wish another one', () => {
  const key = onceKey(wish, NOW);
  expect(key).toMatch(/^[0-9a-f-]{36}$/);
  expect(onceKey([...wish], NOW + 14 * MINUTE)).toBe(key);
  expect(onceKey(['risk', '10428', 'Another'], NOW)).not.toBe(key);
});

test('after a quarter of an hour the same words are a new wish, and nothing piles up', () => {
  const key = onceKey(wish, NOW);
  expect(onceKey(wish, NOW + 15 * MINUTE)).not.toBe(key);
  onceKey(['other'], NOW + 15 * MINUTE);
  expect(Object.keys(storage)).toHaveLength(2);
  onceKey(['third'], NOW + 45 * MINUTE);
  expect(Object.keys(storage)).toHaveLength(1);
});

test('what is kept quotes nothing, and what is not ours stays', () => {
  storage.setItem('theirs', 'value');
  onceKey(wish, NOW);
  expect(JSON.stringify(Object.entries(storage))).not.toMatch(/10428|Card/);
  onceKey(['other'], NOW + 60 * MINUTE);
  expect(storage.getItem('theirs')).toBe('value');
});

test('forgotten: the same wish makes another one', () => {
  const key = onceKey(wish, NOW);
  forgetOnceKey(wish);
  expect(onceKey(wish, NOW)).not.toBe(key);
});

test('damaged, or of the future: a new key', () => {
  const key = onceKey(wish, NOW);
  for (const name of Object.keys(storage)) storage.setItem(name, 'nonsense');
  expect(onceKey(wish, NOW)).not.toBe(key);
  const later = onceKey(['other'], NOW);
  expect(onceKey(['other'], NOW - MINUTE)).not.toBe(later);
});

test('a browser that keeps nothing gives a key all the same', () => {
  browser(undefined);
  expect(onceKey(wish, NOW)).toMatch(/^[0-9a-f-]{36}$/);
  expect(() => forgetOnceKey(wish)).not.toThrow();
});
