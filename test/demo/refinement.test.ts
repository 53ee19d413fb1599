/**
 * The refinement of the demo's Web Shop: what the page lists, and that the filters of the README list the same.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { JiraRequest } from '../../src/jira/request';
import { countIssues } from '../../src/jira/search';
import { countRefinement, readBypasses, readRefinementBasis, readRefinementPage } from '../../src/reads/refinement';
import type { RefinementBasis, RefinementList } from '../../src/reads/refinement-view';
import { jiraAs } from '../fixtures/jira-request';
import { createLocalForge, type LocalForge } from '../local-forge';
import { createLocalJira, fixedClock, type LocalJira } from '../local-jira';
import { buildDemoWorld } from './build-demo-world';
import { openDoors } from './doors';
import { PEOPLE } from './people';
import { NOW } from './world';

const appRoot = path.resolve(__dirname, '..', '..');

describe('the refinement of Web Shop', () => {
  let local: LocalJira;
  let forge: LocalForge;
  let jira: JiraRequest;
  let basis: RefinementBasis;

  beforeAll(async () => {
    const clock = fixedClock(NOW);
    local = createLocalJira({ clock });
    forge = createLocalForge({ appRoot, clock });
    const site = forge.installOn(local, { cloudId: local.cloudId, siteUrl: 'https://shop.atlassian.net' });
    await buildDemoWorld(local, forge, site);
    expect(forge.events.pending(site)).toEqual([]);
    const shop = local.state.projects.find(({ key }) => key === 'SHOP')!;
    const doors = openDoors(local, forge, site);
    const { site: setup, projects } = await doors.app('mara', 'getSetup', { projectIds: [shop.id] });
    jira = jiraAs(local, PEOPLE.mara.accountId);
    basis = await readRefinementBasis(jira, setup!, projects[0]!);
  });
  afterAll(() => forge.close());

  const keysIn = async (list: RefinementList) => {
    const { rows } = await readRefinementPage(jira, basis, list);
    return rows.map(({ key }) => key);
  };

  test('83 of 120 are assessed; each list has its stories', async () => {
    const { relevant, notRelevant, unassessed, lists } = await countRefinement(jira, basis);
    expect([relevant, notRelevant, unassessed]).toEqual([29, 54, 37]);
    expect(lists).toEqual({ unassessed: 37, unanswered: 8, enablersNotReady: 4, bypasses: 2 });
    expect((await keysIn('unassessed')).slice(0, 3)).toEqual(['SHOP-428', 'SHOP-430', 'SHOP-418']);
    expect(await keysIn('enablersNotReady')).toEqual(['SHOP-358', 'SHOP-385', 'SHOP-409', 'SHOP-425']);
  });

  test('one relevant story is answered by its security criteria, which a filter cannot see', async () => {
    const { rows, leftOut } = await readRefinementPage(jira, basis, 'unanswered');
    expect([rows.length, leftOut]).toEqual([7, 1]);
    expect(rows.map(({ key }) => key)).not.toContain('SHOP-325');
  });

  test('two stories got past Ready, and the page says how', async () => {
    const { rows } = await readRefinementPage(jira, basis, 'bypasses');
    const told = await readBypasses(jira, basis, rows);
    expect(
      told.map(({ key, missing, bypass }) => [
        key,
        missing,
        bypass?.by?.name,
        bypass?.at?.slice(0, 10),
        bypass?.from?.name,
      ]),
    ).toEqual([
      ['SHOP-402', ['assessment'], 'Jonas Weber', '2026-11-19', 'To Do'],
      ['SHOP-393', ['answer'], 'Jonas Weber', '2026-10-22', 'To Do'],
    ]);
  });

  test('one was written anew after it was judged, by somebody else', () => {
    const issue = local.state.issues.byKey('SHOP-303')!;
    const history = local.state.history.get(issue.id) ?? [];
    const rewritten = history.find(({ items }) => items.some(({ field }) => field === 'description'));
    const assessed = history.find(({ items }) => items.some(({ field }) => field === 'Security relevance'));
    expect(rewritten?.authorId).toBe(PEOPLE.jonas.accountId);
    expect(rewritten!.created).toBeGreaterThan(assessed!.created);
  });

  test('the filters of the README list what the page counts', async () => {
    const section = /^## Lists in JQL\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(
      readFileSync(path.join(appRoot, 'README.md'), 'utf8'),
    );
    const queries = [...(section?.[1] ?? '').matchAll(/^\| (.+?) +\| `(.+)` *\|$/gm)].map(([, name, jql]) => [
      name,
      jql,
    ]);
    const counted = await Promise.all(
      queries.map(async ([name, jql]) => [name, await countIssues(jira, (jql ?? '').replace(/ ORDER BY .*/, ''))]),
    );
    expect(Object.fromEntries(counted)).toEqual({
      Unassessed: 37,
      Relevant: 29,
      'Not relevant': 54,
      'Relevant, without enabler or risk': 8,
      'Enablers not ready': 4,
      'Past Ready, not ready': 2,
      'No owner': 1,
      'Review overdue': 3,
      'Accepted without an end, or past it': 0,
      'In treatment without an enabler': 0,
    });
  });
});
