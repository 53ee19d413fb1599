/**
 * The readiness of many stories at once. Without whether their text changed since the assessment: that only warns.
 */
import { criteriaIn } from '../domain/criteria/security-criteria';
import { checksInForce, readinessOf, type Readiness, type ReadinessFacts } from '../domain/readiness';
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import type { JiraIssue } from '../jira/issue';
import { linksOf, type IssueLink } from '../jira/issue-fields';
import type { JiraRequest } from '../jira/request';
import { readRisks, riskLinksOf } from './risks-of-stories';
import { linksOfType, relevanceOf } from './values';

/** The fields that readiness is judged by. */
export function readinessFields(setup: SiteSetup): readonly string[] {
  return ['issuetype', 'status', 'description', 'issuelinks', setup.fields.securityRelevance];
}

/**
 * By the stories' ids. Where relevant stories are linked to open risks whose owner counts, one request for up to a
 * hundred of those risks: a point each.
 * @param stories of this project, with `readinessFields`.
 * @throws JiraError
 */
export async function readinessOfStories(
  jira: JiraRequest,
  site: SiteSetup,
  project: ProjectSetup,
  stories: readonly JiraIssue[],
): Promise<ReadonlyMap<string, Readiness>> {
  const setup = setupOf(site, project);
  const inForce = checksInForce(project.settings);
  const linksById = new Map(
    stories.map(({ id, fields }) => [id, riskLinksOf(site, setup, fields).map(({ link }) => link)]),
  );
  const asked = stories.flatMap(({ id, fields }) =>
    inForce.riskOwner === 'required' && relevanceOf(setup, fields) === 'relevant'
      ? (linksById.get(id) ?? []).filter(isOpen).map(({ issue }) => issue.id)
      : [],
  );
  const risks = await readRisks(jira, site, setup, asked);
  return new Map(
    stories.map(({ id, fields }) => {
      const facts: ReadinessFacts = {
        relevance: relevanceOf(setup, fields),
        risks: (linksById.get(id) ?? []).map((link) => risks.get(link.issue.id) ?? unreadRisk(link)),
        enablers: linksOfType(setup, linksOf(fields), 'secures', 'inward').length,
        criteria: criteriaIn(fields.description).length,
        changed: false,
      };
      return [id, readinessOf(facts, inForce)];
    }),
  );
}

function isOpen({ issue }: IssueLink): boolean {
  return issue.status.category !== 'done';
}

/** A risk that nobody asked about: that it is there is all that counts. */
function unreadRisk(link: IssueLink): ReadinessFacts['risks'][number] {
  return { open: isOpen(link), level: undefined, owned: false };
}
