/** The mark of a bypass: what makes the standing one true. */
import fc from 'fast-check';
import { MISSING } from '../../src/domain/readiness';
import { markChange } from '../../src/domain/readiness-mark';

const missing = fc.subarray([...MISSING]);
const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
/** Whatever somebody may have written there. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.record({
    version: fc.constantFrom(1, 2),
    state: fc.constantFrom('bypass', 'ready'),
    missing: fc.array(fc.constantFrom<string>(...MISSING, 'coffee')),
    since: fc.constantFrom('2026-11-01T00:00:00.000Z', 'yesterday'),
  }),
);

/** What stands after the change was made. */
function after(standing: unknown, names: Parameters<typeof markChange>[1], now: Date): unknown {
  const change = markChange(standing, names, now);
  if (change === undefined) return standing;
  return change === 'remove' ? undefined : change.set;
}

test('is there exactly for a bypass, says what it misses, and is then left alone', () => {
  fc.assert(
    fc.property(fc.option(anything, { nil: undefined }), missing, instants, (standing, names, now) => {
      const mark = after(standing, names, now);
      if (names.length === 0) expect(mark).toBeUndefined();
      else expect(mark).toMatchObject({ version: 1, state: 'bypass', missing: names });
      expect(markChange(mark, names, new Date(0))).toBeUndefined();
    }),
  );
});

test('keeps since when through every change of what is missing, and forgets it in between', () => {
  const first = new Date('2026-11-20T10:00:00Z');
  const later = new Date('2026-11-21T10:00:00Z');
  const mark = after(undefined, ['assessment'], first);
  expect(after(mark, ['riskOwner', 'answer'], later)).toMatchObject({
    missing: ['answer', 'riskOwner'],
    since: first.toISOString(),
  });
  expect(after(after(mark, [], later), ['answer'], later)).toMatchObject({ since: later.toISOString() });
});

test('holds nothing of a person or a text', () => {
  const change = markChange(
    { version: 1, state: 'bypass', missing: ['answer'], since: 'x', by: 'Mara' },
    ['answer'],
    new Date(0),
  );
  expect(change).toEqual({
    set: { version: 1, state: 'bypass', missing: ['answer'], since: '1970-01-01T00:00:00.000Z' },
  });
});
