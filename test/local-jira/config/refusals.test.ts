/** Who may configure: an administrator and the app with its scope; others hear what Atlassian's document says. */
import { hasOpenApi, OPENAPI_FOLDER, readOpenApi } from '../openapi/documents';
import { ADMIN_ACCOUNT_ID } from '../seed';
import { callerOf } from '../testing/shop';
import { testSite, type TestSite } from './test-site';

const CONFIGURATION =
  /^\/rest\/api\/3\/(issuetype|issuetypescheme|issuetypescreenscheme|field|fieldconfiguration|fieldconfigurationscheme|config|screens|screenscheme|statuses|workflow|workflows|workflowscheme|issueLinkType)(\/|$)/;
/** Whose right depends on the project that is asked about. */
const BY_PROJECT = '/rest/api/3/workflows/capabilities';
/** Refused to people without the right by another status than 403, as documented; see each call. */
const NOT_403: readonly (readonly [method: string, path: RegExp, status: number])[] = [
  ['POST', /\/field$/, 400],
  ['ANY', /\/issueLinkType/, 404],
  ['ANY', /\/statuses/, 401],
  ['ANY', /\/workflows(\/|$)/, 401],
  ['GET', /\/workflow\/\{workflowId\}/, 401],
  ['POST', /\/workflowscheme\/(read|update|project\/switch)/, 401],
  ['GET', /\/workflowscheme\/\{workflowSchemeId\}\/projectUsages/, 401],
];

interface Example {
  readonly errorMessages?: readonly string[];
}
interface Documented {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly example?: unknown }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly example?: unknown }>> }>
  >;
}

const parsed = (example: unknown): unknown =>
  typeof example === 'string' ? (JSON.parse(example) as unknown) : example;

if (!hasOpenApi(OPENAPI_FOLDER)) {
  test('refusals are not compared with the OpenAPI here', () => {
    console.log(`skipped: the optional folder ${OPENAPI_FOLDER} with Atlassian's OpenAPI does not exist`);
    expect(hasOpenApi(OPENAPI_FOLDER)).toBe(false);
  });
} else {
  const { paths } = readOpenApi(OPENAPI_FOLDER).platform as unknown as {
    paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>;
  };
  const calls = testSite()
    .jira.routes.filter(
      ({ path, scopes }) =>
        CONFIGURATION.test(path) && path !== BY_PROJECT && scopes.some((it) => it.startsWith('manage:')),
    )
    .map(({ method, path, scopes }) => {
      const operation = paths[path]?.[method.toLowerCase()];
      const required = (operation?.parameters ?? []).filter((it) => it.in === 'query' && it.required === true);
      const query = required.map(({ name }) => `${name}=99999`).join('&');
      return {
        name: `${method} ${path}`,
        method,
        path,
        scopes,
        // Of things that do not exist, so that nothing is changed even where the call is let through.
        url: `${path.replace(/\{\w+\}/g, '99999')}${query === '' ? '' : `?${query}`}`,
        body: parsed(operation?.requestBody?.content?.['application/json']?.example),
        refusal: parsed(operation?.responses['403']?.content?.['application/json']?.example) as Example | undefined,
      };
    });
  type Calling = (typeof calls)[number];

  describe('configuration calls', () => {
    let site: TestSite;
    beforeEach(() => {
      site = testSite({ fieldSchemes: true });
    });
    const send = (call: Calling, subject: 'app' | 'admin', scopes: readonly string[] | 'all') => {
      const admin = { type: 'user', accountId: ADMIN_ACCOUNT_ID } as const;
      const token = site.jira.issueToken(subject === 'app' ? { type: 'app' } : admin, scopes);
      return sendWith({ authorization: `Bearer ${token}` }, call);
    };
    const sendWith = (headers: Record<string, string>, { method, url, body }: Calling) => {
      const caller = callerOf(site.jira, headers);
      if (method === 'GET') return caller.get(url);
      if (method === 'POST') return caller.post(url, body ?? {});
      return method === 'PUT' ? caller.put(url, body ?? {}) : caller.delete(url, body);
    };
    const statusFor = ({ method, path }: Calling): number =>
      NOT_403.find(([only, where]) => (only === 'ANY' || only === method) && where.test(path))?.[2] ?? 403;

    test('are many', () => {
      expect(calls.length).toBeGreaterThan(100);
    });

    test.each(calls.map((call) => [call.name, call] as const))('%s: who is refused, and how', async (_name, call) => {
      const before = site.jira.snapshot();
      const member = await site.call(call.method, call.url.replace('/rest/api/3', ''), call.body, 'member');
      expect(member.status).toBe(statusFor(call));
      const [wanted] = call.refusal?.errorMessages ?? [];
      if (wanted !== undefined) expect(member.body).toMatchObject({ errorMessages: [wanted] });
      const nobody = await sendWith({}, call);
      expect([nobody.status, nobody.body.errorMessages]).toEqual([
        401,
        ['Client must be authenticated to access this resource.'],
      ]);
      // A scope the app does not have is missing for the administrator who uses it as well.
      for (const subject of ['app', 'admin'] as const) {
        const unscoped = await send(call, subject, ['read:jira-work', 'write:jira-work']);
        expect([unscoped.status, JSON.stringify(unscoped.body)]).toEqual([
          401,
          expect.stringContaining(call.scopes[0]!),
        ]);
      }
      expect(site.jira.snapshot()).toEqual(before);
    });

    test.each(calls.map((call) => [call.name, call] as const))(
      '%s: the app as itself is heard',
      async (_name, call) => {
        const manage = ['manage:jira-configuration', 'manage:jira-project'];
        const asAdmin = await send(call, 'admin', 'all');
        site = testSite({ fieldSchemes: true });
        const asApp = await send(call, 'app', manage);
        expect(asApp).toMatchObject({ status: asAdmin.status, body: asAdmin.body });
        expect([401, 403]).not.toContain(asApp.status);
      },
    );

    test('an app that may only manage projects is no administrator', async () => {
      const screens = calls.find(({ name }) => name === 'GET /rest/api/3/screens')!;
      expect((await send(screens, 'app', ['manage:jira-project'])).status).toBe(403);
      expect((await send(screens, 'app', ['manage:jira-project', 'manage:jira-configuration'])).status).toBe(200);
    });
  });
}
