/**
 * Every query of the page Refinement: of its counts, and of its lists by rank. A list and its number come from the same
 * text. Pure.
 */
import { BYPASS_STATE, MARK_PATH, READINESS_PROPERTY } from '../domain/readiness-mark';
import type { SiteSetup } from '../domain/site-setup';
import {
  allOf,
  anyOf,
  customField,
  hasLink,
  hasProperty,
  isEmpty,
  isOneOf,
  isOpen,
  linkedTo,
  ordered,
  type JqlClause,
  type Order,
} from '../jira/jql';
import { severestFirst } from './gadget-queries';
import type { RefinementBasis, RefinementList } from './refinement-view';
import { enablingLinks, isNotReady, isRelevant, isUnanswered, isUnassessed } from './story-clauses';

export interface RefinementQueries {
  readonly relevant: string;
  readonly notRelevant: string;
  readonly lists: Readonly<Record<RefinementList, string>>;
}

/**
 * The lists ask for more than native facts of the story tell: for the app's mark on bypasses, and for links to risks that
 * nobody owns.
 * @param unownedRiskKeys Jira refuses a query that names a risk which is gone.
 */
export function refinementQueries(basis: RefinementBasis, unownedRiskKeys: readonly string[]): RefinementQueries {
  const { setup, project, readyStatusIds } = basis;
  const { relevant, notRelevant } = setup.options.securityRelevance;
  const relevance = (option: string) => isOneOf(customField(setup.fields.securityRelevance), [option]);
  const stories = allOf(isOneOf('project', [project.projectId]), isOneOf('issuetype', project.storyTypeIds), isOpen());
  const notReady = [
    isNotReady(setup, project.settings.checks),
    ...(unownedRiskKeys.length === 0 ? [] : [allOf(isRelevant(setup), linkedToRisks(setup, unownedRiskKeys))]),
  ];
  const marked = hasProperty(READINESS_PROPERTY, MARK_PATH, BYPASS_STATE);
  const byRank = (...clauses: readonly JqlClause[]) => ordered(allOf(stories, ...clauses), ...orderOf(basis));
  return {
    relevant: allOf(stories, relevance(relevant)),
    notRelevant: allOf(stories, relevance(notRelevant)),
    lists: {
      unassessed: byRank(isUnassessed(setup)),
      unanswered: byRank(isUnanswered(setup)),
      enablersNotReady: byRank(hasLink(enablingLinks(setup)), anyOf(...notReady)),
      // A project without readiness statuses has no bypass; its query then finds all that are not ready.
      bypasses: byRank(
        ...(readyStatusIds.length === 0 ? [] : [isOneOf('status', readyStatusIds)]),
        anyOf(...notReady, marked),
      ),
    },
  };
}

/** Open Critical and High risks that nobody owns, the most severe first: in any project, because a link crosses them. */
export function unownedRisksQuery(setup: SiteSetup): string {
  const { fields, options } = setup;
  const severe = [options.riskLevel.Critical, options.riskLevel.High];
  return ordered(
    allOf(
      isOneOf('issuetype', [setup.riskTypeId]),
      isOpen(),
      isOneOf(customField(fields.riskLevel), severe),
      isEmpty(customField(fields.riskOwner)),
    ),
    ...severestFirst(setup),
  );
}

function linkedToRisks({ linkTypes }: SiteSetup, riskKeys: readonly string[]): JqlClause {
  return anyOf(
    ...riskKeys.flatMap((key) => [
      linkedTo(key, linkTypes.mitigates.inward),
      linkedTo(key, linkTypes.threatens.outward),
    ]),
  );
}

/** As the board has them; where there is no rank, the most important first, of equals the oldest. */
function orderOf({ rankField }: RefinementBasis): readonly Order[] {
  if (rankField !== undefined) return [{ field: customField(rankField), direction: 'ASC' }];
  return [
    { field: 'priority', direction: 'DESC' },
    { field: 'created', direction: 'ASC' },
  ];
}
