/** Asking, deciding, taking back, through the manifest's resolver function. */
import { randomUUID } from 'node:crypto';
import { capturedLog } from '../fixtures/captured-log';
import { refused } from '../fixtures/operations';
import { writesOf } from '../fixtures/probe';
import { valueOf, type Key } from '../fixtures/site';
import { save } from '../settings/settings-site';
import { addTeamProject } from '../settings/team-managed';
import { ROLE, APP_ACCOUNT_ID, grant } from '../local-jira/seed';
import { acceptanceSite, DAY_MS, UNTIL, type AcceptanceSite } from './acceptance-site';

const log = capturedLog();
let site: AcceptanceSite;
let risk: Key;

beforeEach(async () => {
  site = await acceptanceSite();
  risk = await site.newRisk();
  site.jira.costs.reset();
});
afterEach(() => site.close());

const kinds = (of = risk) => site.decisionsOn(of).map(({ kind }) => kind);
const standing = (of = risk) => [site.statusOf(of), site.expiresOf(of), kinds(of)];

test('somebody asks, another person accepts: Jira shows both by name, and the risk until when', async () => {
  const { deniz } = site.people;
  expect(valueOf(await site.ask(risk, deniz, { approver: site.aino }))).toMatchObject({
    open: 1,
    mayAsk: false,
    mayDecide: false,
    mayWithdraw: true,
    noApprover: false,
  });
  expect(standing()).toEqual(['Awaiting acceptance', undefined, ['asked']]);
  expect(valueOf(await site.read(risk, site.aino))).toMatchObject({ open: 1, mayDecide: true, mayWithdraw: false });
  const view = valueOf(await site.decide(risk, site.aino, 1, { note: 'Fine until then.' }));
  expect(view).toMatchObject({ holds: 2, mayDecide: false });
  expect(view.open).toBeUndefined();
  expect(standing()).toEqual(['Accepted', UNTIL, ['asked', 'accepted']]);
  const comments = site.commentsOn(risk);
  expect(comments.map(({ by }) => by)).toEqual([deniz, site.aino]);
  expect(comments[0]?.text).toContain(site.aino);
  expect(comments[1]?.text).toContain('Fine until then.');
});

test('what is kept is numbers and days: no person, no word', async () => {
  const enabler = await site.story('Links expire');
  await site.link('mitigates', enabler, risk);
  await site.moveTo(enabler, 'Done');
  await site.ask(risk, site.people.deniz, { approver: site.aino });
  await site.decide(risk, site.aino, 1, { note: 'Fine until then.' });
  const [asked, accepted] = site.decisionsOn(risk);
  const [first, second] = site.jira.state.comments.filter(({ issueId }) => issueId === risk.id);
  const state = {
    inherent: { likelihood: 4, impact: 4 },
    level: 'High',
    enablers: { done: 1, total: 1 },
    owned: false,
  };
  expect(asked).toEqual({
    version: 1,
    number: 1,
    at: expect.stringMatching(/^2026-11-20T13:30/) as string,
    kind: 'asked',
    until: UNTIL,
    commentId: first?.id,
    state,
  });
  expect(accepted).toMatchObject({
    number: 2,
    kind: 'accepted',
    request: 1,
    until: UNTIL,
    commentId: second?.id,
    state,
  });
  const kept = JSON.stringify((site.forge.snapshot(site.site) as { kvs: unknown }).kvs);
  expect(kept).not.toMatch(/replaced in spring|Fine until|Account takeover|Links expire/);
  for (const id of Object.values(site.people)) expect(kept).not.toContain(id);
  expect(kept).not.toContain(site.aino);
  expect(log.lines()).toEqual([]);
});

