import { HYGIENE_RULES } from '../../src/domain/hygiene';
import { setupOf, type SiteSetup } from '../../src/domain/site-setup';
import { countIssues } from '../../src/jira/search';
import {
  hygieneBasis,
  LOOK_PAGE,
  LOOK_PAGES,
  lookAt,
  readDropped,
  readHygieneRow,
  readRulePage,
  RULE_PAGE,
} from '../../src/reads/hygiene';
import { wayOf } from '../../src/reads/hygiene-queries';
import { riskFields } from '../fixtures/fields';
import { setUpSite, TODAY, type TestSite } from '../fixtures/site';
import { makeWorld, type World } from '../fixtures/world';
import { addManyRisks } from '../levels/many-risks';
import { addSecurityLevel, ISSUE_TYPE } from '../local-jira/seed';
import { settingsSite } from '../settings/settings-site';
import { addTeamProject } from '../settings/team-managed';

const NOTHING_DROPPED: ReadonlySet<string> = new Set();

describe('hygiene of a register', () => {
  let site: TestSite;
  let world: World;
  beforeAll(async () => {
    site = await setUpSite();
    world = await makeWorld(site);
  });
  beforeEach(() => site.jira.costs.reset());
  afterAll(() => site.close());
  const basisOf = async () => hygieneBasis(world.setup, await site.projectSetup(), TODAY);

  test('a row has what its fix needs', async () => {
    const basis = await basisOf();
    const jira = site.as(site.people.mara);
    const { rows, next } = await readRulePage(jira, basis, 'noOwner', NOTHING_DROPPED);
    expect(next).toBeUndefined();
    expect(rows).toEqual([
      {
        id: world.webhook.id,
        key: world.webhook.key,
        summary: 'Unsigned webhook',
        status: { name: 'Identified', category: 'toDo' },
        statusKey: 'identified',
        inherent: { likelihood: 3, impact: 5 },
        residual: undefined,
        level: 'High',
        residualLevel: undefined,
        owner: undefined,
        nextReview: '2026-11-19',
        acceptanceExpires: undefined,
        progress: { done: 0, inProgress: 0, toDo: 0 },
        openEnablers: [],
        rules: ['noOwner', 'reviewOverdue'],
      },
    ]);
  });

  test('an enabler that was dropped by its resolution is known, and neither done nor open', async () => {
    const basis = await basisOf();
    const jira = site.as(site.people.mara);
    const dropped = await readDropped(jira, basis);
    expect([...dropped]).toEqual([world.enablers.duplicate.id]);
    const row = await readHygieneRow(jira, basis, world.takeover.id, dropped);
    expect(row.progress).toEqual({ done: 1, inProgress: 1, toDo: 1 });
    expect(row.openEnablers.map(({ summary }) => summary)).toEqual(['Signed tokens', 'Notify by e-mail']);
  });

  test('a closed risk is found by its open enabler, and not once that is done', async () => {
    const basis = await basisOf();
    const jira = site.as(site.people.mara);
    const risk = await site.risk('Closed too early', riskFields(world.setup, { likelihood: 2, impact: 2 }));
    const enabler = await site.issue({ issuetype: { id: ISSUE_TYPE.task }, summary: 'Still to do' });
    await site.link('mitigates', enabler, risk);
    await site.moveTo(risk, 'Closed');
    const broken = async () => {
      const { rows } = await lookAt(jira, basis, 'closed', NOTHING_DROPPED);
      return rows.filter(({ rules }) => rules.includes('closedWithOpenEnablers')).map(({ key }) => key);
    };
    expect(await broken()).toEqual([risk.key]);
    await site.moveTo(enabler, 'Done');
    expect(await broken()).toEqual([]);
  });

  test('who may not see the risk reads neither it nor its number, and an enabler out of sight tells nothing', async () => {
    const basis = await basisOf();
    const level = addSecurityLevel(site.jira.state, site.project, 'Few', [
      { type: 'user', accountId: site.people.deniz },
    ]);
    const hidden = await site.risk('Only for few', { security: { id: level } });
    const way = wayOf(basis, 'noOwner');
    if (way.way !== 'counted') throw new Error('counted');
    const [few, others] = [site.as(site.people.deniz), site.as(site.people.mara)];
    expect(await countIssues(few, way.jql)).toBe((await countIssues(others, way.jql)) + 1);
    const { rows } = await readRulePage(others, basis, 'noOwner', NOTHING_DROPPED);
    expect(rows.map(({ key }) => key)).not.toContain(hidden.key);
    await expect(readHygieneRow(others, basis, hidden.id, NOTHING_DROPPED)).rejects.toMatchObject({
      kind: 'notFound',
    });
    await expect(readRulePage(site.as(site.people.guest), basis, 'noOwner', NOTHING_DROPPED)).rejects.toMatchObject({
      kind: 'refused',
    });
  });

  test('while the index lags, a risk that was changed from the page counts as it is', async () => {
    const basis = await basisOf();
    const jira = site.as(site.people.deniz);
    const risk = await site.risk('Lagging', riskFields(world.setup, { likelihood: 4, impact: 4 }));
    site.jira.faults.add({ kind: 'search-lag', lagMs: 3_600_000 });
    await site.invoke(site.people.deniz, 'editRisks', {
      issueIds: [risk.id],
      changes: { owner: site.people.deniz },
    });
    const stale = await readRulePage(jira, basis, 'noOwner', NOTHING_DROPPED);
    const fresh = await readRulePage(jira, basis, 'noOwner', NOTHING_DROPPED, undefined, [risk.id]);
    site.jira.faults.clear();
    expect(fresh.rows.map(({ key }) => key)).not.toContain(risk.key);
    expect(stale.rows.map(({ key }) => key)).toContain(risk.key);
    expect((await readHygieneRow(jira, basis, risk.id, NOTHING_DROPPED)).rules).not.toContain('noOwner');
  });
});

