/**
 * The queries by which the reconcile finds marks that are missing or left over in one project. Pure.
 */
import { BYPASS_STATE, MARK_PATH, READINESS_PROPERTY } from '../domain/readiness-mark';
import type { ProjectSetup, SiteSetup } from '../domain/site-setup';
import {
  allOf,
  anyOf,
  customField,
  hasLink,
  hasProperty,
  isNoneOf,
  isOneOf,
  isOpen,
  statusCategoryIs,
  updatedWithin,
  type JqlClause,
} from '../jira/jql';
import { answeringLinks, isNotReady, isRelevant } from './story-clauses';

export interface MarkQueries {
  /** Everything of the project that carries the mark. */
  readonly marked: JqlClause;
  /** What follows is missing where no story can be a bypass: then no mark is right. */
  readonly due?: DueQueries;
}

export interface DueQueries {
  /** Open stories in the statuses where they should be ready. */
  readonly all: JqlClause;
  /** Carries the mark, and is none of these. */
  readonly markedOutside: JqlClause;
  /** Those of them that changed. */
  recentlyChanged(minutes: number): JqlClause;
  /** Those of them that are not ready by their fields and links alone; with security criteria one may be ready all the same. */
  readonly unready: JqlClause;
  readonly unreadyMarked: JqlClause;
  /** Carries the mark although its fields and links alone do not tell why. */
  readonly markedOtherwise: JqlClause;
}

export function markQueries(setup: SiteSetup, project: ProjectSetup, readyStatusIds: readonly string[]): MarkQueries {
  const { settings, projectId, storyTypeIds } = project;
  const here = isOneOf('project', [projectId]);
  const marked = allOf(here, isMarked());
  if (settings.gate === 'off' || readyStatusIds.length === 0) return { marked };
  const all = allOf(here, isOneOf('issuetype', storyTypeIds), isOneOf('status', readyStatusIds), isOpen());
  const outside = anyOf(
    isNoneOf('issuetype', storyTypeIds),
    isNoneOf('status', readyStatusIds),
    statusCategoryIs('done'),
  );
  const relevance = customField(setup.fields.securityRelevance);
  const unready = allOf(all, isNotReady(setup, settings.checks));
  const answered =
    settings.checks.answer === 'off' ? isRelevant(setup) : allOf(isRelevant(setup), hasLink(answeringLinks(setup)));
  return {
    marked,
    due: {
      all,
      markedOutside: allOf(marked, outside),
      recentlyChanged: (minutes) => allOf(all, updatedWithin(minutes)),
      unready,
      unreadyMarked: allOf(unready, isMarked()),
      markedOtherwise: allOf(
        marked,
        anyOf(outside, isOneOf(relevance, [setup.options.securityRelevance.notRelevant]), answered),
      ),
    },
  };
}

/** Marks in projects that Shift-Up was not added to, or was taken away from. */
export function marksElsewhere(projectIds: readonly string[]): JqlClause {
  return projectIds.length === 0 ? isMarked() : allOf(isMarked(), isNoneOf('project', projectIds));
}

/** Security risks of the project that changed. */
export function risksChanged(setup: SiteSetup, { projectId }: ProjectSetup, minutes: number): JqlClause {
  return allOf(isOneOf('project', [projectId]), isOneOf('issuetype', [setup.riskTypeId]), updatedWithin(minutes));
}

function isMarked(): JqlClause {
  return hasProperty(READINESS_PROPERTY, MARK_PATH, BYPASS_STATE);
}
