/**
 * Every query behind the report of one project, beside the gadget's own, whose numbers it shares. Pure.
 */
import { daysAfter } from '../domain/day';
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import {
  allOf,
  anyOf,
  customField,
  day,
  hasLink,
  isEmpty,
  isEmptyOrNoneOf,
  isNoneOf,
  isOneOf,
  isOpen,
  ordered,
  statusCategoryIs,
  type JqlClause,
} from '../jira/jql';
import { ACCEPTANCE_NOTICE_DAYS, hasLevel, severestFirst } from './gadget-queries';
import { answeringLinks, isRelevant } from './story-clauses';

export interface ReportQueries {
  /** Security risks that were closed since, the most severe first; without those that were given up. */
  readonly closed: string;
  /** Open risks above Low that changed since: among these are the new ones and those whose level rose. */
  readonly changed: string;
  /** Open risks that somebody has to decide about. */
  readonly undecided: string;
  readonly version: (versionId: string) => { readonly relevant: string; readonly protected: string };
  /** Relevant stories in no version. */
  readonly unplanned: string;
}

/** @param from ISO day of the viewer from which the report looks back; @param today ISO day of the viewer. */
export function reportQueries(site: SiteSetup, project: ProjectSetup, from: string, today: string): ReportQueries {
  const setup = setupOf(site, project);
  const risks = allOf(isOneOf('project', [project.projectId]), isOneOf('issuetype', [setup.riskTypeId]));
  const bySeverity = (...clauses: readonly JqlClause[]) =>
    ordered(allOf(risks, ...clauses, hasLevel(setup)), ...severestFirst(setup));
  const level = customField(setup.fields.riskLevel);
  const { Medium, High, Critical } = setup.options.riskLevel;
  return {
    closed: bySeverity(statusCategoryIs('done'), day('statusCategoryChangedDate', '>=', from), ...notGivenUp(setup)),
    changed: bySeverity(isOpen(), isOneOf(level, [Medium, High, Critical]), day('updated', '>=', from)),
    undecided: bySeverity(isOpen(), anyOf(...undecided(setup, today))),
    version: (versionId) => {
      const relevant = relevantStories(setup, project, isOneOf('fixVersion', [versionId]));
      return { relevant, protected: allOf(relevant, hasLink(protectingLinks(setup))) };
    },
    unplanned: relevantStories(setup, project, isOpen(), isEmpty('fixVersion')),
  };
}

/** Words of the links that protect a story, seen from the story: it is secured, or it reduces a risk itself. */
function protectingLinks(setup: SiteSetup): readonly string[] {
  return answeringLinks(setup).filter((words) => words !== setup.linkTypes.threatens.inward);
}

/** Done ones too: they go live with their version. Not those that were given up. */
function relevantStories(setup: SiteSetup, project: ProjectSetup, ...clauses: readonly JqlClause[]): JqlClause {
  const { droppedStatusIds } = setup;
  return allOf(
    isOneOf('project', [project.projectId]),
    isOneOf('issuetype', project.storyTypeIds),
    isRelevant(setup),
    ...clauses,
    ...(droppedStatusIds.length === 0 ? [] : [isNoneOf('status', droppedStatusIds)]),
    ...notGivenUp(setup),
  );
}

function notGivenUp({ droppedResolutionIds }: SiteSetup): readonly JqlClause[] {
  return droppedResolutionIds.length === 0 ? [] : [isEmptyOrNoneOf('resolution', droppedResolutionIds)];
}

function undecided({ fields, options, riskStatusIds }: SiteSetup, today: string): readonly JqlClause[] {
  const expires = customField(fields.acceptanceExpires);
  const severe = [options.riskLevel.High, options.riskLevel.Critical];
  return [
    allOf(isOneOf(customField(fields.riskLevel), severe), isEmpty(customField(fields.riskOwner))),
    allOf(day(expires, '>=', today), day(expires, '<=', daysAfter(today, ACCEPTANCE_NOTICE_DAYS))),
    ...(riskStatusIds === undefined ? [] : [isOneOf('status', [riskStatusIds.awaitingAcceptance])]),
  ];
}
