import { createLocalJira } from '../index';
import { paragraph, shop } from '../testing/shop';
import { hasOpenApi, OPENAPI_FOLDER } from './documents';
import { createOpenApiChecker, type OpenApiChecker } from './request-checker';

describe('the check of requests against Atlassian’s OpenAPI', () => {
  if (!hasOpenApi(OPENAPI_FOLDER)) {
    it('is skipped', () => {
      console.log(`SKIPPED: no Atlassian OpenAPI documents in ${OPENAPI_FOLDER}`);
    });
    return;
  }

  let checker: OpenApiChecker;
  beforeAll(() => {
    checker = createOpenApiChecker(OPENAPI_FOLDER);
  });
  const check = (method: string, path: string, body?: unknown, query = '') =>
    checker.check({ method, path, body, query: new URLSearchParams(query) });

  it('has nothing against right requests', () => {
    expect(check('GET', '/rest/api/3/issue/SHOP-1', undefined, 'fields=summary&expand=changelog')).toEqual([]);
    expect(
      check('POST', '/rest/api/3/search/jql', { jql: 'project = SHOP', fields: ['summary'], maxResults: 10 }),
    ).toEqual([]);
    expect(check('PUT', '/rest/api/3/issue/1/properties/a', { any: 'thing' })).toEqual([]);
    expect(check('GET', '/rest/agile/1.0/board/1/configuration')).toEqual([]);
    expect(
      check('POST', '/rest/api/3/issueLink', {
        type: { id: '1' },
        inwardIssue: { id: '1' },
        outwardIssue: { key: 'A-1' },
      }),
    ).toEqual([]);
  });

  it.each([
    ['an unknown path', 'GET', '/rest/api/3/foo', undefined, '', "is not in Atlassian's OpenAPI"],
    ['an unknown method', 'DELETE', '/rest/api/3/myself', undefined, '', "is not in Atlassian's OpenAPI"],
    [
      'an unknown query parameter',
      'GET',
      '/rest/api/3/issue/1',
      undefined,
      'field=x',
      "unknown query parameter 'field'",
    ],
    ['a missing query parameter', 'GET', '/rest/api/3/user/bulk', undefined, '', "missing query parameter 'accountId'"],
    [
      'an unknown member of the body',
      'POST',
      '/rest/api/3/search/jql',
      { jql: 'x', limit: 1 },
      '',
      'additional properties',
    ],
    [
      'a wrong type in the body',
      'POST',
      '/rest/api/3/search/jql',
      { jql: 'x', fields: 'summary' },
      '',
      'must be array',
    ],
    ['a missing body', 'POST', '/rest/api/3/issue', undefined, '', 'the body is missing'],
    ['a body where none is taken', 'GET', '/rest/api/3/myself', {}, '', 'a body where none is taken'],
  ])('names %s', (_what, method, path, body, query, problem) => {
    expect(check(method, path, body, query).join()).toContain(problem);
  });

  it('can watch a local Jira', async () => {
    const problems: string[] = [];
    const site = shop({ onRequest: (request) => problems.push(...checker.check(request)) });
    const { key } = await site.create({ summary: 'a', description: paragraph('x') });
    await site.keys(`key = ${key}`);
    expect(problems).toEqual([]);
    await site.as(site.mara).get(`/rest/api/3/issue/${key}?nonsense=1`);
    expect(problems).toEqual([`GET /rest/api/3/issue/${key}: unknown query parameter 'nonsense'`]);
  });

  it('knows every route of the local Jira except version 2', () => {
    const fill = (path: string) => path.replace(/\{[^}]+\}/g, '1');
    const unknown = createLocalJira().routes.filter(
      ({ method, path }) => !path.startsWith('/rest/api/2/') && check(method, fill(path)).join().includes('is not in'),
    );
    expect(unknown.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });
});
