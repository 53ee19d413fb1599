/**
 * Issues other than security risks, offered in the link dialog: stories that a risk threatens or that are secured, and
 * enablers. By key or by words, open ones only, the viewer's recent ones and the same project first.
 */
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import { fetchIssues, type JiraIssue } from '../jira/issue';
import { projectOf, statusOf, summaryOf, typeIdOf } from '../jira/issue-fields';
import {
  allOf,
  isNoneOf,
  isOneOf,
  isOpen,
  ordered,
  recentlyViewed,
  summaryHasWord,
  type JqlClause,
  type Order,
} from '../jira/jql';
import type { JiraRequest } from '../jira/request';
import { searchFirst } from '../jira/search';
import type { CandidateQuery, LinkCandidate, LinkCandidates } from './link-candidate';
import { setupsAround } from './linked-risks';
import { typedKey, typedWords } from './typed-search';
import { personViewOf, statusViewOf } from './values';

const FIELDS = ['summary', 'status', 'issuetype', 'project', 'assignee'];
/** Rows asked for in the same project, and again elsewhere: each row costs a point of Jira's quota. */
const MOST_HERE = 12;
const MOST_ELSEWHERE = 8;
const MOST_RECENT = 5;

/**
 * A closed issue is found by its key only: what was done already may well be what makes a risk smaller.
 * @param project the settings of the project, because a team-managed one has ids of its own.
 * @throws JiraError
 */
export async function suggestIssues(
  jira: JiraRequest,
  site: SiteSetup,
  project: Pick<ProjectSetup, 'own'> | undefined,
  query: CandidateQuery,
): Promise<LinkCandidates> {
  const riskTypes = [...new Set(setupsAround(site, setupOf(site, project)).map(({ riskTypeId }) => riskTypeId))];
  const noRisk = isNoneOf('issuetype', riskTypes);
  const key = typedKey(query);
  const words = typedWords(query.text);
  const where = (...more: readonly JqlClause[]) => allOf(...more, noRisk, isOpen(), ...words.map(summaryHasWord));
  const search = (what: JqlClause, order: Order, atMost: number) =>
    searchFirst(jira, { jql: ordered(what, order), fields: FIELDS, atMost });
  const [byKey, here, elsewhere, viewed] = await Promise.all([
    key === undefined ? [] : fetchIssues(jira, [key], { fields: FIELDS }),
    search(where(isOneOf('project', [query.projectId])), LATEST_FIRST, MOST_HERE),
    words.length === 0 ? [] : search(where(isNoneOf('project', [query.projectId])), LATEST_FIRST, MOST_ELSEWHERE),
    words.length === 0 ? search(where(recentlyViewed()), { field: 'lastViewed', direction: 'DESC' }, MOST_RECENT) : [],
  ]);
  const excluded = new Set(query.excludeIssueIds);
  const candidates = (issues: readonly JiraIssue[]) =>
    issues.filter(({ id, fields }) => !excluded.has(id) && !riskTypes.includes(typeIdOf(fields))).map(candidate);
  const open = (issues: readonly JiraIssue[]) => candidates(issues).filter(({ status }) => status.category !== 'done');
  const recent = open(viewed);
  const known = new Set(recent.map(({ id }) => id));
  const found = new Map([...candidates(byKey), ...open([...here, ...elsewhere])].map((one) => [one.id, one]));
  return {
    recent,
    found: [...found.values()].filter(({ id }) => !known.has(id)),
    refused: refusalOf(key, byKey, excluded, found),
  };
}

const LATEST_FIRST: Order = { field: 'updated', direction: 'DESC' };

function refusalOf(
  key: string | undefined,
  [issue]: readonly JiraIssue[],
  excluded: ReadonlySet<string>,
  found: ReadonlyMap<string, LinkCandidate>,
): LinkCandidates['refused'] {
  if (key === undefined || (issue !== undefined && excluded.has(issue.id))) return undefined;
  // A number is also a word: where it found something, nobody misses the issue of that number.
  if (issue === undefined) return found.size > 0 ? undefined : { key, why: 'notFound' };
  return found.has(issue.id) ? undefined : { key: issue.key, why: 'otherKind' };
}

function candidate({ id, key, fields }: JiraIssue): LinkCandidate {
  return {
    id,
    key,
    summary: summaryOf(fields),
    projectKey: projectOf(fields).key,
    status: statusViewOf(statusOf(fields)),
    person: personViewOf(fields, 'assignee'),
    risk: undefined,
  };
}
