/** Who hears of overdue reviews, ending acceptances and unowned risks, without anybody opening a page. */
import { setupOf, type SiteSetup } from '../../src/domain/site-setup';
import { path } from '../../src/jira/request';
import { addSecurityLevel, addUser, grant } from '../local-jira/seed';
import { capturedLog } from '../fixtures/captured-log';
import { riskFields, type RiskMeaning } from '../fixtures/fields';
import { rest, type Key } from '../fixtures/site';
import { dateAt, type TickingDate } from '../fixtures/ticking-date';
import { settingsSite, type SettingsSite } from '../settings/settings-site';
import { addTeamProject } from '../settings/team-managed';
import { knowProject, pointsDuring } from './marks';

const log = capturedLog();
let site: SettingsSite;
let setup: SiteSetup;
let date: TickingDate;

beforeEach(async () => {
  date = dateAt('2026-11-20T13:30:00.000Z');
  site = await settingsSite();
  setup = await site.setup();
});
afterEach(() => {
  site.close();
  date.restore();
});

const begin = () => site.forge.schedules.run(site.site, 'daily-digest');
const drain = () => site.forge.queue.drain(site.site);
const pending = () => site.forge.queue.pending(site.site);
const aDay = async () => {
  await begin();
  await drain();
};
const at = (instant: string) => {
  date.restore();
  date = dateAt(instant);
};
const risk = (summary: string, meaning: RiskMeaning) =>
  site.risk(summary, riskFields(setup, { likelihood: 3, impact: 3, ...meaning }));
/** Name of the recipient, key of the issue it hangs on, and the lines that name a risk. */
const sent = () =>
  site.jira.state.sentMails
    .all()
    .map(({ to, issueId, text }) => [
      site.jira.state.users.require(to).displayName.split(' ')[0],
      site.jira.state.issues.require(issueId).key,
      text.split('\n').filter((line) => /^[A-Z]+-\d+:/.test(line)),
    ]);
const forget = () => {
  for (const { id } of site.jira.state.sentMails.all()) site.jira.state.sentMails.delete(id);
};

test('each owner hears once of everything of theirs, the lead of what nobody owns; keys and days, no words', async () => {
  const { mara, deniz } = site.people;
  const one = await risk('Canary takeover', { owner: deniz, nextReview: '2026-11-18' });
  const two = await risk('Canary vouchers', {
    owner: deniz,
    nextReview: '2027-01-01',
    acceptanceExpires: '2026-11-26',
  });
  const nobodys = await risk('Canary webhook', { nextReview: '2027-01-01' });
  const leads = await risk('Canary logs', { owner: mara, nextReview: '2026-11-19' });
  await risk('Fine', { owner: deniz, nextReview: '2026-11-20', acceptanceExpires: '2026-12-05' });
  const closed = await risk('Old', { nextReview: '2026-01-01' });
  await site.moveTo(closed, 'Closed');
  await aDay();
  expect(sent()).toEqual([
    [
      'Deniz',
      one.key,
      [`${one.key}: its review was due on 2026-11-18.`, `${two.key}: its acceptance ends on 2026-11-26.`],
    ],
    [
      'Mara',
      nobodys.key,
      [`${nobodys.key}: nobody answers for it.`, `${leads.key}: its review was due on 2026-11-19.`],
    ],
  ]);
  expect(site.jira.state.sentMails.all().map(({ subject }) => subject)).toEqual([
    'Security risks: 1 review overdue, 1 acceptance ends soon',
    'Security risks: 1 review overdue, 1 risk without an owner',
  ]);
  const kept = JSON.stringify((site.forge.snapshot(site.site) as { kvs: unknown }).kvs);
  expect(JSON.stringify(site.jira.state.sentMails.all())).not.toContain('Canary');
  expect(kept).not.toMatch(new RegExp(`Canary|${deniz}|${mara}`));
  expect(log.lines()).toEqual([]);
});

test('nothing to say, nothing sent; before set-up, and without a licence, nothing is done at all', async () => {
  await risk('Fine', { owner: site.people.deniz, nextReview: '2026-12-01' });
  await aDay();
  expect(sent()).toEqual([]);
  site.site.license = { active: false };
  at('2026-12-10T00:10:00.000Z');
  await begin();
  expect(pending()).toEqual([]);
});