describe('nobody accepts alone', () => {
  test('whoever asked does not decide, although they may approve', async () => {
    await site.ask(risk, site.people.mara);
    expect(valueOf(await site.read(risk, site.people.mara)).mayDecide).toBe(false);
    expect(await site.decide(risk, site.people.mara, 1)).toEqual(refused('no-permission'));
    expect(standing()).toEqual(['Awaiting acceptance', undefined, ['asked']]);
    valueOf(await site.decide(risk, site.aino, 1));
    expect(site.statusOf(risk)).toBe('Accepted');
  });

  test('who may not approve does not decide, whatever the payload claims', async () => {
    await site.ask(risk, site.people.deniz);
    for (const who of [site.people.priya, site.pia]) {
      const answer = await site.decide(risk, who, 1, { accountId: site.aino, approver: site.aino });
      expect(answer).toEqual(refused('no-permission'));
    }
    expect(kinds()).toEqual(['asked']);
    expect(site.commentsOn(risk)).toHaveLength(1);
  });

  test('who asked is the author of the comment in Jira; with the comment gone the request is void', async () => {
    await site.ask(risk, site.people.deniz);
    const [comment] = site.jira.state.comments.filter(({ issueId }) => issueId === risk.id);
    site.jira.state.comments.delete(comment!.id);
    expect(await site.decide(risk, site.aino, 1)).toEqual(refused('conflict'));
    expect(valueOf(await site.read(risk, site.aino)).open).toBeUndefined();
    valueOf(await site.ask(risk, site.people.deniz));
    expect(kinds()).toEqual(['asked', 'withdrawn', 'asked']);
    valueOf(await site.decide(risk, site.aino, 3));
    expect(site.statusOf(risk)).toBe('Accepted');
  });

  test('no approvers chosen, or nobody but the one who asks: nobody can be asked', async () => {
    const { mara, deniz } = site.people;
    const { state } = site.jira;
    const aino = state.users.require(site.aino);
    state.users.put({ ...aino, active: false });
    expect(valueOf(await site.read(risk, mara))).toMatchObject({ noApprover: true, mayAsk: false });
    expect(await site.ask(risk, mara)).toEqual(refused('not-set-up'));
    expect(valueOf(await site.read(risk, deniz))).toMatchObject({ noApprover: false, mayAsk: true });
    await save(site, site.pia, { approvers: { kind: 'role', id: ROLE.viewer } });
    expect(valueOf(await site.read(risk, deniz)).noApprover).toBe(false);
    const project = state.projects.require(site.project.id);
    state.projects.put({ ...project, roleActors: { ...project.roleActors, [ROLE.viewer]: [] } });
    expect(await site.ask(risk, deniz)).toEqual(refused('not-set-up'));
    expect(kinds()).toEqual([]);
  });

  test('a role: the people in it, and those of the groups in it', async () => {
    await save(site, site.pia, { approvers: { kind: 'role', id: ROLE.viewer } });
    const { state } = site.jira;
    const project = state.projects.require(site.project.id);
    const actors = project.roleActors[ROLE.viewer] ?? [];
    state.projects.put({
      ...project,
      roleActors: {
        ...project.roleActors,
        [ROLE.viewer]: [...actors, { type: 'group', name: 'approvers-of-shop' }],
      },
    });
    const listed = await site.invoke(site.people.deniz, 'listApprovers', { issueId: risk.id });
    expect([...valueOf(listed).accountIds].sort()).toEqual([site.people.priya, site.people.mara, site.aino].sort());
    await site.ask(risk, site.people.deniz);
    // By the group alone.
    valueOf(await site.decide(risk, site.people.mara, 1));
  });

  test('an approver who is none, and asking oneself, are refused', async () => {
    for (const approver of [site.people.priya, site.people.deniz, APP_ACCOUNT_ID, 'nobody']) {
      expect(await site.ask(risk, site.people.deniz, { approver })).toEqual(refused('invalid-input'));
    }
    expect(await site.ask(risk, site.people.mara, { approver: site.people.mara })).toEqual(refused('invalid-input'));
    expect(writesOf(site)).toEqual([]);
  });
});

describe('the day', () => {
  test.each(['2026-11-20', '2027-11-21', '2026-11-31', '', null])('%j is refused', async (until) => {
    expect(await site.ask(risk, site.people.deniz, { until })).toEqual(refused('invalid-input'));
    expect([kinds(), writesOf(site)]).toEqual([[], []]);
  });

  test.each(['2026-11-21', '2027-11-20'])('%s is taken', async (until) => {
    expect(valueOf(await site.ask(risk, site.people.deniz, { until })).open).toBe(1);
  });

  test('is too near by the time of the decision: that is no acceptance', async () => {
    await site.ask(risk, site.people.deniz, { until: '2026-11-22' });
    site.pass(2 * DAY_MS);
    expect(await site.decide(risk, site.aino, 1)).toEqual(refused('conflict'));
    expect(standing()).toEqual(['Assessed', undefined, ['asked', 'withdrawn']]);
  });

  test('a decision cannot bring another day', async () => {
    await site.ask(risk, site.people.deniz);
    valueOf(await site.decide(risk, site.aino, 1, { until: '2027-11-01' }));
    expect(site.expiresOf(risk)).toBe(UNTIL);
  });
});

