/**
 * Security risks offered in the link dialog: by key or by words, open ones only, the same project first.
 */
import { isIssueKey } from '../domain/identifiers';
import { setupOf, type ProjectSetup, type SiteSetup } from '../domain/site-setup';
import { fetchIssues, type JiraIssue } from '../jira/issue';
import { linksOf, projectOf, statusOf, summaryOf, typeIdOf } from '../jira/issue-fields';
import { allOf, isNoneOf, isOneOf, isOpen as statusIsOpen, ordered, summaryHasWord, type JqlClause } from '../jira/jql';
import type { JiraRequest } from '../jira/request';
import { searchFirst } from '../jira/search';
import { hasLevel, hasNoLevel, severestFirst } from './gadget-queries';
import { setupsAround } from './story';
import type { RiskSuggestion } from './story-view';
import { personViewOf, progressOfLinks, storedLevelOf } from './values';

/** Rows asked for in the same project, and again elsewhere: each row costs a point of Jira's quota. */
const MOST_SCORED = 10;
const MOST_UNSCORED = 5;
/** Words of the query that are looked at; more would only make Jira slow. */
const MOST_WORDS = 8;

export interface SuggestRisksInput {
  /** What was typed. Empty: the highest open risks of the project. */
  readonly text: string;
  readonly projectId: string;
  /** The settings of the project, because a team-managed one has ids of its own. */
  readonly project?: Pick<ProjectSetup, 'own'> | undefined;
  /** With it, a bare number means an issue of this project ("412" is SHOP-412). */
  readonly projectKey?: string;
  /** The issue itself and what it is linked to already. */
  readonly excludeIssueIds: readonly string[];
}

/**
 * Requests run side by side, so that one keystroke costs one round trip.
 * @throws JiraError
 */
export async function suggestRisks(
  jira: JiraRequest,
  site: SiteSetup,
  input: SuggestRisksInput,
): Promise<readonly RiskSuggestion[]> {
  const setup = setupOf(site, input.project);
  const setups = setupsAround(site, setup);
  const key = keyIn(input);
  const words = wordsIn(input.text);
  const [byKey, here, elsewhere] = await Promise.all([
    key === undefined ? [] : fetchIssues(jira, [key], { fields: [...new Set(setups.flatMap(suggestionFields))] }),
    searchRisks(jira, setup, isOneOf('project', [input.projectId]), words),
    // Without words the highest risks of every project would only be noise.
    words.length === 0 ? [] : searchRisks(jira, site, isNoneOf('project', [input.projectId]), words),
  ]);
  const excluded = new Set(input.excludeIssueIds);
  const found = new Map<string, JiraIssue>();
  for (const issue of [...byKey, ...here, ...elsewhere]) {
    if (!excluded.has(issue.id) && isOpen(issue) && !found.has(issue.id)) found.set(issue.id, issue);
  }
  return [...found.values()].flatMap((issue) => {
    const ids = setups.find(({ riskTypeId }) => riskTypeId === typeIdOf(issue.fields));
    return ids === undefined ? [] : [suggestion(ids, issue)];
  });
}

/** Those with a level by severity, then those without one, the newest first. */
async function searchRisks(
  jira: JiraRequest,
  setup: SiteSetup,
  where: JqlClause,
  words: readonly string[],
): Promise<readonly JiraIssue[]> {
  const what = allOf(where, isOneOf('issuetype', [setup.riskTypeId]), statusIsOpen(), ...words.map(summaryHasWord));
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

function suggestionFields({ fields }: SiteSetup): readonly string[] {
  return ['summary', 'status', 'issuetype', 'project', 'issuelinks', fields.riskLevel, fields.riskOwner];
}

/** An issue key, as typed in any case, or a bare number of this project. */
function keyIn({ text, projectKey }: SuggestRisksInput): string | undefined {
  const typed = text.trim().toUpperCase();
  const key = projectKey !== undefined && /^\d{1,9}$/.test(typed) ? `${projectKey}-${typed}` : typed;
  return isIssueKey(key) ? key : undefined;
}

function wordsIn(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/** The index may lag behind: what was closed since is left out, and so is what is no risk, for a key may name anything. */
function isOpen({ fields }: JiraIssue): boolean {
  return statusOf(fields).category !== 'done';
}

function suggestion(setup: SiteSetup, { id, key, fields }: JiraIssue): RiskSuggestion {
  return {
    id,
    key,
    summary: summaryOf(fields),
    level: storedLevelOf(setup, fields),
    owner: personViewOf(fields, setup.fields.riskOwner),
    projectKey: projectOf(fields).key,
    progress: progressOfLinks(setup, linksOf(fields)),
  };
}
