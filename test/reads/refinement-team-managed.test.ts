/** The lists of a team-managed project, whose type and fields are its own, beside a company-managed one on the same site. */
import { setupOf } from '../../src/domain/site-setup';
import { countRefinement, readBypasses, readRefinementBasis, readRefinementPage } from '../../src/reads/refinement';
import { REFINEMENT_LISTS } from '../../src/reads/refinement-view';
import { relevant, riskFields } from '../fixtures/fields';
import { settingsSite } from '../settings/settings-site';
import { addTeamProject } from '../settings/team-managed';

test('every list by the project’s own ids, and nothing of the other project', async () => {
  const site = await settingsSite();
  const setup = await site.setup();
  const part = await addTeamProject(site);
  const own = setupOf(setup, part.setup);
  const make = (summary: string, fields: Readonly<Record<string, unknown>> = {}) =>
    site.issue({ project: { id: part.id }, issuetype: { id: part.storyTypeId }, summary, ...fields });
  const risk = (summary: string, fields: Readonly<Record<string, unknown>>) =>
    site.issue({ project: { id: part.id }, issuetype: { id: own.riskTypeId }, summary, ...fields });

  const unassessed = await make('unassessed');
  const alone = await make('relevant alone', relevant(own));
  const withOwnRisk = await make('threatened by the project’s own risk', relevant(own));
  const withSiteRisk = await make('threatened by a risk of another project', relevant(own));
  const enabler = await make('reduces a risk');
  const unowned = await risk('Nobody owns this', riskFields(own, { likelihood: 5, impact: 5 }));
  const ofSite = await site.risk('Of the security project', riskFields(setup, { likelihood: 1, impact: 1 }));
  await site.link('threatens', unowned, withOwnRisk);
  await site.link('threatens', ofSite, withSiteRisk);
  await site.link('mitigates', enabler, unowned);
  for (const story of [alone, withOwnRisk, withSiteRisk]) await site.moveTo(story, 'In Progress');
  // The other project has its own.
  await site.story('unassessed elsewhere');

  const jira = site.as(site.people.mara);
  const basis = await readRefinementBasis(jira, setup, part.setup);
  expect(basis.unownedRiskKeys).toEqual([unowned.key]);
  const pages = await Promise.all(REFINEMENT_LISTS.map((list) => readRefinementPage(jira, basis, list)));
  const listed = pages.map(({ rows }) => rows.map(({ key }) => key).sort());
  expect(listed).toEqual([
    [unassessed.key, enabler.key].sort(),
    [alone.key],
    [enabler.key],
    [alone.key, withOwnRisk.key].sort(),
  ]);
  expect((await countRefinement(jira, basis)).lists).toEqual({
    unassessed: 2,
    unanswered: 1,
    enablersNotReady: 1,
    bypasses: 2,
  });
  const told = await readBypasses(jira, basis, pages[3]?.rows ?? []);
  expect(told.map(({ bypass }) => [bypass?.how, bypass?.from?.name])).toEqual([
    ['moved', 'To Do'],
    ['moved', 'To Do'],
  ]);
  expect(pages[1]?.rows[0]?.missing).toEqual(['answer']);
  expect(pages[3]?.rows.find(({ key }) => key === withOwnRisk.key)).toMatchObject({
    missing: ['riskOwner'],
    risks: [{ key: unowned.key, level: 'Critical', relation: 'threatened' }],
  });
  site.close();
});
