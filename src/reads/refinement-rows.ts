/**
 * The rows of the page Refinement, from what a search or a look at one issue gave.
 */
import { isBypass } from '../domain/bypass';
import { criteriaIn } from '../domain/criteria/security-criteria';
import { hintOf } from '../domain/hints/hint';
import { checksInForce, readinessOf } from '../domain/readiness';
import type { JiraIssue } from '../jira/issue';
import {
  instantOf,
  linksOf,
  numberOf,
  parentOf,
  projectOf,
  statusOf,
  typeIdOf,
  typeNameOf,
  type FieldValues,
} from '../jira/issue-fields';
import type { JiraRequest } from '../jira/request';
import type { RefinementBasis, RefinementList, RefinementRow, RowRisk } from './refinement-view';
import { REFINEMENT_LISTS } from './refinement-view';
import { readRisks, riskLinksOf, type LinkedRisk } from './risks-of-stories';
import { storyText } from './story-text';
import { linksOfType, personViewOf, relevanceOf, statusViewOf } from './values';

/** The fields that a row is made of. */
export function rowFields({ setup, pointsFields }: RefinementBasis): readonly string[] {
  return [
    'summary',
    'description',
    'status',
    'issuetype',
    'project',
    'parent',
    'assignee',
    'created',
    'creator',
    'issuelinks',
    setup.fields.securityRelevance,
    ...pointsFields,
  ];
}

/**
 * One request more where any of them is linked to a security risk: for all their risks together, one point each.
 * @throws JiraError
 */
export async function rowsOf(
  jira: JiraRequest,
  basis: RefinementBasis,
  issues: readonly JiraIssue[],
): Promise<readonly RefinementRow[]> {
  const { site, setup } = basis;
  const linked = issues.flatMap(({ fields }) => riskLinksOf(site, setup, fields).map(({ link }) => link.issue.id));
  const risks = await readRisks(jira, site, setup, linked);
  return issues.map((issue) => rowOf(basis, issue, risks));
}

function rowOf(
  basis: RefinementBasis,
  { id, key, fields }: JiraIssue,
  risksById: ReadonlyMap<string, LinkedRisk>,
): RefinementRow {
  const { site, setup, project, pointsFields } = basis;
  const risks = riskLinksOf(site, setup, fields).flatMap(({ link, relation }) => {
    const risk = risksById.get(link.issue.id);
    return risk === undefined ? [] : [{ ...risk, relation }];
  });
  const relevance = relevanceOf(setup, fields);
  const text = storyText(fields);
  const hint = hintOf(text, { words: project.settings.hintWords });
  const facts = {
    relevance,
    risks,
    enablers: linksOfType(setup, linksOf(fields), 'secures', 'inward').length,
    criteria: criteriaIn(fields.description).length,
    changed: false,
  };
  const { missing } = readinessOf(facts, checksInForce(project.settings));
  const row = {
    id,
    key,
    summary: text.summary,
    typeName: typeNameOf(fields),
    status: statusViewOf(statusOf(fields)),
    points: pointsFields.map((field) => numberOf(fields, field)).find((points) => points !== undefined),
    parent: parentOf(fields),
    assignee: personViewOf(fields, 'assignee'),
    relevance,
    text,
    hint: hint && { hint, text },
    missing,
    risks: risks.map(({ key: riskKey, summary, level, relation }): RowRisk => ({
      key: riskKey,
      summary,
      level,
      relation,
    })),
    made: { at: instantOf(fields, 'created'), by: personViewOf(fields, 'creator') },
    bypass: undefined,
  };
  return { ...row, lists: listsOf(basis, fields, row) };
}

/** Native queries find candidates; this decides. */
function listsOf(
  { setup, project, readyStatusIds }: RefinementBasis,
  fields: FieldValues,
  row: Pick<RefinementRow, 'relevance' | 'missing' | 'status' | 'risks'>,
): readonly RefinementList[] {
  const isOpenStory =
    row.status.category !== 'done' &&
    project.storyTypeIds.includes(typeIdOf(fields)) &&
    projectOf(fields).id === project.projectId;
  if (!isOpenStory) return [];
  const isEnabler =
    row.risks.some(({ relation }) => relation === 'mitigates') ||
    linksOfType(setup, linksOf(fields), 'secures', 'outward').length > 0;
  const belongs: Readonly<Record<RefinementList, boolean>> = {
    unassessed: row.relevance === 'unassessed',
    unanswered: row.missing.includes('answer'),
    enablersNotReady: isEnabler && row.missing.length > 0,
    bypasses: isBypass({ gate: project.settings.gate, missing: row.missing, status: statusOf(fields) }, readyStatusIds),
  };
  return REFINEMENT_LISTS.filter((list) => belongs[list]);
}
