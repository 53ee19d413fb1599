import { LINK_VERBS, reversed, VERBS, type LinkVerb } from '../../src/domain/link-verb';
import { addProject, grant, ISSUE_TYPE } from '../local-jira/seed';
import { capturedLog } from '../fixtures/captured-log';
import { setUpSite, valueOf, type Key, type TestSite } from '../fixtures/site';

capturedLog();

describe('linking', () => {
  let site: TestSite;
  let story: Key;
  let risk: Key;
  beforeAll(async () => {
    site = await setUpSite();
  });
  beforeEach(async () => {
    story = await site.story('Save card');
    risk = await site.risk('Card data in logs');
  });
  afterAll(() => site.close());

  const link = async (verb: LinkVerb, others: readonly Key[], subject = story, who = site.people.mara) =>
    valueOf(
      await site.invoke(who, 'linkIssues', { issueId: subject.id, verb, otherIssueIds: others.map(({ id }) => id) }),
    );
  /** Every link of the site, as sentences. */
  const sentences = () =>
    [...site.jira.state.links.values()].map(({ typeId, sourceId, destinationId }) => {
      const keyOf = (id: string) => site.jira.state.issues.require(id).key;
      return `${keyOf(sourceId)} ${site.jira.state.linkTypes.require(typeId).outward} ${keyOf(destinationId)}`;
    });
  const done = (issue: Key, alreadyLinked = false) => ({ done: [{ issueId: issue.id, alreadyLinked }], failed: [] });
  const failed = (issue: Key, code: string) => ({ done: [], failed: [{ issueId: issue.id, error: { code } }] });

  test('each verb is stored the right way round', async () => {
    const other = await site.story('Encrypt the database');
    expect(await link('isExposedTo', [risk])).toEqual(done(risk));
    expect(await link('reduces', [risk])).toEqual(done(risk));
    expect(await link('secures', [story], other)).toEqual(done(story));
    expect(sentences().slice(-3)).toEqual([
      `${risk.key} threatens ${story.key}`,
      `${story.key} mitigates ${risk.key}`,
      `${other.key} secures ${story.key}`,
    ]);
  });

  test('from the other side each link is the same one, and is found', async () => {
    const other = await site.story('Encrypt the database');
    expect(await link('isReducedBy', [story, other], risk)).toMatchObject({ done: [{}, {}], failed: [] });
    expect(await link('threatens', [other], risk)).toEqual(done(other));
    expect(await link('isSecuredBy', [other])).toEqual(done(other));
    expect(sentences().slice(-4)).toEqual([
      `${story.key} mitigates ${risk.key}`,
      `${other.key} mitigates ${risk.key}`,
      `${risk.key} threatens ${other.key}`,
      `${other.key} secures ${story.key}`,
    ]);
    expect(await link('reduces', [risk])).toEqual(done(risk, true));
    expect(await link('isExposedTo', [risk], other)).toEqual(done(risk, true));
    expect(await link('secures', [story], other)).toEqual(done(story, true));
  });

  test('unlinking says what was linked, so that it can be linked again: every sentence, from both sides', async () => {
    const other = await site.story('Encrypt the database');
    const subjectOf = (verb: LinkVerb) => (VERBS[verb].subjectIsRisk ? risk : story);
    const otherOf = (verb: LinkVerb) => (VERBS[verb].otherIsRisk ? risk : VERBS[verb].subjectIsRisk ? story : other);
    const unlinkLast = async (issue: Key) => {
      const last = [...site.jira.state.links.values()].at(-1);
      const payload = { issueId: issue.id, linkId: last?.id ?? '' };
      return valueOf(await site.invoke(site.people.mara, 'unlinkIssues', payload));
    };
    for (const verb of LINK_VERBS) {
      const [subject, object] = [subjectOf(verb), otherOf(verb)];
      const before = sentences();
      expect(await link(verb, [object], subject)).toEqual(done(object));
      const after = sentences();
      for (const [issue, says, at] of [
        [subject, verb, object],
        [object, reversed(verb), subject],
      ] as const) {
        const unlinked = await unlinkLast(issue);
        expect(unlinked).toMatchObject({ verb: says, otherIssueId: at.id });
        expect(sentences()).toEqual(before);
        await link(unlinked.verb, [at], issue);
        expect(sentences()).toEqual(after);
      }
      await unlinkLast(subject);
    }
  });

  test('the same pair a hundred times is one link', async () => {
    const before = sentences().length;
    expect(
      await link(
        'reduces',
        Array.from({ length: 25 }, () => risk),
      ),
    ).toEqual(done(risk));
    expect(await link('reduces', [risk])).toEqual(done(risk, true));
    await Promise.all(Array.from({ length: 20 }, () => link('reduces', [risk])));
    expect(sentences()).toHaveLength(before + 1);
  });

  test('several at once; what fails is named, what works is done', async () => {
    const second = await site.risk('Weak reset');
    const task = await site.issue({ issuetype: { id: ISSUE_TYPE.task }, summary: 'No risk' });
    const gone = { id: '99999', key: 'SHOP-99999' };
    const outcome = await link('reduces', [risk, task, story, gone, second]);
    expect(outcome.done.map(({ issueId }) => issueId)).toEqual([risk.id, second.id]);
    expect(outcome.failed).toEqual([
      { issueId: task.id, error: { code: 'invalid-input' } },
      { issueId: story.id, error: { code: 'invalid-input' } },
      { issueId: gone.id, error: { code: 'not-found' } },
    ]);
  });

  test('a risk is no enabler, an enabler no risk, and nothing secures itself or a risk', async () => {
    const before = sentences();
    const refused = { ok: false, error: { code: 'invalid-input' } };
    const invoke = (verb: LinkVerb, subject: Key, other: Key) =>
      site.invoke(site.people.mara, 'linkIssues', { issueId: subject.id, verb, otherIssueIds: [other.id] });
    expect(await invoke('reduces', risk, story)).toEqual(refused);
    expect(await invoke('isExposedTo', risk, story)).toEqual(refused);
    expect(await invoke('secures', risk, story)).toEqual(refused);
    expect(await invoke('isSecuredBy', risk, story)).toEqual(refused);
    expect(await invoke('isReducedBy', story, risk)).toEqual(refused);
    expect(await invoke('threatens', story, risk)).toEqual(refused);
    expect(await link('isReducedBy', [await site.risk('Another')], risk)).toMatchObject({ done: [], failed: [{}] });
    expect(await link('threatens', [risk], risk)).toEqual(failed(risk, 'invalid-input'));
    expect(await link('secures', [risk])).toEqual(failed(risk, 'invalid-input'));
    expect(await link('secures', [story])).toEqual(failed(story, 'invalid-input'));
    expect(sentences()).toEqual(before);
  });

  test('two stories do not secure each other', async () => {
    const other = await site.story('Other');
    await link('secures', [other]);
    expect(await link('secures', [story], other)).toEqual(failed(story, 'conflict'));
    expect(await link('isSecuredBy', [other])).toEqual(failed(other, 'conflict'));
  });

  test('a risk in a project where one may not link: that one is refused, the others are linked', async () => {
    const hidden = addProject(site.jira.state, { key: 'HIDE', name: 'Hidden', leadAccountId: site.people.admin });
    const pay = addProject(site.jira.state, { key: 'PAY', name: 'Payments', leadAccountId: site.people.admin });
    grant(site.jira.state, pay, site.people.mara, 'viewer');
    await site.runSetup([hidden.id, pay.id]);
    const { riskTypeId } = await site.setup();
    grant(site.jira.state, hidden, site.people.deniz, 'member');
    grant(site.jira.state, pay, site.people.deniz, 'member');
    const invisible = await site.issue({
      project: { id: hidden.id },
      issuetype: { id: riskTypeId },
      summary: 'canary',
    });
    const readOnly = await site.issue({ project: { id: pay.id }, issuetype: { id: riskTypeId }, summary: 'Sandbox' });
    const outcome = await link('isExposedTo', [invisible, readOnly, risk]);
    expect(outcome.done).toEqual([{ issueId: risk.id, alreadyLinked: false }]);
    expect(outcome.failed).toEqual([
      { issueId: invisible.id, error: { code: 'not-found' } },
      { issueId: readOnly.id, error: { code: 'no-permission' } },
    ]);
    expect(JSON.stringify(outcome)).not.toContain('canary');
  });

  test('a rate limit in the middle is said with its seconds, and what was done stays', async () => {
    const risks = await Promise.all(['a', 'b', 'c'].map((name) => site.risk(name)));
    site.jira.faults.add({
      kind: 'rate-limit',
      match: { method: 'POST', path: '/rest/api/3/issueLink' },
      times: 1,
      reason: 'jira-per-issue-on-write',
      retryAfter: 7,
    });
    const outcome = await link('reduces', risks);
    expect(outcome.failed).toEqual([{ issueId: risks[0]?.id, error: { code: 'rate-limited', retryAfterSeconds: 7 } }]);
    expect(outcome.done).toHaveLength(2);
  });

  test('unlinking removes that link, and no other kind', async () => {
    const other = await site.story('Blocked by');
    await link('reduces', [risk]);
    const blocks = [...site.jira.state.linkTypes.values()].find(({ name }) => name === 'Blocks');
    const { rest } = await import('../fixtures/site');
    const { path } = await import('../../src/jira/request');
    await rest(site.as(site.people.deniz), 'POST', path`/rest/api/3/issueLink`, {
      type: { id: blocks?.id },
      inwardIssue: { id: story.id },
      outwardIssue: { id: other.id },
    });
    const linksOfStory = () => [...site.jira.state.links.values()].filter(({ sourceId }) => sourceId === story.id);
    const [ours, foreign] = linksOfStory();
    const unlink = (issueId: string, linkId = '') => site.invoke(site.people.mara, 'unlinkIssues', { issueId, linkId });
    const notFound = { ok: false, error: { code: 'not-found' } };
    expect(await unlink(story.id, foreign?.id)).toEqual(notFound);
    expect(await unlink(other.id, ours?.id)).toEqual(notFound);
    expect(await unlink(story.id, ours?.id)).toEqual({
      ok: true,
      value: { linkId: ours?.id, verb: 'reduces', otherIssueId: risk.id },
    });
    expect(await unlink(story.id, ours?.id)).toEqual(notFound);
    expect(linksOfStory()).toEqual([foreign]);
  });
});
