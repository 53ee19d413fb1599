import { ASSESSMENT_PROPERTY } from '../../src/domain/assessment-record';
import type { Assessment } from '../../src/domain/relevance';
import type { SiteSetup } from '../../src/domain/site-setup';
import { textHash } from '../../src/domain/text-hash';
import { documentOf } from '../../src/jira/document';
import { path } from '../../src/jira/request';
import { capturedLog } from '../fixtures/captured-log';
import { refused } from '../fixtures/operations';
import { writesOf } from '../fixtures/probe';
import { rest, setUpSite, valueOf, type Key, type TestSite } from '../fixtures/site';

capturedLog();

describe('assessing a story', () => {
  let site: TestSite;
  let setup: SiteSetup;
  let story: Key;
  beforeAll(async () => {
    site = await setUpSite();
    setup = await site.setup();
  });
  beforeEach(async () => {
    story = await site.story('Save card', { description: documentOf('For 12 months') });
    site.jira.costs.reset();
  });
  afterAll(() => site.close());

  const assess = (assessment: Assessment, who = site.people.mara, issueId = story.id) =>
    site.invoke(who, 'assessRelevance', { issueId, assessment });
  const stored = () => {
    const { custom } = site.jira.state.issues.require(story.id);
    const relevance = custom[setup.fields.securityRelevance] as { id?: string } | string | null | undefined;
    const reason = custom[setup.fields.relevanceReason] as { id?: string } | string | null | undefined;
    const idOf = (value: typeof relevance) =>
      (typeof value === 'object' && value !== null ? value.id : value) ?? undefined;
    return { relevance: idOf(relevance), reason: idOf(reason) };
  };
  const property = async () => {
    const answer = await site
      .as(site.people.mara)(
        // The property as anybody reads it.
        (await import('../../src/jira/request')).path`/rest/api/3/issue/${story.id}/properties/${ASSESSMENT_PROPERTY}`,
        { method: 'GET' },
      )
      .then((response) => response.text());
    return (JSON.parse(answer) as { value: unknown }).value;
  };

  test('relevant: the field is set, in one write, with the evidence beside it', async () => {
    expect(await assess({ relevance: 'relevant' })).toEqual({
      ok: true,
      value: { relevance: 'relevant', previous: { relevance: 'unassessed' } },
    });
    expect(stored()).toEqual({ relevance: setup.options.securityRelevance.relevant, reason: undefined });
    expect(await property()).toEqual({
      version: 1,
      relevance: 'relevant',
      textHash: textHash({ summary: 'Save card', description: 'For 12 months' }),
      textAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
    });
    expect(writesOf(site)).toEqual(['PUT /rest/api/3/issue/{issueIdOrKey}']);
  });

  test('not relevant needs a reason, and "other" a sentence', async () => {
    await assess({ relevance: 'notRelevant', reason: 'research' });
    expect(stored()).toEqual({
      relevance: setup.options.securityRelevance.notRelevant,
      reason: setup.options.relevanceReason.research,
    });
    await assess({ relevance: 'notRelevant', reason: 'other', text: '  Demo branch only ' });
    expect(stored().reason).toBe(setup.options.relevanceReason.other);
    expect(await property()).toMatchObject({ reason: 'other', text: 'Demo branch only' });
  });

  test('changing the mind leaves no reason behind', async () => {
    await assess({ relevance: 'notRelevant', reason: 'wording' });
    await assess({ relevance: 'relevant' });
    expect(stored()).toEqual({ relevance: setup.options.securityRelevance.relevant, reason: undefined });
    await assess({ relevance: 'unassessed' });
    expect(stored()).toEqual({ relevance: undefined, reason: undefined });
    expect(await property()).toMatchObject({ relevance: 'unassessed' });
  });

  test.each(['relevant', 'unassessed'] as const)(
    'a reason that was left behind in Jira’s own fields goes, although they say %s already',
    async (relevance) => {
      await assess({ relevance });
      const { fields, options } = setup;
      await rest(site.as(site.people.mara), 'PUT', path`/rest/api/3/issue/${story.id}`, {
        fields: { [fields.relevanceReason]: { id: options.relevanceReason.wording } },
      });
      await assess({ relevance });
      expect(stored().reason).toBeUndefined();
    },
  );

  test('says what stood there, so that it can be put back as it was', async () => {
    const said: Assessment[] = [
      { relevance: 'unassessed' },
      { relevance: 'notRelevant', reason: 'other', text: 'Demo branch only' },
      { relevance: 'relevant' },
      { relevance: 'notRelevant', reason: 'research' },
      { relevance: 'unassessed' },
    ];
    for (const [index, assessment] of said.slice(1).entries()) {
      const { previous } = valueOf(await assess(assessment));
      expect(previous).toEqual(said[index]);
      valueOf(await assess(previous ?? assessment));
      expect(valueOf(await assess(assessment)).previous).toEqual(said[index]);
    }
  });

  test('what nobody could say again is not offered to be put back', async () => {
    const { fields, options } = setup;
    await rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${story.id}`, {
      fields: { [fields.securityRelevance]: { id: options.securityRelevance.notRelevant } },
    });
    expect(valueOf(await assess({ relevance: 'relevant' }))).toEqual({ relevance: 'relevant' });
  });

  test('saying the same again, of the same text, writes nothing', async () => {
    await assess({ relevance: 'notRelevant', reason: 'other', text: 'Demo' });
    site.jira.costs.reset();
    expect(await assess({ relevance: 'notRelevant', reason: 'other', text: 'Demo' })).toMatchObject({ ok: true });
    expect(writesOf(site)).toEqual([]);
    await assess({ relevance: 'notRelevant', reason: 'other', text: 'Demo branch' });
    expect(writesOf(site)).toHaveLength(1);
  });

  describe('when somebody else was faster', () => {
    test('nothing is written over what they said', async () => {
      await assess({ relevance: 'relevant' }, site.people.deniz);
      const before = site.jira.snapshot();
      const assessment = { relevance: 'notRelevant', reason: 'wording' } as const;
      const answer = await site.invoke(site.people.mara, 'assessRelevance', {
        issueId: story.id,
        assessment,
        expected: 'unassessed',
      });
      expect(answer).toEqual(refused('conflict'));
      expect(site.jira.snapshot()).toEqual(before);
    });

    test('who says the same is not told off', async () => {
      await assess({ relevance: 'relevant' }, site.people.deniz);
      site.jira.costs.reset();
      const answer = await site.invoke(site.people.mara, 'assessRelevance', {
        issueId: story.id,
        assessment: { relevance: 'relevant' },
        expected: 'unassessed',
      });
      expect(valueOf(answer)).toEqual({ relevance: 'relevant', previous: { relevance: 'unassessed' } });
      expect(writesOf(site)).toEqual([]);
    });
  });

  describe('when the answer of Jira is lost', () => {
    afterEach(() => site.jira.faults.clear());

    test('what was done is done', async () => {
      site.jira.faults.add({ kind: 'timeout-after', match: { method: 'PUT' }, times: 1 });
      expect(valueOf(await assess({ relevance: 'relevant' })).relevance).toBe('relevant');
    });

    test('what was not done has failed, and can be sent again', async () => {
      site.jira.faults.add({ kind: 'timeout-before', match: { method: 'PUT' }, times: 1 });
      expect(await assess({ relevance: 'relevant' })).toEqual(refused('jira-unavailable'));
      expect(stored().relevance).toBeUndefined();
      expect(await assess({ relevance: 'relevant' })).toMatchObject({ ok: true });
    });
  });

  test('without the right to edit nothing is written', async () => {
    const before = site.jira.snapshot();
    expect(await assess({ relevance: 'relevant' }, site.people.priya)).toEqual({
      ok: false,
      error: { code: 'no-permission' },
    });
    expect(site.jira.snapshot()).toEqual(before);
  });

  test('a security risk is not assessed', async () => {
    const risk = await site.risk('Account takeover');
    expect(await assess({ relevance: 'relevant' }, site.people.mara, risk.id)).toEqual({
      ok: false,
      error: { code: 'invalid-input' },
    });
  });

  test.each<unknown>([
    { relevance: 'notRelevant' },
    { relevance: 'notRelevant', reason: 'other' },
    { relevance: 'notRelevant', reason: 'other', text: '   ' },
    { relevance: 'notRelevant', reason: 'other', text: 'x'.repeat(256) },
    { relevance: 'notRelevant', reason: 'other', text: 'two\nlines' },
    { relevance: 'notRelevant', reason: 'constructor' },
    { relevance: 'maybe' },
    'relevant',
    null,
  ])('%j is no assessment', async (assessment) => {
    expect(await site.invokeRaw(site.people.mara, 'assessRelevance', { issueId: story.id, assessment })).toEqual({
      ok: false,
      error: { code: 'invalid-input' },
    });
    expect(site.jira.costs.entries).toEqual([]);
  });
});
