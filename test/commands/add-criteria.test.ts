import { CRITERIA_LIMITS, criteriaIn } from '../../src/domain/criteria/security-criteria';
import { documentOf } from '../../src/jira/document';
import { path } from '../../src/jira/request';
import { readStory } from '../../src/reads/story';
import { followClock } from '../dev/site-date';
import { capturedLog } from '../fixtures/captured-log';
import { relevant } from '../fixtures/fields';
import { refused } from '../fixtures/operations';
import { requestsOf, writesOf } from '../fixtures/probe';
import { rest, setUpSite, valueOf, type Key, type TestSite } from '../fixtures/site';

capturedLog();

describe('adding security acceptance criteria', () => {
  let site: TestSite;
  let story: Key;
  let ownTime: () => void;
  beforeAll(async () => {
    site = await setUpSite();
    ownTime = followClock(site.clock);
  });
  beforeEach(async () => {
    story = await site.story('Save card', { description: documentOf('As a buyer I want to save the card.') });
    later();
    site.jira.costs.reset();
  });
  afterAll(() => {
    ownTime();
    site.close();
  });

  const later = () => site.clock.advance(60_000);
  const add = (criteria: readonly string[], who = site.people.mara) =>
    site.invoke(who, 'addCriteria', { issueId: story.id, criteria });
  const described = () => site.jira.state.issues.require(story.id).description;
  const describeAs = (text: string) =>
    rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${story.id}`, {
      fields: { description: documentOf(text) },
    });
  const assess = async () => {
    const assessment = { relevance: 'relevant' } as const;
    valueOf(await site.invoke(site.people.mara, 'assessRelevance', { issueId: story.id, assessment }));
    later();
  };
  const read = async () =>
    readStory(site.as(site.people.mara), await site.setup(), await site.projectSetup(), story.id);

  test('makes a section at the end, and the next ones join it', async () => {
    expect(valueOf(await add(['Tokens expire', 'Owner only']))).toEqual({ criteria: ['Tokens expire', 'Owner only'] });
    expect(valueOf(await add(['Logged'])).criteria).toEqual(['Tokens expire', 'Owner only', 'Logged']);
    expect(criteriaIn(described())).toEqual(['Tokens expire', 'Owner only', 'Logged']);
    expect(JSON.stringify(described()).match(/"heading"/g)).toHaveLength(1);
    expect(described()?.content[0]).toEqual(documentOf('As a buyer I want to save the card.').content[0]);
  });

  test('what stands there is not added again: sending it twice changes nothing', async () => {
    valueOf(await add(['Tokens expire']));
    site.jira.costs.reset();
    expect(valueOf(await add(['tokens expire!']))).toEqual({ criteria: ['Tokens expire'] });
    expect(writesOf(site)).toEqual([]);
    expect(valueOf(await add(['A new one', 'Tokens expire', 'A new one.'])).criteria).toEqual([
      'Tokens expire',
      'A new one',
    ]);
  });

  test('a new section has a title in the language of the story', async () => {
    await describeAs('Als Kundin möchte ich die Karte speichern, damit ich sie nicht noch einmal eingeben muss.');
    valueOf(await add(['Token läuft ab']));
    expect(JSON.stringify(described())).toContain('Akzeptanzkriterien Sicherheit');
  });

  test('our own edit is no change that somebody has to look at', async () => {
    await assess();
    valueOf(await add(['Tokens expire']));
    later();
    const view = await read();
    expect(view).toMatchObject({ criteria: ['Tokens expire'], readiness: { ready: true } });
    expect(view.changedSince).toBeUndefined();
    // The next edit of somebody else is compared with the text that has the criteria.
    await rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${story.id}`, {
      fields: { summary: 'Keep card' },
    });
    expect((await read()).changedSince?.parts.map(({ part }) => part)).toEqual(['summary']);
  });

  test('a change that was to be looked at before still is', async () => {
    await assess();
    await describeAs('As a thief I want to save the card.');
    later();
    valueOf(await add(['Tokens expire']));
    later();
    const { changedSince } = await read();
    expect(changedSince?.parts[0]?.before).toContain('As a buyer');
  });

  test('a story assessed by hand keeps its assessment', async () => {
    await rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${story.id}`, {
      fields: relevant(await site.setup()),
    });
    later();
    valueOf(await add(['Tokens expire']));
    later();
    expect(await read()).toMatchObject({ relevance: 'relevant', changedSince: undefined });
  });

  test('a security risk has none, and a line must say something', async () => {
    const risk = await site.risk('A risk');
    const criteria = ['Tokens expire'];
    expect(await site.invoke(site.people.mara, 'addCriteria', { issueId: risk.id, criteria })).toEqual(
      refused('invalid-input'),
    );
    const before = structuredClone(described());
    expect(await add(['TBD', '…', 'n/a'])).toEqual(refused('invalid-input'));
    expect(described()).toEqual(before);
  });

  test.each<unknown>([
    [],
    [''],
    ['two\nlines'],
    [7],
    ['x'.repeat(CRITERIA_LIMITS.line + 1)],
    Array.from({ length: CRITERIA_LIMITS.lines + 1 }, (_, index) => `line ${index}`),
    'Tokens expire',
  ])('refuses %j', async (criteria) => {
    expect(await site.invokeRaw(site.people.mara, 'addCriteria', { issueId: story.id, criteria })).toEqual(
      refused('invalid-input'),
    );
    expect(requestsOf(site)).toEqual([]);
  });

  test('what Jira refuses is said in its own words', async () => {
    await describeAs('word '.repeat(6_500));
    const answer = await add(['x'.repeat(255), 'y'.repeat(255)]);
    expect(answer).toMatchObject({ ok: false, error: { code: 'jira-refused', message: expect.any(String) as string } });
  });
});
