import fc from 'fast-check';
import { DEFAULT_REASONS } from '../../../src/domain/default-settings';
import { LIGHTS } from '../../../src/domain/project-settings';
import type { Light } from '../../../src/domain/project-settings';
import { exampleOf } from '../../../static/app/src/modules/project-settings/lights';
import {
  isFull,
  movedReason,
  reasonTextOf,
  removedStandard,
} from '../../../static/app/src/modules/project-settings/reason-list';

const order = fc.shuffledSubarray([...DEFAULT_REASONS], { minLength: 1 });

describe('the order of the reasons', () => {
  test('a move changes places with the neighbour, and back', () => {
    fc.assert(
      fc.property(order, fc.nat(), (reasons, any) => {
        const index = any % reasons.length;
        const moved = movedReason(reasons, index, 1);
        expect(new Set(moved)).toEqual(new Set(reasons));
        if (index < reasons.length - 1) {
          expect(moved[index + 1]).toBe(reasons[index]);
          expect(movedReason(moved, index + 1, -1)).toEqual(reasons);
        } else expect(moved).toEqual(reasons);
      }),
    );
  });

  test('what was taken out can be put back, and only that', () => {
    fc.assert(
      fc.property(order, (reasons) => {
        const all = [...reasons, ...removedStandard(reasons)];
        expect(new Set(all)).toEqual(new Set(DEFAULT_REASONS));
        expect(all).toHaveLength(DEFAULT_REASONS.length);
      }),
    );
  });

  test('eight are the most: with “Other” there are nine keys', () => {
    const own = (text: string) => ({ kind: 'own', optionId: '', text }) as const;
    expect(isFull(['1', '2', '3', '4', '5', '6', '7'].map(own))).toBe(false);
    expect(isFull(['1', '2', '3', '4', '5', '6', '7', '8'].map(own))).toBe(true);
  });

  test('space around and between the words of a reason is made plain', () => {
    expect(reasonTextOf('  Runs   offline\t')).toBe('Runs offline');
  });
});

describe('the examples of the lights', () => {
  /** The rule in other words: which state a number has. */
  function stateOf(light: Light, value: number, watch: number, act: number): string {
    const worse =
      light === 'openRisks' || light === 'reviews'
        ? (limit: number) => value >= limit
        : (limit: number) => value < limit;
    return worse(act) ? 'Act now' : worse(watch) ? 'Watch' : 'On track';
  }

  test('each number of an example has the state that it is an example of', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LIGHTS), fc.nat(110), fc.nat(110), (light, watch, act) => {
        const example = exampleOf(light, { watch: String(watch), act: String(act) });
        if (example === undefined) return;
        expect(stateOf(light, example.onTrack, watch, act)).toBe('On track');
        expect(stateOf(light, example.watch, watch, act)).toBe('Watch');
        expect(stateOf(light, example.act, watch, act)).toBe('Act now');
      }),
    );
  });

  test('numbers that make no sense have no example, sensible ones have', () => {
    expect(exampleOf('openRisks', { watch: '3', act: '1' })).toBeUndefined();
    expect(exampleOf('enablers', { watch: '25', act: '50' })).toBeUndefined();
    expect(exampleOf('reviews', { watch: '', act: '5' })).toBeUndefined();
    expect(exampleOf('openRisks', { watch: '1', act: '3' })).toEqual({ onTrack: 0, watch: 2, act: 3 });
    expect(exampleOf('readiness', { watch: '80', act: '50' })).toEqual({ onTrack: 80, watch: 50, act: 49 });
  });
});
