/** What nobody's page would send to the operations on several risks. Rows 5, 6, 7 and 49. */
import { randomUUID } from 'node:crypto';
import { capturedLog } from '../fixtures/captured-log';
import { riskFields } from '../fixtures/fields';
import { refused } from '../fixtures/operations';
import { requestsOf, writesOf } from '../fixtures/probe';
import { setUpSite, type Key, type TestSite } from '../fixtures/site';

capturedLog();
let site: TestSite;
let risk: Key;

beforeAll(async () => {
  site = await setUpSite();
  risk = await site.risk('Card data in logs', riskFields(await site.setup(), { likelihood: 4, impact: 5 }));
});
beforeEach(() => site.jira.costs.reset());
afterAll(() => site.close());

const MITIGATE = { treatment: 'Mitigate' };

test.each([
  ['editRisks', { issueIds: [], changes: MITIGATE }],
  ['assessMany', { assessments: [] }],
  ['importRisks', { projectId: '10000', rows: [], dryRun: false }],
  ['linkIssues', { issueId: '10000', verb: 'reduces', otherIssueIds: [] }],
] as const)('an empty list is no permission: %s', async (operation, payload) => {
  for (const person of [site.people.admin, site.people.guest]) {
    expect(await site.invokeRaw(person, operation, payload)).toEqual(refused('invalid-input'));
  }
  expect(requestsOf(site)).toEqual([]);
});

test.each(['SHOP-1', '1e4', '-1', 'NaN', '10001 OR 1=1', '0', '', '../10000', 10001, null, ['10001'], '9'.repeat(20)])(
  '%j among the ids is refused before anything is asked',
  async (wrong) => {
    const payload = { issueIds: [risk.id, wrong], changes: MITIGATE };
    expect(await site.invokeRaw(site.people.deniz, 'editRisks', payload)).toEqual(refused('invalid-input'));
    expect(requestsOf(site)).toEqual([]);
  },
);

test('the same id twice is one risk and one write', async () => {
  const answer = await site.invokeRaw(site.people.deniz, 'editRisks', {
    issueIds: [risk.id, risk.id, risk.id],
    changes: MITIGATE,
  });
  expect(answer).toEqual({ ok: true, value: { done: [risk.id], failed: [] } });
  expect(writesOf(site)).toHaveLength(1);
});

test.each([
  [400, '{"errorMessages":["canary"]}'],
  [401, ''],
  [403, '{}'],
  [429, ''],
  [500, 'canary'],
  [200, '<html>canary</html>'],
  [200, '{}'],
  [200, '{"projectPermissions":[]}'],
  [200, '{"projectPermissions":[{"permission":"EDIT_ISSUES","issues":"all"}]}'],
])('rights on several risks that cannot be read: %d %s means no', async (status, body) => {
  const real = site.jira.fetch.bind(site.jira);
  const spy = jest.spyOn(site.jira, 'fetch').mockImplementation(async (request) => {
    return request.url.includes('permissions/check') ? new Response(body, { status }) : real(request);
  });
  const answer = await site.invokeRaw(site.people.deniz, 'editRisks', { issueIds: [risk.id], changes: MITIGATE });
  spy.mockRestore();
  expect(JSON.stringify(answer)).toMatch(/could-not-verify|no-permission|not-found/);
  expect(JSON.stringify(answer)).not.toContain('canary');
  expect(writesOf(site)).toEqual([]);
});

describe('mass assignment', () => {
  const EXTRA = {
    status: { id: '3' },
    reporter: { accountId: 'x' },
    security: { id: '10000' },
    summary: 'mine now',
    project: { id: '10001' },
    labels: ['x'],
    customfield_10010: 1,
    fields: { summary: 'mine now' },
    update: { labels: [{ add: 'x' }] },
    properties: [{ key: 'shift-up.readiness', value: {} }],
    __proto__: { polluted: true },
  };

  test.each([
    ['editRisks', ['treatment'], () => ({ issueIds: [risk.id], changes: { treatment: 'Avoid', ...EXTRA }, ...EXTRA })],
    [
      'reviewRisk',
      ['nextReview'],
      () => ({ issueId: risk.id, note: 'Still true.', idempotencyKey: randomUUID(), ...EXTRA }),
    ],
    [
      'scoreRisk',
      ['residualImpact', 'residualLevel', 'residualLikelihood'],
      () => ({ issueId: risk.id, kind: 'residual', likelihood: 2, impact: 2, ...EXTRA }),
    ],
  ] as const)('%s writes what it is for, and nothing else of what was sent', async (operation, names, payload) => {
    const { fields } = await site.setup();
    const before = whole(risk);
    expect(await site.invokeRaw(site.people.deniz, operation, payload())).toMatchObject({ ok: true });
    const after = whole(risk);
    expect(after.rest).toEqual(before.rest);
    const touched = Object.keys(after.custom).filter((id) => after.custom[id] !== before.custom[id]);
    expect(touched.sort()).toEqual(names.map((name) => fields[name]).sort());
    expect(after.properties.filter((key) => key !== 'shift-up.review')).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  /** Everything that Jira holds of an issue but when it was changed. */
  function whole({ id }: Key) {
    const { custom, updated: _when, ...rest } = site.jira.state.issues.require(id);
    const { properties = {}, ...others } = rest as typeof rest & { properties?: Record<string, unknown> };
    return { custom, rest: others, properties: Object.keys(properties) };
  }
});
