/**
 * A JSON value with one thing about it broken: what a careless or hostile sender, or a changed API, could hand over.
 */
import fc from 'fast-check';

type Path = readonly (string | number)[];

/** Each place of the value, the whole first. */
export function placesIn(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item, index) => [index, item] as const)
    : Object.entries(value);
  return [at, ...entries.flatMap(([name, item]) => placesIn(item, [...at, name]))];
}

const GONE = Symbol('gone');

/** In the place of something else: gone, of another type, too long, too deep, too large, or with a prototype's name. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constant(GONE),
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e308, '', ' ', '0', '10000\n', [], {}, [[]], '\u0000', '\uD800'),
  fc.constantFrom<unknown>(
    JSON.parse('{"__proto__": {"admin": true}, "constructor": {"prototype": {"a": 1}}}'),
    { length: 3, 0: 'a' },
    { toString: '10000' },
    'x'.repeat(40_000),
    '10001 OR project = SECRET',
    '../../10000',
    '=HYPERLINK("https://evil.example")',
    '<img src=x onerror=alert(1)>',
  ),
  fc.integer({ min: 1, max: 60 }).map((depth) => {
    let value: unknown = 'deep';
    for (let level = 0; level < depth; level += 1) value = [value];
    return value;
  }),
  fc.array(fc.constant('10000'), { minLength: 100, maxLength: 400 }),
  fc.jsonValue(),
);

function broken(value: unknown, [first, ...rest]: Path, by: unknown): unknown {
  if (first === undefined) return by === GONE ? undefined : by;
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    if (rest.length === 0 && by === GONE) return items.filter((_, index) => index !== first);
    return items.map((item, index) => (index === first ? broken(item, rest, by) : item));
  }
  const entries = Object.entries(value as object);
  return Object.fromEntries(
    entries.flatMap(([name, item]) => {
      if (name !== first) return [[name, item]];
      return rest.length === 0 && by === GONE ? [] : [[name, broken(item, rest, by)]];
    }),
  );
}

/** The value with one to three of its places broken. */
export function brokenFrom(value: unknown): fc.Arbitrary<unknown> {
  const once = (from: unknown): fc.Arbitrary<unknown> =>
    fc.tuple(fc.constantFrom(...placesIn(from)), odd).map(([place, by]) => broken(from, place, by));
  return fc.oneof(once(value), once(value).chain(once), once(value).chain(once).chain(once));
}
