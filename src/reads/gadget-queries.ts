/**
 * Every query behind the gadget's numbers. A number and its link come from the same text, so they agree by
 * construction. Pure.
 */
import { daysAfter } from '../domain/day';
import { LEVELS, type Level } from '../domain/level';
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
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

/** Projects whose issues have the same ids. */
interface IdSet {
  readonly setup: SiteSetup;
  readonly projects: readonly ProjectSetup[];
}

function idSetsOf(site: SiteSetup, projects: readonly ProjectSetup[]): readonly IdSet[] {
  const sets = new Map<string, { readonly setup: SiteSetup; readonly projects: ProjectSetup[] }>();
  for (const project of projects) {
    const name = JSON.stringify(project.own ?? null);
    const set = sets.get(name);
    if (set) set.projects.push(project);
    else sets.set(name, { setup: setupOf(site, project), projects: [project] });
  }
  return [...sets.values()];
}

/** What holds in each set by its own ids, in any of them. */
function inAny(sets: readonly IdSet[], clause: (set: IdSet) => JqlClause): JqlClause {
  return anyOf(...sets.map(clause));
}

/**
 * The queries for these projects; at least one.
 * @param today ISO day of the viewer.
 */
export function gadgetQueries(site: SiteSetup, projects: readonly ProjectSetup[], today: string): GadgetQueries {
  const sets = idSetsOf(site, projects);
  return {
    risks: riskQueries(sets),
    attention: attentionQueries(sets, today),
    enablers: enablerQueries(site, sets, projects),
    stories: storyQueries(sets),
    topRisks: topRisksQueries(sets),
  };
}

/** Projects whose risks are of different types and have the same fields are found by one query. */
function topRisksQueries(sets: readonly IdSet[]): readonly TopRisksQuery[] {
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
    return { jql: ordered(found, ...severestFirst(setup)), setup };
  });
}

/** Security risks of one set of projects whose status category is not Done. */
function openIn({ setup, projects }: IdSet): JqlClause {
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

function riskQueries(sets: readonly IdSet[]): GadgetQueries['risks'] {
  const ofLevel = (level: Level) =>
    inAny(sets, (set) => {
      const { fields, options } = set.setup;
      return allOf(openIn(set), isOneOf(customField(fields.riskLevel), [options.riskLevel[level]]));
    });
  return {
    open: inAny(sets, openIn),
    byLevel: { Low: ofLevel('Low'), Medium: ofLevel('Medium'), High: ofLevel('High'), Critical: ofLevel('Critical') },
    unscored: inAny(sets, (set) => allOf(openIn(set), hasNoLevel(set.setup))),
  };
}

function attentionQueries(sets: readonly IdSet[], today: string): GadgetQueries['attention'] {
  const open = (clauses: (setup: SiteSetup) => readonly JqlClause[]) =>
    inAny(sets, (set) => allOf(openIn(set), ...clauses(set.setup)));
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
): GadgetQueries['enablers'] {
  const { droppedStatusIds, droppedResolutionIds, linkTypes } = site;
  const riskTypeIds = [...new Set(sets.map(({ setup }) => setup.riskTypeId))];
  const all = allOf(
    inProjects(projects),
    isNoneOf('issuetype', riskTypeIds),
    hasLink([linkTypes.mitigates.outward, linkTypes.secures.outward]),
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

function storyQueries(sets: readonly IdSet[]): GadgetQueries['stories'] {
  const open = (clauses: (setup: SiteSetup) => readonly JqlClause[]) =>
    inAny(sets, ({ setup, projects }) => allOf(storiesOf(projects), isOpen(), ...clauses(setup)));
  const having = (...chosen: readonly ('relevant' | 'notRelevant')[]) =>
    open(({ fields, options }) => [
      isOneOf(
        customField(fields.securityRelevance),
        chosen.map((meaning) => options.securityRelevance[meaning]),
      ),
    ]);
  return {
    all: open(() => []),
    assessed: having('relevant', 'notRelevant'),
    relevant: having('relevant'),
    notRelevant: having('notRelevant'),
    unassessed: open(({ fields, options }) => {
      const { relevant, notRelevant } = options.securityRelevance;
      return [isEmptyOrNoneOf(customField(fields.securityRelevance), [relevant, notRelevant])];
    }),
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
