/**
 * Versions of a project.
 */
import * as v from 'valibot';
import { numericId } from './ids';
import { path, type JiraRequest } from './request';
import { send } from './send';

export interface JiraVersion {
  readonly id: string;
  readonly name: string;
  /** ISO day. */
  readonly releaseDate: string | undefined;
  readonly released: boolean;
}

const versionSchema = v.pipe(
  v.object({
    id: v.string(),
    name: v.string(),
    released: v.optional(v.boolean(), false),
    releaseDate: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))),
  }),
  v.transform(({ id, name, released, releaseDate }): JiraVersion => ({ id, name, released, releaseDate })),
);

/** Rows asked for: a project has few versions that are neither released nor archived. */
const ROWS = 50;

/**
 * Versions that are neither released nor archived: at most fifty, those with the nearest release day first.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-project-versions/#api-rest-api-3-project-projectidorkey-version-get
 * @throws JiraError; `notFound` also for a project the caller may not see.
 */
export async function listUnreleasedVersions(jira: JiraRequest, projectId: string): Promise<readonly JiraVersion[]> {
  const operation = 'version.unreleased';
  const id = numericId(projectId, operation);
  const answer = await send(
    jira,
    {
      operation,
      method: 'GET',
      path: path`/rest/api/3/project/${id}/version?status=unreleased&orderBy=releaseDate&maxResults=${ROWS}`,
    },
    v.object({ values: v.array(versionSchema) }),
  );
  return [...answer.values].sort((a, b) => compare(a.releaseDate ?? NO_DAY, b.releaseDate ?? NO_DAY));
}

/** After every day there is. */
const NO_DAY = '9999-99-99';

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * All versions of a project, for their names.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-project-versions/#api-rest-api-3-project-projectidorkey-versions-get
 * @throws JiraError
 */
export async function listVersions(jira: JiraRequest, projectId: string): Promise<readonly JiraVersion[]> {
  const operation = 'version.list';
  const id = numericId(projectId, operation);
  const where = path`/rest/api/3/project/${id}/versions`;
  return send(jira, { operation, method: 'GET', path: where }, v.array(versionSchema));
}
