/** The gadget's numbers against an independent count, over worlds that nobody thought of. */
import fc from 'fast-check';
import type { ProjectSetup } from '../../src/domain/site-setup';
import { countIssues } from '../../src/jira/search';
import { startGadget } from '../../src/reads/gadget';
import type { Issue } from '../local-jira/state/issue-entities';
import { countedByHand } from '../fixtures/counted-by-hand';
import { counts, numbers, readGadget, settled } from '../fixtures/gadget';
import type { FILTERS, PROJECT_KEYS } from '../fixtures/random-world';
import { FILTER_ID, openRandomStage, worldPlan, type RandomStage } from '../fixtures/random-world';
import { TODAY } from '../fixtures/site';

const WORLDS = 200;

let stage: RandomStage;
beforeAll(async () => {
  stage = await openRandomStage();
});
afterAll(() => stage.site.close());

/** Who looks, which projects Jira shows them, and whether they see restricted issues. */
const viewers = () => {
  const { deniz, mara, priya } = stage.site.people;
  return [
    { who: deniz, keys: ['SHOP', 'LOY'], seesAll: true },
    { who: mara, keys: ['SHOP', 'LOY'], seesAll: false },
    { who: priya, keys: ['SHOP'], seesAll: false },
  ] as const;
};

const idOf = (key: (typeof PROJECT_KEYS)[number]) => stage.projects[key].projectId;

async function everyLinkOpensAsMany(who: string, seen: ReturnType<typeof counts>): Promise<void> {
  const jira = stage.site.as(who);
  const opened = await Promise.all(
    Object.entries(seen).map(async ([name, { jql }]) => [name, await countIssues(jira, jql)]),
  );
  expect(Object.fromEntries(opened)).toEqual(numbers(seen));
}

test(`in ${WORLDS} worlds every number is what the rows of the site say, and its link opens as many`, async () => {
  await fc.assert(
    fc.asyncProperty(worldPlan, fc.nat({ max: 2 }), async (plan, place) => {
      const projects = stage.build(plan);
      const { who, keys, seesAll } = viewers()[place] ?? viewers()[0];
      const visible = projects.filter(({ projectId }) => keys.some((key) => idOf(key) === projectId));
      const seen = await readGadget(stage.site, who, projects);
      const isSeen = (issue: Issue) => seesAll || issue.securityLevelId === null;
      expect(seen.scope.projectIds).toEqual(visible.map(({ projectId }) => projectId));
      expect(seen.scope.notVisible).toBe(projects.length - visible.length);
      expect(numbers(counts(seen))).toEqual(byHand(visible, isSeen));
      await everyLinkOpensAsMany(who, counts(seen));
    }),
    { numRuns: WORLDS },
  );
});

test('with a filter only what it finds is counted, and nothing for whom it is not shared with', async () => {
  await fc.assert(
    fc.asyncProperty(worldPlan, fc.nat({ max: 2 }), async (plan, place) => {
      const { who, keys, seesAll } = viewers()[place] ?? viewers()[0];
      const visible = stage.build(plan).filter(({ projectId }) => keys.some((key) => idOf(key) === projectId));
      const scope = { projectIds: visible.map(({ projectId }) => projectId), notSetUp: 0, notVisible: 0 };
      const parts = startGadget(stage.site.as(who), stage.setup, { ...scope, filterId: FILTER_ID }, visible, TODAY);
      if (!plan.filter.shared && who !== stage.site.people.deniz) {
        for (const part of Object.values(parts) as Promise<unknown>[]) {
          await expect(part).rejects.toMatchObject({ kind: 'notFound' });
        }
        return;
      }
      const seen = counts(await settled(parts));
      const isSeen = (issue: Issue) => (seesAll || issue.securityLevelId === null) && isFound(plan.filter.jql, issue);
      expect(numbers(seen)).toEqual(byHand(visible, isSeen));
      await everyLinkOpensAsMany(who, seen);
    }),
    { numRuns: WORLDS / 4 },
  );
});

function byHand(projects: readonly ProjectSetup[], isSeen: (issue: Issue) => boolean) {
  return countedByHand(stage.site.jira.state, stage.setup, projects, isSeen, TODAY);
}

/** What the filters say, without JQL. */
function isFound(filter: keyof typeof FILTERS, { labels, resolutionId, statusId, projectId }: Issue): boolean {
  const kept = labels.includes('kept');
  switch (filter) {
    case 'labelled':
      return kept;
    case 'unresolved':
      return resolutionId === null;
    case 'notDone':
      return kept || stage.site.jira.state.statuses.require(statusId).category !== 'DONE';
    case 'oneProject':
      return projectId === idOf('SHOP');
  }
}
