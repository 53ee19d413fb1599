/**
 * What the app asked Jira for, judged by Atlassian's own material.
 */
import { JastBuilder } from '@atlaskit/jql-ast';
import type { SeenRequest } from '../local-jira';
import type { CostEntry } from '../local-jira/http/costs';
import { hasOpenApi, OPENAPI_FOLDER } from '../local-jira/openapi/documents';
import { createOpenApiChecker } from '../local-jira/openapi/request-checker';

const FIELD_SCHEMES = '/rest/api/3/config/fieldschemes/projects';

/**
 * Every JQL parses with Atlassian's parser; with Atlassian's OpenAPI documents beside the project, every request fits them
 * strictly. Without them that part says that it was left out.
 */
export function checkAppRequests(requests: readonly SeenRequest[]): void {
  const queries = new Set(requests.flatMap(({ body }) => jqlOf(body)));
  expect(queries.size).toBeGreaterThan(0);
  for (const jql of queries) {
    const { errors } = new JastBuilder().build(jql);
    expect([jql, errors.map((error) => error.message)]).toEqual([jql, []]);
  }
  if (!hasOpenApi(OPENAPI_FOLDER)) {
    console.log(
      `Left out: ${requests.length} requests against Atlassian's OpenAPI, because ${OPENAPI_FOLDER} is not there.`,
    );
    return;
  }
  const openApi = createOpenApiChecker(OPENAPI_FOLDER);
  expect(requests.flatMap((request) => openApi.check(request))).toEqual([]);
}

/** Calls that Jira did not carry out. A site without the newer field schemes answers 404 to the question whether it has them. */
export function refusedCalls(entries: readonly CostEntry[]): readonly CostEntry[] {
  return entries.filter(({ status, route }) => status >= 400 && !(status === 404 && route === FIELD_SCHEMES));
}

function jqlOf(body: unknown): readonly string[] {
  if (typeof body !== 'object' || body === null || !('jql' in body)) return [];
  return typeof body.jql === 'string' ? [body.jql] : [];
}
