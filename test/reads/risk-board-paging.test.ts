/** A long register, and Jira's search as it is: pages that are short, and an index that lags. */
import { LEVELS } from '../../src/domain/level';
import { countRisks, readRiskPage, riskBoardBasis } from '../../src/reads/risk-board';
import type { RiskBoardBasis, RiskBoardPage } from '../../src/reads/risk-board-view';
import { addManyRisks } from '../fixtures/many-risks';
import { setUpSite, TODAY, valueOf, type TestSite } from '../fixtures/site';

const SEARCH = { method: 'POST', path: '/rest/api/3/search/jql' } as const;

describe('a register of 250 open risks', () => {
  let site: TestSite;
  let basis: RiskBoardBasis;
  let keys: readonly string[];
  beforeAll(async () => {
    site = await setUpSite({ searchLagMs: 5_000 });
    const setup = await site.setup();
    basis = riskBoardBasis(setup, await site.projectSetup());
    keys = addManyRisks(site.jira, setup, {
      projectKey: 'SHOP',
      count: 250,
      owners: [site.people.mara, site.people.deniz],
    });
  });
  beforeEach(() => site.jira.faults.clear());
  afterAll(() => site.close());

  async function everyPage(changedIds: readonly string[] = []): Promise<readonly RiskBoardPage[]> {
    const jira = site.as(site.people.mara);
    const read = (next?: string) => readRiskPage(jira, basis, 'open', TODAY, next, changedIds);
    const pages = [await read()];
    for (let next = pages.at(-1)?.next; next !== undefined; next = pages.at(-1)?.next) pages.push(await read(next));
    return pages;
  }
  const rowsOf = (pages: readonly RiskBoardPage[]) => pages.flatMap(({ rows }) => rows);

  test('comes in hundreds, each risk once, and as many as are counted', async () => {
    const pages = await everyPage();
    expect(pages.map(({ rows }) => rows.length)).toEqual([100, 100, 50]);
    expect(
      rowsOf(pages)
        .map(({ key }) => key)
        .sort(),
    ).toEqual([...keys].sort());
    expect(await countRisks(site.as(site.people.mara), basis, 'open')).toBe(250);
  });

  test('the most severe come first; Jira puts those without a level before all others', async () => {
    const places = rowsOf(await everyPage()).map(({ level }) => (level === undefined ? 4 : LEVELS.indexOf(level)));
    expect(places).toEqual([...places].sort((a, b) => b - a));
    expect(new Set(places).size).toBe(5);
  });

  test('short pages change nothing but their number', async () => {
    site.jira.faults.add({ kind: 'short-pages', match: SEARCH, times: 20 });
    const pages = await everyPage();
    expect(pages.length).toBeGreaterThan(3);
    expect(new Set(rowsOf(pages).map(({ key }) => key)).size).toBe(250);
  });

  test('a risk changed a moment ago is as it is now, although the index still has the old one', async () => {
    const [first] = rowsOf(await everyPage());
    valueOf(
      await site.invoke(site.people.mara, 'editRisks', {
        issueIds: [first!.id],
        changes: { treatment: 'Avoid' },
      }),
    );
    const treatment = async (changed: readonly string[]) =>
      rowsOf(await everyPage(changed)).find(({ id }) => id === first!.id)?.treatment;
    expect(await treatment([first!.id])).toBe('Avoid');
  });
});
