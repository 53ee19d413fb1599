import type { ProjectSetup } from '../../src/domain/site-setup';
import { countIssues } from '../../src/jira/search';
import { startGadget } from '../../src/reads/gadget';
import { gadgetQueries } from '../../src/reads/gadget-queries';
import { countRefinement, readRefinementBasis } from '../../src/reads/refinement';
import { addProject, grant, ISSUE_TYPE, STATUS } from '../local-jira/seed';
import { riskFields } from '../fixtures/fields';
import { counts, numbers, readGadget, settled } from '../fixtures/gadget';
import { setUpSite, TODAY, valueOf, type TestSite } from '../fixtures/site';
import { makeWorld, type World } from '../fixtures/world';

describe('the gadget', () => {
  let site: TestSite;
  let world: World;
  let shop: ProjectSetup;
  beforeAll(async () => {
    site = await setUpSite();
    world = await makeWorld(site);
    shop = await site.projectSetup();
  });
  beforeEach(() => {
    site.jira.faults.clear();
    site.jira.costs.reset();
  });
  afterAll(() => site.close());

  test('counts the world', async () => {
    const seen = await readGadget(site, site.people.mara, [shop]);
    expect(numbers(counts(seen))).toEqual({
      open: 4,
      Critical: 1,
      High: 1,
      Medium: 1,
      Low: 0,
      unscored: 1,
      recorded: 5,
      overdueReview: 1,
      unowned: 1,
      withoutEnabler: 2,
      acceptanceExpiring: 1,
      // Five mitigate the takeover, one the vouchers, one secures a story; two were dropped.
      enablers: 5,
      enablersDone: 2,
      enablersInProgress: 1,
      enablersToDo: 2,
      stories: 3,
      assessed: 2,
      relevant: 1,
      notRelevant: 1,
      unassessed: 1,
      // All three stand before the statuses in which a story should be ready.
      bypasses: 0,
    });
    expect(seen.scope).toEqual({ projectIds: [site.project.id], notSetUp: 0, notVisible: 0 });
  });

  test('every link opens as many issues as the number says', async () => {
    for (const { jql, count } of Object.values(counts(await readGadget(site, site.people.mara, [shop])))) {
      expect([jql, await countIssues(site.as(site.people.mara), jql)]).toEqual([jql, count]);
    }
  });

  test('lists the top risks with their progress, and no unscored one', async () => {
    const { topRisks } = await readGadget(site, site.people.mara, [shop]);
    expect(topRisks.map(({ key, level, score }) => [key, level, score])).toEqual([
      [world.takeover.key, 'Critical', 25],
      [world.webhook.key, 'High', 15],
      [world.vouchers.key, 'Medium', 6],
    ]);
    expect(topRisks[0]).toMatchObject({
      summary: 'Account takeover',
      owner: 'Mara Lindqvist',
      due: '2026-12-09',
      nextReview: '2026-11-21',
      status: { name: 'Identified', category: 'toDo' },
      progress: { done: 2, inProgress: 1, toDo: 1 },
    });
    expect(topRisks[1]).toMatchObject({
      owner: undefined,
      due: undefined,
      progress: { done: 0, inProgress: 0, toDo: 0 },
    });
  });

  test('sorts by the product, which Jira cannot, and shows five', async () => {
    const other = await setUpSite({ siteName: 'many' });
    const setup = await other.setup();
    for (const [likelihood, impact] of [
      [5, 2],
      [5, 3],
      [4, 3],
      [4, 4],
      [3, 4],
      [3, 5],
      [1, 1],
    ] as const) {
      await other.risk(`${likelihood * impact}`, riskFields(setup, { likelihood, impact }));
    }
    const { topRisks } = await readGadget(other, other.people.mara, [await other.projectSetup()]);
    expect(topRisks.map(({ score }) => score)).toEqual([16, 15, 15, 12, 12]);
    other.close();
  });

  test('without the trend it costs a point less in the largest case', async () => {
    const other = await setUpSite({ siteName: 'full' });
    const setup = await other.setup();
    for (let made = 0; made < 12; made += 1) await other.risk('r', riskFields(setup, { likelihood: 5, impact: 5 }));
    other.jira.costs.reset();
    await readGadget(other, other.people.mara, [await other.projectSetup()]);
    expect(other.jira.costs.totals().points).toBe(24);
    other.close();
  });

  test('costs at most 25 points and two steps with the look-up of the ids, and one invocation', async () => {
    const before = site.forge.invocations.entries.length;
    const { site: setup, projects } = valueOf(
      await site.invoke(site.people.mara, 'getSetup', { projectIds: [site.project.id] }),
    );
    const afterSetup = site.jira.costs.totals();
    expect(afterSetup.requests).toBe(0);
    await settled(
      startGadget(
        site.as(site.people.mara),
        setup!,
        { projectIds: [site.project.id], notSetUp: 0, notVisible: 0 },
        projects,
        TODAY,
      ),
    );
    const { points, roundTrips, requests } = site.jira.costs.totals();
    expect(points).toBeLessThanOrEqual(25);
    expect([requests, roundTrips]).toEqual([18, 1]);
    expect(site.forge.invocations.entries.length - before).toBe(1);
  });

  test('with the trend, and with every row there can be, it stays within 25 points, two steps and one invocation', async () => {
    const other = await setUpSite({ siteName: 'trend' });
    const setup = await other.setup();
    for (let made = 0; made < 12; made += 1) await other.risk('r', riskFields(setup, { likelihood: 5, impact: 5 }));
    other.jira.costs.reset();
    const before = other.forge.invocations.entries.length;
    const projectIds = [other.project.id];
    const { projects, trends } = valueOf(
      await other.invoke(other.people.mara, 'getSetup', { projectIds, trends: { days: 90 } }),
    );
    expect(trends).toMatchObject({ ok: true, value: [{ projectId: other.project.id }] });
    const scope = { projectIds, notSetUp: 0, notVisible: 0 };
    await settled(startGadget(other.as(other.people.mara), setup, scope, projects, TODAY));
    const { points, roundTrips } = other.jira.costs.totals();
    expect([points, roundTrips]).toEqual([25, 2]);
    expect(other.forge.invocations.entries.length - before).toBe(1);
    other.close();
  });

  test('where Jira refuses to look for the mark, bypasses are counted without it', async () => {
    const { mara } = site.people;
    const asked: string[] = [];
    const jira: ReturnType<TestSite['as']> = (path, init) => {
      const { body } = init;
      if (typeof body === 'string' && body.includes('issue.property')) {
        asked.push(body);
        const refusal = { errorMessages: ['Field does not exist.'], errors: {} };
        return Promise.resolve(new Response(JSON.stringify(refusal), { status: 400 }));
      }
      return site.as(mara)(path, init);
    };
    const settings = { ...shop.settings, readyStatusIds: [STATUS.toDo] };
    const parts = startGadget(
      jira,
      world.setup,
      { projectIds: [shop.projectId], notSetUp: 0, notVisible: 0 },
      [{ ...shop, settings }],
      TODAY,
    );
    const { bypasses } = await parts.stories;
    expect(asked).toHaveLength(1);
    // The unassessed story; the relevant one is answered by links.
    expect(bypasses?.count).toBe(1);
    expect(bypasses?.jql).not.toContain('issue.property');
  });

  test('where Jira refuses that too, the other numbers of the stories stand', async () => {
    const jira: ReturnType<TestSite['as']> = (path, init) => {
      const refused = typeof init.body === 'string' && init.body.includes('issueLinkType != ');
      return refused
        ? Promise.resolve(new Response(JSON.stringify({ errorMessages: ['Gone.'], errors: {} }), { status: 400 }))
        : site.as(site.people.mara)(path, init);
    };
    const scope = { projectIds: [shop.projectId], notSetUp: 0, notVisible: 0 };
    const { stories } = startGadget(jira, world.setup, scope, [shop], TODAY);
    await expect(stories).resolves.toMatchObject({ all: { count: 3 }, bypasses: undefined });
  });

  test('a project without a gate has no bypasses, not none', async () => {
    const settings = { ...shop.settings, gate: 'off' } as const;
    const { stories } = await readGadget(site, site.people.mara, [{ ...shop, settings }]);
    expect(stories.bypasses).toBeUndefined();
  });

  test('bypasses are as many as the page Refinement lists', async () => {
    const settings = { ...shop.settings, readyStatusIds: [STATUS.toDo] };
    const project = { ...shop, settings };
    const jira = site.as(site.people.mara);
    const { stories } = await readGadget(site, site.people.mara, [project]);
    const basis = await readRefinementBasis(jira, world.setup, project);
    expect(stories.bypasses?.count).toBe((await countRefinement(jira, basis)).lists.bypasses);
    expect(stories.bypasses?.count).toBeGreaterThan(0);
  });

  test('an option that somebody adds later is no level and no assessment, and the sums still fit', async () => {
    const other = await setUpSite({ siteName: 'other' });
    const setup = await other.setup();
    const addOption = (fieldId: string, id: string) => {
      const like = [...other.jira.state.fieldOptions.values()].find((option) => option.fieldId === fieldId);
      other.jira.state.fieldOptions.put({ ...like!, id, value: 'Extra' });
    };
    addOption(setup.fields.riskLevel, '10900');
    addOption(setup.fields.securityRelevance, '10901');
    await other.risk('Extra', { [setup.fields.riskLevel]: { id: '10900' } });
    await other.risk('None');
    await other.story('Extra', { [setup.fields.securityRelevance]: { id: '10901' } });
    const seen = await readGadget(other, other.people.mara, [await other.projectSetup()]);
    expect(numbers(counts(seen))).toMatchObject({ open: 2, unscored: 2, stories: 1, unassessed: 1 });
    for (const { jql, count } of [seen.risks.unscored, seen.stories.unassessed]) {
      expect(await countIssues(other.as(other.people.mara), jql)).toBe(count);
    }
    expect(seen.topRisks).toEqual([]);
    other.close();
  });

  describe('several projects', () => {
    let hidden: ProjectSetup;
    let loyalty: ProjectSetup;
    beforeAll(async () => {
      const make = async (key: string) => {
        const project = addProject(site.jira.state, { key, name: key, leadAccountId: site.people.admin });
        grant(site.jira.state, project, site.people.deniz, 'member');
        await site.runSetup([project.id]);
        return site.projectSetup(project.id);
      };
      hidden = await make('HIDE');
      loyalty = { ...(await make('LOY')), storyTypeIds: [ISSUE_TYPE.task] };
      grant(site.jira.state, site.jira.state.projects.require(loyalty.projectId), site.people.mara, 'viewer');
      const inProject = (projectId: string, typeId: string) =>
        site.issue({ project: { id: projectId }, issuetype: { id: typeId }, summary: 'x' });
      await inProject(hidden.projectId, world.setup.riskTypeId);
      await inProject(loyalty.projectId, world.setup.riskTypeId);
      await inProject(loyalty.projectId, ISSUE_TYPE.story);
      await inProject(loyalty.projectId, ISSUE_TYPE.task);
      await inProject(loyalty.projectId, ISSUE_TYPE.task);
    });

    test('each says for itself which types are stories', async () => {
      const seen = await readGadget(site, site.people.mara, [shop, loyalty]);
      expect(numbers(counts(seen))).toMatchObject({ open: 5, stories: 5, unassessed: 3 });
    });

    test('a project that the viewer may not see is left out, counted as such, and said', async () => {
      const seen = await readGadget(site, site.people.mara, [shop, hidden, loyalty], { notSetUp: 1 });
      expect(seen.scope).toEqual({ projectIds: [shop.projectId, loyalty.projectId], notSetUp: 1, notVisible: 1 });
      expect(numbers(counts(seen))).toMatchObject({ open: 5 });
      expect(seen.risks.open.jql).not.toContain(hidden.projectId);
      const all = await readGadget(site, site.people.deniz, [shop, hidden, loyalty]);
      expect(all.scope.notVisible).toBe(0);
      expect(all.risks.open.count).toBe(6);
    });

    test('it is looked up once, however many parts were refused', async () => {
      site.jira.costs.reset();
      await readGadget(site, site.people.mara, [shop, hidden]);
      const lookUps = site.jira.costs.entries.filter(({ route }) => route === '/rest/api/3/project/search');
      expect(lookUps).toHaveLength(1);
    });

    test('a viewer who may see none of them gets no number at all', async () => {
      const parts = startGadget(
        site.as(site.people.guest),
        world.setup,
        { projectIds: [shop.projectId], notSetUp: 0, notVisible: 0 },
        [shop],
        TODAY,
      );
      for (const part of Object.values(parts) as Promise<unknown>[]) {
        await expect(part).rejects.toMatchObject({ kind: 'notFound' });
      }
    });

    test('a project in the configuration that Shift-Up was not added to is not asked for', async () => {
      const scope = { projectIds: [shop.projectId, '10999'], notSetUp: 1, notVisible: 0 };
      const seen = await settled(startGadget(site.as(site.people.mara), world.setup, scope, [shop], TODAY));
      expect(seen.risks.open.count).toBe(4);
    });
  });

  test('a part that fails leaves the others whole, and nothing unhandled', async () => {
    site.jira.faults.add({ kind: 'rate-limit', match: { path: '/rest/api/3/search/jql' }, retryAfter: 40 });
    const parts = startGadget(
      site.as(site.people.mara),
      world.setup,
      { projectIds: [shop.projectId], notSetUp: 0, notVisible: 0 },
      [shop],
      TODAY,
    );
    await expect(parts.risks).resolves.toMatchObject({ open: { count: 4 } });
    await expect(parts.stories).resolves.toBeDefined();
    await expect(parts.topRisks).rejects.toMatchObject({ kind: 'rateLimited', details: { retryAfterSeconds: 40 } });
  });
});

describe('queries', () => {
  test('name ids and days and no text of anybody', async () => {
    const site = await setUpSite();
    const queries = gadgetQueries(await site.setup(), [await site.projectSetup()], TODAY);
    const all = Object.values({ ...queries, topRisks: queries.topRisks.map(({ jql }) => jql) }).flatMap(
      (group: object) =>
        Object.values(group).flatMap((one: string | object) =>
          typeof one === 'string' ? [one] : (Object.values(one) as string[]),
        ),
    );
    expect(all).toHaveLength(23);
    for (const jql of all) expect(jql).toMatch(/^project = 10000 AND issuetype (=|!=) \d+/);
    site.close();
  });
});
