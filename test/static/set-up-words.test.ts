import fc from 'fast-check';
import type { GuideStep, HealthItem, HealthState, PlanItem } from '../../src/contract/set-up';
import { aboutConflict } from '../../static/app/src/shared/set-up/conflict-words';
import { guideDetail, guideWords } from '../../static/app/src/shared/set-up/guide-words';
import { happensTo, optionWords, plainText } from '../../static/app/src/shared/set-up/happens';
import { healthDetail, healthOrder, healthSums, objectName } from '../../static/app/src/shared/set-up/health-words';
import { planText } from '../../static/app/src/shared/set-up/plan-text';
import { decisionsFor, projectCount, sharedSchemesOf } from '../../static/app/src/shared/set-up/sharing';
import { companyManaged, item, loyalty, partner, partOf, planOf, shop } from './set-up-items';

const ratings = ['1', '2', '3', '4', '5'];
const happens = (planned: PlanItem) => plainText(happensTo(planned));

describe('what happens', () => {
  test.each([
    ['select', ratings, 'Single select, options 1 to 5'],
    ['select', ['Low', 'Medium', 'High', 'Critical'], 'Single select: Low, Medium, High, Critical'],
    ['select', ['a', 'b', 'c', 'd', 'e', 'f'], 'Single select, 6 options'],
    ['date', [], 'Date'],
    ['a-kind-of-an-app', [], 'a-kind-of-an-app'],
    ['constructor', [], 'constructor'],
  ])('a field of the kind %s with %j', (fieldKind, options, sentence) => {
    expect(happens(item('field:x', 'riskField', 'create', { facts: { fieldKind, options } }))).toBe(sentence);
  });

  test('a link in both directions, what Jira shows is strong', () => {
    const mitigates = item('linkType:mitigates', 'linkType', 'create', {
      facts: { outward: 'mitigates', inward: 'is mitigated by' },
    });
    expect(happens(mitigates)).toBe('enabler mitigates risk; risk is mitigated by enabler');
    expect(happensTo(mitigates)).toContainEqual({ strong: 'is mitigated by' });
  });

  test('why something cannot be done comes before what would be done', () => {
    expect(happens(item('status:closed', 'status', 'create', { blocked: 'statusOfOtherCategory' }))).toMatch(
      /^A status of this name is there in another category/,
    );
  });

  test('only whole numbers one after the other are a range', () => {
    expect(optionWords(ratings)).toBe('1 to 5');
    expect(optionWords(['1', '2', '4'])).toBe('1, 2, 4');
    expect(optionWords(['1', '2'])).toBe('1, 2');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 2, max: 20 }), (first, more) => {
        const options = Array.from({ length: more + 1 }, (_, index) => String(first + index));
        expect(optionWords(options)).toBe(`${first} to ${first + more}`);
      }),
    );
  });
});

test('a conflict says whose it is, who uses it and how it differs', () => {
  const impact = item('field:impact', 'riskField', 'conflict', {
    name: 'Impact',
    facts: { fieldKind: 'select', options: ratings },
  });
  expect(
    aboutConflict(impact, {
      their: {
        id: 'customfield_10042',
        name: 'Impact',
        options: ['Extensive', 'Significant', 'Moderate', 'Minor'],
        optionCount: 12,
        issues: 4310,
      },
      otherName: 'Impact (risk)',
      unsuitable: 'otherOptions',
      chosen: 'otherName',
    }),
  ).toBe(
    'Somebody else’s field “Impact” is on this site (4,310 issues). Its options are Extensive, Significant, Moderate, Minor and 8 more; Shift-Up needs 1 to 5.',
  );
});

describe('shared schemes', () => {
  const sharing = (others: readonly (typeof shop)[], hidden = 0) => ({
    scheme: 'issueTypeScheme' as const,
    schemeName: 'Default software',
    others,
    hidden,
    mayChangeAll: true,
    mayCopy: true,
    chosen: 'copy' as const,
  });

  test('schemes shared with the same projects are one decision, for every step of theirs', () => {
    const items = [
      partOf(shop, 'issueType', { sharing: [sharing([loyalty, partner])] }),
      partOf(shop, 'screens', { sharing: [sharing([partner, loyalty])] }),
      partOf(shop, 'workflow', { sharing: [sharing([loyalty])] }),
      partOf(shop, 'settings'),
    ];
    const [both, one, ...rest] = sharedSchemesOf(items);
    expect(rest).toEqual([]);
    expect(both?.steps).toEqual(['project:10000:issueType', 'project:10000:screens']);
    expect(both && projectCount(both)).toBe(3);
    expect(both && decisionsFor(both, 'changeAll')).toEqual({
      'project:10000:issueType': 'changeAll',
      'project:10000:screens': 'changeAll',
    });
    expect(one?.steps).toEqual(['project:10000:workflow']);
  });

  test('one step with several schemes may be copied only where each of them may', () => {
    const [shared] = sharedSchemesOf([
      partOf(shop, 'screens', { sharing: [sharing([loyalty], 2), { ...sharing([partner]), mayCopy: false }] }),
    ]);
    expect(shared).toMatchObject({ mayCopy: false, mayChangeAll: true });
    expect(shared && projectCount(shared)).toBe(5);
  });
});

