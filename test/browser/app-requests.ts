/**
 * What the app asked Jira for, judged by Atlassian's own material.
 */
import { JastBuilder } from '@atlaskit/jql-ast';
import type { SeenRequest } from '../local-jira';
import { hasOpenApi, OPENAPI_FOLDER } from '../local-jira/openapi/documents';
import { createOpenApiChecker } from '../local-jira/openapi/request-checker';

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

function jqlOf(body: unknown): readonly string[] {
  if (typeof body !== 'object' || body === null || !('jql' in body)) return [];
  return typeof body.jql === 'string' ? [body.jql] : [];
}
