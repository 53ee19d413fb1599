/** Many stories, one decision: each by itself, and whoever fails is named. */
import type { AssessManyOutcome, Defs } from '../../src/contract/defs';
import type { Assessment } from '../../src/domain/relevance';
import type { SiteSetup } from '../../src/domain/site-setup';
import { path } from '../../src/jira/request';
import { capturedLog } from '../fixtures/captured-log';
import { relevant } from '../fixtures/fields';
import { refused } from '../fixtures/operations';
import { requestsOf, writesOf } from '../fixtures/probe';
import { rest, setUpSite, valueOf, type Key, type TestSite } from '../fixtures/site';
import { addProject, ISSUE_TYPE } from '../local-jira/seed';
import { addTeamProject } from '../settings/team-managed';
import { settingsSite } from '../settings/settings-site';

capturedLog();

type Wish = Parameters<Defs['assessMany']>[0]['assessments'][number];

describe('assessing many stories', () => {
  let site: TestSite;
  let setup: SiteSetup;
  let stories: readonly Key[];
  let hidden: Key;
  beforeAll(async () => {
    site = await setUpSite();
    setup = await site.setup();
    const project = addProject(site.jira.state, { key: 'HIDE', name: 'Hidden', leadAccountId: site.people.admin });
    await site.runSetup([project.id]);
    hidden = (await rest(site.as(site.people.admin), 'POST', path`/rest/api/3/issue`, {
      fields: { project: { id: project.id }, issuetype: { id: ISSUE_TYPE.story }, summary: 'canary' },
    })) as Key;
  });
  beforeEach(async () => {
    stories = await Promise.all(Array.from({ length: 12 }, (_, index) => site.story(`Story ${index}`)));
    site.jira.costs.reset();
  });
  afterEach(() => site.jira.faults.clear());
  afterAll(() => site.close());

  const NOT: Assessment = { relevance: 'notRelevant', reason: 'wording' };
  const wishes = (issues: readonly Key[], more: Partial<Wish> = {}): readonly Wish[] =>
    issues.map(({ id }) => ({ issueId: id, assessment: NOT, ...more }));
  const assess = async (assessments: readonly Wish[], who = site.people.mara): Promise<AssessManyOutcome> =>
    valueOf(await site.invoke(who, 'assessMany', { assessments }));
  const ids = (issues: readonly { readonly id: string }[]) => issues.map(({ id }) => id);
  const doneIn = ({ done }: AssessManyOutcome) => done.map(({ issueId }) => issueId);
  const failedIn = ({ failed }: AssessManyOutcome) => failed.map(({ issueId, error }) => [issueId, error.code]);
  const optionOf = ({ id }: Key) => site.jira.state.issues.require(id).custom[setup.fields.securityRelevance];

  test('all are done, in the order asked, with what stood there before', async () => {
    const outcome = await assess(wishes(stories));
    expect(doneIn(outcome)).toEqual(ids(stories));
    expect(outcome.done.every(({ previous }) => previous?.relevance === 'unassessed')).toBe(true);
    expect(outcome.failed).toEqual([]);
    // One look at the rights, one at the stories, a write for each.
    expect(requestsOf(site).filter((request) => !request.startsWith('PUT'))).toHaveLength(2);
    expect(writesOf(site)).toHaveLength(stories.length);
    for (const story of stories) expect(optionOf(story)).toBe(setup.options.securityRelevance.notRelevant);
  });

  test('the same again writes nothing, and undo is the same call with what stood there', async () => {
    const first = await assess(wishes(stories));
    site.jira.costs.reset();
    const again = await assess(wishes(stories, { expected: 'unassessed' }));
    expect(again).toEqual(first);
    expect(writesOf(site)).toEqual([]);
    const back = first.done.map(({ issueId, previous }) => ({ issueId, assessment: previous ?? NOT }));
    expect((await assess(back)).failed).toEqual([]);
    for (const story of stories) expect(optionOf(story)).toBeUndefined();
  });

  test('each that fails is named with its reason, and stops no other', async () => {
    const risk = await site.risk('A risk');
    const [own, taken] = stories as [Key, Key];
    await rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${taken.id}`, { fields: relevant(setup) });
    const outcome = await assess([
      ...wishes([own, taken, risk, hidden, { id: '987654321', key: '' }], { expected: 'unassessed' }),
      ...wishes([stories[2] as Key], { assessment: { relevance: 'notRelevant', reason: 'own', optionId: '1' } }),
    ]);
    expect(doneIn(outcome)).toEqual([own.id]);
    expect(failedIn(outcome)).toEqual([
      [taken.id, 'conflict'],
      [risk.id, 'invalid-input'],
      // A story that may not be seen is answered exactly like one that does not exist.
      [hidden.id, 'not-found'],
      ['987654321', 'not-found'],
      [stories[2]?.id, 'invalid-input'],
    ]);
    expect(optionOf(taken)).toBe(setup.options.securityRelevance.relevant);
  });

  test('without the right nothing is written, and each says so', async () => {
    const before = site.jira.snapshot();
    const outcome = await assess(wishes([...stories, hidden]), site.people.priya);
    expect(failedIn(outcome)).toEqual([...stories.map(({ id }) => [id, 'no-permission']), [hidden.id, 'not-found']]);
    expect(outcome.done).toEqual([]);
    expect(writesOf(site)).toEqual([]);
    expect(site.jira.snapshot()).toEqual(before);
  });

  test('where the rights cannot be looked up, nothing happens', async () => {
    site.jira.faults.add({ kind: 'error-500', match: { path: '*/permissions/check' } });
    expect(await site.invoke(site.people.mara, 'assessMany', { assessments: wishes(stories) })).toEqual(
      refused('could-not-verify'),
    );
    expect(writesOf(site)).toEqual([]);
  });

  test('a lost answer is no failure when the story says so', async () => {
    site.jira.faults.add({ kind: 'timeout-after', match: { method: 'PUT' }, times: 3 });
    site.jira.faults.add({ kind: 'timeout-before', match: { method: 'PUT', path: `*/issue/${stories[11]?.id}` } });
    const outcome = await assess(wishes(stories));
    expect(failedIn(outcome)).toEqual([[stories[11]?.id, 'jira-unavailable']]);
    expect(doneIn(outcome)).toEqual(ids(stories.slice(0, 11)));
    site.jira.faults.clear();
    expect((await assess(wishes(stories, { expected: 'unassessed' }))).failed).toEqual([]);
  });

  test('once Jira says "too much", the rest waits, and is told for how long', async () => {
    site.jira.faults.add({ kind: 'rate-limit', match: { method: 'PUT' }, retryAfter: 30 });
    const outcome = await assess(wishes(stories));
    expect(outcome.done).toEqual([]);
    expect(outcome.failed.map(({ error }) => error)).toEqual(
      stories.map(() => ({ code: 'rate-limited', retryAfterSeconds: 30 })),
    );
    // No more than were under way.
    expect(requestsOf(site).filter((request) => request.startsWith('PUT')).length).toBeLessThanOrEqual(5);
  });

  test('a story that is named twice is written once, as first asked', async () => {
    const [story] = stories as [Key];
    const outcome = await assess([...wishes([story]), { issueId: story.id, assessment: { relevance: 'relevant' } }]);
    expect(outcome.done).toEqual([
      { issueId: story.id, relevance: 'notRelevant', previous: { relevance: 'unassessed' } },
    ]);
    expect(writesOf(site)).toHaveLength(1);
  });

  test.each([[], Array.from({ length: 51 }, () => ({ issueId: '1', assessment: NOT }))])(
    'none, and more than fifty, are refused',
    async (...assessments) => {
      expect(await site.invokeRaw(site.people.mara, 'assessMany', { assessments })).toEqual(refused('invalid-input'));
      expect(requestsOf(site)).toEqual([]);
    },
  );
});

test('stories of a team-managed project are written with its own ids, beside those of another', async () => {
  const site = await settingsSite();
  const team = await addTeamProject(site);
  const setup = await site.setup();
  const theirs = await site.issue({ project: { id: team.id }, issuetype: { id: team.storyTypeId }, summary: 'Theirs' });
  const ours = await site.story('Ours');
  const assessments = [theirs, ours].map(({ id }) => ({ issueId: id, assessment: { relevance: 'relevant' as const } }));
  const outcome = valueOf(await site.invoke(site.people.mara, 'assessMany', { assessments }));
  expect(outcome.done.map(({ issueId }) => issueId)).toEqual([theirs.id, ours.id]);
  const { custom } = site.jira.state.issues.require(theirs.id);
  expect(custom[team.own.fields.securityRelevance ?? '']).toBe(team.own.options.securityRelevance?.relevant);
  expect(custom[setup.fields.securityRelevance]).toBeUndefined();
  const back = outcome.done.map(({ issueId, previous }) => ({
    issueId,
    assessment: previous ?? { relevance: 'relevant' as const },
  }));
  expect(valueOf(await site.invoke(site.people.mara, 'assessMany', { assessments: back })).failed).toEqual([]);
  expect(site.jira.state.issues.require(theirs.id).custom[team.own.fields.securityRelevance ?? '']).toBeUndefined();
  site.close();
});
