/**
 * The names of what the settings hold as ids. What no longer exists in Jira has none any more. Pure.
 */
import type { Choice, IssueTypeChoice, ProjectSettingsView, StatusChoice } from '../../../../../src/contract/settings';
import type { Approvers, ReasonChoice } from '../../../../../src/domain/project-settings';
import { REASON_OPTION } from '../../../../../src/domain/relevance';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { fill } from '../../shared/strings/fill';

/** What there is to choose from, with the groups that this page has met: Jira lists no groups of a project. */
export interface Choices {
  readonly statuses: readonly StatusChoice[];
  readonly issueTypes: readonly IssueTypeChoice[];
  readonly roles: readonly Choice[];
  readonly groups: readonly Choice[];
}

export function choicesOf(view: ProjectSettingsView, met: readonly Choice[] = []): Choices {
  const { statuses, issueTypes, roles, group } = view;
  return { statuses, issueTypes, roles, groups: group === undefined ? met : [group, ...met] };
}

/** The statuses that issues of these types can have. */
export function statusesOf(typeIds: readonly string[], { statuses, issueTypes }: Choices): readonly StatusChoice[] {
  const ids = new Set(issueTypes.filter(({ id }) => typeIds.includes(id)).flatMap(({ statusIds }) => statusIds));
  return statuses.filter(({ id }) => ids.has(id));
}

/** Something that was chosen. `problem`: it is no longer in Jira, or stories cannot have it. */
export interface Picked extends Choice {
  readonly problem?: 'gone' | 'notOfStories';
}

/** The chosen statuses in the order of Jira; what cannot stay comes last. */
export function pickedStatuses(
  ids: readonly string[],
  typeIds: readonly string[],
  choices: Choices,
): readonly Picked[] {
  const offered = statusesOf(typeIds, choices);
  const others = choices.statuses.filter((status) => ids.includes(status.id) && !offered.includes(status));
  return [
    ...offered.filter(({ id }) => ids.includes(id)),
    ...others.map((status): Picked => ({ ...status, problem: 'notOfStories' })),
    ...goneOf(ids, choices.statuses, projectSettings.ready.statusGone),
  ];
}

export function pickedTypes(ids: readonly string[], choices: Choices): readonly Picked[] {
  return [
    ...choices.issueTypes.filter(({ id }) => ids.includes(id)),
    ...goneOf(ids, choices.issueTypes, projectSettings.ready.typeGone),
  ];
}

function goneOf(
  ids: readonly string[],
  offer: readonly Choice[],
  name: typeof projectSettings.ready.statusGone | typeof projectSettings.ready.typeGone,
): readonly Picked[] {
  return ids
    .filter((id) => offer.every((choice) => choice.id !== id))
    .map((id) => ({ id, name: fill(name, { id }), problem: 'gone' }));
}

/** `undefined` while nobody is chosen. */
export function pickedApprovers(approvers: Approvers | undefined, choices: Choices): Picked | undefined {
  if (approvers === undefined) return undefined;
  const words = projectSettings.approvers;
  const [id, offer, goneName, name] =
    approvers.kind === 'role'
      ? ([approvers.id, choices.roles, words.roleGone, words.role] as const)
      : ([approvers.groupId, choices.groups, words.groupGone, words.group] as const);
  const found = offer.find((choice) => choice.id === id);
  return found === undefined
    ? { id, name: fill(goneName, { id }), problem: 'gone' }
    : { id, name: fill(name, { name: found.name }) };
}

export function reasonText(reason: ReasonChoice): string {
  return reason.kind === 'own' ? reason.text : REASON_OPTION[reason.reason];
}
