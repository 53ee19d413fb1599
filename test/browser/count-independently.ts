/**
 * The gadget's numbers, counted a second time: straight from the local Jira's rows, by names, with loops. It shares
 * nothing with the app, so that both cannot be wrong in the same way.
 */
import type { SiteState } from '../local-jira';
import type { Issue } from '../local-jira/state/issue-entities';

export const LEVEL_NAMES = ['Critical', 'High', 'Medium', 'Low'] as const;
export type LevelName = (typeof LEVEL_NAMES)[number];

export interface EnablerProgress {
  readonly done: number;
  readonly inProgress: number;
  readonly toDo: number;
}

export interface IndependentCounts {
  readonly risks: { readonly open: number; readonly unscored: number } & Readonly<Record<LevelName, number>>;
  readonly attention: {
    readonly overdueReview: number;
    readonly unowned: number;
    readonly withoutEnabler: number;
    /** Within 14 days. */
    readonly acceptanceExpiring: number;
  };
  readonly enablers: EnablerProgress & { readonly all: number };
  readonly stories: {
    readonly all: number;
    readonly relevant: number;
    readonly notRelevant: number;
    readonly unassessed: number;
    /** Past Ready and not ready, as far as fields, links and the app's mark tell. */
    readonly bypasses: number;
  };
  /** The five most severe open risks: highest level, then highest score. */
  readonly top: readonly { readonly key: string; readonly progress: EnablerProgress }[];
}

export interface CountedScope {
  readonly projectKeys: readonly string[];
  /** ISO day. */
  readonly today: string;
  /** Names of the types whose relevance is assessed. */
  readonly storyTypes?: readonly string[];
}

export function countIndependently(state: SiteState, scope: CountedScope): IndependentCounts {
  const { today } = scope;
  const storyTypes = scope.storyTypes ?? ['Story'];
  const projectIds = new Set(
    scope.projectKeys.map((key) => idOfNamed(state.projects.all(), (row) => row.key === key, key)),
  );
  const issues = [...state.issues.values()].filter((issue) => projectIds.has(issue.projectId) && !issue.archived);
  const risks = issues.filter((issue) => typeName(state, issue) === 'Security Risk' && isOpen(state, issue));
  const stories = issues.filter((issue) => storyTypes.includes(typeName(state, issue)) && isOpen(state, issue));
  const enablers = issues.filter((issue) => isEnabler(state, issue));

  const level = (risk: Issue): string | undefined => optionName(state, risk, 'Risk level');
  const relevance = (story: Issue): string | undefined => optionName(state, story, 'Security relevance');
  const inTwoWeeks = new Date(Date.parse(`${today}T00:00:00Z`) + 14 * 86_400_000).toISOString().slice(0, 10);
  const ofLevel = (name: LevelName): number => count(risks, (risk) => level(risk) === name);
  const assessed = {
    relevant: count(stories, (s) => relevance(s) === 'Relevant'),
    notRelevant: count(stories, (s) => relevance(s) === 'Not relevant'),
  };
  return {
    risks: {
      open: risks.length,
      Critical: ofLevel('Critical'),
      High: ofLevel('High'),
      Medium: ofLevel('Medium'),
      Low: ofLevel('Low'),
      unscored: count(risks, (risk) => level(risk) === undefined),
    },
    attention: {
      overdueReview: count(risks, (risk) => {
        const review = value(state, risk, 'Next review');
        return review !== undefined && review < today;
      }),
      unowned: count(risks, (risk) => value(state, risk, 'Risk owner') === undefined),
      withoutEnabler: count(risks, (risk) => linked(state, risk, 'Mitigates', 'inward').length === 0),
      acceptanceExpiring: count(risks, (risk) => {
        const expires = value(state, risk, 'Acceptance expires');
        return expires !== undefined && expires >= today && expires <= inTwoWeeks;
      }),
    },
    enablers: { all: enablers.length, ...progress(state, enablers) },
    stories: {
      all: stories.length,
      ...assessed,
      unassessed: count(stories, (story) => relevance(story) === undefined),
      bypasses: count(stories, (story) => isPastReady(state, story) && !isReady(state, story, relevance(story))),
    },
    top: [...risks]
      .sort((a, b) => severity(state, b) - severity(state, a) || a.created - b.created)
      .slice(0, 5)
      .map((risk) => ({
        key: risk.key,
        progress: progress(
          state,
          linked(state, risk, 'Mitigates', 'inward').filter((enabler) => !isDropped(state, enabler)),
        ),
      })),
  };
}

