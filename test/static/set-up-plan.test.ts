import fc from 'fast-check';
import { footerWords } from '../../static/app/src/shared/set-up/footer-words';
import { changesOf } from '../../static/app/src/shared/set-up/plan-changes';
import {
  commonAction,
  countActions,
  groupsOf,
  opensByItself,
  rowsOf,
} from '../../static/app/src/shared/set-up/plan-groups';
import type { PlanGroup } from '../../static/app/src/shared/set-up/plan-groups';
import { FIRST_PLAN, nextPlan } from '../../static/app/src/shared/set-up/plan-state';
import type { GuideStep } from '../../src/contract/set-up';
import { anySiteItems, companyManaged, item, loyalty, partner, partOf, planOf, shop } from './set-up-items';

const todo: GuideStep = { task: { kind: 'issueType', name: 'Security Risk' }, state: 'toDo', optional: false };

describe('the table', () => {
  test('the workflow stands with the statuses, and projects are not in it', () => {
    const groups = groupsOf([
      item('screen:risk', 'screen', 'create'),
      item('workflow:risk', 'workflow', 'create'),
      item('status:closed', 'status', 'alreadyRight'),
      item('issueType:securityRisk', 'issueType', 'create'),
      partOf(shop, 'screens'),
    ]);
    expect(groups.map(({ id, items }) => [id, items.length])).toEqual([
      ['issueType', 1],
      ['status', 2],
      ['screen', 1],
    ]);
  });

  test('every object of the site is in exactly one group, in one of its two lists', () => {
    fc.assert(
      fc.property(anySiteItems, (items) => {
        const shown = groupsOf(items).flatMap((group) => {
          const rows = rowsOf(group);
          return [...rows.shown, ...rows.folded];
        });
        expect(shown.map(({ step }) => step).sort()).toEqual(items.map(({ step }) => step).sort());
      }),
    );
  });

  test('what has to be decided is never folded away, and its group opens by itself', () => {
    fc.assert(
      fc.property(anySiteItems, (items) => {
        for (const group of groupsOf(items)) {
          expect(rowsOf(group).folded.some(({ action }) => action === 'conflict')).toBe(false);
          expect(opensByItself(group)).toBe(group.items.some(({ action }) => action === 'conflict'));
        }
      }),
    );
  });

  test('an object that cannot be made opens its group and stands first', () => {
    const [group] = groupsOf([
      item('field:impact', 'riskField', 'conflict'),
      item('field:asset', 'riskField', 'create', { blocked: 'statusOfOtherCategory' }),
    ]);
    expect(group && opensByItself(group)).toBe(true);
    expect(group?.items[0]?.step).toBe('field:asset');
  });

  test('fourteen fields with one conflict: the conflict and four more, nine folded', () => {
    const fields = Array.from({ length: 13 }, (_, index) => item(`field:${index}`, 'riskField', 'create'));
    const group: PlanGroup = { id: 'riskField', items: [item('field:impact', 'riskField', 'conflict'), ...fields] };
    const { shown, folded } = rowsOf(group);
    expect(shown).toHaveLength(5);
    expect(folded).toHaveLength(9);
    expect(commonAction(folded)).toBe('create');
  });

  test.each([5, 6])('a group of %d rows is not cut for one or two of them', (length) => {
    const items = Array.from({ length }, (_, index) => item(`field:${index}`, 'riskField', 'create'));
    expect(rowsOf({ id: 'riskField', items }).folded).toEqual([]);
  });

  test('a rest of different actions is only counted', () => {
    expect(commonAction([item('a', 'riskField', 'create'), item('b', 'riskField', 'adopt')])).toBe('mixed');
  });

  test('every action is counted', () => {
    const actions = ['create', 'create', 'adopt', 'alreadyRight', 'repair', 'conflict'] as const;
    const items = actions.map((action, index) => item(`field:${index}`, 'riskField', action));
    expect(countActions(items)).toEqual({ create: 2, adopt: 1, alreadyRight: 1, repair: 1, conflict: 1 });
  });
});

