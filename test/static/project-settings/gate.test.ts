import {
  chosenIn,
  firstChoice,
  needsChange,
  outcomesOf,
} from '../../../static/app/src/modules/project-settings/gate-choice';
import { outcomeSentences, reachOf } from '../../../static/app/src/modules/project-settings/gate-words';
import { planOf, transition } from './form-fixtures';

const ready = transition('a', '11', { name: 'Move to Ready' });
const start = transition('a', '21', { name: 'Start' });
const other = transition('b', '11', { name: 'Move to Ready', workflowName: 'Task workflow' });
const create = transition('a', '1', { name: 'Create', isCreate: true });
const drop = transition('a', '41', { name: "Won't do", drops: true });
const ours = { validator: 'ours' } as const;

describe('the transitions that the form starts from', () => {
  test('all but making a story and giving it up, where nothing blocks yet', () => {
    expect(firstChoice(planOf([create, ready, start, drop, other]))).toEqual(['a/11', 'a/21', 'b/11']);
  });
  test('those that block, where something does', () => {
    expect(firstChoice(planOf([{ ...create, ...ours }, ready, { ...start, validator: 'broken' }]))).toEqual([
      'a/1',
      'a/21',
    ]);
  });
  test('a choice that is no longer in the plan falls away', () => {
    expect(chosenIn(planOf([ready]), ['a/11', 'a/99'])).toEqual([ready]);
  });
});

test.each([
  ['nothing to do', planOf([{ ...ready, ...ours }, start]), ['a/11'], false],
  ['one to attach', planOf([{ ...ready, ...ours }, start]), ['a/11', 'a/21'], true],
  ['one to take out', planOf([{ ...ready, ...ours }, start]), [], true],
  ['one to write anew', planOf([{ ...ready, validator: 'broken' }]), ['a/11'], true],
])('Jira would have to be changed: %s', (_name, plan, keys, expected) => {
  expect(needsChange(plan, keys)).toBe(expected);
});

test('the warning names every transition once, every workflow, and every project it knows', () => {
  const plan = planOf([ready, start, other], { others: [{ id: '10001', key: 'PAY', name: 'Payments' }], hidden: 1 });
  expect(reachOf(plan, plan.transitions, 'SHOP')).toEqual({
    transitions: '“Move to Ready” and “Start”',
    workflows: '2 workflows (“Workflow a” and “Task workflow”)',
    projects: 'SHOP, PAY and 1 project you cannot see',
  });
});

test('what became of the gate is told workflow by workflow', () => {
  const before = planOf([ready, { ...start, ...ours }, other]);
  const after = planOf([{ ...ready, ...ours }, start, other]);
  expect(outcomeSentences(outcomesOf(before, ['a/11', 'b/11'], after))).toEqual([
    'Workflow a: Jira refuses “Move to Ready” for stories that are not ready.',
    'Workflow a: Jira no longer refuses “Start”.',
    'Task workflow: the rule could not be put on “Move to Ready”.',
  ]);
});

test('a detaching that failed says what still blocks', () => {
  const before = planOf([{ ...ready, ...ours }]);
  expect(outcomeSentences(outcomesOf(before, [], before))).toEqual([
    'Workflow a: the rule could not be taken off “Move to Ready”.',
  ]);
});

test('workflows that nothing happened in are left out', () => {
  expect(outcomesOf(planOf([ready]), [], planOf([ready]))).toEqual([]);
});
