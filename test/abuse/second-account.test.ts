/** One person who wants to accept a risk alone, or once for ever. Rows 109, 110 and 111. */
import { randomUUID } from 'node:crypto';
import { acceptanceSite, DAY_MS, UNTIL, type AcceptanceSite } from '../acceptance/acceptance-site';
import { loseAll, reconcileAll } from '../events/marks';
import { capturedLog } from '../fixtures/captured-log';
import { refused } from '../fixtures/operations';
import { valueOf, type Key } from '../fixtures/site';
import { addUser, grant } from '../local-jira/seed';
import { save } from '../settings/settings-site';

capturedLog();
let site: AcceptanceSite;
let risk: Key;
beforeEach(async () => {
  site = await acceptanceSite();
  risk = await site.newRisk();
});
afterEach(() => site.close());

const kinds = () => site.decisionsOn(risk).map(({ kind }) => kind);
const GROUP = 'approvers-of-shop';
const joins = (accountId: string, group: string) => {
  const { users } = site.jira.state;
  const user = users.require(accountId);
  users.put({ ...user, groups: [...user.groups, group] });
};

describe('whoever asked never decides', () => {
  test('also when they become an approver afterwards, by a group, by another group, or by settings of their own', async () => {
    const { deniz } = site.people;
    valueOf(await site.ask(risk, deniz));
    joins(deniz, GROUP);
    expect(await site.decide(risk, deniz, 1)).toEqual(refused('no-permission'));
    const second = site.jira.state.groups.put({ id: '6f7c2f0e-0000-4000-8000-00000000000b', name: 'second-group' });
    joins(deniz, second.name);
    grant(site.jira.state, site.project, deniz, 'administrators');
    await save(site, deniz, { approvers: { kind: 'group', groupId: second.id } });
    expect(await site.decide(risk, deniz, 1)).toEqual(refused('no-permission'));
    expect(valueOf(await site.read(risk, deniz)).mayDecide).toBe(false);
    expect([kinds(), site.statusOf(risk)]).toEqual([['asked'], 'Awaiting acceptance']);
  });

  test('nor after taking the request back and asking in the name of nobody, or of another request', async () => {
    const { mara } = site.people;
    valueOf(await site.ask(risk, mara));
    for (const request of [0, 2, 99, 1.5, -1, '1']) {
      const answer = await site.decide(risk, mara, request as number);
      expect([request, answer.ok]).toEqual([request, false]);
    }
    valueOf(await site.withdraw(risk, mara, 1));
    expect(await site.decide(risk, mara, 1)).toEqual(refused('conflict'));
    expect(kinds()).toEqual(['asked', 'withdrawn']);
  });

  test('a second account is another person for Jira; both names stand in the risk for everybody to see', async () => {
    const twin = addUser(site.jira.state, { displayName: 'Deniz Aydin' }).id;
    grant(site.jira.state, site.project, twin, 'member');
    joins(twin, GROUP);
    valueOf(await site.ask(risk, site.people.deniz));
    valueOf(await site.decide(risk, twin, 1));
    expect(site.commentsOn(risk).map(({ by }) => by)).toEqual([site.people.deniz, twin]);
  });
});

test('the calls of an acceptance that is over, sent again, bring nothing back', async () => {
  const { deniz } = site.people;
  const [asking, deciding] = [{ idempotencyKey: randomUUID() }, { idempotencyKey: randomUUID() }];
  valueOf(await site.ask(risk, deniz, asking));
  valueOf(await site.decide(risk, site.aino, 1, deciding));
  expect([site.statusOf(risk), site.expiresOf(risk)]).toEqual(['Accepted', UNTIL]);
  await loseAll(site);
  site.pass(91 * DAY_MS);
  await reconcileAll(site);
  const over = ['asked', 'accepted', 'expired'];
  expect([site.statusOf(risk), kinds()]).toEqual(['Assessed', over]);
  const comments = site.commentsOn(risk).length;
  for (let time = 0; time < 2; time += 1) {
    await site.ask(risk, deniz, asking);
    await site.decide(risk, site.aino, 1, deciding);
    await site.decide(risk, site.people.mara, 1);
    await site.withdraw(risk, deniz, 1);
  }
  expect([site.statusOf(risk), site.expiresOf(risk), kinds()]).toEqual(['Assessed', undefined, over]);
  expect(site.commentsOn(risk)).toHaveLength(comments);
  expect(valueOf(await site.read(risk, deniz))).toMatchObject({ mayAsk: true });
});

test('a clock that goes back does not make an acceptance that is over hold again', async () => {
  valueOf(await site.ask(risk, site.people.deniz));
  valueOf(await site.decide(risk, site.aino, 1));
  await loseAll(site);
  site.pass(91 * DAY_MS);
  await reconcileAll(site);
  expect(site.statusOf(risk)).toBe('Assessed');
  site.date.pass(-80 * DAY_MS);
  expect(valueOf(await site.read(risk, site.people.deniz)).holds).toBeUndefined();
  await site.moveTo(risk, 'Awaiting acceptance');
  await site.moveTo(risk, 'Accepted');
  await loseAll(site);
  site.date.pass(3_600_000);
  site.clock.advance(3_600_000);
  await reconcileAll(site);
  expect([site.statusOf(risk), kinds().filter((kind) => kind === 'accepted')]).toEqual(['Assessed', ['accepted']]);
});