describe('what Apply would do', () => {
  test('everything that is not right already, a decided conflict too', () => {
    const changes = changesOf(
      planOf(
        [
          item('field:likelihood', 'riskField', 'create'),
          item('field:impact', 'riskField', 'conflict'),
          item('linkType:mitigates', 'linkType', 'alreadyRight'),
          partOf(shop, 'issueType'),
          partOf(shop, 'screens'),
          partOf(shop, 'fields', { action: 'alreadyRight' }),
        ],
        [companyManaged(shop)],
      ),
    );
    expect(changes).toMatchObject({ total: 4, onSite: 2, blocking: 0, byHand: [], leftOut: [] });
    expect(changes.inProjects).toEqual([{ project: shop, count: 2 }]);
  });

  test('an object of the site that cannot be made stops everything', () => {
    const changes = changesOf(
      planOf([
        item('field:likelihood', 'riskField', 'create'),
        item('status:accepted', 'status', 'create', { blocked: 'statusOfOtherCategory' }),
      ]),
    );
    expect(changes).toMatchObject({ total: 0, blocking: 1 });
    expect(footerWords(changes, { anyProject: false, ofSite: true })).toBe(
      '1 thing has to be solved in Jira first. Nothing was written.',
    );
  });

  test('a project in which one part is impossible is left out, and no other', () => {
    const changes = changesOf(
      planOf(
        [
          partOf(shop, 'issueType'),
          partOf(loyalty, 'issueType'),
          partOf(loyalty, 'settings', { blocked: 'noStoryType' }),
        ],
        [companyManaged(shop), companyManaged(loyalty)],
      ),
    );
    expect(changes).toMatchObject({ total: 1, leftOut: [loyalty] });
    expect(footerWords(changes, { anyProject: true, ofSite: true })).toBe('1 in SHOP. LOY is left out: see above why.');
  });

  test('a team-managed project waits for its steps by hand; optional ones do not count', () => {
    const settings = partOf(partner, 'settings', { blocked: 'guideFirst' });
    const byHand = changesOf(planOf([settings], [{ project: partner, teamManaged: true, guide: [todo] }]));
    expect(byHand).toMatchObject({ total: 0, byHand: [partner], leftOut: [] });
    expect(footerWords(byHand, { anyProject: true, ofSite: true })).toBe('PART is yours to do by hand.');

    const ready = changesOf(
      planOf(
        [partOf(partner, 'settings')],
        [{ project: partner, teamManaged: true, guide: [{ ...todo, optional: true }] }],
      ),
    );
    expect(ready).toMatchObject({ total: 1, byHand: [] });
  });

  test('the sentence of the mock-up', () => {
    const ofSite = Array.from({ length: 26 }, (_, index) => item(`field:${index}`, 'riskField', 'create'));
    const parts = ['issueType', 'screens', 'workflow'].map((part) => partOf(shop, part));
    const changes = changesOf(
      planOf(
        [...ofSite, ...parts, partOf(partner, 'settings', { blocked: 'guideFirst' })],
        [companyManaged(shop), { project: partner, teamManaged: true, guide: [todo] }],
      ),
    );
    expect(changes.total).toBe(29);
    expect(footerWords(changes, { anyProject: true, ofSite: true })).toBe(
      '26 on the site, 3 in SHOP. PART is yours to do by hand.',
    );
  });

  test.each([
    [false, true, 'The site is ready. Choose a project to add Shift-Up to it.'],
    [true, true, 'Nothing is left to do here.'],
    [false, false, 'Nothing is left to do here.'],
  ])('nothing left: projects chosen %s, on the page of the site %s', (anyProject, ofSite, sentence) => {
    const right = changesOf(planOf([item('field:impact', 'riskField', 'alreadyRight')]));
    expect(footerWords(right, { anyProject, ofSite })).toBe(sentence);
  });

  test('many projects are counted, not listed', () => {
    const many = Array.from({ length: 17 }, (_, index) => ({ ...shop, id: `2000${index}`, key: `P${index}` }));
    const plan = planOf(
      many.map((project) => partOf(project, 'issueType')),
      many.map(companyManaged),
    );
    expect(footerWords(changesOf(plan), { anyProject: true, ofSite: true })).toBe('17 in 17 projects.');
  });
});

describe('what is known of a plan', () => {
  const plan = planOf([item('field:impact', 'riskField', 'create')], [companyManaged(shop)]);
  const planned = nextPlan(FIRST_PLAN, { type: 'planned', plan });

  test('the last plan stays while a newer one is made', () => {
    const planning = nextPlan(planned, { type: 'planning', changed: true });
    expect(planning).toMatchObject({ plan, planning: true, changed: true });
    expect(nextPlan(planning, { type: 'planned', plan })).toMatchObject({ planning: false, changed: true });
  });

  test('a plan that could not be made leaves none to apply', () => {
    const failed = nextPlan(planned, { type: 'notPlanned', error: { code: 'jira-unavailable' } });
    expect(failed.plan).toBeUndefined();
    expect(failed.error).toEqual({ code: 'jira-unavailable' });
  });

  test('decisions add up and outlive the plan of a fault', () => {
    const first = nextPlan(planned, { type: 'decided', decisions: { 'field:impact': 'useTheirs' } });
    const second = nextPlan(first, { type: 'decided', decisions: { 'project:10000:workflow': 'changeAll' } });
    const narrowed = nextPlan(second, { type: 'narrowed', only: ['field:impact'] });
    expect(narrowed).toMatchObject({ plan: undefined, only: ['field:impact'] });
    expect(narrowed.decisions).toEqual({ 'field:impact': 'useTheirs', 'project:10000:workflow': 'changeAll' });
  });

  test('newer guides change only the guides', () => {
    const guided = { project: partner, teamManaged: true, guide: [todo] };
    const before = nextPlan(FIRST_PLAN, { type: 'planned', plan: planOf(plan.items, [companyManaged(shop), guided]) });
    const done = { ...guided, guide: [{ ...todo, state: 'done' as const }] };
    const after = nextPlan(before, { type: 'guides', projects: [done] });
    expect(after.plan).toEqual({ ...before.plan, projects: [companyManaged(shop), done] });
  });
});
