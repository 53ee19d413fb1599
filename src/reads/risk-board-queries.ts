/**
 * The queries behind the risk board. Pure.
 */
import { allOf, isOneOf, isOpen, ordered, statusCategoryIs, type JqlClause } from '../jira/jql';
import { severestFirst } from './gadget-queries';
import type { RiskBoardBasis, RiskList } from './risk-board-view';

/** All security risks of the project, open or closed: a count and its list come from the same text. */
export function riskListQuery({ setup, project }: RiskBoardBasis, list: RiskList): JqlClause {
  return allOf(
    isOneOf('project', [project.projectId]),
    isOneOf('issuetype', [setup.riskTypeId]),
    list === 'open' ? isOpen() : statusCategoryIs('done'),
  );
}

/**
 * The same in the order of reading: what is worst stands on the first page. Jira puts those that have no level before all
 * others.
 */
export function riskPageQuery(basis: RiskBoardBasis, list: RiskList): string {
  return ordered(riskListQuery(basis, list), ...severestFirst(basis.setup));
}
