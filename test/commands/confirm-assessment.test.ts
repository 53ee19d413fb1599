import { ASSESSMENT_PROPERTY } from '../../src/domain/assessment-record';
import { textHash } from '../../src/domain/text-hash';
import { path } from '../../src/jira/request';
import { capturedLog } from '../fixtures/captured-log';
import { relevant } from '../fixtures/fields';
import { refused } from '../fixtures/operations';
import { writesOf } from '../fixtures/probe';
import { rest, setUpSite, valueOf, type TestSite } from '../fixtures/site';

capturedLog();

describe('"still holds"', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await setUpSite();
  });
  beforeEach(() => site.jira.costs.reset());
  afterAll(() => site.close());

  const confirm = (issueId: string, who = site.people.mara) => site.invoke(who, 'confirmAssessment', { issueId });
  const property = async (issueId: string) => {
    const answer = await rest(
      site.as(site.people.mara),
      'GET',
      path`/rest/api/3/issue/${issueId}/properties/${ASSESSMENT_PROPERTY}`,
    );
    return (answer as { value: unknown }).value;
  };

  test('keeps evidence of the text of now and leaves the issue itself alone', async () => {
    const story = await site.story('Save card', relevant(await site.setup()));
    const before = structuredClone(site.jira.state.issues.require(story.id));
    const history = site.jira.state.history.get(story.id)?.length ?? 0;
    site.clock.advance(60_000);
    site.jira.costs.reset();
    const { confirmedAt } = valueOf(await confirm(story.id));
    expect(await property(story.id)).toEqual({
      version: 1,
      relevance: 'relevant',
      textHash: textHash({ summary: 'Save card', description: '' }),
      textAt: confirmedAt,
      confirmedAt,
    });
    const after = site.jira.state.issues.require(story.id);
    expect([after.updated, after.custom]).toEqual([before.updated, before.custom]);
    expect(site.jira.state.history.get(story.id)?.length ?? 0).toBe(history);
    expect(writesOf(site)).toEqual(['PUT /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}']);
  });

  test('keeps the reason', async () => {
    const story = await site.story('Save card');
    const assessment = { relevance: 'notRelevant', reason: 'other', text: 'Demo only' } as const;
    valueOf(await site.invoke(site.people.mara, 'assessRelevance', { issueId: story.id, assessment }));
    valueOf(await confirm(story.id));
    expect(await property(story.id)).toMatchObject({ relevance: 'notRelevant', reason: 'other', text: 'Demo only' });
  });

  test('is nothing to say of a story that nobody assessed', async () => {
    const story = await site.story('Save card');
    expect(await confirm(story.id)).toEqual(refused('conflict'));
    expect(writesOf(site).slice(1)).toEqual([]);
  });
});
