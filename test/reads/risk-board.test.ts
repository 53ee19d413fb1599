import { setupOf, type ProjectSetup } from '../../src/domain/site-setup';
import {
  countRisks,
  readRiskBoardRights,
  readRiskPage,
  readRiskRows,
  riskBoardBasis,
} from '../../src/reads/risk-board';
import { RISK_LISTS, type RiskBoardBasis, type RiskRow } from '../../src/reads/risk-board-view';
import { checkAppRequests } from '../browser/app-requests';
import { riskFields } from '../fixtures/fields';
import { setUpSite, TODAY, valueOf, type TestSite } from '../fixtures/site';
import { makeWorld, type World } from '../fixtures/world';
import type { SeenRequest } from '../local-jira';
import { addProject, addSecurityLevel, grant } from '../local-jira/seed';
import { settingsSite } from '../settings/settings-site';
import { addTeamProject } from '../settings/team-managed';

describe('the rows of the risk board', () => {
  let site: TestSite;
  let world: World;
  let shop: ProjectSetup;
  let basis: RiskBoardBasis;
  const asked: SeenRequest[] = [];

  beforeAll(async () => {
    site = await setUpSite({ onRequest: (request) => asked.push(request) });
    world = await makeWorld(site);
    shop = await site.projectSetup();
    basis = riskBoardBasis(world.setup, shop);
  });
  beforeEach(() => site.jira.costs.reset());
  afterAll(() => site.close());

  const open = async (who = site.people.mara) => (await readRiskPage(site.as(who), basis, 'open', TODAY)).rows;
  const byKey = (rows: readonly RiskRow[], { key }: { key: string }) => rows.find((row) => row.key === key);

  test('hold everything the table shows of a risk under treatment', async () => {
    const row = byKey(await open(), world.takeover);
    expect(row).toMatchObject({
      id: world.takeover.id,
      key: world.takeover.key,
      summary: 'Account takeover',
      status: { name: 'Identified', category: 'toDo' },
      statusKey: 'identified',
      inherent: { likelihood: 5, impact: 5 },
      residual: { likelihood: 3, impact: 5 },
      level: 'Critical',
      residualLevel: 'High',
      owner: { name: 'Mara Lindqvist', accountId: site.people.mara, active: true },
      treatment: 'Mitigate',
      nextReview: '2026-11-21',
      acceptanceExpires: undefined,
      created: '2026-11-20T13:30:00.000Z',
      problems: [],
    });
    // The one that only its resolution dropped counts: a link does not tell the resolution.
    expect(row?.progress).toEqual({ done: 2, inProgress: 1, toDo: 1 });
  });

  test('say what is wrong as far as a list can know', async () => {
    const rows = await open();
    expect(byKey(rows, world.webhook)?.problems).toEqual([
      'noOwner',
      'residualNotScored',
      'noEnabler',
      'reviewOverdue',
    ]);
    expect(byKey(rows, world.vouchers)?.problems).toEqual(['residualNotScored', 'acceptanceEnding', 'allEnablersDone']);
    expect(byKey(rows, world.unscored)).toMatchObject({
      inherent: undefined,
      level: undefined,
      nextReview: undefined,
      treatment: undefined,
      problems: ['notScored', 'noEnabler'],
    });
  });

  test('open and closed are two lists, each counted by the query it is read with', async () => {
    const jira = site.as(site.people.mara);
    const keys = async (list: (typeof RISK_LISTS)[number]) =>
      (await readRiskPage(jira, basis, list, TODAY)).rows.map(({ key }) => key).sort();
    const { takeover, webhook, vouchers, unscored, closed } = world;
    expect(await keys('open')).toEqual([takeover, webhook, vouchers, unscored].map(({ key }) => key).sort());
    expect(await keys('closed')).toEqual([closed.key]);
    expect(await Promise.all(RISK_LISTS.map((list) => countRisks(jira, basis, list)))).toEqual([4, 1]);
  });

  test('a page costs one request, one point and one a risk', async () => {
    await open();
    expect(site.jira.costs.totals()).toMatchObject({ requests: 1, points: 1 + 4 });
  });

  test('a risk read again is as it is now; what is none of this project’s risks is left out', async () => {
    const other = addProject(site.jira.state, { key: 'PAY', name: 'Payments', leadAccountId: site.people.mara });
    grant(site.jira.state, other, site.people.mara, 'member');
    grant(site.jira.state, other, site.people.deniz, 'member');
    const elsewhere = await site.issue({
      project: { id: other.id },
      issuetype: { id: world.setup.riskTypeId },
      summary: 'Elsewhere',
    });
    const asViewer = site.as(site.people.mara);
    const ids = [world.unscored.id, world.stories.relevant.id, elsewhere.id, '99999'];
    expect((await readRiskRows(asViewer, basis, ids, TODAY)).map(({ key }) => key)).toEqual([world.unscored.key]);
    expect(await readRiskRows(asViewer, basis, [], TODAY)).toEqual([]);

    const before = (await readRiskRows(asViewer, basis, [world.unscored.id], TODAY))[0]?.owner?.name;
    valueOf(
      await site.invoke(site.people.mara, 'editRisks', {
        issueIds: [world.unscored.id],
        changes: { owner: site.people.mara },
      }),
    );
    const [after] = await readRiskRows(asViewer, basis, [world.unscored.id], TODAY);
    expect([before, after?.owner?.name]).toEqual(['Deniz Aydin', 'Mara Lindqvist']);
  });

  test('the rights of the project: who may edit, who may only look, and who may not see it', async () => {
    const rights = (who: string) => readRiskBoardRights(site.as(who), basis);
    expect(await rights(site.people.mara)).toEqual({ edit: true, create: true });
    expect(await rights(site.people.priya)).toEqual({ edit: false, create: false });
    await expect(rights(site.people.guest)).rejects.toMatchObject({ kind: 'notFound' });
    await expect(open(site.people.guest)).rejects.toMatchObject({ kind: 'refused' });
  });

  test('a risk behind a security level is neither listed nor counted, nor read by its id, for those outside it', async () => {
    const level = addSecurityLevel(site.jira.state, site.project, 'Few', [
      { type: 'user', accountId: site.people.deniz },
    ]);
    const secret = await site.risk('Known to few', riskFields(world.setup, { likelihood: 5, impact: 5 }));
    const issue = site.jira.state.issues.require(secret.id);
    site.jira.state.issues.put({ ...issue, securityLevelId: level });
    const seenBy = async (who: string) => {
      const jira = site.as(who);
      const [rows, count, again] = await Promise.all([
        open(who),
        countRisks(jira, basis, 'open'),
        readRiskRows(jira, basis, [secret.id], TODAY),
      ]);
      return [byKey(rows, secret) !== undefined, count === rows.length, again.length];
    };
    expect(await seenBy(site.people.deniz)).toEqual([true, true, 1]);
    expect(await seenBy(site.people.mara)).toEqual([false, true, 0]);
  });

  test('every request fits Atlassian’s own material', () => {
    checkAppRequests(asked);
  });
});

test('a team-managed project: its own fields, no workflow of Shift-Up’s, and no blame for what it has no field for', async () => {
  const site = await settingsSite();
  const part = await addTeamProject(site);
  const setup = await site.setup();
  const own = setupOf(setup, part.setup);
  const risk = await site.issue({
    project: { id: part.id },
    issuetype: { id: own.riskTypeId },
    summary: 'Card data in logs',
    ...riskFields(own, { likelihood: 5, impact: 5 }),
  });
  const { rows } = await readRiskPage(site.as(site.people.deniz), riskBoardBasis(setup, part.setup), 'open', TODAY);
  expect(rows).toMatchObject([
    {
      key: risk.key,
      statusKey: undefined,
      level: 'Critical',
      inherent: { likelihood: 5, impact: 5 },
      problems: ['noOwner', 'noEnabler'],
    },
  ]);
  site.close();
});
