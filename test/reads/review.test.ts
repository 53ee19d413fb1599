/** The review meeting: which risks are due, and what happened to one since somebody last looked. */
import { randomUUID } from 'node:crypto';
import type { SiteSetup } from '../../src/domain/site-setup';
import { documentOf } from '../../src/jira/document';
import { path } from '../../src/jira/request';
import { readDueRisks, readRiskInReview } from '../../src/reads/review';
import { riskFields } from '../fixtures/fields';
import { requestsOf, writesOf } from '../fixtures/probe';
import { NOW, rest, setUpSite, TODAY, valueOf, type Key, type TestSite } from '../fixtures/site';
import { dateAt, type TickingDate } from '../fixtures/ticking-date';
import { addSecurityLevel } from '../local-jira/seed';

const DAY_MS = 86_400_000;

let site: TestSite;
let setup: SiteSetup;
let date: TickingDate;

beforeEach(async () => {
  date = dateAt(NOW);
  site = await setUpSite();
  setup = await site.setup();
});
afterEach(() => {
  site.close();
  date.restore();
});

/** So many days later, for Jira and for the functions. */
function later(days: number): void {
  site.clock.advance(days * DAY_MS);
  date.pass(days * DAY_MS);
}

const risk = (summary: string, meaning: Parameters<typeof riskFields>[1]) =>
  site.risk(summary, riskFields(setup, meaning));
const look = async (issue: Key, who = site.people.mara) =>
  readRiskInReview(site.as(who), setup, issue.id, site.clock.now().toISOString().slice(0, 10));
const review = async (issue: Key, more: object = {}) =>
  valueOf(
    await site.invoke(site.people.deniz, 'reviewRisk', {
      issueId: issue.id,
      note: 'Still true.',
      idempotencyKey: randomUUID(),
      ...more,
    }),
  );
const score = async (issue: Key, kind: 'inherent' | 'residual', likelihood: 1 | 2 | 3, impact: 4 | 5) =>
  valueOf(await site.invoke(site.people.deniz, 'scoreRisk', { issueId: issue.id, kind, likelihood, impact }));

