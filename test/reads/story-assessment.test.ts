/** What the panel says of an assessment: who, when, whether the text is still the one that was read; and of a bypass. */
import { ASSESSMENT_PROPERTY } from '../../src/domain/assessment-record';
import { DEFAULT_CHECKS, type ProjectSettings } from '../../src/domain/project-settings';
import type { Assessment } from '../../src/domain/relevance';
import { documentOf } from '../../src/jira/document';
import { setIssueProperty } from '../../src/jira/issue-property';
import { path } from '../../src/jira/request';
import { readStory } from '../../src/reads/story';
import type { ProjectSetup } from '../../src/domain/site-setup';
import { followClock } from '../dev/site-date';
import { capturedLog } from '../fixtures/captured-log';
import { notRelevant, relevant } from '../fixtures/fields';
import { requestsOf } from '../fixtures/probe';
import { rest, setUpSite, valueOf, type Key, type TestSite } from '../fixtures/site';

capturedLog();

describe('the assessment of a story', () => {
  let site: TestSite;
  let project: ProjectSetup;
  let story: Key;
  let ownTime: () => void;
  beforeAll(async () => {
    site = await setUpSite();
    ownTime = followClock(site.clock);
    project = await site.projectSetup();
  });
  beforeEach(async () => {
    story = await site.story('Save card', { description: documentOf('For 12 months.') });
    later();
  });
  afterAll(() => {
    ownTime();
    site.close();
  });

  /** Everything that follows happens a minute later. */
  const later = () => {
    site.clock.advance(60_000);
    return site.clock.now().toISOString();
  };
  const read = async (settings: Partial<ProjectSettings> = {}, who = site.people.priya, issue = story) =>
    readStory(
      site.as(who),
      await site.setup(),
      { ...project, settings: { ...project.settings, ...settings } },
      issue.id,
    );
  const assess = async (assessment: Assessment, who = site.people.mara) => {
    valueOf(await site.invoke(who, 'assessRelevance', { issueId: story.id, assessment }));
    return later();
  };
  const edit = async (fields: Record<string, unknown>, who = site.people.deniz) => {
    await rest(site.as(who), 'PUT', path`/rest/api/3/issue/${story.id}`, { fields });
    return later();
  };
  const describeAs = (text: string) => edit({ description: documentOf(text) });

  test('nothing changed: no warning, and the check is passed', async () => {
    await assess({ relevance: 'relevant' });
    const view = await read();
    expect(view.changedSince).toBeUndefined();
    expect(view.readiness.checks.at(-1)).toEqual({ check: 'changed', state: 'passed' });
  });

  test('words that changed are shown with what they were, by whom, and with the topics that are new', async () => {
    await assess({ relevance: 'notRelevant', reason: 'wording' });
    const at = site.clock.now().toISOString();
    await describeAs('For 12 months.\n\nThe customer enters a password to log in.');
    const { changedSince, readiness } = await read();
    expect(changedSince).toMatchObject({
      at,
      by: { name: 'Deniz Aydin' },
      parts: [{ part: 'description', before: 'For 12 months.' }],
    });
    expect(changedSince?.parts[0]?.after).toContain('enters a password');
    expect(changedSince?.newTopics).toContain('authentication');
    // It warns; the story stays ready.
    expect(readiness).toMatchObject({ ready: true, missing: [] });
    expect(readiness.checks.at(-1)).toEqual({ check: 'changed', state: 'warning' });
  });

  test('markup alone is no change, and a text that came back is none', async () => {
    await assess({ relevance: 'relevant' });
    await edit({
      description: {
        type: 'doc',
        version: 1,
        content: [
          { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'for 12' }] },
          { type: 'paragraph', content: [{ type: 'text', text: 'MONTHS', marks: [{ type: 'strong' }] }] },
        ],
      },
    });
    expect((await read()).changedSince).toBeUndefined();
    await describeAs('For 13 months.');
    expect((await read()).changedSince).toBeDefined();
    await describeAs('For 12 months.');
    expect((await read()).changedSince).toBeUndefined();
  });

  test('an assessment by hand in the field of Jira is one as well', async () => {
    await edit(relevant(await site.setup()), site.people.mara);
    const at = site.clock.now().toISOString();
    await edit({ summary: 'Keep card' });
    expect(await read()).toMatchObject({
      relevance: 'relevant',
      assessedBy: { name: 'Mara Lindqvist' },
      changedSince: { at, parts: [{ part: 'summary', before: 'Save card', after: 'Keep card' }] },
    });
    // Said again by hand, the other way: what was read then is what counts.
    await edit(notRelevant(await site.setup(), 'wording'));
    expect((await read()).changedSince).toBeUndefined();
  });

  test('evidence of an assessment that was replaced by hand says nothing', async () => {
    const setup = await site.setup();
    await assess({ relevance: 'relevant' });
    await describeAs('For 24 months.');
    await edit(notRelevant(setup, 'wording'));
    await edit(relevant(setup));
    await describeAs('For 12 months.');
    expect((await read()).changedSince?.parts).toEqual([
      { part: 'description', before: 'For 24 months.', after: 'For 12 months.' },
    ]);
  });

  test('a story that was made assessed counts from then', async () => {
    story = await site.story('Made so', relevant(await site.setup()));
    expect((await read()).changedSince).toBeUndefined();
    later();
    await edit({ summary: 'Made otherwise' });
    expect((await read()).changedSince?.parts).toEqual([
      { part: 'summary', before: 'Made so', after: 'Made otherwise' },
    ]);
  });

  test('"still holds" ends the warning, and the next change begins from there', async () => {
    await assess({ relevance: 'notRelevant', reason: 'other', text: 'Demo only' });
    await describeAs('For 24 months.');
    const { confirmedAt } = valueOf(await site.invoke(site.people.mara, 'confirmAssessment', { issueId: story.id }));
    later();
    const confirmed = await read();
    expect(confirmed).toMatchObject({ confirmedAt, reasonText: 'Demo only', relevance: 'notRelevant' });
    expect(confirmed.changedSince).toBeUndefined();
    expect(confirmed.history).toHaveLength(1);
    await describeAs('For 36 months.');
    expect((await read()).changedSince?.parts).toEqual([
      { part: 'description', before: 'For 24 months.', after: 'For 36 months.' },
    ]);
    await assess({ relevance: 'relevant' });
    expect((await read()).confirmedAt).toBeUndefined();
  });

  test('a project that does not ask gets no warning', async () => {
    await assess({ relevance: 'relevant' });
    await edit({ summary: 'Keep card' });
    const view = await read({ checks: { ...DEFAULT_CHECKS, changed: 'off' } });
    expect(view.changedSince).toBeUndefined();
    expect(view.readiness.checks.at(-1)).toEqual({ check: 'changed', state: 'off' });
  });

  test('the property can silence the warning and do nothing else', async () => {
    const forged = async (value: object) =>
      setIssueProperty(site.as(site.people.deniz), story.id, ASSESSMENT_PROPERTY, value);
    await forged({ version: 1, relevance: 'notRelevant', reason: 'wording', ready: true, text: 'x' });
    const view = await read();
    expect(view).toMatchObject({ relevance: 'unassessed', reasonText: undefined, history: [] });
    expect(view.readiness).toMatchObject({ ready: false, missing: ['assessment'] });
    await assess({ relevance: 'relevant' });
    for (const value of [{}, { version: 1 }, { textHash: 'x'.repeat(10_000), textAt: 7 }]) {
      await forged(value);
      expect((await read()).readiness).toMatchObject({ ready: false, missing: ['answer'] });
    }
  });

  test('where the history is too long to reach back, nothing is made up', async () => {
    await assess({ relevance: 'relevant' });
    await describeAs('For 24 months.');
    // The local Jira gives the forty newest changes here.
    for (let index = 0; index < 45; index += 1) await edit({ labels: [`l${index}`] });
    const { changedSince, assessedAt, history } = await read();
    expect(changedSince).toEqual({
      parts: [{ part: 'description', after: 'For 24 months.' }],
      at: undefined,
      by: undefined,
      newTopics: [],
    });
    expect([assessedAt, history]).toEqual([undefined, []]);
  });

  test('the history is the decisions, the newest first', async () => {
    await assess({ relevance: 'relevant' });
    await edit({ summary: 'Keep card' });
    await assess({ relevance: 'notRelevant', reason: 'research' }, site.people.deniz);
    await assess({ relevance: 'unassessed' });
    const { history } = await read();
    expect(history.map(({ from, to, by }) => [from, to, by?.name])).toEqual([
      ['notRelevant', 'unassessed', 'Mara Lindqvist'],
      ['relevant', 'notRelevant', 'Deniz Aydin'],
      ['unassessed', 'relevant', 'Mara Lindqvist'],
    ]);
  });

  test('criteria in the description are an answer, but not where the gate blocks', async () => {
    await assess({ relevance: 'relevant' });
    await describeAs('Security criteria:\n- Tokens expire\n- TBD');
    expect(await read()).toMatchObject({ criteria: ['Tokens expire'], readiness: { missing: [] } });
    expect(await read({ gate: 'block' })).toMatchObject({
      criteria: ['Tokens expire'],
      readiness: { missing: ['answer'] },
      gate: 'block',
    });
  });

  test('the hint stands beside every assessment, and knows the words of the project', async () => {
    expect((await read({ hintWords: ['12 months'] })).hint).toMatchObject({
      text: { summary: 'Save card', description: 'For 12 months.' },
      hint: { topics: expect.arrayContaining(['own']) as unknown },
    });
    await assess({ relevance: 'relevant' });
    expect((await read({ hintWords: ['12 months'] })).hint).toBeDefined();
  });

  describe('a bypass', () => {
    test('says who moved it, when, and from where', async () => {
      const at = site.clock.now().toISOString();
      await site.moveTo(story, 'In Progress');
      expect((await read()).bypass).toEqual({
        how: 'moved',
        at,
        by: expect.objectContaining({ name: expect.any(String) as string }) as unknown,
        from: { id: expect.stringMatching(/^\d+$/) as string, name: 'To Do' },
      });
    });

    test('is none where the gate is off, once the story is ready, and once it is done', async () => {
      await site.moveTo(story, 'In Progress');
      expect((await read({ gate: 'off' })).bypass).toBeUndefined();
      expect((await read({ gate: 'block' })).bypass).toBeDefined();
      await assess({ relevance: 'notRelevant', reason: 'wording' });
      expect((await read()).bypass).toBeUndefined();
      await assess({ relevance: 'unassessed' });
      await site.moveTo(story, 'Done');
      expect((await read()).bypass).toBeUndefined();
    });

    test('created straight into a readiness status has nowhere to go back to', async () => {
      const { statusId } = site.jira.state.issues.require(story.id);
      expect((await read({ readyStatusIds: [statusId] })).bypass).toMatchObject({
        how: 'created',
        by: { name: 'Deniz Aydin' },
        from: undefined,
      });
    });
  });

  test('a risk that this viewer may not see is as if it were not there', async () => {
    const { addProject } = await import('../local-jira/seed');
    const hidden = addProject(site.jira.state, { key: 'HIDE', name: 'Hidden', leadAccountId: site.people.admin });
    await site.runSetup([hidden.id]);
    const { riskTypeId, linkTypes } = await site.setup();
    const asAdmin = site.as(site.people.admin);
    const risk = (await rest(asAdmin, 'POST', path`/rest/api/3/issue`, {
      fields: { project: { id: hidden.id }, issuetype: { id: riskTypeId }, summary: 'canary' },
    })) as Key;
    await rest(asAdmin, 'POST', path`/rest/api/3/issueLink`, {
      type: { id: linkTypes.threatens.id },
      inwardIssue: { id: risk.id },
      outwardIssue: { id: story.id },
    });
    await assess({ relevance: 'relevant' });
    const seen = await read();
    expect(seen).toMatchObject({ risks: [], readiness: { missing: ['answer'] } });
    expect(JSON.stringify(seen)).not.toMatch(/canary|HIDE/);
    expect((await read({}, site.people.admin)).risks).toHaveLength(1);
  });

  test('where nobody chose readiness statuses, one request more at the same time, not after it', async () => {
    site.jira.costs.reset();
    await read({ readyStatusIds: [] });
    expect(requestsOf(site)).toHaveLength(3);
    expect(site.jira.costs.totals().roundTrips).toBe(1);
  });
});