describe('the way of a request', () => {
  test('declined with a note: back to Assessed', async () => {
    await site.ask(risk, site.people.deniz);
    expect(await site.decide(risk, site.aino, 1, { verdict: 'decline' })).toEqual(refused('invalid-input'));
    valueOf(await site.decide(risk, site.aino, 1, { verdict: 'decline', note: 'Too long.' }));
    expect(standing()).toEqual(['Assessed', undefined, ['asked', 'declined']]);
    expect(await site.decide(risk, site.aino, 1)).toEqual(refused('conflict'));
  });

  test('taken back, only by whoever asked', async () => {
    await site.ask(risk, site.people.deniz);
    for (const who of [site.aino, site.people.mara, site.people.priya]) {
      expect(await site.withdraw(risk, who, 1)).toEqual(refused('no-permission'));
    }
    valueOf(await site.withdraw(risk, site.people.deniz, 1));
    valueOf(await site.withdraw(risk, site.people.deniz, 1));
    expect(standing()).toEqual(['Assessed', undefined, ['asked', 'withdrawn']]);
    expect(await site.decide(risk, site.aino, 1)).toEqual(refused('conflict'));
    expect(await site.withdraw(risk, site.people.deniz, 7)).toEqual(refused('conflict'));
  });

  test('one at a time', async () => {
    await site.ask(risk, site.people.deniz);
    expect(await site.ask(risk, site.people.mara)).toEqual(refused('conflict'));
    expect(kinds()).toEqual(['asked']);
  });

  test('extending is a new decision, and the old one holds until then', async () => {
    await site.ask(risk, site.people.deniz);
    await site.decide(risk, site.aino, 1);
    site.pass(60_000);
    const later = '2027-06-01';
    expect(valueOf(await site.ask(risk, site.people.deniz, { until: later }))).toMatchObject({ open: 3, holds: 2 });
    expect(standing()).toEqual(['Accepted', UNTIL, ['asked', 'accepted', 'asked']]);
    valueOf(await site.decide(risk, site.people.mara, 3, { verdict: 'decline', note: 'No.' }));
    expect(standing()).toEqual(['Accepted', UNTIL, ['asked', 'accepted', 'asked', 'declined']]);
    await site.ask(risk, site.people.deniz, { until: later });
    valueOf(await site.decide(risk, site.people.mara, 5));
    expect([site.statusOf(risk), site.expiresOf(risk)]).toEqual(['Accepted', later]);
  });

  test('a closed risk is history; a story is no risk', async () => {
    await site.moveTo(risk, 'Closed');
    expect(await site.ask(risk, site.people.deniz)).toEqual(refused('conflict'));
    const story = await site.story('Save card');
    expect(await site.ask(story, site.people.deniz)).toEqual(refused('invalid-input'));
    expect(await site.read(story, site.people.deniz)).toEqual(refused('invalid-input'));
    expect(writesOf(site).filter((write) => write.includes('comment'))).toEqual([]);
  });

  test('who may not edit does not ask', async () => {
    expect(await site.ask(risk, site.people.priya)).toEqual(refused('no-permission'));
    expect(valueOf(await site.read(risk, site.people.priya)).mayAsk).toBe(false);
  });

  test('in a team-managed project, whose statuses are its own, it is refused by name', async () => {
    const part = await addTeamProject(site);
    grant(site.jira.state, part, site.people.deniz, 'member');
    const fields = { project: { id: part.id }, issuetype: { id: part.own.riskTypeId }, summary: 'Card data in logs' };
    const theirs = await site.issue(fields);
    expect(await site.ask(theirs, site.people.deniz)).toEqual(refused('not-set-up'));
    expect(valueOf(await site.read(theirs, site.people.deniz)).mayAsk).toBe(false);
  });
});

describe('once', () => {
  test('a double click and the same call again: one comment, one entry', async () => {
    const asking = { idempotencyKey: randomUUID() };
    const twice = () => site.ask(risk, site.people.deniz, asking);
    const answers = [...(await Promise.all([twice(), twice()])), await twice()];
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    const deciding = { idempotencyKey: randomUUID() };
    const decide = () => site.decide(risk, site.aino, 1, deciding);
    const decided = [...(await Promise.all([decide(), decide()])), await decide()];
    expect(decided.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(kinds()).toEqual(['asked', 'accepted']);
    expect(site.commentsOn(risk)).toHaveLength(2);
  });

  test('two approvers at the same time: one decision', async () => {
    await site.ask(risk, site.people.deniz);
    const answers = await Promise.all([
      site.decide(risk, site.aino, 1),
      site.decide(risk, site.people.mara, 1, { verdict: 'decline', note: 'No.' }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(kinds()).toHaveLength(2);
    expect(site.statusOf(risk)).toBe(kinds()[1] === 'accepted' ? 'Accepted' : 'Assessed');
  });

  test('the key of the request is no key of a decision', async () => {
    const idempotencyKey = randomUUID();
    await site.ask(risk, site.people.deniz, { idempotencyKey });
    expect(await site.decide(risk, site.aino, 1, { idempotencyKey })).toEqual(refused('invalid-input'));
    const other = await site.newRisk();
    expect(await site.ask(other, site.people.deniz, { idempotencyKey })).toEqual(refused('invalid-input'));
    expect(kinds()).toEqual(['asked']);
  });
});
