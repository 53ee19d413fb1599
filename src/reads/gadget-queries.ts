/**
 * Every query behind the gadget's numbers. A number and its link come from the same text, so they agree by
 * construction. Pure.
 */
import { daysAfter } from '../domain/day';
import { LEVELS, type Level } from '../domain/level';
import type { ProjectSetup, SiteSetup } from '../domain/site-setup';
import {
  allOf,
  customField,
  day,
  hasLink,
  hasNoLink,
  inFilter,
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
import { idSetsOf, inAny, inProjects, type IdSet, type Within } from './gadget-sets';
import { storyQueries, type BypassQuery } from './gadget-story-queries';

/** How far ahead an ending acceptance is announced. */
export const ACCEPTANCE_NOTICE_DAYS = 14;

export interface GadgetQueries {
  readonly risks: {
    readonly open: string;
    readonly byLevel: Readonly<Record<Level, string>>;
    readonly unscored: string;
    /** Open or not: every security risk there ever was. */
    readonly recorded: string;
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
    /** `undefined` where no project has a gate, or none has chosen yet from which status on a story should be ready. */
    readonly bypasses: BypassQuery | undefined;
  };
  /**
   * Open risks that have a level, the most severe first. One query where all projects have the same fields, which is
   * every site without team-managed projects; Jira cannot sort by two fields as if they were one.
   */
  readonly topRisks: readonly TopRisksQuery[];
}

export interface TopRisksQuery {
  readonly jql: string;
  /** The ids of the risks it finds. */
  readonly setup: SiteSetup;
}

/**
 * The queries for these projects; at least one.
 * @param today ISO day of the viewer.
 * @param filterId id of a saved filter: only issues that it finds are counted then.
 */
export function gadgetQueries(
  site: SiteSetup,
  projects: readonly ProjectSetup[],
  today: string,
  filterId?: string,
): GadgetQueries {
  const sets = idSetsOf(site, projects);
  const within: Within = (clause) => (filterId === undefined ? clause : allOf(inFilter(filterId), clause));
  return {
    risks: riskQueries(sets, within),
    attention: attentionQueries(sets, today, within),
    enablers: enablerQueries(site, sets, projects, within),
    stories: storyQueries(sets, within),
    topRisks: topRisksQueries(sets, within),
  };
}

/** Projects whose risks are of different types and have the same fields are found by one query. */
function topRisksQueries(sets: readonly IdSet[], within: Within): readonly TopRisksQuery[] {
  const groups = new Map<string, [IdSet, ...IdSet[]]>();
  for (const set of sets) {
    const name = JSON.stringify([set.setup.fields, set.setup.options]);
    const group = groups.get(name);
    if (group) group.push(set);
    else groups.set(name, [set]);
  }
  return [...groups.values()].map((group) => {
    const [{ setup }] = group;
    const found = inAny(group, (set) => allOf(openIn(set), hasLevel(set.setup)));
    return { jql: ordered(within(found), ...severestFirst(setup)), setup };
  });
}

function risksIn({ setup, projects }: IdSet): JqlClause {
  return allOf(inProjects(projects), isOneOf('issuetype', [setup.riskTypeId]));
}

/** Security risks of one set of projects whose status category is not Done. */
function openIn(set: IdSet): JqlClause {
  return allOf(risksIn(set), isOpen());
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

function riskQueries(sets: readonly IdSet[], within: Within): GadgetQueries['risks'] {
  const ofLevel = (level: Level) =>
    within(
      inAny(sets, (set) => {
        const { fields, options } = set.setup;
        return allOf(openIn(set), isOneOf(customField(fields.riskLevel), [options.riskLevel[level]]));
      }),
    );
  return {
    open: within(inAny(sets, openIn)),
    byLevel: { Low: ofLevel('Low'), Medium: ofLevel('Medium'), High: ofLevel('High'), Critical: ofLevel('Critical') },
    unscored: within(inAny(sets, (set) => allOf(openIn(set), hasNoLevel(set.setup)))),
    recorded: within(inAny(sets, risksIn)),
  };
}

function attentionQueries(sets: readonly IdSet[], today: string, within: Within): GadgetQueries['attention'] {
  const open = (clauses: (setup: SiteSetup) => readonly JqlClause[]) =>
    within(inAny(sets, (set) => allOf(openIn(set), ...clauses(set.setup))));
  return {
    overdueReview: open(({ fields }) => [day(customField(fields.nextReview), '<', today)]),
    unowned: open(({ fields }) => [isEmpty(customField(fields.riskOwner))]),
    withoutEnabler: open(({ linkTypes }) => [hasNoLink(linkTypes.mitigates.inward)]),
    acceptanceExpiring: open(({ fields }) => {
      const expires = customField(fields.acceptanceExpires);
      return [day(expires, '>=', today), day(expires, '<=', daysAfter(today, ACCEPTANCE_NOTICE_DAYS))];
    }),
  };
}

/** Issues that mitigate a risk or secure a story, without those that were dropped. */
function enablerQueries(
  site: SiteSetup,
  sets: readonly IdSet[],
  projects: readonly ProjectSetup[],
  within: Within,
): GadgetQueries['enablers'] {
  const { droppedStatusIds, droppedResolutionIds, linkTypes } = site;
  const riskTypeIds = [...new Set(sets.map(({ setup }) => setup.riskTypeId))];
  const all = within(
    allOf(
      inProjects(projects),
      isNoneOf('issuetype', riskTypeIds),
      hasLink([linkTypes.mitigates.outward, linkTypes.secures.outward]),
      ...(droppedStatusIds.length === 0 ? [] : [isNoneOf('status', droppedStatusIds)]),
      ...(droppedResolutionIds.length === 0 ? [] : [isEmptyOrNoneOf('resolution', droppedResolutionIds)]),
    ),
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
