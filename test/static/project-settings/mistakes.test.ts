import fc from 'fast-check';
import { mistakesInSettings } from '../../../src/domain/settings-mistakes';
import { savedOf } from '../../../static/app/src/modules/project-settings/draft';
import type { Draft } from '../../../static/app/src/modules/project-settings/draft';
import { startOf } from '../../../static/app/src/modules/project-settings/form-state';
import { goneIn, mistakesIn } from '../../../static/app/src/modules/project-settings/mistakes';
import type { GateInForm } from '../../../static/app/src/modules/project-settings/mistakes';
import { choicesOf } from '../../../static/app/src/modules/project-settings/names';
import { newReasonMistake } from '../../../static/app/src/modules/project-settings/reason-list';
import { draft, planOf, transition, viewOf } from './form-fixtures';

const choices = choicesOf(viewOf(), [{ id: 'g', name: 'security-approvers' }]);
const start = startOf(viewOf()).base;
const gate: GateInForm = { plan: planOf([transition('w', '11')]), chosen: ['w/11'] };
const found = (change: Partial<Draft>, with_: GateInForm = gate, pending = false) =>
  mistakesIn({ ...start, ...change }, choices, with_, pending);

test('the settings as they are saved have no mistake', () => {
  expect(found({})).toEqual({});
});

test.each<[string, Partial<Draft>, Record<string, string>]>([
  ['no status', { readyStatusIds: [] }, { statuses: 'Choose at least one status.' }],
  [
    'a status that is gone',
    { readyStatusIds: ['2', '9'] },
    { statuses: 'Take out what stories of this project cannot have: Status 9, no longer there.' },
  ],
  [
    'a status of another type',
    { storyTypeIds: ['10002'], readyStatusIds: ['2', '4'] },
    { statuses: 'Take out what stories of this project cannot have: Ready.' },
  ],
  [
    'no type',
    { storyTypeIds: [], readyStatusIds: [] },
    { types: 'Choose at least one type.', statuses: 'Choose at least one status.' },
  ],
  [
    'a word without a letter',
    { hintWords: 'Vault\n…—' },
    { hintWords: '“…—” cannot be looked for: 2 to 60 characters with at least one letter or digit.' },
  ],
  ['no reason', { reasons: [] }, { reasons: 'At least one reason besides “Other”, please.' }],
  [
    'a border that is no number',
    { upTo: { ...start.upTo, Medium: 'ten' } },
    { 'upTo-Medium': 'Medium ends at a whole number from 1 to 24.' },
  ],
  [
    'a border that leaves Critical nothing',
    { upTo: { ...start.upTo, High: '25' } },
    { 'upTo-High': 'High ends at a whole number from 1 to 24.' },
  ],
  [
    'borders that cross',
    { upTo: { ...start.upTo, Low: '12' } },
    { 'upTo-Medium': 'Medium has to end above the level before it.' },
  ],
  [
    'no days',
    { reviewDays: { ...start.reviewDays, Critical: '' } },
    { 'review-Critical': 'Critical: whole days, 1 to 365.' },
  ],
  [
    'more than two years to close a risk',
    { closeDays: { ...start.closeDays, Low: '731' } },
    { 'close-Low': 'Low, close within: whole days, 1 to 730.' },
  ],
  [
    'a light that acts before it watches',
    { lights: { ...start.lights, openRisks: { watch: '3', act: '3' } } },
    { 'openRisks-act': 'Open risks: Act now comes after Watch, so its number is larger.' },
  ],
  [
    'a share above all',
    { lights: { ...start.lights, readiness: { watch: '120', act: '50' } } },
    { 'readiness-watch': 'Definition of Ready: a percentage from 0 to 100.' },
  ],
  [
    'a role that is gone',
    { approvers: { kind: 'role', id: '10999' } },
    { approvers: 'Role 10999, no longer there. Choose another role or group.' },
  ],
  [
    'a group that is gone',
    { approvers: { kind: 'group', groupId: 'h' } },
    { approvers: 'Group h, no longer there. Choose another role or group.' },
  ],
])('%s', (_name, change, sentences) => {
  expect(found(change)).toEqual(sentences);
});

describe('a gate that blocks', () => {
  const block = { gate: 'block' } as const;
  test.each<[string, GateInForm, Record<string, string>]>([
    ['with a transition', gate, {}],
    ['without one', { ...gate, chosen: [] }, { transitions: 'Choose at least one transition, or choose Flag.' }],
    [
      'whose transition went away',
      { ...gate, chosen: ['w/99'] },
      { transitions: 'Choose at least one transition, or choose Flag.' },
    ],
    [
      'while nobody knows the transitions',
      { plan: undefined, chosen: [] },
      { gate: 'Wait until the transitions are there, or choose Flag.' },
    ],
    [
      'in a workflow that others share, without being Jira admin',
      {
        ...gate,
        plan: planOf([transition('w', '11')], {
          mayAttach: false,
          others: [{ id: '10001', key: 'PAY', name: 'Payments' }],
          hidden: 2,
        }),
      },
      {
        gate: 'Other projects use the same workflow: PAY and 2 projects you cannot see. So only a Jira admin can let it block. Ask one to choose Block here.',
      },
    ],
  ])('%s', (_name, with_, sentences) => {
    expect(found(block, with_)).toEqual(sentences);
  });

  test('is not asked for while the gate only flags', () => {
    expect(found({ gate: 'flag' }, { plan: undefined, chosen: [] })).toEqual({});
  });
});

test('a reason that was typed and not added is not lost silently', () => {
  expect(found({}, gate, true)).toEqual({ reason: 'Add the new reason, or cancel it.' });
});

test('the page finds a mistake exactly where the guard would', () => {
  fc.assert(
    fc.property(draft, (some) => {
      const known = {
        issueTypeIds: ['10001', '10002'],
        statusIds: some.storyTypeIds.includes('10001')
          ? ['1', '2', '3', '4']
          : some.storyTypeIds.length > 0
            ? ['1', '4']
            : [],
        roleIds: ['10100'],
      };
      const guard = mistakesInSettings(savedOf(some), known).length > 0;
      const page = Object.keys(mistakesIn({ ...some, gate: 'flag' }, choices, gate, false)).length > 0;
      expect(page).toBe(guard);
    }),
  );
});

test('what is gone is told before anybody saves; own mistakes are not', () => {
  const wrong = { ...start, readyStatusIds: ['9'], upTo: { ...start.upTo, Low: '' } };
  expect(Object.keys(goneIn(wrong, choices, mistakesIn(wrong, choices, gate, false)))).toEqual(['statuses']);
});

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['x'.repeat(61), 'tooLong'],
  ['x'.repeat(60), undefined],
  ['other', 'double'],
  ['  Covered  by another STORY ', 'double'],
  ['Runs offline', undefined],
])('the new reason “%s”', (text, mistake) => {
  expect(newReasonMistake(start.reasons, text)).toBe(mistake);
});

test('a reason that was taken out cannot be written a second time', () => {
  expect(newReasonMistake([], 'Research or documentation')).toBe('double');
});
