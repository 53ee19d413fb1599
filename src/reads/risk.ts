/**
 * The panel on a security risk, as the viewer may see it: two requests one after the other.
 */
import { progressOf } from '../domain/progress';
import { riskProblemsOf } from '../domain/risk-problems';
import type { SiteSetup } from '../domain/site-setup';
import { plainTextOf } from '../jira/document';
import { fetchIssues, getIssue, type JiraIssue } from '../jira/issue';
import { dayOf, lineOf, linksOf, optionIdOf, statusOf, summaryOf, type IssueLink } from '../jira/issue-fields';
import { permissionsOnIssue } from '../jira/permission';
import type { JiraRequest } from '../jira/request';
import type { EnablerView, RiskView, ThreatenedStoryView } from './risk-view';
import {
  enablerStateOf,
  linksOfType,
  meaningOf,
  mitigatingLinks,
  personViewOf,
  relevanceOf,
  scoreOf,
  statusViewOf,
  storedLevelOf,
} from './values';

/**
 * Everything the panel shows on one risk.
 * @param setup the ids that hold in the risk's project (`setupOf`).
 * @param today ISO day of the viewer.
 * @throws JiraError; `notFound` when the viewer may not see the risk.
 */
export async function readRisk(jira: JiraRequest, setup: SiteSetup, issueId: string, today: string): Promise<RiskView> {
  const { fields: ids } = setup;
  const [risk, permissions] = await Promise.all([
    getIssue(jira, issueId, { fields: riskFields(setup) }),
    permissionsOnIssue(jira, issueId, ['EDIT_ISSUES', 'LINK_ISSUES']),
  ]);
  const { enablers, threatens } = await readNeighbours(jira, setup, linksOf(risk.fields));
  const progress = progressOf(enablers.map(({ status, dropped }) => ({ category: status.category, dropped })));
  const status = statusOf(risk.fields);
  const owner = personViewOf(risk.fields, ids.riskOwner);
  const level = storedLevelOf(setup, risk.fields);
  const nextReview = dayOf(risk.fields, ids.nextReview);
  return {
    id: risk.id,
    key: risk.key,
    summary: summaryOf(risk.fields),
    status: statusViewOf(status),
    inherent: scoreOf(setup, risk.fields, 'inherent'),
    residual: scoreOf(setup, risk.fields, 'residual'),
    level,
    residualLevel: storedLevelOf(setup, risk.fields, 'residualLevel'),
    owner,
    treatment: meaningOf(setup.options.treatment, optionIdOf(risk.fields, ids.treatment)),
    nextReview,
    due: dayOf(risk.fields, 'duedate'),
    acceptanceExpires: dayOf(risk.fields, ids.acceptanceExpires),
    businessImpact: plainTextOf(risk.fields[ids.businessImpact]) || undefined,
    infoSecReference: lineOf(risk.fields, ids.infoSecReference),
    enablers,
    progress,
    threatens,
    problems: riskProblemsOf({
      open: status.category !== 'done',
      owned: owner !== undefined,
      level,
      progress,
      nextReview,
      today,
      unassessedStories: threatens.filter((story) => {
        return story.relevance === 'unassessed' && story.status.category !== 'done';
      }).length,
    }),
    mayEdit: permissions.has('EDIT_ISSUES'),
    mayLink: permissions.has('LINK_ISSUES'),
  };
}

function riskFields({ fields }: SiteSetup): readonly string[] {
  return [
    'summary',
    'status',
    'issuelinks',
    'duedate',
    fields.likelihood,
    fields.impact,
    fields.residualLikelihood,
    fields.residualImpact,
    fields.riskLevel,
    fields.residualLevel,
    fields.riskOwner,
    fields.treatment,
    fields.nextReview,
    fields.acceptanceExpires,
    fields.businessImpact,
    fields.infoSecReference,
  ];
}

/** Enablers and threatened stories in one request. What the viewer may no longer see is left out. */
async function readNeighbours(jira: JiraRequest, setup: SiteSetup, links: readonly IssueLink[]) {
  const mitigating = mitigatingLinks(setup, links);
  const threatened = linksOfType(setup, links, 'threatens', 'outward');
  const wanted = [...mitigating, ...threatened].map(({ issue }) => issue.id);
  const issues =
    wanted.length === 0
      ? []
      : await fetchIssues(jira, wanted, {
          fields: ['summary', 'status', 'resolution', 'assignee', setup.fields.securityRelevance],
        });
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  const visible = <View>(from: readonly IssueLink[], view: (link: IssueLink, issue: JiraIssue) => View): View[] =>
    from.flatMap((link) => {
      const issue = byId.get(link.issue.id);
      return issue ? [view(link, issue)] : [];
    });
  return {
    enablers: visible(mitigating, (link, issue) => enablerView(setup, link, issue)).sort(openFirst),
    threatens: visible(threatened, (link, issue) => storyView(setup, link, issue)),
  };
}

function enablerView(setup: SiteSetup, link: IssueLink, { id, key, fields }: JiraIssue): EnablerView {
  const status = statusOf(fields);
  return {
    id,
    key,
    summary: summaryOf(fields),
    status: statusViewOf(status),
    dropped: enablerStateOf(setup, status, fields).dropped,
    assignee: personViewOf(fields, 'assignee'),
    linkId: link.id,
  };
}

function storyView(setup: SiteSetup, link: IssueLink, { id, key, fields }: JiraIssue): ThreatenedStoryView {
  return {
    id,
    key,
    summary: summaryOf(fields),
    status: statusViewOf(statusOf(fields)),
    relevance: relevanceOf(setup, fields),
    linkId: link.id,
  };
}

const ORDER = { inProgress: 0, toDo: 1, done: 2 } as const;

/** What is under way first, then what waits, then what is done, then what was dropped; oldest first within each. */
function openFirst(a: EnablerView, b: EnablerView): number {
  return (
    Number(a.dropped) - Number(b.dropped) ||
    ORDER[a.status.category] - ORDER[b.status.category] ||
    Number(a.id) - Number(b.id)
  );
}
