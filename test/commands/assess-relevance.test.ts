import { ASSESSMENT_PROPERTY } from '../../src/domain/assessment-record';
import type { Assessment } from '../../src/domain/relevance';
import type { SiteSetup } from '../../src/domain/site-setup';
import { textHash } from '../../src/domain/text-hash';
import { documentOf } from '../../src/jira/document';
import { capturedLog } from '../fixtures/captured-log';
import { setUpSite, type Key, type TestSite } from '../fixtures/site';

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
    expect(await assess({ relevance: 'relevant' })).toEqual({ ok: true, value: { relevance: 'relevant' } });
    expect(stored()).toEqual({ relevance: setup.options.securityRelevance.relevant, reason: undefined });
    expect(await property()).toEqual({
      version: 1,
      relevance: 'relevant',
      textHash: textHash({ summary: 'Save card', description: 'For 12 months' }),
      assessedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
    });
    const writes = site.jira.costs.entries.filter(({ method }) => method !== 'GET');
    expect(writes.map(({ method, route }) => [method, route])).toEqual([['PUT', '/rest/api/3/issue/{issueIdOrKey}']]);
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
