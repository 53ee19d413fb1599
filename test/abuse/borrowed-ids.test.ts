/** Ids that are right, of things that are somebody else's, or something else. Rows 107 and 108. */
import { randomUUID } from 'node:crypto';
import { capturedLog } from '../fixtures/captured-log';
import { refused } from '../fixtures/operations';
import { writesOf } from '../fixtures/probe';
import { rest, setUpSite, valueOf, type Key, type TestSite } from '../fixtures/site';
import { path } from '../../src/jira/request';
import { addProject, ISSUE_TYPE } from '../local-jira/seed';

capturedLog();
let site: TestSite;
let story: Key;
let other: Key;
let risk: Key;
/** In a project that Mara and Deniz may not browse. */
let hidden: { readonly projectId: string; readonly risk: Key; readonly story: Key };

beforeAll(async () => {
  site = await setUpSite();
  [story, other] = [await site.story('Save card'), await site.story('Another story')];
  risk = await site.risk('Card data in logs');
  await site.link('threatens', risk, other);
  const project = addProject(site.jira.state, { key: 'HIDE', name: 'canary', leadAccountId: site.people.admin });
  await site.runSetup([project.id]);
  const { riskTypeId } = await site.setup();
  const make = async (issueTypeId: string) =>
    (await rest(site.as(site.people.admin), 'POST', path`/rest/api/3/issue`, {
      fields: { project: { id: project.id }, issuetype: { id: issueTypeId }, summary: 'canary' },
    })) as Key;
  hidden = { projectId: project.id, risk: await make(riskTypeId), story: await make(ISSUE_TYPE.story) };
});
beforeEach(() => site.jira.costs.reset());
afterAll(() => site.close());

const linkCount = () => site.jira.state.links.all().length;

test('a link between two other issues is not taken away in the name of a third', async () => {
  const [link] = site.jira.state.links.all();
  const answer = await site.invoke(site.people.mara, 'unlinkIssues', { issueId: story.id, linkId: link!.id });
  expect([answer, writesOf(site), linkCount()]).toEqual([refused('not-found'), [], 1]);
});

test('what one may not see cannot be linked to, and answers like what never was', async () => {
  const link = async (otherIssueIds: readonly string[]) =>
    valueOf(
      await site.invoke(site.people.mara, 'linkIssues', { issueId: story.id, verb: 'isExposedTo', otherIssueIds }),
    );
  const answer = await link([hidden.risk.id, '987654321', hidden.story.id]);
  expect(answer.failed.map(({ error }) => error)).toEqual([
    { code: 'not-found' },
    { code: 'not-found' },
    { code: 'not-found' },
  ]);
  expect(JSON.stringify(answer)).not.toMatch(/canary|HIDE/);
  expect([writesOf(site), linkCount()]).toEqual([[], 1]);
});

test.each([
  ['a parent', () => ({ parentId: hidden.story.id })],
  ['a project', () => ({ projectId: hidden.projectId })],
  ['a type of nothing', () => ({ issueTypeId: '987654' })],
])('an enabler is not made under %s that one may not see', async (_name, wrong) => {
  const count = [...site.jira.state.issues.values()].length;
  const answer = await site.invokeRaw(site.people.deniz, 'createEnablers', {
    subjectId: risk.id,
    projectId: site.project.id,
    issueTypeId: ISSUE_TYPE.task,
    summaries: ['An enabler'],
    idempotencyKey: randomUUID(),
    ...wrong(),
  });
  expect(JSON.stringify(answer)).toMatch(/"ok":false|"created":\[\]/);
  expect(JSON.stringify(answer)).not.toMatch(/canary|HIDE/);
  expect([[...site.jira.state.issues.values()].length, linkCount()]).toEqual([count, 1]);
});

test('what is for risks does nothing to a story, and what is for stories nothing to a risk', async () => {
  const before = site.jira.snapshot();
  const { deniz } = site.people;
  const asked = [
    await site.invoke(deniz, 'scoreRisk', { issueId: story.id, kind: 'inherent', likelihood: 5, impact: 5 }),
    await site.invoke(deniz, 'reviewRisk', { issueId: story.id, note: 'x', idempotencyKey: randomUUID() }),
    await site.invoke(deniz, 'moveRisk', { issueId: story.id, to: 'assessed' }),
    await site.invoke(deniz, 'readDecisions', { issueId: story.id }),
    await site.invoke(deniz, 'assessRelevance', { issueId: risk.id, assessment: { relevance: 'relevant' } }),
    await site.invoke(deniz, 'confirmAssessment', { issueId: risk.id }),
    await site.invoke(deniz, 'moveBack', { issueId: risk.id }),
  ];
  for (const answer of asked) {
    expect(answer.ok).toBe(false);
    expect(JSON.stringify(answer)).not.toContain('internal');
  }
  const { done } = valueOf(
    await site.invoke(deniz, 'editRisks', { issueIds: [story.id], changes: { treatment: 'Avoid' } }),
  );
  expect(done).toEqual([]);
  expect(site.jira.snapshot()).toEqual(before);
});
