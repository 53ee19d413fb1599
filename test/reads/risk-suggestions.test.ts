import { suggestRisks, type SuggestRisksInput } from '../../src/reads/risk-suggestions';
import { addProject, grant } from '../local-jira/seed';
import { riskFields } from '../fixtures/fields';
import { setUpSite, type Key, type TestSite } from '../fixtures/site';
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

  const suggest = async (input: Partial<SuggestRisksInput>, who = site.people.mara) =>
    suggestRisks(site.as(who), world.setup, {
      text: '',
      projectId: site.project.id,
      projectKey: 'SHOP',
      excludeIssueIds: [],
      ...input,
    });
  const keysFor = async (text: string, more: Partial<SuggestRisksInput> = {}) =>
    (await suggest({ text, ...more })).map(({ key }) => key);

  test('nothing typed: the open risks of the project, the highest first', async () => {
    const { takeover, webhook, vouchers, unscored } = world;
    expect(await keysFor('')).toEqual([takeover, webhook, vouchers, unscored].map(({ key }) => key));
    expect((await suggest({}))[0]).toEqual({
      id: takeover.id,
      key: takeover.key,
      summary: 'Account takeover',
      level: 'Critical',
      owner: expect.objectContaining({ name: 'Mara Lindqvist' }) as unknown,
      projectKey: 'SHOP',
      // A link tells the status and not the resolution: the duplicate that ended in Done still counts here.
      progress: { done: 2, inProgress: 1, toDo: 1 },
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

  test('nothing that this person may not see', async () => {
    expect(await suggest({ text: 'acc' }, site.people.priya)).toHaveLength(1);
    expect(await suggest({ text: payRisk.key }, site.people.priya)).toEqual([]);
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
