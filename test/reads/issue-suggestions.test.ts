import { path } from '../../src/jira/request';
import { suggestIssues } from '../../src/reads/issue-suggestions';
import type { CandidateQuery } from '../../src/reads/link-candidate';
import { readStandingLinks } from '../../src/reads/link-subject';
import { rest, setUpSite, type Key, type TestSite } from '../fixtures/site';
import { makeWorld, type World } from '../fixtures/world';
import { addProject, grant, ISSUE_TYPE } from '../local-jira/seed';

describe('stories and enablers offered in the link dialog', () => {
  let site: TestSite;
  let world: World;
  let hidden: Key;
  let elsewhere: Key;
  beforeAll(async () => {
    site = await setUpSite();
    world = await makeWorld(site);
    const add = (key: string) => {
      const project = addProject(site.jira.state, { key, name: key, leadAccountId: site.people.admin });
      grant(site.jira.state, project, site.people.deniz, 'member');
      return project;
    };
    const [pay, hide] = [add('PAY'), add('HIDE')];
    grant(site.jira.state, pay, site.people.mara, 'member');
    const story = (id: string, summary: string) =>
      site.issue({ project: { id }, issuetype: { id: ISSUE_TYPE.story }, summary });
    elsewhere = await story(pay.id, 'Signed receipts');
    hidden = await story(hide.id, 'Signed canary');
  });
  beforeEach(() => site.jira.costs.reset());
  afterAll(() => site.close());

  const suggest = (input: Partial<CandidateQuery>, who = site.people.mara) =>
    suggestIssues(site.as(who), world.setup, undefined, {
      text: '',
      projectId: site.project.id,
      projectKey: 'SHOP',
      excludeIssueIds: [],
      ...input,
    });
  const keys = async (text: string, more: Partial<CandidateQuery> = {}) =>
    (await suggest({ text, ...more })).found.map(({ key }) => key);
  const look = (issue: Key) =>
    rest(site.as(site.people.mara), 'GET', path`/rest/api/3/issue/${issue.id}?updateHistory=true`);

  test('words find open issues of any type but risks, this project before the others', async () => {
    const { enablers } = world;
    expect(await keys('sign')).toEqual([enablers.inProgress.key, elsewhere.key]);
    expect((await suggest({ text: 'sign' })).found[0]).toEqual({
      id: enablers.inProgress.id,
      key: enablers.inProgress.key,
      summary: 'Signed tokens',
      projectKey: 'SHOP',
      status: { name: 'In Progress', category: 'inProgress' },
      person: expect.objectContaining({ name: 'Deniz Aydin' }) as unknown,
      risk: undefined,
    });
    // Jira keeps "sign" and "receipt"; "signed*" alone would find neither.
    expect(await keys('signed receipts')).toEqual([elsewhere.key]);
    expect(await keys('takeover')).toEqual([]);
    expect(await keys('links expire')).toEqual([]);
  });

  test('what is done already is found by its key: it may be what made the risk smaller', async () => {
    expect(await keys(world.enablers.done.key)).toEqual([world.enablers.done.key]);
    expect((await suggest({ text: world.enablers.done.key })).refused).toBeUndefined();
  });

  test('a key that cannot be linked says why, and tells nothing of what is out of sight', async () => {
    expect((await suggest({ text: world.takeover.key })).refused).toEqual({
      key: world.takeover.key,
      why: 'otherKind',
    });
    expect((await suggest({ text: hidden.key })).refused).toEqual({ key: hidden.key, why: 'notFound' });
    const own = world.stories.relevant;
    expect(await suggest({ text: own.key, excludeIssueIds: [own.id] })).toMatchObject({
      found: [],
      refused: undefined,
    });
  });

  test('nothing typed: looked at last, then changed last, nothing twice, no risk, nothing closed', async () => {
    for (const issue of [world.enablers.toDo, world.takeover, world.enablers.done, elsewhere]) {
      site.clock.advance(1000);
      await look(issue);
    }
    const { recent, found } = await suggest({});
    expect(recent.map(({ key }) => key)).toEqual([elsewhere.key, world.enablers.toDo.key]);
    expect(found.length).toBeGreaterThan(0);
    const shown = [...recent, ...found];
    expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
    expect(shown.every(({ risk, status }) => risk === undefined && status.category !== 'done')).toBe(true);
    expect(found.every(({ projectKey }) => projectKey === 'SHOP')).toBe(true);
  });

  test('one keystroke is one round trip', async () => {
    await suggest({ text: 'sign' });
    expect(site.jira.costs.totals()).toMatchObject({ requests: 2, roundTrips: 1 });
  });

  test('how an issue is linked already, as sentences that begin with it', async () => {
    const links = await readStandingLinks(site.as(site.people.mara), world.setup, world.takeover.id);
    expect(links).toContainEqual({ verb: 'isReducedBy', otherIssueId: world.enablers.toDo.id });
    const { enablers, stories } = world;
    expect(await readStandingLinks(site.as(site.people.mara), world.setup, enablers.securing.id)).toEqual([
      { verb: 'secures', otherIssueId: expect.any(String) as string },
    ]);
    await rest(site.as(site.people.deniz), 'POST', path`/rest/api/3/issueLink`, {
      type: { name: 'Blocks' },
      inwardIssue: { id: stories.unassessed.id },
      outwardIssue: { id: enablers.toDo.id },
    });
    expect(await readStandingLinks(site.as(site.people.mara), world.setup, stories.unassessed.id)).toEqual([
      { verb: 'isExposedTo', otherIssueId: world.takeover.id },
    ]);
  });
});
