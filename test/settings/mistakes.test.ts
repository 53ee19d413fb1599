/** What may be saved, as a rule: every number and id in and out of its range. */
import fc from 'fast-check';
import { defaultSettings } from '../../src/domain/default-settings';
import { levelOf, LEVELS, SCALE, type LevelBands } from '../../src/domain/level';
import { LIGHT_RULES, LIGHTS, type ProjectSettings, type ReasonChoice } from '../../src/domain/project-settings';
import { NOT_RELEVANT_REASONS, REASON_OPTION } from '../../src/domain/relevance';
import { mistakesInSettings, type SettingsMistake } from '../../src/domain/settings-mistakes';

const right = defaultSettings(['3']);
const mistakesWith = (change: Partial<ProjectSettings>, storyTypeIds: readonly string[] = ['10001']) =>
  mistakesInSettings({ settings: { ...right, ...change }, storyTypeIds });
const places = (mistakes: readonly SettingsMistake[]) => [...new Set(mistakes.map(({ at }) => at))];

const own = (text: string, optionId = ''): ReasonChoice => ({ kind: 'own', optionId, text });

test('the defaults are right', () => {
  expect(mistakesWith({})).toEqual([]);
});

describe('bands', () => {
  const wild = fc.oneof(fc.integer({ min: -3, max: 30 }), fc.double(), fc.constantFrom(NaN, Infinity));
  test('are taken exactly when every product of the matrix has one level and every level has a product range', () => {
    fc.assert(
      fc.property(fc.record({ Medium: wild, High: wild, Critical: wild }), (bands: LevelBands) => {
        const numbers = [bands.Medium, bands.High, bands.Critical];
        // Written down differently from the rule: four ranges of whole numbers that cover 1 to 25, none empty.
        const starts = [1, ...numbers, 26];
        const covers = starts.every(
          (start, index) => Number.isInteger(start) && (index === 0 || start > (starts[index - 1] ?? 0)),
        );
        expect(mistakesWith({ bands }).length === 0).toBe(covers);
      }),
    );
  });

  test('that are taken put a higher product never on a lower level', () => {
    const bands = fc
      .uniqueArray(fc.integer({ min: 2, max: 25 }), { minLength: 3, maxLength: 3 })
      .map((numbers) => numbers.sort((a, b) => a - b))
      .map(([Medium, High, Critical]): LevelBands => ({ Medium: Medium!, High: High!, Critical: Critical! }));
    const score = fc.record({ likelihood: fc.constantFrom(...SCALE), impact: fc.constantFrom(...SCALE) });
    fc.assert(
      fc.property(bands, score, score, (chosen, a, b) => {
        expect(mistakesWith({ bands: chosen })).toEqual([]);
        const higher = a.likelihood * a.impact >= b.likelihood * b.impact;
        const rank = (of: typeof a) => LEVELS.indexOf(levelOf(of, chosen));
        if (higher) expect(rank(a)).toBeGreaterThanOrEqual(rank(b));
      }),
    );
  });
});

describe('words for hints', () => {
  test.each<[string, string[], SettingsMistake[]]>([
    ['two words and a phrase', ['Vault', 'customer file', 'ß2'], []],
    ['one letter', ['Vault', 'x'], [{ at: 'hintWords', mistake: 'tooShort', index: 1 }]],
    ['too long a phrase', ['x'.repeat(61)], [{ at: 'hintWords', mistake: 'tooLong', index: 0 }]],
    ['two lines', ['two\nlines'], [{ at: 'hintWords', mistake: 'notOneLine', index: 0 }]],
    ['nothing but marks', ['--'], [{ at: 'hintWords', mistake: 'noWord', index: 0 }]],
    ['the same in another case', ['Vault', 'vAULT '], [{ at: 'hintWords', mistake: 'repeated', index: 1 }]],
    ['fifty-one', Array.from({ length: 51 }, (_, n) => `word ${n}`), [{ at: 'hintWords', mistake: 'tooMany' }]],
  ])('%s', (_name, hintWords, expected) => {
    expect(mistakesWith({ hintWords })).toEqual(expected);
  });
});

test('days until the next review are 1 to 365, whole, for every level', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LEVELS), fc.oneof(fc.integer({ min: -5, max: 400 }), fc.double()), (level, days) => {
      const mistakes = mistakesWith({ reviewDays: { ...right.reviewDays, [level]: days } });
      const fine = Number.isInteger(days) && days >= 1 && days <= 365;
      expect(mistakes).toEqual(fine ? [] : [{ at: 'reviewDays', mistake: 'outOfRange', level }]);
    }),
  );
});

