/**
 * The issues that a risk is linked to: what makes it smaller, and what it threatens.
 */
import type { SiteSetup } from '../domain/site-setup';
import { fetchIssues, type JiraIssue } from '../jira/issue';
import { instantOf, numberOf, sprintOf, statusOf, summaryOf, type IssueLink } from '../jira/issue-fields';
import type { PlanningFields } from '../jira/planning-fields';
import type { JiraRequest } from '../jira/request';
import type { EnablerView, RiskView, ThreatenedStoryView } from './risk-view';
import { enablerStateOf, linksOfType, mitigatingLinks, personViewOf, relevanceOf, statusViewOf } from './values';

/** All of them in one request (one for each hundred). What the viewer may no longer see is counted, not shown. */
export async function readNeighbours(
  jira: JiraRequest,
  setup: SiteSetup,
  planning: PlanningFields,
  links: readonly IssueLink[],
): Promise<Pick<RiskView, 'enablers' | 'threatens' | 'unread'>> {
  const mitigating = mitigatingLinks(setup, links);
  const threatened = linksOfType(setup, links, 'threatens', 'outward');
  const wanted = [...mitigating, ...threatened].map(({ issue }) => issue.id);
  const fields = [
    'summary',
    'status',
    'resolution',
    'assignee',
    'created',
    'statuscategorychangedate',
    setup.fields.securityRelevance,
    ...planning.points,
  ];
  const sprint = planning.sprint === undefined ? [] : [planning.sprint];
  const issues = wanted.length === 0 ? [] : await fetchIssues(jira, wanted, { fields: [...fields, ...sprint] });
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  const visible = <View>(from: readonly IssueLink[], view: (link: IssueLink, issue: JiraIssue) => View): View[] =>
    from.flatMap((link) => {
      const issue = byId.get(link.issue.id);
      return issue ? [view(link, issue)] : [];
    });
  const enablers = visible(mitigating, (link, issue) => enablerView(setup, planning, link, issue)).sort(openFirst);
  const threatens = visible(threatened, (link, issue) => storyView(setup, link, issue));
  const unread = { enablers: mitigating.length - enablers.length, stories: threatened.length - threatens.length };
  return { enablers, threatens, unread };
}

function enablerView(
  setup: SiteSetup,
  { points, sprint }: PlanningFields,
  link: IssueLink,
  { id, key, fields }: JiraIssue,
): EnablerView {
  const status = statusOf(fields);
  return {
    id,
    key,
    summary: summaryOf(fields),
    status: statusViewOf(status),
    dropped: enablerStateOf(setup, status, fields).dropped,
    assignee: personViewOf(fields, 'assignee'),
    points: points.map((field) => numberOf(fields, field)).find((value) => value !== undefined),
    sprint: sprint === undefined ? undefined : sprintOf(fields, sprint),
    categorySince: instantOf(fields, 'statuscategorychangedate'),
    created: instantOf(fields, 'created'),
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
