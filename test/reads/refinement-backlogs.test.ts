/**
 * The lists on real backlogs, Jira CSV exports of public projects: read to the end, every row with its words and its hint.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { countRefinement, readRefinementBasis, readRefinementPage } from '../../src/reads/refinement';
import { REFINEMENT_LISTS, type RefinementRow } from '../../src/reads/refinement-view';
import { importCsv } from '../local-jira';
import { grant } from '../local-jira/seed';
import { setUpSite } from '../fixtures/site';

const FOLDER = path.resolve(__dirname, '..', '..', '..', 'shared', 'backlogs');
const FILES = ['cus.csv', 'mob.csv', 'web.csv'].filter((file) => existsSync(path.join(FOLDER, file)));

if (FILES.length === 0) {
  console.log(`Left out: the refinement of imported backlogs, because ${FOLDER} is not there.`);
  test.skip(`left out, because ${FOLDER} is not there`, () => undefined);
} else {
  test.each(FILES)(
    'every open story of %s is listed once, with its words',
    async (file) => {
      const site = await setUpSite();
      const { state } = site.jira;
      const before = new Set(state.projects.all().map(({ id }) => id));
      expect(importCsv(site.jira, readFileSync(path.join(FOLDER, file), 'utf8')).problems).toEqual([]);
      const project = state.projects.find(({ id }) => !before.has(id))!;
      grant(state, project, site.people.mara, 'member');
      await site.runSetup([project.id]);
      const setup = await site.projectSetup(project.id);
      const jira = site.as(site.people.mara);
      const basis = await readRefinementBasis(jira, await site.setup(), setup);
      const { lists, unassessed } = await countRefinement(jira, basis);
      const open = [...state.issues.values()].filter(
        ({ projectId, typeId, statusId }) =>
          projectId === project.id &&
          setup.storyTypeIds.includes(typeId) &&
          state.statuses.require(statusId).category !== 'DONE',
      );
      expect(unassessed).toBe(open.length);
      expect(open.length).toBeGreaterThan(0);
      for (const list of REFINEMENT_LISTS) {
        const rows: RefinementRow[] = [];
        let page = await readRefinementPage(jira, basis, list);
        rows.push(...page.rows);
        while (page.next !== undefined) {
          page = await readRefinementPage(jira, basis, list, page.next);
          rows.push(...page.rows);
        }
        expect([list, rows.length]).toEqual([list, lists[list]]);
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        if (list !== 'unassessed') continue;
        expect(rows.map(({ summary }) => summary).sort()).toEqual(open.map(({ summary }) => summary).sort());
        for (const { hint, text } of rows) {
          for (const { part, start, end } of hint?.hint.evidence.flatMap(({ places }) => places) ?? []) {
            expect(text[part].slice(start, end).trim()).not.toBe('');
          }
        }
      }
      site.close();
    },
    120_000,
  );
}
