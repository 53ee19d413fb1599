/** Long lists, and Jira's search as it is: pages that are short, an index that lags, queries that a site refuses. */
import type { ProjectSetup, SiteSetup } from '../../src/domain/site-setup';
import type { JiraRequest } from '../../src/jira/request';
import { countRefinement, readRefinementBasis, readRefinementPage } from '../../src/reads/refinement';
import type { RefinementList, RefinementPage } from '../../src/reads/refinement-view';
import { addManyStories } from '../fixtures/many-stories';
import { setUpSite, valueOf, type TestSite } from '../fixtures/site';
import { ISSUE_TYPE, STATUS } from '../local-jira/seed';

const SEARCH = { method: 'POST', path: '/rest/api/3/search/jql' } as const;

describe('a backlog of 250 stories', () => {
  let site: TestSite;
  let setup: SiteSetup;
  let shop: ProjectSetup;
  let keys: readonly string[];
  beforeAll(async () => {
    site = await setUpSite({ searchLagMs: 5_000 });
    setup = await site.setup();
    shop = await site.projectSetup();
    keys = addManyStories(site.jira, { projectKey: 'SHOP', count: 250 });
  });
  beforeEach(() => {
    site.jira.faults.clear();
    site.jira.costs.reset();
  });
  afterAll(() => site.close());

  async function everyPage(jira: JiraRequest, list: RefinementList): Promise<readonly RefinementPage[]> {
    const basis = await readRefinementBasis(jira, setup, shop);
    const pages = [await readRefinementPage(jira, basis, list)];
    for (let next = pages.at(-1)?.next; next !== undefined; next = pages.at(-1)?.next) {
      pages.push(await readRefinementPage(jira, basis, list, next));
    }
    return pages;
  }
  const keysOf = (pages: readonly RefinementPage[]) => pages.flatMap(({ rows }) => rows.map(({ key }) => key));

  test('comes in hundreds, by rank, each once', async () => {
    const pages = await everyPage(site.as(site.people.mara), 'unassessed');
    expect(pages.map(({ rows }) => rows.length)).toEqual([100, 100, 50]);
    expect(keysOf(pages)).toEqual(keys);
  });

  test('short pages change nothing but their number', async () => {
    site.jira.faults.add({ kind: 'short-pages', match: SEARCH, times: 20 });
    const pages = await everyPage(site.as(site.people.mara), 'unassessed');
    expect(pages.length).toBeGreaterThan(3);
    expect(keysOf(pages)).toEqual(keys);
  });

  test('some have a reason for a hint, one of them German, and others have none', async () => {
    const [first] = await everyPage(site.as(site.people.mara), 'unassessed');
    const hinted = first!.rows
      .filter(({ hint }) => hint !== undefined)
      .map(({ summary }) => summary.replace(/ \(.*/, ''));
    expect(hinted).toContain('Reset a forgotten password by e-mail');
    expect(hinted).toContain('Kundenkonto: Telefonnummer und Lieferanschrift ändern');
    expect(hinted.length).toBeLessThan(first!.rows.length);
  });

  test('a story assessed a moment ago does not come back, although the index still has it', async () => {
    const jira = site.as(site.people.mara);
    const basis = await readRefinementBasis(jira, setup, shop);
    const { rows } = await readRefinementPage(jira, basis, 'unassessed');
    const [first] = rows;
    valueOf(
      await site.invoke(site.people.mara, 'assessRelevance', {
        issueId: first!.id,
        assessment: { relevance: 'relevant' },
      }),
    );
    const again = await readRefinementPage(jira, basis, 'unassessed', undefined, [first!.id]);
    expect(again.rows[0]?.key).toBe(keys[1]);
    const next = await readRefinementPage(jira, basis, 'unassessed', again.next);
    expect(keysOf([again, next])).toEqual(keys.slice(1, 201));
    // Without being told, Jira has it back: the index is five seconds behind.
    const stale = await readRefinementPage(jira, basis, 'unassessed');
    expect(stale.rows[0]?.key).toBe(first!.key);
  });

  test('what was moved past Ready in bulk is found by native facts, with or without the app’s mark', async () => {
    const moved = addManyStories(site.jira, { projectKey: 'SHOP', count: 3, status: () => STATUS.inProgress });
    const jira = site.as(site.people.mara);
    const basis = await readRefinementBasis(jira, setup, shop);
    expect((await readRefinementPage(jira, basis, 'bypasses')).rows.map(({ key }) => key)).toEqual(moved);
    expect((await countRefinement(jira, basis)).lists.bypasses).toBe(3);
  });

  test('other refusals are not taken for that', async () => {
    const failing: JiraRequest = async (path, init) => {
      if (typeof init.body === 'string' && init.body.includes('jql')) return new Response('', { status: 403 });
      return site.as(site.people.mara)(path, init);
    };
    const basis = await readRefinementBasis(site.as(site.people.mara), setup, shop);
    await expect(readRefinementPage(failing, basis, 'bypasses')).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(countRefinement(failing, basis)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('a risk that is gone since the page opened does not break the list', async () => {
    const jira = site.as(site.people.mara);
    const basis = { ...(await readRefinementBasis(jira, setup, shop)), unownedRiskKeys: ['SHOP-99999'] };
    expect((await readRefinementPage(jira, basis, 'bypasses')).rows).toHaveLength(3);
    expect((await countRefinement(jira, basis)).lists.enablersNotReady).toBe(0);
  });

  test('other types of the project are no stories', async () => {
    site.jira.bulkLoad([
      { projectId: site.project.id, typeId: ISSUE_TYPE.task, summary: 'A task', statusId: STATUS.review },
    ]);
    const basis = await readRefinementBasis(site.as(site.people.mara), setup, shop);
    const { rows } = await readRefinementPage(site.as(site.people.mara), basis, 'bypasses');
    expect(rows.every(({ typeName }) => typeName === 'Story')).toBe(true);
  });
});
