import fc from 'fast-check';
import { LIGHT_STATES, lightOf, lightValues, strictestLights, type LightState } from '../../src/domain/light';
import { DEFAULT_LIGHTS, LIGHT_RULES, LIGHTS, type Light, type Thresholds } from '../../src/domain/project-settings';

const facts = {
  recordedRisks: 30,
  openCritical: 2,
  overdueReviews: 3,
  enablers: { done: 18, inProgress: 7, toDo: 6 },
  stories: { all: 120, assessed: 83 },
};

test('the numbers behind the lights', () => {
  expect(lightValues(facts)).toEqual({ openRisks: 2, reviews: 3, enablers: 58, readiness: 69 });
});

test.each<[string, Partial<typeof facts>, Light]>([
  ['no risk was ever recorded', { recordedRisks: 0, openCritical: 0 }, 'openRisks'],
  ['no risk was ever recorded', { recordedRisks: 0, overdueReviews: 0 }, 'reviews'],
  ['no enabler is linked', { enablers: { done: 0, inProgress: 0, toDo: 0 } }, 'enablers'],
  ['there is no open story', { stories: { all: 0, assessed: 0 } }, 'readiness'],
  ['no story was assessed', { stories: { all: 26, assessed: 0 } }, 'readiness'],
])('%s: no data', (_why, change, light) => {
  const value = lightValues({ ...facts, ...change })[light];
  expect(value).toBeUndefined();
  expect(lightOf(light, value, DEFAULT_LIGHTS[light])).toBe('noData');
});

test('every risk closed is a number, so that closing them all is On track', () => {
  const { openRisks } = lightValues({ ...facts, openCritical: 0 });
  expect(lightOf('openRisks', openRisks, DEFAULT_LIGHTS.openRisks)).toBe('onTrack');
});

test.each<[Light, number, LightState]>([
  ['openRisks', 0, 'onTrack'],
  ['openRisks', 1, 'watch'],
  ['openRisks', 2, 'watch'],
  ['openRisks', 3, 'actNow'],
  ['reviews', 4, 'watch'],
  ['reviews', 5, 'actNow'],
  ['enablers', 50, 'onTrack'],
  ['enablers', 49, 'watch'],
  ['enablers', 25, 'watch'],
  ['enablers', 24, 'actNow'],
  ['readiness', 80, 'onTrack'],
  ['readiness', 79, 'watch'],
  ['readiness', 49, 'actNow'],
])('by default %s at %d is %s', (light, value, state) => {
  expect(lightOf(light, value, DEFAULT_LIGHTS[light])).toBe(state);
});

const light = fc.constantFrom(...LIGHTS);
/** As settings allow them: rising lights have watch < act, falling ones act < watch. */
const thresholdsOf = (of: Light): fc.Arbitrary<Thresholds> =>
  fc
    .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }))
    .filter(([one, other]) => one !== other)
    .map(([one, other]) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      return LIGHT_RULES[of].worse === 'rising' ? { watch: low, act: high } : { watch: high, act: low };
    });
const badness = (state: LightState) => LIGHT_STATES.length - LIGHT_STATES.indexOf(state);

test('a worse number never shows a better light', () => {
  fc.assert(
    fc.property(
      light.chain((of) => fc.tuple(fc.constant(of), thresholdsOf(of))),
      fc.nat({ max: 100 }),
      fc.nat({ max: 100 }),
      ([of, thresholds], one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const [better, worse] = LIGHT_RULES[of].worse === 'rising' ? [low, high] : [high, low];
        expect(badness(lightOf(of, worse, thresholds))).toBeGreaterThanOrEqual(
          badness(lightOf(of, better, thresholds)),
        );
      },
    ),
  );
});

test('several projects together are judged at least as strictly as by the settings of each', () => {
  const lights = fc.record(
    Object.fromEntries(LIGHTS.map((of) => [of, thresholdsOf(of)])) as Record<Light, fc.Arbitrary<Thresholds>>,
  );
  fc.assert(
    fc.property(fc.array(lights, { minLength: 1, maxLength: 4 }), light, fc.nat({ max: 100 }), (all, of, value) => {
      const together = lightOf(of, value, strictestLights(all)[of]);
      for (const own of all) expect(badness(together)).toBeGreaterThanOrEqual(badness(lightOf(of, value, own[of])));
      // A project alone keeps its own thresholds.
      const [first] = all;
      if (first !== undefined) expect(strictestLights([first])).toEqual(first);
    }),
  );
});