describe('the risks that are due', () => {
  const due = async (who = site.people.mara) =>
    readDueRisks(site.as(who), await site.setup(), await site.projectSetup(), TODAY);

  test('are the open ones whose review is today or past, the most severe first', async () => {
    await risk('Low, long ago', { likelihood: 1, impact: 2, nextReview: '2026-06-01' });
    await risk('Critical, today', { likelihood: 5, impact: 5, nextReview: '2026-11-20' });
    await risk('High, yesterday', { likelihood: 3, impact: 4, nextReview: '2026-11-19' });
    await risk('Tomorrow', { likelihood: 5, impact: 5, nextReview: '2026-11-21' });
    await risk('Without a day', { likelihood: 5, impact: 5 });
    const closed = await risk('Closed', { likelihood: 5, impact: 5, nextReview: '2026-11-01' });
    await site.moveTo(closed, 'Closed');
    await site.story('No risk');
    const { risks, total } = await due();
    expect(risks.map(({ summary, level }) => [summary, level])).toEqual([
      ['Critical, today', 'Critical'],
      ['High, yesterday', 'High'],
      ['Low, long ago', 'Low'],
    ]);
    expect(total).toBe(3);
  });

  test('one behind a security level is neither listed nor counted for those outside it', async () => {
    const hidden = await risk('Hidden', { likelihood: 5, impact: 5, nextReview: '2026-11-01' });
    await risk('Seen', { likelihood: 1, impact: 1, nextReview: '2026-11-01' });
    const level = addSecurityLevel(site.jira.state, site.project, 'Few', [
      { type: 'user', accountId: site.people.deniz },
    ]);
    await rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${hidden.id}`, {
      fields: { security: { id: level } },
    });
    expect(await due(site.people.deniz)).toMatchObject({ total: 2 });
    const { risks, total } = await due();
    expect([risks.map(({ summary }) => summary), total]).toEqual([['Seen'], 1]);
  });

  test('nothing is due', async () => {
    expect(await due()).toEqual({ risks: [], total: 0 });
  });
});

describe('one risk in the meeting', () => {
  test('that was never reviewed tells what happened since it was written down', async () => {
    const issue = await risk('Account takeover', { likelihood: 3, impact: 5 });
    later(1);
    await score(issue, 'residual', 3, 5);
    await site.link('threatens', issue, await site.story('Change e-mail address'));
    later(1);
    await score(issue, 'residual', 2, 5);
    const { since } = await look(issue);
    expect(since).toMatchObject({ reviewed: false, partial: false, from: NOW, identified: NOW, threatened: [] });
    // Filling it in was no change; changing what was filled in was one.
    expect(since.scores.map(({ part, was, is, by }) => [part, was, is, by?.name])).toEqual([
      ['residualLikelihood', 3, 2, 'Deniz Aydin'],
    ]);
  });

  test('tells what its enablers did since the review: done, started, back, dropped, linked', async () => {
    const issue = await risk('Account takeover', { likelihood: 3, impact: 5 });
    const names = ['done before', 'done', 'started', 'back', 'dropped', 'untouched'] as const;
    const stories = new Map<string, Key>();
    for (const name of names) {
      const story = await site.story(name);
      stories.set(name, story);
      await site.link('mitigates', story, issue);
    }
    const of = (name: string) => stories.get(name) as Key;
    later(1);
    await site.moveTo(of('done before'), 'Done');
    await site.moveTo(of('back'), 'In Progress');
    later(1);
    await review(issue);
    later(3);
    await site.moveTo(of('done'), 'Done');
    await site.moveTo(of('started'), 'In Progress');
    await site.moveTo(of('back'), 'To Do');
    await site.moveTo(of('dropped'), "Won't do");
    const linked = await site.story('linked');
    await site.link('mitigates', linked, issue);
    const { since } = await look(issue);
    const summaries = Object.fromEntries(
      Object.entries(since.enablers).map(([what, some]) => [what, some.map(({ summary }) => summary)]),
    );
    expect(summaries).toEqual({
      done: ['done'],
      started: ['started'],
      reopened: ['back'],
      dropped: ['dropped'],
      linked: ['linked'],
    });
    expect(since).toMatchObject({ reviewed: true, scores: [] });
  });

  test('what the review itself changed is not news', async () => {
    const issue = await risk('Account takeover', { likelihood: 3, impact: 5, residual: [3, 5] });
    later(1);
    await review(issue, { residual: { likelihood: 1, impact: 5 }, nextReview: '2026-12-24' });
    later(1);
    const { risk: view, since } = await look(issue);
    expect([view.residualLevel, view.nextReview]).toEqual(['Medium', '2026-12-24']);
    expect(since).toMatchObject({ reviewed: true, scores: [], rewritten: [], owner: undefined, status: undefined });
  });

  test('tells owner, status, treatment and rewritten texts, from the first value to the last', async () => {
    const { people } = site;
    const issue = await risk('Account takeover', { likelihood: 3, impact: 5, owner: people.mara });
    later(1);
    await review(issue);
    later(1);
    const edit = async (changes: object) =>
      valueOf(await site.invoke(people.deniz, 'editRisks', { issueIds: [issue.id], changes }));
    await edit({ owner: people.deniz, treatment: 'Mitigate', businessImpact: 'Refunds.' });
    await site.moveTo(issue, 'Assessed');
    await edit({ treatment: 'Avoid' });
    await site.moveTo(issue, 'In treatment');
    await rest(site.as(people.mara), 'PUT', path`/rest/api/3/issue/${issue.id}`, {
      fields: { description: documentOf('Longer.') },
    });
    const { since } = await look(issue);
    expect(since.owner).toMatchObject({ was: 'Mara Lindqvist', is: 'Deniz Aydin', by: { name: 'Deniz Aydin' } });
    expect(since.status).toMatchObject({ was: 'Identified', is: 'In treatment' });
    expect(since.treatment).toMatchObject({ was: undefined, is: 'Avoid' });
    expect(since.rewritten).toEqual(['description', 'businessImpact']);
  });

  test('a value that went and came back is no news', async () => {
    const issue = await risk('Account takeover', { likelihood: 3, impact: 5, residual: [3, 5] });
    later(1);
    await score(issue, 'residual', 1, 5);
    await score(issue, 'residual', 3, 5);
    expect((await look(issue)).since.scores).toEqual([]);
  });

  test('names a newly exposed story, and none that the viewer may not see', async () => {
    const issue = await risk('Account takeover', { likelihood: 3, impact: 5 });
    await review(issue);
    later(1);
    const [seen, hidden] = [await site.story('Change e-mail address'), await site.story('A secret')];
    await site.link('threatens', issue, seen);
    await site.link('threatens', issue, hidden);
    const level = addSecurityLevel(site.jira.state, site.project, 'Few', [
      { type: 'user', accountId: site.people.deniz },
    ]);
    await rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${hidden.id}`, {
      fields: { security: { id: level } },
    });
    const told = await look(issue);
    expect(told.since.threatened.map(({ summary }) => summary)).toEqual(['Change e-mail address']);
    expect(JSON.stringify(told)).not.toContain(hidden.key);
    expect((await look(issue, site.people.deniz)).since.threatened).toHaveLength(2);
  });

  test('says when Jira gave only the newest changes', async () => {
    const issue = await risk('Account takeover', { likelihood: 3, impact: 5 });
    later(1);
    for (let change = 0; change < 101; change += 1) {
      await rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${issue.id}`, {
        fields: { summary: `Account takeover ${String(change)}` },
      });
    }
    expect((await look(issue)).since.partial).toBe(true);
    later(1);
    await review(issue);
    expect((await look(issue)).since.partial).toBe(false);
  });

  test('takes two steps, writes nothing, and is not told to somebody who may not see it', async () => {
    const issue = await risk('Account takeover', { likelihood: 3, impact: 5 });
    await site.link('mitigates', await site.story('Links expire'), issue);
    site.jira.costs.reset();
    await look(issue);
    expect(writesOf(site)).toEqual([]);
    expect(requestsOf(site)).toHaveLength(6);
    await expect(look(issue, site.people.guest)).rejects.toMatchObject({ kind: 'notFound' });
  });
});
