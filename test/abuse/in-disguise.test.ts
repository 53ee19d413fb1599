/** Somebody who claims to be another, or to stand elsewhere; and somebody without the right. Rows 2, 3 and 4. */
import { randomUUID } from 'node:crypto';
import { capturedLog } from '../fixtures/captured-log';
import { riskFields } from '../fixtures/fields';
import { payloadsOf, refused, type Operation } from '../fixtures/operations';
import { writesOf } from '../fixtures/probe';
import { setUpSite, type Key, type TestSite } from '../fixtures/site';
import { addProject } from '../local-jira/seed';

capturedLog();
let site: TestSite;
let story: Key;
let risk: Key;

beforeAll(async () => {
  site = await setUpSite();
  story = await site.story('Save card');
  risk = await site.risk('Card data in logs', riskFields(await site.setup(), { likelihood: 4, impact: 5 }));
});
beforeEach(() => site.jira.costs.reset());
afterAll(() => site.close());

const authors = () =>
  site.jira.state.comments.filter(({ issueId }) => issueId === risk.id).map(({ authorId }) => authorId);

test('whoever is named in the payload: the caller is asked about, and the caller signs', async () => {
  const { admin, mara, deniz, priya } = site.people;
  const claims = { accountId: admin, account: { id: mara }, author: mara, principal: { accountId: admin } };
  const review = () => ({ issueId: risk.id, note: 'Still true.', idempotencyKey: randomUUID(), ...claims });
  expect(await site.invokeRaw(priya, 'reviewRisk', review())).toEqual(refused('no-permission'));
  expect(await site.invokeRaw(undefined, 'reviewRisk', review())).toEqual(refused('not-signed-in'));
  expect(authors()).toEqual([]);
  expect(await site.invokeRaw(deniz, 'reviewRisk', review())).toMatchObject({ ok: true });
  expect(authors()).toEqual([deniz]);
  const changes = { treatment: 'Mitigate' };
  expect(await site.invokeRaw(priya, 'editRisks', { issueIds: [risk.id], changes, ...claims })).toEqual({
    ok: true,
    value: { done: [], failed: [{ issueId: risk.id, error: { code: 'no-permission' } }] },
  });
});

test('a project named in the payload is nothing but a wish: the rights there decide', async () => {
  const { admin, deniz } = site.people;
  const other = addProject(site.jira.state, { key: 'PAY', name: 'Payments', leadAccountId: admin });
  await site.runSetup([other.id]);
  site.jira.costs.reset();
  const rows = [{ externalId: 'R-1', summary: 'A risk' }];
  // The page stands in SHOP, where Deniz may create; the payload says PAY, where he may nothing.
  expect(await site.invoke(deniz, 'importRisks', { projectId: other.id, rows, dryRun: false })).toEqual(
    refused('not-found'),
  );
  const enablers = { ...(payloadsOf(site, risk.id, risk.id).createEnablers as object), projectId: other.id };
  expect(await site.invokeRaw(deniz, 'createEnablers', enablers)).toEqual(refused('not-found'));
  expect(writesOf(site)).toEqual([]);
});

const WRITES = [
  'editRisks',
  'reviewRisk',
  'moveRisk',
  'scoreRisk',
  'linkIssues',
  'createRisk',
  'createEnablers',
  'askAcceptance',
  'importRisks',
] as const satisfies readonly Operation[];

test.each(WRITES)('%s of a viewer writes nothing, neither as the person nor as the app', async (operation) => {
  const { priya } = site.people;
  const before = site.jira.snapshot();
  const subject = operation === 'linkIssues' || operation === 'createRisk' ? story : risk;
  const answer = await site.invokeRaw(priya, operation, payloadsOf(site, subject.id, risk.id)[operation]);
  expect(JSON.stringify(answer)).toContain('no-permission');
  expect(writesOf(site)).toEqual([]);
  expect(site.jira.snapshot()).toEqual(before);
});