function isEnabler(state: SiteState, issue: Issue): boolean {
  const enables =
    linked(state, issue, 'Mitigates', 'outward').length > 0 || linked(state, issue, 'Secures', 'outward').length > 0;
  return enables && typeName(state, issue) !== 'Security Risk' && !isDropped(state, issue);
}

/** Begun, or in a status of that name. */
function isPastReady(state: SiteState, story: Issue): boolean {
  const { name, category } = state.statuses.require(story.statusId);
  return category === 'IN_PROGRESS' || name === 'Ready' || name === 'Selected for Development';
}

function isReady(state: SiteState, story: Issue, relevance: string | undefined): boolean {
  if (relevance === undefined || state.properties.get(`issue:${story.id}`)?.['shift-up.readiness'] !== undefined) {
    return false;
  }
  const answers =
    linked(state, story, 'Mitigates', 'outward').length +
    linked(state, story, 'Threatens', 'inward').length +
    linked(state, story, 'Secures', 'inward').length;
  return relevance === 'Not relevant' || answers > 0;
}

function isDropped(state: SiteState, issue: Issue): boolean {
  const status = state.statuses.require(issue.statusId).name;
  const resolution = issue.resolutionId === null ? undefined : state.resolutions.require(issue.resolutionId).name;
  return status === "Won't do" || resolution === "Won't Do" || resolution === 'Duplicate';
}

function progress(state: SiteState, enablers: readonly Issue[]): EnablerProgress {
  const ofCategory = (category: string): number =>
    count(enablers, (issue) => state.statuses.require(issue.statusId).category === category);
  return { done: ofCategory('DONE'), inProgress: ofCategory('IN_PROGRESS'), toDo: ofCategory('TODO') };
}

/** 100 for each step of level, and the score on top: a Critical risk always stands above a High one. */
function severity(state: SiteState, risk: Issue): number {
  const name = optionName(state, risk, 'Risk level');
  const rank = name === undefined ? 0 : 4 - LEVEL_NAMES.indexOf(name as LevelName);
  const rating = (field: string): number => Number(optionName(state, risk, field) ?? 0);
  return rank * 100 + rating('Likelihood') * rating('Impact');
}

function linked(state: SiteState, issue: Issue, linkName: string, direction: 'inward' | 'outward'): Issue[] {
  const type = state.linkTypes.find((row) => row.name === linkName);
  return issue.links
    .filter((end) => end.typeId === type?.id && end.direction === direction)
    .map((end) => state.issues.require(end.otherId));
}

function isOpen(state: SiteState, issue: Issue): boolean {
  return state.statuses.require(issue.statusId).category !== 'DONE';
}

function typeName(state: SiteState, issue: Issue): string {
  return state.issueTypes.require(issue.typeId).name;
}

function optionName(state: SiteState, issue: Issue, fieldName: string): string | undefined {
  const option = value(state, issue, fieldName);
  return option === undefined ? undefined : state.fieldOptions.require(option).value;
}

function value(state: SiteState, issue: Issue, fieldName: string): string | undefined {
  const fieldId = idOfNamed(state.fields.all(), (row) => row.name === fieldName, fieldName);
  const held = issue.custom[fieldId];
  if (held !== undefined && typeof held !== 'string') throw new Error(`${issue.key} holds no text in ${fieldName}`);
  return held;
}

function idOfNamed<Row extends { readonly id: string }>(
  rows: readonly Row[],
  matches: (row: Row) => boolean,
  name: string,
): string {
  const found = rows.filter(matches);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`the site has ${found.length} of ${name}`);
  return found[0].id;
}

function count<Row>(rows: readonly Row[], matches: (row: Row) => boolean): number {
  return rows.filter(matches).length;
}
