import { createLocalJira } from '../index';
import { hasOpenApi, OPENAPI_FOLDER, readOpenApi } from './documents';

/** Routes of the local Jira that Atlassian's documents do not have. */
const NOT_IN_DOCUMENTS = /^(GET|POST|PUT|DELETE) \/rest\/api\/2\//;

describe('scopes of the routes', () => {
  if (!hasOpenApi(OPENAPI_FOLDER)) {
    it('is skipped', () => {
      console.log(`SKIPPED: no Atlassian OpenAPI documents in ${OPENAPI_FOLDER}`);
    });
    return;
  }

  const { platform, software } = readOpenApi(OPENAPI_FOLDER);
  const routes = createLocalJira().routes.filter(({ method, path }) => !NOT_IN_DOCUMENTS.test(`${method} ${path}`));

  it('has routes to compare', () => {
    expect(routes.length).toBeGreaterThan(100);
  });

  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s asks for the scopes of the OpenAPI document',
    (_name, { method, path, scopes }) => {
      const operation = (platform.paths[path] ?? software.paths[path])?.[method.toLowerCase()];
      expect(operation).toBeDefined();
      const alternatives = (operation?.security ?? []).flatMap((it) =>
        it['OAuth2'] === undefined ? [] : [it['OAuth2']],
      );
      const [wanted = []] = alternatives;
      expect([...scopes].sort()).toEqual([...wanted].sort());
    },
  );
});
