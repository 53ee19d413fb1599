/**
 * A project as the settings page meets it, and anything that could stand in its form.
 */
import fc from 'fast-check';
import type { GatePlan, GateTransition, ProjectSettingsView } from '../../../src/contract/settings';
import { defaultSettings } from '../../../src/domain/default-settings';
import type { ProjectSettings } from '../../../src/domain/project-settings';
import type { Draft } from '../../../static/app/src/modules/project-settings/draft';

export const STATUSES = [
  { id: '1', name: 'To Do', category: 'toDo' },
  { id: '2', name: 'Ready', category: 'toDo' },
  { id: '3', name: 'In Progress', category: 'inProgress' },
  { id: '4', name: 'Done', category: 'done' },
] as const;

export function viewOf(settings: Partial<ProjectSettings> = {}, revision = 3): ProjectSettingsView {
  const defaults = { settings: defaultSettings(['2', '3', '4']), storyTypeIds: ['10001'] };
  return {
    project: { id: '10000', key: 'SHOP', name: 'Web Shop' },
    teamManaged: false,
    saved: {
      settings: { ...defaults.settings, ...settings },
      storyTypeIds: ['10001'],
      revision,
      gone: { storyTypeIds: [], readyStatusIds: [], roleIds: [], groupIds: [] },
    },
    defaults,
    issueTypes: [
      { id: '10001', name: 'Story', statusIds: ['1', '2', '3', '4'] },
      { id: '10002', name: 'Bug', statusIds: ['1', '4'] },
    ],
    statuses: STATUSES,
    roles: [{ id: '10100', name: 'Security approver' }],
    newReasons: 'everyProject',
    jiraAdmin: true,
  };
}

/** One transition of a plan, named after where it leads. */
export function transition(
  workflowId: string,
  transitionId: string,
  more: Partial<GateTransition> = {},
): GateTransition {
  return {
    workflowId,
    transitionId,
    name: `Transition ${transitionId}`,
    workflowName: `Workflow ${workflowId}`,
    toStatus: STATUSES[1],
    isCreate: false,
    drops: false,
    validator: 'none',
    ...more,
  };
}

export function planOf(transitions: readonly GateTransition[], more: Partial<GatePlan> = {}): GatePlan {
  return { transitions, others: [], hidden: 0, mayAttach: true, digest: 'digest', ...more };
}

const ids = (from: readonly string[]) =>
  fc.subarray([...from]).chain((some) => fc.shuffledSubarray(some, { minLength: some.length }));
const typed = fc.oneof(fc.integer({ min: 0, max: 400 }).map(String), fc.constantFrom('', 'x', ' 7 ', '-1'));
const reasons = fc.shuffledSubarray([
  { kind: 'standard', reason: 'wording' },
  { kind: 'standard', reason: 'research' },
  { kind: 'own', optionId: '20001', text: 'Runs offline' },
  { kind: 'own', optionId: '', text: 'Printed on paper' },
] as const);

/** Anything a person could leave in the form, sensible or not. */
export const draft: fc.Arbitrary<Draft> = fc.record({
  readyStatusIds: ids(['1', '2', '3', '4', '9']),
  storyTypeIds: ids(['10001', '10002']),
  gate: fc.constantFrom('off', 'flag', 'block'),
  reasons,
  upTo: fc.record({ Low: typed, Medium: typed, High: typed }),
  reviewDays: fc.record({ Low: typed, Medium: typed, High: typed, Critical: typed }),
  closeDays: fc.record({ Low: typed, Medium: typed, High: typed, Critical: typed }),
  lights: fc.record({
    openRisks: fc.record({ watch: typed, act: typed }),
    reviews: fc.record({ watch: typed, act: typed }),
    enablers: fc.record({ watch: typed, act: typed }),
    readiness: fc.record({ watch: typed, act: typed }),
  }),
  approvers: fc.constantFrom(
    undefined,
    { kind: 'role', id: '10100' } as const,
    { kind: 'group', groupId: 'g' } as const,
  ),
  checks: fc.record({
    answer: fc.constantFrom('required', 'off'),
    criteria: fc.constantFrom('accepted', 'ignored'),
    riskOwner: fc.constantFrom('required', 'off'),
    changed: fc.constantFrom('warn', 'off'),
  }),
  hintWords: fc
    .array(fc.constantFrom('Vault', 'vault', 'customer file', '', ' ', 'x', '…', 'ß'.repeat(70)), { maxLength: 6 })
    .map((lines) => lines.join('\n')),
});
