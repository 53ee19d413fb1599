import { addProject, grant } from '../local-jira/seed';
import { capturedLog } from '../fixtures/captured-log';
import { setUpSite, valueOf, type TestSite } from '../fixtures/site';

capturedLog();

let site: TestSite;
let loyalty: string;
beforeAll(async () => {
  site = await setUpSite();
  const project = addProject(site.jira.state, { key: 'LOY', name: 'Loyalty', leadAccountId: site.people.admin });
  grant(site.jira.state, project, site.people.deniz, 'member');
  loyalty = project.id;
  addProject(site.jira.state, { key: 'BACK', name: 'Without Shift-Up', leadAccountId: site.people.admin });
  await site.runSetup([loyalty]);
});
afterAll(() => site.close());

const inSight = async (who: string) =>
  valueOf(await site.invoke(who, 'getSetupInSight', {})).projects.map(({ projectId }) => projectId);

test('each person gets the projects with Shift-Up that they may browse, and no other', async () => {
  expect(await inSight(site.people.deniz)).toEqual([site.project.id, loyalty]);
  expect(await inSight(site.people.mara)).toEqual([site.project.id]);
  expect(await inSight(site.people.guest)).toEqual([]);
});

test('a project that was archived meanwhile is not among them', async () => {
  const { projects } = site.jira.state;
  const before = projects.require(loyalty);
  projects.put({ ...before, archived: true });
  expect(await inSight(site.people.deniz)).toEqual([site.project.id]);
  projects.put(before);
});

test('it takes one request and one point for up to fifty projects', async () => {
  site.jira.costs.reset();
  await inSight(site.people.deniz);
  expect(site.jira.costs.totals()).toMatchObject({ requests: 1, points: 1 });
});

test('where Jira does not answer nothing is told', async () => {
  site.jira.faults.add({ kind: 'error-500', match: { path: '/rest/api/3/project/search' } });
  const answer = await site.invoke(site.people.deniz, 'getSetupInSight', {});
  site.jira.faults.clear();
  expect(answer).toMatchObject({ ok: false, error: { code: 'jira-unavailable' } });
});

test('before set-up there is no site and no project', async () => {
  const bare = await setUpSite({ setUp: false, siteName: 'bare' });
  expect(await bare.invoke(bare.people.mara, 'getSetupInSight', {})).toEqual({
    ok: true,
    value: { site: undefined, projects: [] },
  });
  bare.close();
});