describe('once a day', () => {
  let overdue: Key;
  beforeEach(async () => {
    overdue = await risk('Account takeover', { owner: site.people.deniz, nextReview: '2026-10-01' });
  });
  const times = () => sent().length;

  test('however often the schedule comes on one day in UTC, and again on the next', async () => {
    at('2026-11-20T00:00:30.000Z');
    await aDay();
    await aDay();
    at('2026-11-20T23:59:00.000Z');
    await aDay();
    expect(times()).toBe(1);
    at('2026-11-21T00:00:05.000Z');
    await aDay();
    expect(times()).toBe(2);
  });

  test.each([
    [
      'the night in which clocks go back',
      ['2026-10-24T23:30:00.000Z', '2026-10-25T00:30:00.000Z', '2026-10-25T22:59:00.000Z'],
    ],
    [
      'the night in which clocks go forward',
      ['2027-03-27T23:30:00.000Z', '2027-03-28T00:30:00.000Z', '2027-03-28T21:59:00.000Z'],
    ],
  ])('%s has two days like any other', async (_name, [evening, night, late]) => {
    for (const instant of [evening, night, late]) {
      at(instant ?? '');
      await aDay();
    }
    expect(times()).toBe(2);
  });

  test('a job that comes after midnight leaves it to the new day', async () => {
    at('2026-11-20T23:59:50.000Z');
    await begin();
    at('2026-11-21T00:00:10.000Z');
    await drain();
    expect(times()).toBe(0);
    await aDay();
    expect(times()).toBe(1);
  });

  test.each([true, false])('a job that is delivered twice (at the same time: %s)', async (together) => {
    await begin();
    for (let round = 0; pending().length > 0 && round < 10; round += 1) {
      await site.forge.queue.deliver(site.site, { times: 2, together, early: true });
      date.pass(61_000);
    }
    expect(times()).toBe(1);
  });

  test('two schedules at the same time', async () => {
    await Promise.all([begin(), begin()]);
    await site.forge.queue.deliver(site.site, { together: true });
    await drain();
    expect(times()).toBe(1);
  });

  test.each(['kill before', 'kill after', 'lose answer'] as const)('%s, at each request: never two', async (by) => {
    await risk('Card data in logs', { owner: site.people.mara, nextReview: '2026-10-01' });
    const jira = site.jira.snapshot();
    const forge = site.forge.snapshot(site.site);
    const counts: number[] = [];
    for (let atCall = 1; ; atCall += 1) {
      site.jira.restore(jira);
      site.forge.restore(site.site, forge);
      const armed = site.forge.disturb(site.site, { atCall, by, kind: 'consumer' });
      await begin();
      for (let round = 0; round < 10 && pending().length > 0; round += 1) {
        await site.forge.queue.deliver(site.site, { early: true });
        date.pass(61_000);
      }
      armed.disarm();
      const names = sent().map(([name]) => name);
      expect([atCall, new Set(names).size]).toEqual([atCall, names.length]);
      counts.push(names.length);
      if (armed.hit === undefined) break;
      expect(atCall).toBeLessThan(100);
    }
    // Killed between mark and message, one of the two has to wait for the next day; otherwise both hear of it.
    expect(counts.at(-1)).toBe(2);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
    expect(counts.filter((count) => count < 2).length).toBeLessThan(counts.length / 2);
  });

  test('many people: the job hands over, and each hears once', async () => {
    for (let number = 0; number < 12; number += 1) {
      const person = addUser(site.jira.state, { displayName: `Person${number} Owner` }).id;
      grant(site.jira.state, site.project, person, 'member');
      await risk('One of many', { owner: person, nextReview: '2026-10-01' });
    }
    date.tick(4_000);
    await begin();
    let jobs = 0;
    for (; pending().length > 0 && jobs < 20; jobs += 1) await site.forge.queue.deliver(site.site, { early: true });
    expect(jobs).toBeGreaterThan(1);
    const names = sent().map(([name]) => name);
    expect([names.length, new Set(names).size]).toEqual([13, 13]);
  });

  test('what was put right meanwhile is not said, although search still shows it', async () => {
    site.jira.faults.add({ kind: 'search-lag', lagMs: 3_600_000 });
    await rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${overdue.id}`, {
      fields: { [setup.fields.nextReview]: '2027-01-01' },
    });
    await aDay();
    expect(times()).toBe(0);
  });
});

describe('who may not see', () => {
  let few: string;
  beforeEach(() => {
    few = addSecurityLevel(site.jira.state, site.project, 'Few', [{ type: 'user', accountId: site.people.mara }]);
  });
  const hide = ({ id }: Key) => {
    const stored = site.jira.state.issues.require(id);
    site.jira.state.issues.put({ ...stored, securityLevelId: few });
  };

  test('a risk behind a security level is not told of it, by its key or by a number', async () => {
    const hidden = await risk('Canary', { owner: site.people.deniz, nextReview: '2026-11-01' });
    hide(hidden);
    const seen = await risk('Seen', { owner: site.people.deniz, nextReview: '2026-11-01' });
    await risk('Elsewhere', { owner: site.people.guest, nextReview: '2026-11-01' });
    await aDay();
    expect(sent()).toEqual([['Deniz', seen.key, [`${seen.key}: its review was due on 2026-11-01.`]]]);
    expect(site.jira.state.sentMails.all()[0]?.subject).toBe('Security risks: 1 review overdue');
  });

  test('where the app may not ask that, one risk is named, and Jira looks who may see it', async () => {
    hide(await risk('Canary', { owner: site.people.deniz, nextReview: '2026-11-01' }));
    const [first] = [
      await risk('First', { owner: site.people.mara, nextReview: '2026-11-01' }),
      await risk('Second', { owner: site.people.mara, nextReview: '2026-11-01' }),
    ];
    const real = site.jira.fetch.bind(site.jira);
    const spy = jest
      .spyOn(site.jira, 'fetch')
      .mockImplementation(async (request) =>
        request.url.includes('permissions/check') ? new Response('{}', { status: 403 }) : real(request),
      );
    await aDay();
    spy.mockRestore();
    expect(sent()).toEqual([['Mara', first.key, [`${first.key}: its review was due on 2026-11-01.`]]]);
  });
});

test('of an owner who left, the lead hears', async () => {
  const left = addUser(site.jira.state, { displayName: 'Lena Gone' });
  grant(site.jira.state, site.project, left.id, 'member');
  const hers = await risk('Account takeover', { owner: left.id, nextReview: '2026-11-01' });
  site.jira.state.users.put({ ...site.jira.state.users.require(left.id), active: false });
  await aDay();
  expect(sent()).toEqual([
    ['Mara', hers.key, [`${hers.key}: nobody answers for it; its review was due on 2026-11-01.`]],
  ]);
});

test('team-managed projects by their own ids, in the same message', async () => {
  const part = await addTeamProject(site);
  knowProject(site, part.id);
  const own = setupOf(setup, part.setup);
  const { deniz } = site.people;
  const theirs = await site.issue({
    project: { id: part.id },
    issuetype: { id: own.riskTypeId },
    summary: 'Card data in logs',
    [own.fields.riskOwner]: [{ accountId: deniz }],
    [own.fields.nextReview]: '2026-11-01',
  });
  const ours = await risk('Account takeover', { owner: deniz, nextReview: '2026-11-02' });
  await aDay();
  expect(sent().map(([name, , lines]) => [name, lines])).toEqual([
    ['Deniz', [`${theirs.key}: its review was due on 2026-11-01.`, `${ours.key}: its review was due on 2026-11-02.`]],
  ]);
});

describe('where Jira refuses', () => {
  beforeEach(async () => {
    await risk('One', { owner: site.people.deniz, nextReview: '2026-11-01' });
    await risk('Two', { owner: site.people.mara, nextReview: '2026-11-01' });
  });

  test('because it sends no e-mail, the day is over, and the log says so', async () => {
    const real = site.jira.fetch.bind(site.jira);
    const spy = jest
      .spyOn(site.jira, 'fetch')
      .mockImplementation(async (request) =>
        request.url.endsWith('/notify') ? new Response('{}', { status: 403 }) : real(request),
      );
    await aDay();
    spy.mockRestore();
    expect([sent(), pending()]).toEqual([[], []]);
    expect(log.lines()).toEqual([
      JSON.stringify({ operation: 'digest', code: 'forbidden', call: 'issue.notify', status: 403 }),
    ]);
  });

  test('and asks to wait, everybody hears once after that', async () => {
    site.jira.faults.add({ kind: 'rate-limit', match: { path: '*/notify' }, retryAfter: 300, times: 1 });
    await begin();
    await site.forge.queue.deliver(site.site);
    const [waits] = pending();
    expect((waits?.dueAt ?? 0) - site.clock.now().getTime()).toBe(300_000);
    await site.forge.queue.deliver(site.site, { early: true });
    expect(
      sent()
        .map(([name]) => name)
        .sort(),
    ).toEqual(['Deniz', 'Mara']);
  });

  test('one message, the others are sent', async () => {
    const real = site.jira.fetch.bind(site.jira);
    let refusals = 0;
    const spy = jest.spyOn(site.jira, 'fetch').mockImplementation(async (request) => {
      if (!request.url.endsWith('/notify') || refusals > 0) return real(request);
      refusals += 1;
      return new Response('{"errorMessages":["canary"]}', { status: 400 });
    });
    await aDay();
    spy.mockRestore();
    expect(sent().map(([name]) => name)).toEqual(['Mara']);
    expect(log.lines().join()).not.toContain('canary');
  });

  test('always, it gives up until the next day', async () => {
    site.jira.faults.add({ kind: 'error-503', match: { path: '*/search/jql' } });
    await begin();
    for (let round = 0; round < 20 && pending().length > 0; round += 1) {
      await site.forge.queue.deliver(site.site, { early: true });
    }
    expect([pending(), sent()]).toEqual([[], []]);
    site.jira.faults.clear();
    at('2026-11-21T00:10:00.000Z');
    await aDay();
    expect(sent()).toHaveLength(2);
  });
});

test('costs what its docstring says', async () => {
  for (let number = 0; number < 20; number += 1)
    await risk('Due', { owner: site.people.deniz, nextReview: '2026-11-01' });
  forget();
  const points = await pointsDuring(site, aDay);
  // Search and look: two for each risk and two for the project; the check of what may be seen two, the message one.
  expect(points).toBeLessThanOrEqual(2 * 20 + 2 + 3);
});
