/**
 * Who still needs what was put into a project: issues, and other projects that Shift-Up was added to.
 */
import { JiraError } from '../../jira/errors';
import { usersOfFieldScheme } from '../../jira/field-scheme';
import { readIssueTypeSchemes } from '../../jira/issue-type-scheme';
import { allOf, anyOf, customField, isNotEmpty, isOneOf, ordered, type JqlClause } from '../../jira/jql';
import { usersOfWorkflowScheme, type Users } from '../../jira/project-usage';
import type { JiraRequest } from '../../jira/request';
import { listUsedScreenSchemes } from '../../jira/screen-scheme-use';
import { countIssues } from '../../jira/search';
import { readTypeScreenSchemes } from '../../jira/type-screen-scheme';
import type { Addition } from '../../storage/project-record';
import { readProjectSetup } from '../../storage/project-setup';
import { readConfigurationUsers } from './field-configuration-part';
import { usersOfScreen } from './screens-part';
import type { SiteIds } from './site-ids';
import { STORY_FIELDS } from '../needed';
import type { SchemePart } from './read-projects';

/** Projects in one query. */
const PLACES_MOST = 200;

export interface Need {
  readonly issues: number;
  /** Lists them. */
  readonly jql: string;
}

/**
 * The issues that need a part, in a project and in those that share it.
 * @returns `undefined` where there are none.
 */
export async function issuesNeeding(
  jira: JiraRequest,
  part: SchemePart,
  projectId: string,
  sharing: readonly string[],
  site: SiteIds,
): Promise<Need | undefined> {
  const everywhere = needingQuery(part, [...new Set([projectId, ...sharing])].slice(0, PLACES_MOST), site);
  if (everywhere === undefined) return undefined;
  try {
    return await needOf(jira, everywhere);
  } catch (error) {
    // JQL does not know projects in the archive or in the trash, although they keep their schemes.
    if (!(error instanceof JiraError) || error.kind !== 'refused') throw error;
    const here = needingQuery(part, [projectId], site);
    return here === undefined ? undefined : needOf(jira, here);
  }
}

async function needOf(jira: JiraRequest, jql: string): Promise<Need | undefined> {
  const issues = await countIssues(jira, jql);
  return issues === 0 ? undefined : { issues, jql };
}

function needingQuery(part: SchemePart, projectIds: readonly string[], site: SiteIds): string | undefined {
  const risks = site.riskTypeId === undefined ? [] : [isOneOf('issuetype', [site.riskTypeId])];
  // Each that is still there counts: undo may have taken the other one.
  const assessed = STORY_FIELDS.flatMap((field) => site.fields[field] ?? []).map((id) => isNotEmpty(customField(id)));
  const either: readonly JqlClause[] = part === 'issueType' || part === 'workflow' ? risks : [...risks, ...assessed];
  return either.length === 0 ? undefined : ordered(allOf(isOneOf('project', projectIds), anyOf(...either)));
}

/**
 * Reads the projects that use what was added to, once for each such object; `undefined` when it is gone. What changes
 * while it is in use is not seen.
 */
export function usersReader(jira: JiraRequest): (addition: Addition) => Promise<Users | undefined> {
  const read = new Map<string, Promise<Users | undefined>>();
  return async (addition) => {
    const key = targetOf(addition);
    const users = read.get(key) ?? usersOfAddition(jira, addition);
    read.set(key, users);
    return users;
  };
}

function targetOf(addition: Addition): string {
  const { what } = addition;
  if (what === 'screenField') return `${what} ${addition.screenId}`;
  return what === 'shownField' ? `${what} ${addition.configurationId}` : `${what} ${addition.schemeId}`;
}

async function usersOfAddition(jira: JiraRequest, addition: Addition): Promise<Users | undefined> {
  try {
    switch (addition.what) {
      case 'riskType':
        return (await readIssueTypeSchemes(jira, [addition.schemeId])).at(0)?.users;
      case 'field':
        return await usersOfFieldScheme(jira, addition.schemeId);
      case 'shownField':
        return { projectIds: (await readConfigurationUsers(jira))(addition.configurationId), more: 0 };
      case 'screenField':
        return await usersOfOneScreen(jira, Number(addition.screenId));
      case 'riskScreens':
        return (await readTypeScreenSchemes(jira, [addition.schemeId])).at(0)?.users;
      case 'riskWorkflow':
        return await usersOfWorkflowScheme(jira, addition.schemeId);
    }
  } catch (error) {
    if (error instanceof JiraError && error.kind === 'notFound') return undefined;
    throw error;
  }
}

async function usersOfOneScreen(jira: JiraRequest, screenId: number): Promise<Users> {
  const schemes = await listUsedScreenSchemes(jira);
  const ids = schemes.flatMap(({ screens, typeScreenSchemeIds }) => {
    return Object.values(screens).includes(screenId) ? typeScreenSchemeIds : [];
  });
  const users = await readTypeScreenSchemes(jira, [...new Set(ids)]);
  return usersOfScreen(screenId, { schemes, usersOf: new Map(users.map((scheme) => [scheme.id, scheme.users])) });
}

/** Settings that are read at a time. */
const AT_ONCE = 25;

/** Another of these projects that Shift-Up is still added to; what is shared is then its concern. */
export async function heirAmong(
  projectIds: readonly string[],
  leaving: readonly string[],
): Promise<string | undefined> {
  const candidates = projectIds.filter((id) => !leaving.includes(id));
  for (let start = 0; start < candidates.length; start += AT_ONCE) {
    const some = candidates.slice(start, start + AT_ONCE);
    const setups = await Promise.all(some.map(readProjectSetup));
    const heir = some.find((_, index) => setups[index] !== undefined);
    if (heir !== undefined) return heir;
  }
  return undefined;
}
