import fc from 'fast-check';
import { entryOf, isBypass, type StatusMove } from '../../src/domain/bypass';
import { GATES } from '../../src/domain/project-settings';
import { MISSING } from '../../src/domain/readiness';

const IDS = ['1', '2', '3', '4'] as const;
const id = fc.constantFrom(...IDS);
const made = { at: '2026-01-01T00:00:00.000Z', by: 'maker' };

/** A way through statuses, oldest first, as an issue's history would tell it. */
function movesAlong(way: readonly string[]): readonly StatusMove<string>[] {
  return way
    .slice(1)
    .map((to, index) => ({
      at: `2026-02-0${index + 1}T00:00:00.000Z`,
      by: `mover ${index + 1}`,
      from: { id: way[index] ?? '', name: `S${way[index]}` },
      to: { id: to, name: `S${to}` },
    }))
    .reverse();
}

describe('a bypass', () => {
  test('is a story that is not ready, where it should be, in a project that looks, and that is not done', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GATES),
        fc.subarray([...MISSING]),
        fc.record({ id, category: fc.constantFrom('toDo', 'inProgress', 'done') }),
        fc.subarray([...IDS]),
        (gate, missing, status, ready) => {
          const expected =
            ['flag', 'block'].includes(gate) &&
            missing.length > 0 &&
            status.category !== 'done' &&
            ready.some((each) => each === status.id);
          expect(isBypass({ gate, missing, status }, ready)).toBe(expected);
        },
      ),
    );
  });

  test('came in by the last step from outside, and goes back to where that began', () => {
    const way = movesAlong(['1', '3', '1', '2', '3', '4']);
    // 3 and 4 are the readiness statuses: it came back in from 2.
    expect(entryOf(way, made, ['3', '4'])).toEqual({
      how: 'moved',
      at: '2026-02-04T00:00:00.000Z',
      by: 'mover 4',
      from: { id: '2', name: 'S2' },
    });
  });

  test('was created there where no step leads in', () => {
    expect(entryOf(movesAlong(['3', '4', '3']), made, ['3', '4'])).toEqual({
      how: 'created',
      ...made,
      from: undefined,
    });
  });

  test('never goes back to a readiness status', () => {
    fc.assert(
      fc.property(fc.array(id, { minLength: 1, maxLength: 8 }), fc.subarray([...IDS]), (way, ready) => {
        const { from } = entryOf(movesAlong(way), made, ready);
        if (from !== undefined) expect(ready).not.toContain(from.id);
      }),
    );
  });
});
