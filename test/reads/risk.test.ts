import { randomUUID } from 'node:crypto';
import { setupOf } from '../../src/domain/site-setup';
import { documentOf } from '../../src/jira/document';
import { path } from '../../src/jira/request';
import { readRisk } from '../../src/reads/risk';
import { addBoard, addSecurityLevel, addSprint } from '../local-jira/seed';
import { requestsOf } from '../fixtures/probe';
import { rest, setUpSite, TODAY, valueOf, type Key, type TestSite } from '../fixtures/site';
import { settingsSite } from '../settings/settings-site';
import { addTeamProject } from '../settings/team-managed';
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
      problems: ['enablerUnassigned', 'storyUnassessed'],
      statusKey: 'identified',
      unread: { enablers: 0, stories: 0 },
      lastReview: undefined,
      pointProgress: undefined,
      mayComment: true,
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
    expect((await read(world.webhook)).problems).toEqual([
      'noOwner',
      'residualNotScored',
      'noEnabler',
      'reviewOverdue',
    ]);
    expect((await read(world.vouchers)).problems).toEqual(['residualNotScored', 'acceptanceEnding', 'allEnablersDone']);
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
    expect(await read(world.vouchers, site.people.mara)).toMatchObject({
      enablers: [],
      unread: { enablers: 0, stories: 0 },
    });
    expect((await read(world.vouchers, site.people.mara)).problems).toContain('noEnabler');
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
      'GET /rest/api/3/field 200',
      'GET /rest/api/3/issue/{issueIdOrKey} 200',
      'GET /rest/api/3/issue/{issueIdOrKey}/transitions 200',
      'GET /rest/api/3/mypermissions 200',
      'POST /rest/api/3/issue/bulkfetch 200',
    ]);
    expect(site.jira.costs.totals().roundTrips).toBe(2);
  });

  test('enablers have points and a sprint, and there is progress by points', async () => {
    const { state } = site.jira;
    const board = addBoard(state, state.projects.require(site.project.id));
    const sprint = addSprint(state, board, { name: 'Sprint 25', state: 'active' });
    const put = ({ id }: Key, custom: Record<string, number | readonly string[]>) => {
      const issue = state.issues.require(id);
      state.issues.put({ ...issue, custom: { ...issue.custom, ...custom } });
    };
    put(world.enablers.done, { customfield_10016: 5 });
    put(world.enablers.inProgress, { customfield_10016: 8, customfield_10020: [sprint.id] });
    put(world.enablers.wontDo, { customfield_10016: 13 });
    const { enablers, pointProgress } = await read(world.takeover);
    expect(enablers.map(({ points, sprint: its }) => [points, its?.name])).toEqual([
      [8, 'Sprint 25'],
      [undefined, undefined],
      [5, undefined],
      [13, undefined],
      [undefined, undefined],
    ]);
    expect(pointProgress).toEqual({ done: 5, inProgress: 8, toDo: 0, unestimated: 1 });
  });

  test('offers what the workflow offers to this person', async () => {
    expect((await read(world.webhook)).moves).toEqual(['assessed', 'inTreatment', 'closed', 'awaitingAcceptance']);
    expect(await read(world.closed)).toMatchObject({ statusKey: 'closed', moves: ['assessed'] });
    expect((await read(world.webhook, site.people.priya)).moves).toEqual([]);
  });

  test('says when it was last reviewed, by whom, and what changed since', async () => {
    const review = {
      issueId: world.vouchers.id,
      note: 'Still true.\n\nCodes are longer now.',
      idempotencyKey: randomUUID(),
    };
    valueOf(await site.invoke(site.people.deniz, 'reviewRisk', review));
    expect((await read(world.vouchers, site.people.deniz)).lastReview).toEqual({
      at: '2026-11-20T13:30:00.000Z',
      by: { name: 'Deniz Aydin', avatarUrl: expect.any(String) as string },
      note: review.note,
      since: {},
    });
    const score = { issueId: world.vouchers.id, kind: 'inherent', likelihood: 5, impact: 5 } as const;
    valueOf(await site.invoke(site.people.deniz, 'scoreRisk', score));
    await site.link('mitigates', world.enablers.toDo, world.vouchers);
    expect((await read(world.vouchers, site.people.deniz)).lastReview?.since).toEqual({
      level: { was: 'Medium', is: 'Critical' },
      enablers: { was: { done: 1, total: 1 }, is: { done: 1, total: 2 } },
    });
  });

  test('a review whose comment was deleted, or that somebody made up, is none', async () => {
    const property = (value: object) =>
      rest(
        site.as(site.people.deniz),
        'PUT',
        path`/rest/api/3/issue/${world.vouchers.id}/properties/shift-up.review`,
        value,
      );
    const made = { version: 1, commentId: '987654', state: { enablers: { done: 0, total: 0 } } };
    for (const value of [made, { ...made, commentId: '../../myself' }, { version: 7 }, ['x']]) {
      await property(value);
      expect((await read(world.vouchers, site.people.deniz)).lastReview).toBeUndefined();
    }
  });

  test('an owner whose account was closed is no owner that answers', async () => {
    const { state } = site.jira;
    const mara = state.users.require(site.people.mara);
    state.users.put({ ...mara, active: false });
    const view = await read(world.takeover, site.people.deniz);
    state.users.put(mara);
    expect([view.ownerActive, view.problems[0]]).toEqual([false, 'ownerInactive']);
  });
});

test('a team-managed project is not blamed for what it has no field for, and offers no moves', async () => {
  const site = await settingsSite();
  const part = await addTeamProject(site);
  const own = setupOf(await site.setup(), part.setup);
  const fields = { project: { id: part.id }, issuetype: { id: own.riskTypeId }, summary: 'Card data in logs' };
  const risk = await site.issue({
    ...fields,
    [own.fields.likelihood]: { id: own.options.likelihood[5] },
    [own.fields.impact]: { id: own.options.impact[5] },
    [own.fields.riskLevel]: { id: own.options.riskLevel.Critical },
  });
  expect(await readRisk(site.as(site.people.deniz), own, risk.id, TODAY)).toMatchObject({
    statusKey: undefined,
    moves: [],
    problems: ['noOwner', 'noEnabler'],
  });
  site.close();
});
