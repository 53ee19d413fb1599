import type { PlanItem, SetupPlan } from '../../src/contract/defs';
import { changesOf, countActions, groupsOf } from '../../static/app/src/modules/set-up/plan-groups';

const item = (step: string, kind: PlanItem['kind'], action: PlanItem['action']): PlanItem => ({
  step,
  kind,
  action,
  name: step,
});
const planOf = (...items: PlanItem[]): SetupPlan => ({
  items,
  complete: items.every(({ action }) => action === 'alreadyRight'),
});
const shop = { id: '10000', key: 'SHOP', name: 'Web Shop' };

test('groups stand in the order of their first step, parts of a project together whatever their kind', () => {
  const groups = groupsOf(
    [
      item('issueType:securityRisk', 'issueType', 'create'),
      item('field:likelihood', 'field', 'create'),
      item('status:risk', 'status', 'create'),
      item('workflow:risk', 'workflow', 'create'),
      item('project:10000:issueType', 'project', 'create'),
      item('project:10000:screens', 'screen', 'create'),
    ],
    [shop],
  );
  expect(groups.map(({ name, items }) => [name, items.length])).toEqual([
    ['Issue type', 1],
    ['Fields', 1],
    ['Statuses and workflow', 2],
    ['Project Web Shop', 2],
  ]);
});

test('changes are what is to create and to adopt, in the order of the steps', () => {
  const changes = changesOf(
    planOf(
      item('issueType:securityRisk', 'issueType', 'alreadyRight'),
      item('field:likelihood', 'field', 'adopt'),
      item('project:10000:issueType', 'project', 'create'),
    ),
  );
  expect(changes.items.map(({ step }) => step)).toEqual(['field:likelihood', 'project:10000:issueType']);
  expect(changes).toMatchObject({ onSite: 1, inProjects: 1, blocking: 0 });
});

test('a conflict on the site stops everything, because projects need all of the site', () => {
  expect(
    changesOf(planOf(item('field:impact', 'field', 'conflict'), item('field:likelihood', 'field', 'create'))).blocking,
  ).toBe(1);
});

test('a conflict in one project leaves that project out, and no other', () => {
  const changes = changesOf(
    planOf(
      item('field:impact', 'field', 'create'),
      item('project:10000:issueType', 'project', 'create'),
      item('project:10001:issueType', 'project', 'conflict'),
      item('project:10001:settings', 'project', 'create'),
    ),
  );
  expect(changes.items.map(({ step }) => step)).toEqual(['field:impact', 'project:10000:issueType']);
  expect(changes.blocking).toBe(0);
});

test('every action is counted', () => {
  const items = (['create', 'create', 'adopt', 'alreadyRight', 'conflict'] as const).map((action, index) =>
    item(`field:${index}`, 'field', action),
  );
  expect(countActions(items)).toEqual({ create: 2, adopt: 1, alreadyRight: 1, conflict: 1 });
});
