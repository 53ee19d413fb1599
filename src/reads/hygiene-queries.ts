/**
 * The queries of the page Hygiene: of the rules that Jira's search knows, and of the risks that are looked at for the
 * others. A rule's number and its list come from the same text. Pure.
 */
import { FIELDS_OF_RULE, type HygieneRule } from '../domain/hygiene';
import {
  allOf,
  anyOf,
  customField,
  day,
  hasLink,
  hasNoLink,
  isAmong,
  isEmpty,
  isNoneOf,
  isOneOf,
  isOpen,
  ordered,
  statusCategoryIs,
  type JqlClause,
} from '../jira/jql';
import { severestFirst } from './gadget-queries';
import type { HygieneBasis, RuleWay } from './hygiene-view';

/** How a rule is found in this project. */
export function wayOf(basis: HygieneBasis, rule: HygieneRule): RuleWay {
  const missing = FIELDS_OF_RULE[rule].filter((field) => basis.setup.missingFields?.includes(field) === true);
  if (missing.length > 0) return { way: 'noField', fields: missing };
  const jql = countedBy(basis, rule);
  if (jql !== undefined) return { way: 'counted', jql };
  return { way: 'looked', at: rule === 'closedWithOpenEnablers' ? 'closed' : 'open' };
}

/**
 * `undefined` where Jira's search cannot ask: it does not know whose account is closed, compares no two fields, and does
 * not see the status of a linked issue.
 */
function countedBy(basis: HygieneBasis, rule: HygieneRule): JqlClause | undefined {
  const { setup, today } = basis;
  const { fields, linkTypes, riskStatusIds } = setup;
  const open = openRisks(basis);
  switch (rule) {
    case 'noOwner':
      return allOf(open, isEmpty(customField(fields.riskOwner)));
    case 'reviewOverdue':
      return allOf(open, day(customField(fields.nextReview), '<', today));
    case 'acceptanceLapsed': {
      const expires = customField(fields.acceptanceExpires);
      const over = day(expires, '<', today);
      if (riskStatusIds === undefined) return allOf(open, over);
      return allOf(open, anyOf(over, allOf(isOneOf('status', [riskStatusIds.accepted]), isEmpty(expires))));
    }
    case 'inTreatmentWithoutEnabler':
      return allOf(open, inTreatment(basis), hasNoLink(linkTypes.mitigates.inward));
    case 'ownerInactive':
    case 'residualAboveInherent':
    case 'residualUnproven':
    case 'allEnablersDone':
    case 'closedWithOpenEnablers':
      return undefined;
  }
}

/** The statuses of a team-managed project are its own: there, everything in progress counts as in treatment. */
function inTreatment({ setup: { riskStatusIds } }: HygieneBasis): JqlClause {
  return riskStatusIds === undefined ? statusCategoryIs('inProgress') : isOneOf('status', [riskStatusIds.inTreatment]);
}

function risks({ setup, project }: HygieneBasis): JqlClause {
  return allOf(isOneOf('project', [project.projectId]), isOneOf('issuetype', [setup.riskTypeId]));
}

function openRisks(basis: HygieneBasis): JqlClause {
  return allOf(risks(basis), isOpen());
}

/** The list of a rule that is counted, the most severe first; Jira puts those that have no level before all others. */
export function rowsQuery({ setup }: HygieneBasis, jql: string): string {
  return ordered(jql as JqlClause, ...severestFirst(setup));
}

/** What is looked at: every open risk, or the closed ones that have enablers, the last closed first. */
export function lookQuery(basis: HygieneBasis, at: 'open' | 'closed'): string {
  if (at === 'open') return rowsQuery(basis, openRisks(basis));
  const closed = allOf(risks(basis), statusCategoryIs('done'), hasLink([basis.setup.linkTypes.mitigates.inward]));
  return ordered(closed, { field: 'statusCategoryChangedDate', direction: 'DESC' });
}

/**
 * Enablers that are done by their status and were dropped by their resolution alone: a link does not tell that of the issue at
 * its other end. `undefined` where no resolution means so.
 */
export function droppedQuery({ setup }: HygieneBasis): string | undefined {
  const { droppedResolutionIds, droppedStatusIds, linkTypes } = setup;
  if (droppedResolutionIds.length === 0) return undefined;
  return ordered(
    allOf(
      hasLink([linkTypes.mitigates.outward]),
      statusCategoryIs('done'),
      isOneOf('resolution', droppedResolutionIds),
      ...(droppedStatusIds.length === 0 ? [] : [isNoneOf('status', droppedStatusIds)]),
    ),
    { field: 'updated', direction: 'DESC' },
  );
}

/** Exactly these, for "Open in Jira" where no query finds them; `undefined` for none. */
export function keysQuery(keys: readonly string[]): string | undefined {
  return keys.length === 0 ? undefined : isAmong(keys);
}