test('twenty rows at a time, the most severe first, to the end; what it costs is stated', async () => {
  const site = await setUpSite({ siteName: 'many' });
  const setup = await site.setup();
  const basis = hygieneBasis(setup, await site.projectSetup(), TODAY);
  addManyRisks(site, setup, 450);
  const jira = site.as(site.people.mara);
  site.jira.costs.reset();
  const first = await readRulePage(jira, basis, 'noOwner', NOTHING_DROPPED);
  expect(site.jira.costs.totals().points).toBe(1 + RULE_PAGE);
  expect(first.rows.map(({ level }) => level)).toEqual(Array.from({ length: RULE_PAGE }, () => 'Critical'));

  const keys = new Set(first.rows.map(({ key }) => key));
  let { next } = first;
  while (next !== undefined) {
    const page = await readRulePage(jira, basis, 'noOwner', NOTHING_DROPPED, next);
    for (const { key } of page.rows) keys.add(key);
    next = page.next;
  }
  expect(keys.size).toBe(450);

  // Opening the page: the counts, the dropped enablers, two pages of open risks, closed ones, and the rows of one rule.
  site.jira.costs.reset();
  const ways = HYGIENE_RULES.map((rule) => wayOf(basis, rule));
  await Promise.all(ways.flatMap((way) => (way.way === 'counted' ? [countIssues(jira, way.jql)] : [])));
  const dropped = await readDropped(jira, basis);
  let token: string | undefined;
  for (let page = 0; page < LOOK_PAGES.open; page += 1) {
    const looked = await lookAt(jira, basis, 'open', dropped, token);
    expect(looked.rows).toHaveLength(LOOK_PAGE);
    token = looked.next;
  }
  expect(token).toBeDefined();
  await lookAt(jira, basis, 'closed', dropped);
  await readRulePage(jira, basis, 'noOwner', dropped);
  const { points, requests } = site.jira.costs.totals();
  expect([points, requests]).toEqual([4 + 1 + 2 * (1 + LOOK_PAGE) + 1 + (1 + RULE_PAGE), 4 + 1 + 2 + 1 + 1]);
  site.close();
});

describe('in a team-managed project', () => {
  test('rules without their field are not asked, the others go by its own fields and statuses', async () => {
    const site = await settingsSite();
    const setup = await site.setup();
    const part = await addTeamProject(site);
    const own = setupOf(setup, part.setup);
    const basis = hygieneBasis(setup, part.setup, TODAY);
    const risk = (summary: string, fields: Readonly<Record<string, unknown>> = {}) =>
      site.issue({ project: { id: part.id }, issuetype: { id: own.riskTypeId }, summary, ...fields });
    const unowned = await risk('Nobody owns this', riskFields(own, { likelihood: 5, impact: 5 }));
    const working = await risk('Somebody works on it', ownedBy(own, site.people.mara));
    await site.moveTo(working, 'In Progress');
    await site.risk('Of the other project');

    expect(HYGIENE_RULES.map((rule) => [rule, wayOf(basis, rule).way])).toEqual([
      ['noOwner', 'counted'],
      ['ownerInactive', 'looked'],
      ['reviewOverdue', 'counted'],
      ['acceptanceLapsed', 'counted'],
      ['residualAboveInherent', 'noField'],
      ['residualUnproven', 'noField'],
      ['inTreatmentWithoutEnabler', 'counted'],
      ['allEnablersDone', 'looked'],
      ['closedWithOpenEnablers', 'looked'],
    ]);
    const jira = site.as(site.people.mara);
    const keys = async (rule: (typeof HYGIENE_RULES)[number]) =>
      (await readRulePage(jira, basis, rule, NOTHING_DROPPED)).rows.map(({ key }) => key);
    expect(await keys('noOwner')).toEqual([unowned.key]);
    expect(await keys('inTreatmentWithoutEnabler')).toEqual([working.key]);
    expect(await keys('acceptanceLapsed')).toEqual([]);
    const { rows } = await lookAt(jira, basis, 'open', NOTHING_DROPPED);
    expect(rows.map(({ key, statusKey }) => [key, statusKey]).sort()).toEqual(
      [
        [unowned.key, undefined],
        [working.key, undefined],
      ].sort(),
    );
    site.close();
  });

  function ownedBy(setup: SiteSetup, accountId: string) {
    return { [setup.fields.riskOwner]: [{ accountId }] };
  }
});
