import { documentOf } from '../../src/jira/document';
import { path } from '../../src/jira/request';
import { readRisk } from '../../src/reads/risk';
import { addSecurityLevel } from '../local-jira/seed';
import { requestsOf } from '../fixtures/probe';
import { rest, setUpSite, TODAY, type TestSite } from '../fixtures/site';
import { makeWorld, type World } from '../fixtures/world';

describe('the panel on a risk', () => {
  let site: TestSite;
  let world: World;
  beforeAll(async () => {
    site = await setUpSite();
    world = await makeWorld(site);
  });
  afterAll(() => site.close());
  const read = (issue: { id: string }, who = site.people.mara) => readRisk(site.as(who), world.setup, issue.id, TODAY);

  test('shows everything of a risk under treatment', async () => {
    const view = await read(world.takeover);
    expect(view).toMatchObject({
      id: world.takeover.id,
      key: world.takeover.key,
      summary: 'Account takeover',
      status: { name: 'Identified', category: 'toDo' },
      inherent: { likelihood: 5, impact: 5 },
      residual: { likelihood: 3, impact: 5 },
      level: 'Critical',
      residualLevel: 'High',
      owner: { name: 'Mara Lindqvist' },
      treatment: 'Mitigate',
      nextReview: '2026-11-21',
      due: '2026-12-09',
      acceptanceExpires: undefined,
      businessImpact: undefined,
      infoSecReference: undefined,
      progress: { done: 1, inProgress: 1, toDo: 1 },
      problems: ['storyUnassessed'],
      mayEdit: true,
      mayLink: true,
    });
  });

  test('lists the enablers: under way, waiting, done, and the dropped ones last, each with its link', async () => {
    const { enablers } = await read(world.takeover);
    expect(enablers.map(({ summary, dropped, status }) => [summary, status.category, dropped])).toEqual([
      ['Signed tokens', 'inProgress', false],
      ['Notify by e-mail', 'toDo', false],
      ['Links expire', 'done', false],
      ['Captcha', 'done', true],
      ['Links expire, again', 'done', true],
    ]);
    expect(enablers[0]?.assignee?.name).toBe('Deniz Aydin');
    expect(enablers[1]?.assignee).toBeUndefined();
    for (const { id, linkId } of enablers) {
      expect(site.jira.state.links.require(linkId)).toMatchObject({ sourceId: id, destinationId: world.takeover.id });
    }
  });

  test('lists the stories it threatens', async () => {
    const { threatens } = await read(world.takeover);
    expect(threatens.map(({ summary, relevance }) => [summary, relevance])).toEqual([
      ['Change e-mail address', 'relevant'],
      ['Support acts for a customer', 'unassessed'],
    ]);
  });

  test('says what is wrong, the most urgent first', async () => {
    expect((await read(world.webhook)).problems).toEqual(['noOwner', 'noEnabler', 'reviewOverdue']);
    expect((await read(world.vouchers)).problems).toEqual(['allEnablersDone']);
    expect((await read(world.unscored)).problems).toEqual(['notScored', 'noEnabler']);
    expect((await read(world.closed)).problems).toEqual([]);
  });

  test('reads paragraphs as plain text and the reference as it is', async () => {
    const { businessImpact, infoSecReference } = world.setup.fields;
    const risk = await site.risk('With words', {
      [businessImpact]: documentOf('Refunds.\nA report within 72 hours.'),
      [infoSecReference]: 'https://security.example.com/IS-2026-031',
    });
    expect(await read(risk)).toMatchObject({
      businessImpact: 'Refunds.\nA report within 72 hours.',
      infoSecReference: 'https://security.example.com/IS-2026-031',
    });
  });

  test('a viewer may read and not change', async () => {
    expect(await read(world.takeover, site.people.priya)).toMatchObject({
      mayEdit: false,
      mayLink: false,
      level: 'Critical',
    });
  });

  test('an issue behind a security level is left out for those outside it', async () => {
    const level = addSecurityLevel(site.jira.state, site.project, 'Few', [
      { type: 'user', accountId: site.people.deniz },
    ]);
    await rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${world.enablers.onlyOne.id}`, {
      fields: { security: { id: level } },
    });
    expect((await read(world.vouchers, site.people.deniz)).enablers).toHaveLength(1);
    expect(await read(world.vouchers, site.people.mara)).toMatchObject({ enablers: [], problems: ['noEnabler'] });
  });

  test('somebody who may not see it is told "not found"', async () => {
    await expect(read(world.takeover, site.people.guest)).rejects.toMatchObject({ kind: 'notFound' });
  });

  test('is as it is now, while search lags', async () => {
    site.jira.faults.add({ kind: 'search-lag', lagMs: 3_600_000 });
    const risk = await site.risk('Brand new');
    await site.link('mitigates', world.enablers.toDo, risk);
    expect((await read(risk)).enablers).toHaveLength(1);
    site.jira.faults.clear();
  });

  test('costs two steps, whatever the number of links', async () => {
    site.jira.costs.reset();
    await read(world.takeover);
    expect([...requestsOf(site)].sort()).toEqual([
      'GET /rest/api/3/issue/{issueIdOrKey} 200',
      'GET /rest/api/3/mypermissions 200',
      'POST /rest/api/3/issue/bulkfetch 200',
    ]);
    expect(site.jira.costs.totals().roundTrips).toBe(2);
  });
});
