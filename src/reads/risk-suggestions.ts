/**
 * Security risks offered in the link dialog: by key or by words, open ones only, the viewer's recent ones and the same
 * project first.
 */
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import { fetchIssues, type JiraIssue } from '../jira/issue';
import { linksOf, projectOf, statusOf, summaryOf, typeIdOf } from '../jira/issue-fields';
import { allOf, isNoneOf, isOneOf, isOpen, ordered, recentlyViewed, summaryHasWord, type JqlClause } from '../jira/jql';
import type { JiraRequest } from '../jira/request';
import { searchFirst } from '../jira/search';
import { hasLevel, hasNoLevel, severestFirst } from './gadget-queries';
import type { CandidateQuery, KeyRefusal, LinkCandidate, LinkCandidates } from './link-candidate';
import { setupsAround } from './linked-risks';
import { typedKey, typedWords } from './typed-search';
import { personViewOf, progressOfLinks, statusViewOf, storedLevelOf } from './values';

/** Rows asked for in the same project, and again elsewhere: each row costs a point of Jira's quota. */
const MOST_SCORED = 10;
const MOST_UNSCORED = 5;
const MOST_RECENT = 3;

/**
 * Requests run side by side, so that one keystroke costs one round trip.
 * @param project the settings of the project, because a team-managed one has ids of its own.
 * @throws JiraError
 */
export async function suggestRisks(
  jira: JiraRequest,
  site: SiteSetup,
  project: Pick<ProjectSetup, 'own'> | undefined,
  query: CandidateQuery,
): Promise<LinkCandidates> {
  const setup = setupOf(site, project);
  const setups = setupsAround(site, setup);
  const key = typedKey(query);
  const words = typedWords(query.text);
  const fields = [...new Set(setups.flatMap(suggestionFields))];
  const [byKey, here, elsewhere, viewed] = await Promise.all([
    key === undefined ? [] : fetchIssues(jira, [key], { fields }),
    searchRisks(jira, setup, isOneOf('project', [query.projectId]), words),
    // Without words the highest risks of every project would only be noise.
    words.length === 0 ? [] : searchRisks(jira, site, isNoneOf('project', [query.projectId]), words),
    words.length === 0 ? recentRisks(jira, setups, fields) : [],
  ]);
  const excluded = new Set(query.excludeIssueIds);
  const risksAmong = (issues: readonly JiraIssue[]) =>
    issues.flatMap((issue): LinkCandidate[] => {
      const ids = setups.find(({ riskTypeId }) => riskTypeId === typeIdOf(issue.fields));
      return ids === undefined || excluded.has(issue.id) ? [] : [candidate(ids, issue)];
    });
  const recent = openOnes(risksAmong(viewed));
  const found = openOnes(risksAmong([...byKey, ...here, ...elsewhere]));
  const known = new Set(recent.map(({ id }) => id));
  return {
    recent,
    found: found.filter(({ id }) => !known.has(id)),
    refused: refusalOf(key, byKey, risksAmong, excluded, found),
  };
}

function refusalOf(
  key: string | undefined,
  byKey: readonly JiraIssue[],
  risksAmong: (issues: readonly JiraIssue[]) => readonly LinkCandidate[],
  excluded: ReadonlySet<string>,
  found: readonly LinkCandidate[],
): LinkCandidates['refused'] {
  const [issue] = byKey;
  if (key === undefined || (issue !== undefined && excluded.has(issue.id))) return undefined;
  // A number is also a word: where it found something, nobody misses the issue of that number.
  if (issue === undefined) return found.length > 0 ? undefined : { key, why: 'notFound' };
  const [risk] = risksAmong([issue]);
  const why: KeyRefusal | undefined =
    risk === undefined ? 'otherKind' : risk.status.category === 'done' ? 'closed' : undefined;
  return why && { key: issue.key, why };
}

/** Those with a level by severity, then those without one, the newest first. */
async function searchRisks(
  jira: JiraRequest,
  setup: SiteSetup,
  where: JqlClause,
  words: readonly string[],
): Promise<readonly JiraIssue[]> {
  const what = allOf(where, isOneOf('issuetype', [setup.riskTypeId]), isOpen(), ...words.map(summaryHasWord));
  const fields = suggestionFields(setup);
  const [scored, unscored] = await Promise.all([
    searchFirst(jira, {
      jql: ordered(allOf(what, hasLevel(setup)), ...severestFirst(setup)),
      atMost: MOST_SCORED,
      fields,
    }),
    searchFirst(jira, {
      jql: ordered(allOf(what, hasNoLevel(setup)), { field: 'created', direction: 'DESC' }),
      atMost: MOST_UNSCORED,
      fields,
    }),
  ]);
  return [...scored, ...unscored];
}

/** Of every project: whoever read a risk is likely to link that one. */
function recentRisks(
  jira: JiraRequest,
  setups: readonly SiteSetup[],
  fields: readonly string[],
): Promise<readonly JiraIssue[]> {
  const types = [...new Set(setups.map(({ riskTypeId }) => riskTypeId))];
  return searchFirst(jira, {
    jql: ordered(allOf(recentlyViewed(), isOneOf('issuetype', types), isOpen()), {
      field: 'lastViewed',
      direction: 'DESC',
    }),
    atMost: MOST_RECENT,
    fields,
  });
}

function suggestionFields({ fields }: SiteSetup): readonly string[] {
  return ['summary', 'status', 'issuetype', 'project', 'issuelinks', fields.riskLevel, fields.riskOwner];
}

/** The index may lag behind: what was closed since is left out. Each issue once. */
function openOnes(candidates: readonly LinkCandidate[]): readonly LinkCandidate[] {
  const open = candidates.filter(({ status }) => status.category !== 'done');
  return [...new Map(open.map((one) => [one.id, one])).values()];
}

function candidate(setup: SiteSetup, { id, key, fields }: JiraIssue): LinkCandidate {
  return {
    id,
    key,
    summary: summaryOf(fields),
    projectKey: projectOf(fields).key,
    status: statusViewOf(statusOf(fields)),
    person: personViewOf(fields, setup.fields.riskOwner),
    risk: { level: storedLevelOf(setup, fields), progress: progressOfLinks(setup, linksOf(fields)) },
  };
}