describe('the guide of a team-managed project', () => {
  const field = (
    more: Partial<GuideStep> = {},
    fieldKind = 'select',
    options: readonly string[] = ratings,
  ): GuideStep => ({
    task: { kind: 'field', field: 'likelihood', name: 'Likelihood', fieldKind, options, on: 'risk' },
    state: 'toDo',
    optional: false,
    ...more,
  });

  test('a field may be picked or made', () => {
    expect(guideWords(field())).toBe('Add the field “Likelihood” to Security Risk');
    expect(guideDetail(field())).toBe('Pick the one that is there, or make a dropdown with the options 1 to 5.');
    expect(guideDetail(field({}, 'date', []))).toBe('Pick the one that is there, or make a date.');
  });

  test('a people field can only be picked', () => {
    expect(guideDetail(field({}, 'user', []))).toMatch(/^Pick the one that is there: /);
  });

  test('says what is missing and what is wrong, and nothing once it is done', () => {
    expect(guideDetail(field({ state: 'missingOptions', missing: ['4', '5'] }))).toBe('Still missing: 4, 5.');
    expect(guideDetail(field({ state: 'wrongKind' }))).toMatch(/^There is one of another kind/);
    expect(guideDetail(field({ state: 'done' }))).toBe('');
  });
});

describe('health', () => {
  const at = (state: HealthState, more: Partial<HealthItem> = {}): HealthItem => ({
    step: 'field:likelihood',
    kind: 'riskField',
    name: 'Likelihood',
    state,
    ...more,
  });

  test('what is missing comes first, what is right last', () => {
    const items = [at('right'), at('renamed'), at('missing'), at('extraOption'), at('validatorMissing')];
    expect(healthOrder(items).map(({ state }) => state)).toEqual([
      'missing',
      'validatorMissing',
      'renamed',
      'extraOption',
      'right',
    ]);
    expect(healthSums(items)).toEqual({ missing: 2, changed: 2, right: 1 });
  });

  test('a detail names what it is about, and is a sentence without names too', () => {
    expect(healthDetail(at('notOnScreen', { details: ['SHOP: Edit story', 'SHOP: Create'] }))).toBe(
      'Missing on “SHOP: Edit story”, “SHOP: Create”',
    );
    expect(healthDetail(at('notOnScreen'))).toBe('Fields are missing on a screen');
    expect(healthDetail(at('notOnScreen', { kind: 'screen', details: ['Impact'] }))).toBe('Without “Impact”');
    expect(healthDetail(at('changed', { details: ['a name'] }))).toBe(
      'Somebody edited it since; that is theirs to decide',
    );
    expect(healthDetail(at('right'))).toBe('');
  });

  test('objects are named by what they are', () => {
    expect(objectName(at('right'))).toBe('Field Likelihood');
    expect(objectName({ kind: 'project', step: 'project:10000:screens', name: 'Web Shop' })).toBe(
      'Screens of Web Shop',
    );
    expect(objectName({ kind: 'project', step: 'project:10000:constructor', name: 'Web Shop' })).toBe('Web Shop');
  });
});

test('the copied plan holds every object, every project and every decision', () => {
  const items = [
    item('field:likelihood', 'riskField', 'create', {
      name: 'Likelihood',
      facts: { fieldKind: 'select', options: ratings },
    }),
    item('field:impact', 'riskField', 'conflict', {
      name: 'Impact',
      conflict: { their: { id: 'customfield_1', name: 'Impact' }, otherName: 'Impact (risk)', chosen: 'otherName' },
    }),
    partOf(shop, 'issueType'),
  ];
  const guide: GuideStep[] = [{ task: { kind: 'issueType', name: 'Security Risk' }, state: 'done', optional: false }];
  const plan = planOf(items, [companyManaged(shop), { project: partner, teamManaged: true, guide }]);
  expect(planText(plan, '20 Nov 2026')).toBe(
    [
      'Shift-Up set-up: plan of 20 Nov 2026',
      '1 to create, 1 conflict',
      '',
      'Fields on risks (2)',
      '- Impact: Conflict. A field with this name is there, made by somebody else. Make ours as “Impact (risk)”',
      '- Likelihood: Create. Single select, options 1 to 5',
      '',
      'Web Shop (SHOP, company-managed)',
      '- Issue type scheme: Create. Gets the type Security Risk',
      '',
      'Partner app (PART, team-managed)',
      '- [x] Add an issue type named “Security Risk”',
    ].join('\n'),
  );
});
