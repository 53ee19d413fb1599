/**
 * The panel on a story, as the viewer may see it: at most three requests one after the other.
 */
import { compareLevels } from '../domain/level';
import { progressOf, type Progress } from '../domain/progress';
import { readinessOf, type Readiness } from '../domain/readiness';
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import { fetchIssues, getIssue, type IssueChange, type JiraIssue } from '../jira/issue';
import {
  dayOf,
  linksOf,
  optionOf,
  projectOf,
  statusOf,
  summaryOf,
  typeIdOf,
  type IssueLink,
} from '../jira/issue-fields';
import { permissionsOnIssue } from '../jira/permission';
import type { JiraRequest } from '../jira/request';
import { ASSESSMENT_PROPERTY, reasonTextIn } from '../domain/assessment-record';
import type { LinkedRiskView, SecuringEnablerView, StoryView } from './story-view';
import {
  enablerStateOf,
  linksOfType,
  meaningOf,
  mitigatingLinks,
  personViewOf,
  relevanceOf,
  statusViewOf,
  storedLevelOf,
} from './values';

/**
 * Everything the panel shows on one story.
 * @param project the settings of the story's project.
 * @throws JiraError; `notFound` when the viewer may not see the story.
 */
export async function readStory(
  jira: JiraRequest,
  site: SiteSetup,
  project: ProjectSetup,
  issueId: string,
): Promise<StoryView> {
  const setup = setupOf(site, project);
  const { securityRelevance, relevanceReason } = setup.fields;
  const [story, permissions] = await Promise.all([
    getIssue(jira, issueId, {
      fields: [
        'summary',
        'status',
        'issuetype',
        'project',
        'reporter',
        'issuelinks',
        securityRelevance,
        relevanceReason,
      ],
      properties: [ASSESSMENT_PROPERTY],
      withChanges: true,
    }),
    permissionsOnIssue(jira, issueId, ['EDIT_ISSUES', 'LINK_ISSUES']),
  ]);
  const links = linksOf(story.fields);
  const risks = await readLinkedRisks(jira, setupsAround(site, setup), links);
  const enablers = securingEnablers(setup, links);
  const relevance = relevanceOf(setup, story.fields);
  const chosen = relevance === 'notRelevant' ? optionOf(story.fields, relevanceReason) : undefined;
  const reason = meaningOf(setup.options.relevanceReason, chosen?.id);
  const { id: projectId, key: projectKey } = projectOf(story.fields);
  const assessment = relevance === 'unassessed' ? undefined : lastChangeOf(story.changes, securityRelevance);
  return {
    id: story.id,
    key: story.key,
    summary: summaryOf(story.fields),
    projectId,
    projectKey,
    status: statusViewOf(statusOf(story.fields)),
    isStory: project.storyTypeIds.includes(typeIdOf(story.fields)),
    relevance,
    reason,
    ownReason: chosen !== undefined && reason === undefined ? { optionId: chosen.id, text: chosen.value } : undefined,
    reasonText: reason === 'other' ? reasonTextIn(story.properties[ASSESSMENT_PROPERTY]) : undefined,
    assessedBy: assessment?.author && { name: assessment.author.name, avatarUrl: assessment.author.avatarUrl },
    assessedAt: assessment && isoInstant(assessment.created),
    risks,
    enablers,
    readiness: storyReadiness(relevance, risks, enablers.length),
    mayEdit: permissions.has('EDIT_ISSUES'),
    mayLink: permissions.has('LINK_ISSUES'),
    reporter: personViewOf(story.fields, 'reporter')?.name,
  };
}

export function storyReadiness(
  relevance: StoryView['relevance'],
  risks: readonly Pick<LinkedRiskView, 'status' | 'level' | 'owner'>[],
  enablers: number,
): Readiness {
  return readinessOf({
    relevance,
    risks: risks.map(({ status, level, owner }) => ({
      open: status.category !== 'done',
      level,
      owned: owner !== undefined,
    })),
    enablers,
  });
}

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

function securingEnablers(setup: SiteSetup, links: readonly IssueLink[]): readonly SecuringEnablerView[] {
  return linksOfType(setup, links, 'secures', 'inward').map(({ id, issue }) => {
    return { id: issue.id, key: issue.key, summary: issue.summary, status: statusViewOf(issue.status), linkId: id };
  });
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

/** Jira gives the changes newest first. */
function lastChangeOf(changes: readonly IssueChange[], fieldId: string): IssueChange | undefined {
  return changes.find((change) => change.fieldIds.includes(fieldId));
}

/** Jira writes the offset without a colon (+0100), which not every browser reads. */
function isoInstant(jiraInstant: string): string | undefined {
  const instant = new Date(jiraInstant.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}
