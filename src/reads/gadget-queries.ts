/**
 * Every query behind the gadget's numbers. A number and its link come from the same text, so they agree by
 * construction. Pure.
 */
import { daysAfter } from '../domain/day';
import { LEVELS, type Level } from '../domain/level';
import type { ProjectSetup, SiteSetup } from '../domain/site-setup';
import {
  allOf,
  anyOf,
  customField,
  day,
  hasLink,
  hasNoLink,
  isEmpty,
  isEmptyOrNoneOf,
  isNoneOf,
  isOneOf,
  isOpen,
  linkedTo,
  ordered,
  statusCategoryIs,
  type JqlClause,
  type Order,
} from '../jira/jql';

/** How far ahead an ending acceptance is announced. */
export const ACCEPTANCE_NOTICE_DAYS = 14;

export interface GadgetQueries {
  readonly risks: {
    readonly open: string;
    readonly byLevel: Readonly<Record<Level, string>>;
    readonly unscored: string;
  };
  readonly attention: {
    readonly overdueReview: string;
    readonly unowned: string;
    readonly withoutEnabler: string;
    readonly acceptanceExpiring: string;
  };
  readonly enablers: {
    readonly all: string;
    readonly done: string;
    readonly inProgress: string;
    readonly toDo: string;
  };
  readonly stories: {
    readonly all: string;
    readonly assessed: string;
    readonly relevant: string;
    readonly notRelevant: string;
    readonly unassessed: string;
  };
  /** Open risks that have a level, the most severe first. */
  readonly topRisks: string;
}

/**
 * The queries for these projects; at least one.
 * @param today ISO day of the viewer.
 */
export function gadgetQueries(setup: SiteSetup, projects: readonly ProjectSetup[], today: string): GadgetQueries {
  const open = openRisks(setup, projects);
  return {
    risks: riskQueries(setup, open),
    attention: attentionQueries(setup, open, today),
    enablers: enablerQueries(setup, projects),
    stories: storyQueries(setup, projects),
    topRisks: ordered(allOf(open, hasLevel(setup)), ...severestFirst(setup)),
  };
}

/** Security risks of these projects whose status category is not Done. */
export function openRisks(setup: SiteSetup, projects: readonly Pick<ProjectSetup, 'projectId'>[]): JqlClause {
  return allOf(inProjects(projects), isOneOf('issuetype', [setup.riskTypeId]), isOpen());
}

/** Has one of the four levels. */
export function hasLevel(setup: SiteSetup): JqlClause {
  return isOneOf(customField(setup.fields.riskLevel), optionsOfLevels(setup));
}

/** The exact rest: none, or an option that somebody else added, which is no level either. */
export function hasNoLevel(setup: SiteSetup): JqlClause {
  return isEmptyOrNoneOf(customField(setup.fields.riskLevel), optionsOfLevels(setup));
}

function optionsOfLevels(setup: SiteSetup): readonly string[] {
  return LEVELS.map((level) => setup.options.riskLevel[level]);
}

/**
 * Level, then likelihood, then impact; of equals the older one first. Only for issues that have a level: sorting
 * downwards, Jira puts an empty value before every other.
 */
export function severestFirst(setup: SiteSetup): readonly Order[] {
  return [
    { field: customField(setup.fields.riskLevel), direction: 'DESC' },
    { field: customField(setup.fields.likelihood), direction: 'DESC' },
    { field: customField(setup.fields.impact), direction: 'DESC' },
    { field: 'created', direction: 'ASC' },
  ];
}

function inProjects(projects: readonly Pick<ProjectSetup, 'projectId'>[]): JqlClause {
  return isOneOf(
    'project',
    projects.map(({ projectId }) => projectId),
  );
}

function riskQueries(setup: SiteSetup, open: JqlClause): GadgetQueries['risks'] {
  const field = customField(setup.fields.riskLevel);
  const options = setup.options.riskLevel;
  const ofLevel = (level: Level) => allOf(open, isOneOf(field, [options[level]]));
  return {
    open,
    byLevel: { Low: ofLevel('Low'), Medium: ofLevel('Medium'), High: ofLevel('High'), Critical: ofLevel('Critical') },
    unscored: allOf(open, hasNoLevel(setup)),
  };
}

function attentionQueries(setup: SiteSetup, open: JqlClause, today: string): GadgetQueries['attention'] {
  const expires = customField(setup.fields.acceptanceExpires);
  return {
    overdueReview: allOf(open, day(customField(setup.fields.nextReview), '<', today)),
    unowned: allOf(open, isEmpty(customField(setup.fields.riskOwner))),
    withoutEnabler: allOf(open, hasNoLink(setup.linkTypes.mitigates.inward)),
    acceptanceExpiring: allOf(
      open,
      day(expires, '>=', today),
      day(expires, '<=', daysAfter(today, ACCEPTANCE_NOTICE_DAYS)),
    ),
  };
}

/** Issues that mitigate a risk or secure a story, without those that were dropped. */
function enablerQueries(setup: SiteSetup, projects: readonly ProjectSetup[]): GadgetQueries['enablers'] {
  const { droppedStatusIds, droppedResolutionIds } = setup;
  const all = allOf(
    inProjects(projects),
    isNoneOf('issuetype', [setup.riskTypeId]),
    hasLink([setup.linkTypes.mitigates.outward, setup.linkTypes.secures.outward]),
    ...(droppedStatusIds.length === 0 ? [] : [isNoneOf('status', droppedStatusIds)]),
    ...(droppedResolutionIds.length === 0 ? [] : [isEmptyOrNoneOf('resolution', droppedResolutionIds)]),
  );
  return {
    all,
    done: allOf(all, statusCategoryIs('done')),
    inProgress: allOf(all, statusCategoryIs('inProgress')),
    toDo: allOf(all, statusCategoryIs('toDo')),
  };
}

/** The enablers that the progress of one risk counts: every one its links name, without those whose status dropped them. */
export function enablersOfRisk(setup: SiteSetup, riskKey: string): string {
  const { droppedStatusIds, linkTypes } = setup;
  const linked = linkedTo(riskKey, linkTypes.mitigates.inward);
  return droppedStatusIds.length === 0 ? linked : allOf(linked, isNoneOf('status', droppedStatusIds));
}

function storyQueries(setup: SiteSetup, projects: readonly ProjectSetup[]): GadgetQueries['stories'] {
  const field = customField(setup.fields.securityRelevance);
  const { relevant, notRelevant } = setup.options.securityRelevance;
  const all = allOf(storiesOf(projects), isOpen());
  return {
    all,
    assessed: allOf(all, isOneOf(field, [relevant, notRelevant])),
    relevant: allOf(all, isOneOf(field, [relevant])),
    notRelevant: allOf(all, isOneOf(field, [notRelevant])),
    unassessed: allOf(all, isEmptyOrNoneOf(field, [relevant, notRelevant])),
  };
}

/** Each project says for itself which types are stories; projects that agree share one clause. */
function storiesOf(projects: readonly ProjectSetup[]): JqlClause {
  const groups = new Map<string, { readonly types: readonly string[]; readonly projects: ProjectSetup[] }>();
  for (const project of projects) {
    const types = [...new Set(project.storyTypeIds)].sort();
    const name = types.join();
    const group = groups.get(name);
    if (group) group.projects.push(project);
    else groups.set(name, { types, projects: [project] });
  }
  const clauses = [...groups.values()].map((group) => {
    return allOf(inProjects(group.projects), isOneOf('issuetype', group.types));
  });
  // AND binds closer than OR, so that the alternatives need no parentheses of their own.
  return anyOf(...clauses);
}