test('days within which a risk should be closed are 1 to 730, whole, for every level', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LEVELS), fc.oneof(fc.integer({ min: -5, max: 800 }), fc.double()), (level, days) => {
      const mistakes = mistakesWith({ closeDays: { ...right.closeDays, [level]: days } });
      const fine = Number.isInteger(days) && days >= 1 && days <= 730;
      expect(mistakes).toEqual(fine ? [] : [{ at: 'closeDays', mistake: 'outOfRange', level }]);
    }),
  );
});

test('a light turns to Watch before it turns to Act now, whichever way it gets worse', () => {
  const number = fc.integer({ min: 1, max: 100 });
  fc.assert(
    fc.property(fc.constantFrom(...LIGHTS), number, number, (light, watch, act) => {
      const mistakes = mistakesWith({ lights: { ...right.lights, [light]: { watch, act } } });
      const inOrder = LIGHT_RULES[light].worse === 'rising' ? watch < act : act < watch;
      expect(mistakes).toEqual(inOrder ? [] : [{ at: 'lights', mistake: 'wrongOrder', light }]);
    }),
  );
  expect(places(mistakesWith({ lights: { ...right.lights, readiness: { watch: 101, act: 50 } } }))).toEqual(['lights']);
  expect(places(mistakesWith({ lights: { ...right.lights, reviews: { watch: 0, act: 5 } } }))).toEqual(['lights']);
});

describe('reasons', () => {
  test('are one to eight', () => {
    expect(mistakesWith({ reasons: [] })).toEqual([{ at: 'reasons', mistake: 'none' }]);
    const many = Array.from({ length: 9 }, (_, index) => own(`Reason ${index}`));
    expect(mistakesWith({ reasons: many.slice(1) })).toEqual([]);
    expect(mistakesWith({ reasons: many })).toEqual([{ at: 'reasons', mistake: 'tooMany' }]);
  });

  test.each([
    ['empty', '  '],
    ['tooLong', 'x'.repeat(61)],
    ['notOneLine', 'a\nb'],
    ['notOneLine', 'a\u2028b'],
    ['reserved', ' other '],
    ['reserved', REASON_OPTION.wording.toUpperCase()],
  ] as const)('%s: %j', (mistake, text) => {
    expect(mistakesWith({ reasons: [own('Fine'), own(text)] })).toEqual([{ at: 'reasons', mistake, index: 1 }]);
  });

  test('none of our own words can be taken for another reason', () => {
    for (const reason of NOT_RELEVANT_REASONS) {
      expect(mistakesWith({ reasons: [own(REASON_OPTION[reason])] })).toHaveLength(1);
    }
  });

  test('no reason stands twice, by words or by option, whatever the case', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,20}$/), fc.nat({ max: 3 }), (text, spaces) => {
        const again = `${' '.repeat(spaces)}${text.toUpperCase()}`;
        fc.pre(!NOT_RELEVANT_REASONS.some((reason) => REASON_OPTION[reason].toLowerCase() === text));
        expect(mistakesWith({ reasons: [own(text), own(again)] })).toEqual([
          { at: 'reasons', mistake: 'repeated', index: 1 },
        ]);
      }),
    );
    expect(mistakesWith({ reasons: [own('One', '10'), own('Two', '10')] })).toEqual([
      { at: 'reasons', mistake: 'repeated', index: 1 },
    ]);
    expect(mistakesWith({ reasons: [...right.reasons, { kind: 'standard', reason: 'wording' }] })).toEqual([
      { at: 'reasons', mistake: 'repeated', index: 5 },
    ]);
  });
});

describe('ids', () => {
  const known = { issueTypeIds: ['10001', '10002'], statusIds: ['3', '4'], roleIds: ['10100'] };

  test('at least one story type and one readiness status', () => {
    expect(mistakesWith({ readyStatusIds: [] }, [])).toEqual([
      { at: 'storyTypes', mistake: 'none' },
      { at: 'readyStatuses', mistake: 'none' },
    ]);
  });

  test('that the project does not have are named, not dropped', () => {
    const approvers = { kind: 'role', id: '10999' } as const;
    const settings = { ...right, readyStatusIds: ['3', '99'], approvers };
    expect(mistakesInSettings({ settings, storyTypeIds: ['10001', '77'] }, known)).toEqual([
      { at: 'storyTypes', mistake: 'unknown', ids: ['77'] },
      { at: 'readyStatuses', mistake: 'unknown', ids: ['99'] },
      { at: 'approvers', mistake: 'unknown', ids: ['10999'] },
    ]);
  });

  test('are numbers and nothing else, with or without knowing the project', () => {
    const text = fc.string().filter((value) => !/^[1-9]\d{0,18}$/.test(value));
    fc.assert(
      fc.property(text, (id) => {
        expect(mistakesWith({ readyStatusIds: ['3', id] })).toEqual([
          { at: 'readyStatuses', mistake: 'unknown', ids: [id] },
        ]);
      }),
    );
  });
});
