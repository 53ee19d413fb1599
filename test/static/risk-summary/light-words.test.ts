import fc from 'fast-check';
import { lightOf } from '../../../src/domain/light';
import { DEFAULT_LIGHTS, LIGHTS } from '../../../src/domain/project-settings';
import { ruleLines, whyNow } from '../../../static/app/src/shared/light/light-words';

test('the rule of each light by default', () => {
  const lines = Object.fromEntries(
    LIGHTS.map((light) => [
      light,
      ruleLines(light, DEFAULT_LIGHTS[light]).map(({ state, text }) => `${state}: ${text}`),
    ]),
  );
  expect(lines).toEqual({
    openRisks: [
      'noData: no risk was ever recorded',
      'actNow: 3 or more Critical risks are open',
      'watch: 1 or more Critical risks are open',
      'onTrack: no Critical risk is open',
    ],
    reviews: [
      'noData: no risk was ever recorded',
      'actNow: 5 or more reviews are overdue',
      'watch: 1 or more reviews are overdue',
      'onTrack: no review is overdue',
    ],
    enablers: [
      'noData: no enabler is linked',
      'actNow: fewer than 25% of the enablers are done',
      'watch: fewer than 50% of the enablers are done',
      'onTrack: 50% of the enablers or more are done',
    ],
    readiness: [
      'noData: no open story was assessed yet',
      'actNow: fewer than 50% of the stories are assessed',
      'watch: fewer than 80% of the stories are assessed',
      'onTrack: 80% of the stories or more are assessed',
    ],
  });
});

test('a rule that allows two says "fewer than three"', () => {
  expect(ruleLines('openRisks', { watch: 3, act: 5 }).at(-1)?.text).toBe('fewer than 3 Critical risks are open');
});

test('the state that a light has is always one of the lines of its rule', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LIGHTS),
      fc.option(fc.nat({ max: 100 }), { nil: undefined }),
      fc.nat({ max: 100 }),
      fc.nat({ max: 100 }),
      (light, value, watch, act) => {
        const states = ruleLines(light, { watch, act }).map(({ state }) => state);
        expect(states).toContain(lightOf(light, value, { watch, act }));
      },
    ),
  );
});

test('why it is so now', () => {
  expect(whyNow('openRisks', 2)).toBe('2 Critical risks are open.');
  expect(whyNow('reviews', 1)).toBe('1 review is overdue.');
  expect(whyNow('enablers', 58)).toBe('58% of the enablers are done.');
  expect(whyNow('readiness', undefined)).toBe('No open story was assessed here.');
});
