/**
 * The security risks that one story is linked to, with everything the panel shows of them.
 */
import { compareLevels } from '../domain/level';
import { progressOf, type Progress } from '../domain/progress';
import type { SiteSetup } from '../domain/site-setup';
import { fetchIssues, type JiraIssue } from '../jira/issue';
import { dayOf, linksOf, statusOf, summaryOf, typeIdOf, type IssueLink } from '../jira/issue-fields';
import type { JiraRequest } from '../jira/request';
import type { LinkedRiskView } from './story-view';
import { enablerStateOf, linksOfType, mitigatingLinks, personViewOf, statusViewOf, storedLevelOf } from './values';

/** An issue of a team-managed project may be linked to risks of its own project and to those of the site's type. */
export function setupsAround(site: SiteSetup, setup: SiteSetup): readonly [SiteSetup, ...SiteSetup[]] {
  return setup.riskTypeId === site.riskTypeId ? [setup] : [setup, site];
}

/**
 * The security risks among the linked issues, the most severe first. At most two requests one after the other.
 * @param setups the ids that a linked risk may have.
 */
export async function readLinkedRisks(
  jira: JiraRequest,
  setups: readonly [SiteSetup, ...SiteSetup[]],
  links: readonly IssueLink[],
): Promise<readonly LinkedRiskView[]> {
  const setupOfType = new Map(setups.map((setup) => [setup.riskTypeId, setup]));
  const related = relatedRisks(setups[0], links).filter(({ link }) => setupOfType.has(link.issue.typeId));
  if (related.length === 0) return [];
  const fields = setups.flatMap(({ fields: ids }) => [ids.riskLevel, ids.riskOwner, ids.nextReview]);
  const risks = await fetchIssues(
    jira,
    related.map(({ link }) => link.issue.id),
    { fields: ['summary', 'status', 'issuetype', 'issuelinks', ...new Set(fields)] },
  );
  const progress = await readProgress(jira, setups[0], risks);
  const byId = new Map(risks.map((risk) => [risk.id, risk]));
  return related
    .flatMap(({ link, relation }): LinkedRiskView[] => {
      const risk = byId.get(link.issue.id);
      const setup = risk && setupOfType.get(typeIdOf(risk.fields));
      // Gone or hidden since the first answer, or no risk any more.
      if (!risk || !setup) return [];
      return [
        {
          id: risk.id,
          key: risk.key,
          summary: summaryOf(risk.fields),
          linkId: link.id,
          relation,
          status: statusViewOf(statusOf(risk.fields)),
          level: storedLevelOf(setup, risk.fields),
          owner: personViewOf(risk.fields, setup.fields.riskOwner),
          nextReview: dayOf(risk.fields, setup.fields.nextReview),
          progress: progress(risk),
        },
      ];
    })
    .sort((a, b) => compareLevels(a.level, b.level) || Number(a.id) - Number(b.id));
}

/** Link types are the site's, whatever the project. */
function relatedRisks(setup: SiteSetup, links: readonly IssueLink[]) {
  const mitigated = linksOfType(setup, links, 'mitigates', 'outward').map((link) => {
    return { link, relation: 'mitigates' as const };
  });
  const threatening = linksOfType(setup, links, 'threatens', 'inward').map((link) => {
    return { link, relation: 'threatened' as const };
  });
  return [...mitigated, ...threatening];
}

/** One request for the enablers of all these risks together, because only the issue itself tells its resolution. */
async function readProgress(
  jira: JiraRequest,
  setup: SiteSetup,
  risks: readonly JiraIssue[],
): Promise<(risk: JiraIssue) => Progress> {
  const enablerIds = (risk: JiraIssue) => mitigatingLinks(setup, linksOf(risk.fields)).map(({ issue }) => issue.id);
  const wanted = risks.flatMap(enablerIds);
  if (wanted.length === 0) return () => progressOf([]);
  const enablers = await fetchIssues(jira, wanted, { fields: ['status', 'resolution'] });
  const states = new Map(enablers.map(({ id, fields }) => [id, enablerStateOf(setup, statusOf(fields), fields)]));
  return (risk) =>
    progressOf(
      enablerIds(risk).flatMap((id) => {
        const state = states.get(id);
        return state ? [state] : [];
      }),
    );
}
