/**
 * The security risks that many stories are linked to, read together.
 */
import type { Level } from '../domain/level';
import type { SiteSetup } from '../domain/site-setup';
import { fetchIssues } from '../jira/issue';
import {
  linksOf,
  personOf,
  statusOf,
  summaryOf,
  typeIdOf,
  type FieldValues,
  type IssueLink,
} from '../jira/issue-fields';
import type { JiraRequest } from '../jira/request';
import { setupsAround } from './linked-risks';
import { linksOfType, storedLevelOf } from './values';

/** A link to a security risk; see LinkedRiskView for the relation. */
export interface RiskLink {
  readonly link: IssueLink;
  readonly relation: 'mitigates' | 'threatened';
}

export interface LinkedRisk {
  readonly key: string;
  readonly summary: string;
  readonly level: Level | undefined;
  readonly open: boolean;
  readonly owned: boolean;
}

/** The links of a story to security risks that the caller may see, whichever way round. */
export function riskLinksOf(site: SiteSetup, setup: SiteSetup, fields: FieldValues): readonly RiskLink[] {
  const riskTypes = new Set(setupsAround(site, setup).map(({ riskTypeId }) => riskTypeId));
  const links = linksOf(fields);
  const mitigated = linksOfType(setup, links, 'mitigates', 'outward');
  const threatening = linksOfType(setup, links, 'threatens', 'inward');
  return [
    ...mitigated.map((link) => ({ link, relation: 'mitigates' as const })),
    ...threatening.map((link) => ({ link, relation: 'threatened' as const })),
  ].filter(({ link }) => riskTypes.has(link.issue.typeId));
}

/**
 * By id; one request for up to a hundred risks, a point each. Gone, hidden, or no risk any more: not among them.
 * @throws JiraError
 */
export async function readRisks(
  jira: JiraRequest,
  site: SiteSetup,
  setup: SiteSetup,
  riskIds: readonly string[],
): Promise<ReadonlyMap<string, LinkedRisk>> {
  if (riskIds.length === 0) return new Map();
  const setups = new Map(setupsAround(site, setup).map((around) => [around.riskTypeId, around]));
  const fields = [...setups.values()].flatMap(({ fields: ids }) => [ids.riskLevel, ids.riskOwner]);
  const risks = await fetchIssues(jira, riskIds, { fields: ['summary', 'status', 'issuetype', ...new Set(fields)] });
  return new Map(
    risks.flatMap(({ id, key, fields: values }): [string, LinkedRisk][] => {
      const ids = setups.get(typeIdOf(values));
      if (ids === undefined) return [];
      const risk: LinkedRisk = {
        key,
        summary: summaryOf(values),
        level: storedLevelOf(ids, values),
        open: statusOf(values).category !== 'done',
        owned: personOf(values, ids.fields.riskOwner) !== undefined,
      };
      return [[id, risk]];
    }),
  );
}
