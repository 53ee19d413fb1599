/**
 * Stories that are not ready, as far as JQL sees it by native facts: the relevance field and the words of links. Pure.
 *
 * JQL sees that there is a link of a type, not to what: a story that mitigates something else than a security risk, or
 * that is threatened by a risk which the viewer may not see, is not found by these.
 */
import type { ReadinessChecks } from '../domain/project-settings';
import type { SiteSetup } from '../domain/site-setup';
import { allOf, anyOf, customField, hasNoLink, isEmptyOrNoneOf, isOneOf, type JqlClause } from '../jira/jql';

/** Neither relevant nor not relevant: empty, or an option that somebody else added. */
export function isUnassessed({ fields, options }: SiteSetup): JqlClause {
  const { relevant, notRelevant } = options.securityRelevance;
  return isEmptyOrNoneOf(customField(fields.securityRelevance), [relevant, notRelevant]);
}

export function isRelevant({ fields, options }: SiteSetup): JqlClause {
  return isOneOf(customField(fields.securityRelevance), [options.securityRelevance.relevant]);
}

/** Relevant, without a link that answers it. Criteria in the description may. */
export function isUnanswered(setup: SiteSetup): JqlClause {
  return allOf(isRelevant(setup), ...answeringLinks(setup).map(hasNoLink));
}

/** Not ready by what a project asks for: not assessed, or not answered. Owners of risks are not seen from the story. */
export function isNotReady(setup: SiteSetup, { answer }: Pick<ReadinessChecks, 'answer'>): JqlClause {
  return answer === 'off' ? isUnassessed(setup) : anyOf(isUnassessed(setup), isUnanswered(setup));
}

/** Words of the links that answer a relevance, seen from the story. */
export function answeringLinks({ linkTypes }: Pick<SiteSetup, 'linkTypes'>): readonly string[] {
  return [linkTypes.mitigates.outward, linkTypes.threatens.inward, linkTypes.secures.inward];
}

/** Words of the links that make an issue an enabler, seen from that issue. */
export function enablingLinks({ linkTypes }: Pick<SiteSetup, 'linkTypes'>): readonly string[] {
  return [linkTypes.mitigates.outward, linkTypes.secures.outward];
}
