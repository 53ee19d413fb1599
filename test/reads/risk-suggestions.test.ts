import { path } from '../../src/jira/request';
import type { CandidateQuery } from '../../src/reads/link-candidate';
import { suggestRisks } from '../../src/reads/risk-suggestions';
import { addProject, grant } from '../local-jira/seed';
import { riskFields } from '../fixtures/fields';
import { rest, setUpSite, type Key, type TestSite } from '../fixtures/site';
import { makeWorld, type World } from '../fixtures/world';

describe('risks offered in the link dialog', () => {
  let site: TestSite;
  let world: World;
  let payRisk: Key;
  beforeAll(async () => {
    site = await setUpSite();
    world = await makeWorld(site);
    const pay = addProject(site.jira.state, { key: 'PAY', name: 'Payments', leadAccountId: site.people.admin });
    grant(site.jira.state, pay, site.people.deniz, 'member');
    grant(site.jira.state, pay, site.people.mara, 'viewer');
    await site.runSetup([pay.id]);
    payRisk = await site.issue({
      project: { id: pay.id },
      issuetype: { id: world.setup.riskTypeId },
      summary: 'Account numbers in receipts',
      ...riskFields(world.setup, { likelihood: 5, impact: 5 }),
    });
  });
  beforeEach(() => site.jira.costs.reset());
  afterAll(() => site.close());

  const suggest = async (input: Partial<CandidateQuery>, who = site.people.mara) =>
    suggestRisks(site.as(who), world.setup, undefined, {
      text: '',
      projectId: site.project.id,
      projectKey: 'SHOP',
      excludeIssueIds: [],
      ...input,
    });
  const keysFor = async (text: string, more: Partial<CandidateQuery> = {}, who = site.people.mara) =>
    (await suggest({ text, ...more }, who)).found.map(({ key }) => key);
  const refusedFor = async (text: string, who = site.people.mara) => (await suggest({ text }, who)).refused;
  const look = (issue: Key, who = site.people.mara) =>
    rest(site.as(who), 'GET', path`/rest/api/3/issue/${issue.id}?updateHistory=true`);

  test('nothing typed: the open risks of the project, the highest first', async () => {
    const { takeover, webhook, vouchers, unscored } = world;
    expect(await keysFor('')).toEqual([takeover, webhook, vouchers, unscored].map(({ key }) => key));
    expect((await suggest({})).found[0]).toEqual({
      id: takeover.id,
      key: takeover.key,
      summary: 'Account takeover',
      projectKey: 'SHOP',
      status: { name: 'Identified', category: 'toDo' },
      person: expect.objectContaining({ name: 'Mara Lindqvist' }) as unknown,
      // A link tells the status and not the resolution: the duplicate that ended in Done still counts here.
      risk: { level: 'Critical', progress: { done: 2, inProgress: 1, toDo: 1 } },
    });
  });

  test('words find the beginnings of words, this project before the others', async () => {
    expect(await keysFor('acc')).toEqual([world.takeover.key, payRisk.key]);
    expect(await keysFor('TAKE account')).toEqual([world.takeover.key]);
    expect(await keysFor('tokenisation')).toEqual([]);
  });

  test('a key finds the issue in any case, a number the one of this project', async () => {
    const number = world.webhook.key.split('-')[1] ?? '';
    expect(await keysFor(world.webhook.key.toLowerCase())).toEqual([world.webhook.key]);
    expect(await keysFor(` ${number} `)).toEqual([world.webhook.key]);
    expect(await keysFor(payRisk.key)).toEqual([payRisk.key]);
    expect(await keysFor('SHOP-99999')).toEqual([]);
  });

  test('a key is found while search lags', async () => {
    site.jira.faults.add({ kind: 'search-lag', lagMs: 3_600_000 });
    const fresh = await site.risk('Fresh');
    expect(await keysFor(fresh.key)).toEqual([fresh.key]);
    site.jira.faults.clear();
  });

  test('no story, no closed risk, nothing that is left out on purpose', async () => {
    expect(await keysFor(world.stories.relevant.key)).toEqual([]);
    expect(await keysFor(world.closed.key)).toEqual([]);
    expect(await keysFor('old')).toEqual([]);
    expect(await keysFor('acc', { excludeIssueIds: [world.takeover.id] })).toEqual([payRisk.key]);
  });

  test('a key that cannot be linked says why, and tells nothing of what is out of sight', async () => {
    expect(await refusedFor(world.stories.relevant.key)).toEqual({ key: world.stories.relevant.key, why: 'otherKind' });
    expect(await refusedFor(world.closed.key)).toEqual({ key: world.closed.key, why: 'closed' });
    expect(await refusedFor('SHOP-99999')).toEqual({ key: 'SHOP-99999', why: 'notFound' });
    expect(await refusedFor(payRisk.key, site.people.priya)).toEqual({ key: payRisk.key, why: 'notFound' });
    expect(await refusedFor(world.takeover.key)).toBeUndefined();
    expect(await refusedFor('acc')).toBeUndefined();
  });

  test('nothing that this person may not see', async () => {
    expect(await keysFor('acc', {}, site.people.priya)).toEqual([world.takeover.key]);
    expect(await keysFor(payRisk.key, {}, site.people.priya)).toEqual([]);
  });

  test('what the viewer looked at last comes first, from every project, and only once', async () => {
    await look(world.stories.relevant);
    await look(world.closed);
    await look(world.vouchers);
    site.clock.advance(1000);
    await look(payRisk);
    await look(world.webhook, site.people.deniz);
    const { recent, found } = await suggest({});
    expect(recent.map(({ key }) => key)).toEqual([payRisk.key, world.vouchers.key]);
    expect(found.map(({ key }) => key)).toEqual([world.takeover, world.webhook, world.unscored].map(({ key }) => key));
    expect((await suggest({ text: 'voucher' })).recent).toEqual([]);
  });

  test.each(['"', '\\', '*', '~', '" OR project = PAY OR "', 'AND', '((((', '\u0000', '🔐', 'a'.repeat(5000)])(
    'typing %j does no harm',
    async (text) => {
      await expect(suggest({ text })).resolves.toBeDefined();
    },
  );

  test('one keystroke is one round trip', async () => {
    await suggest({ text: 'acc' });
    expect(site.jira.costs.totals()).toMatchObject({ requests: 4, roundTrips: 1 });
  });
});
