/**
 * Which risk each row of a file means: by its key, by its mark in Jira's search, or by what an import of the last days
 * recorded, because the search lags. Every risk found is then read as it is now.
 */
import { importIdOf, importMark, IMPORT_PATH, IMPORT_PROPERTY } from '../domain/csv/import-mark';
import { rowIdentity, type ImportRow } from '../domain/csv/import-row';
import { fetchIssues, type JiraIssue } from '../jira/issue';
import { projectOf, typeIdOf } from '../jira/issue-fields';
import { allOf, anyOf, hasProperty, isOneOf } from '../jira/jql';
import { searchFirst } from '../jira/search';
import { readImportClaim, type ImportClaim } from '../storage/import-claims';
import type { CommandContext } from './context';
import { comparedFields, type ImportPlace } from './import-content';
import { Refusal } from './refusal';

/** The attempt to be made next, where no risk is there. */
export interface NoTarget {
  readonly markId: string;
  /** The attempt that would be the next one. */
  readonly attempt: number;
}

/**
 * - an issue: the risk that the row means;
 * - `NoTarget`: none is there, so that one can be made;
 * - Refusal: `not-found` for a key that is no risk of the project, or that the person may not see; `conflict` where two
 *   risks carry the row's mark, or an attempt of a moment ago may still have made one; `invalid-input` for a row that a
 *   row before it means too.
 */
export type Target = JiraIssue | NoTarget | Refusal;

/** Attempts that failed or whose risks were deleted since, within the days that they are remembered. */
const ATTEMPTS_MOST = 20;
/** Rows of one call, and copies of their risks. */
const MARKED_MOST = 100;
/** How long Jira's search may take to know an issue; an attempt that is older and that nothing is known of made none. */
export const SEARCH_LAG_MS = 10 * 60_000;

/** @throws JiraError */
export async function importTargets(
  context: CommandContext,
  place: ImportPlace,
  projectId: string,
  rows: readonly ImportRow[],
): Promise<readonly Target[]> {
  const marks = rows.map((row) => (row.key === undefined ? importMark(projectId, row).id : undefined));
  const markIds = [...new Set(marks.flatMap((id) => id ?? []))];
  const [marked, attempts] = await Promise.all([
    markedIds(context, projectId, place, markIds),
    Promise.all(markIds.map(async (markId) => [markId, await attemptsOf(projectId, markId)] as const)),
  ]);
  const attemptsBy = new Map(attempts);
  const made = attempts.flatMap(([, claims]) =>
    claims.flatMap((claim) => (claim.state === 'made' ? claim.issueId : [])),
  );
  const wanted = [...rows.flatMap(({ key }) => key ?? []), ...marked, ...made];
  const found = wanted.length === 0 ? [] : await risksIn(context, place, projectId, wanted);

  const seen = new Set<string>();
  return rows.map((row, index) => {
    const identity = rowIdentity(row);
    if (seen.has(identity)) return new Refusal('invalid-input');
    seen.add(identity);
    const markId = marks[index];
    if (markId === undefined) return found.find(({ key }) => key === row.key) ?? new Refusal('not-found');
    return byMark(found, markId, attemptsBy.get(markId) ?? [], context.now);
  });
}

/** In the order of their numbers. */
async function attemptsOf(projectId: string, markId: string): Promise<readonly ImportClaim[]> {
  const claims: ImportClaim[] = [];
  while (claims.length < ATTEMPTS_MOST) {
    const claim = await readImportClaim({ projectId, markId, number: claims.length + 1 });
    if (claim === undefined) break;
    claims.push(claim);
  }
  return claims;
}

async function markedIds(
  { jira }: CommandContext,
  projectId: string,
  { setup }: ImportPlace,
  markIds: readonly string[],
): Promise<readonly string[]> {
  if (markIds.length === 0) return [];
  const marked = await searchFirst(jira, {
    jql: allOf(
      isOneOf('project', [projectId]),
      isOneOf('issuetype', [setup.riskTypeId]),
      anyOf(...markIds.map((id) => hasProperty(IMPORT_PROPERTY, IMPORT_PATH, id))),
    ),
    fields: ['issuetype'],
    atMost: MARKED_MOST,
  });
  return marked.map(({ id }) => id);
}

async function risksIn(
  { jira }: CommandContext,
  place: ImportPlace,
  projectId: string,
  idsOrKeys: readonly string[],
): Promise<readonly JiraIssue[]> {
  const fields = comparedFields(place);
  const issues = await fetchIssues(jira, idsOrKeys, { fields, properties: [IMPORT_PROPERTY] });
  const risks = issues.filter(
    (issue) => projectOf(issue.fields).id === projectId && typeIdOf(issue.fields) === place.setup.riskTypeId,
  );
  // The same risk may be asked for by its key and by its id.
  return [...new Map(risks.map((risk) => [risk.id, risk])).values()];
}

function byMark(found: readonly JiraIssue[], markId: string, attempts: readonly ImportClaim[], now: Date): Target {
  const made = new Set(attempts.flatMap((claim) => (claim.state === 'made' ? claim.issueId : [])));
  const carrying = found.filter(({ properties }) => importIdOf(properties[IMPORT_PROPERTY]) === markId);
  const [only, another] = carrying;
  if (only !== undefined) {
    if (another === undefined) return only;
    // A copy of a risk may carry its mark; the one that an import made is the one.
    return carrying.find(({ id }) => made.has(id)) ?? new Refusal('conflict');
  }
  const last = attempts.at(-1);
  const mayBeMade = last?.state === 'started' && now.getTime() - Date.parse(last.at) < SEARCH_LAG_MS;
  // Whatever an earlier attempt made is gone or out of sight: for this person there is no such risk.
  return mayBeMade || attempts.length >= ATTEMPTS_MOST
    ? new Refusal('conflict')
    : { markId, attempt: attempts.length + 1 };
}
