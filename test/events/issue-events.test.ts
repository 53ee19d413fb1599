/** What follows from Jira's events, through the manifest's triggers. */
import { path } from '../../src/jira/request';
import { capturedLog } from '../fixtures/captured-log';
import { notRelevant, relevant, riskFields } from '../fixtures/fields';
import { rest, setUpSite, valueOf, type TestSite } from '../fixtures/site';
import { addProject, grant, ISSUE_TYPE, STATUS } from '../local-jira/seed';
import { addTeamProject } from '../settings/team-managed';
import { save, settingsSite } from '../settings/settings-site';
import { setupOf } from '../../src/domain/site-setup';
import { deliverAll, loseAll, marksOn, missingOn, pointsDuring, writesDuring } from './marks';

const log = capturedLog();
/** Each test makes its own site, with many events; a busy machine takes its time. */
let site: TestSite;

beforeEach(async () => {
  site = await setUpSite();
  await loseAll(site);
});
afterEach(() => site.close());

const edit = (id: string, fields: object, who = site.people.deniz) =>
  rest(site.as(who), 'PUT', path`/rest/api/3/issue/${id}`, { fields });

async function begunStory(fields = {}) {
  const story = await site.story('Change e-mail address', fields);
  await site.moveTo(story, 'In Progress');
  return story;
}

describe('a bypass is marked', () => {
  test('moved past Ready without an assessment; the mark goes with the assessment', async () => {
    const story = await site.story('Change e-mail address');
    await deliverAll(site);
    expect(marksOn(site)).toEqual({});
    await site.moveTo(story, 'In Progress');
    await deliverAll(site);
    expect(marksOn(site)).toEqual({
      [story.key]: { version: 1, state: 'bypass', missing: ['assessment'], since: expect.any(String) as string },
    });
    const assessment = { relevance: 'notRelevant', reason: 'wording' } as const;
    valueOf(await site.invoke(site.people.mara, 'assessRelevance', { issueId: story.id, assessment }));
    await deliverAll(site);
    expect(marksOn(site)).toEqual({});
  });

  test('and found by JQL, by property and by alias', async () => {
    const story = await begunStory();
    await deliverAll(site);
    for (const jql of ['securityReadiness = bypass', 'issue.property["shift-up.readiness"].state = "bypass"']) {
      const body = { jql, fields: ['summary'] };
      const found = await rest(site.as(site.people.mara), 'POST', path`/rest/api/3/search/jql`, body);
      expect(found).toMatchObject({ issues: [{ key: story.key }] });
    }
  });

  test('created straight into a readiness status', async () => {
    const admin = await settingsSite();
    await save(admin, admin.pia, { readyStatusIds: [STATUS.toDo, STATUS.inProgress] });
    const story = await admin.story('Straight into Ready');
    await deliverAll(admin);
    expect(missingOn(admin)).toEqual({ [story.key]: ['assessment'] });
    admin.close();
  });

  test('moved in bulk', async () => {
    const stories = [];
    for (let number = 1; number <= 12; number += 1) stories.push(await site.story(`Story ${number}`));
    for (const story of stories) await site.moveTo(story, 'In Progress');
    await deliverAll(site);
    expect(Object.keys(marksOn(site)).sort()).toEqual(stories.map(({ key }) => key).sort());
  });

  test('in a team-managed project, by the ids of that project', async () => {
    const admin = await settingsSite();
    const part = await addTeamProject(admin);
    const setup = setupOf(await admin.setup(), part.setup);
    const issue = (fields = {}) =>
      admin.issue({ project: { id: part.id }, issuetype: { id: part.storyTypeId }, summary: 'Story', ...fields });
    const [unassessed, assessed, unanswered] = [
      await issue(),
      await issue(notRelevant(setup, 'wording')),
      await issue(relevant(setup)),
    ];
    for (const story of [unassessed, assessed, unanswered]) await admin.moveTo(story, 'In Progress');
    await deliverAll(admin);
    expect(missingOn(admin)).toEqual({ [unassessed.key]: ['assessment'], [unanswered.key]: ['answer'] });
    admin.close();
  });

  test('and only there: done, another type, another project, a gate that is off', async () => {
    const done = await site.story('Done without a word');
    await site.moveTo(done, 'Done');
    const task = await site.issue({ issuetype: { id: ISSUE_TYPE.task }, summary: 'A task' });
    await site.moveTo(task, 'In Progress');
    const admin = await settingsSite();
    await save(admin, admin.pia, { gate: 'off' });
    const free = await admin.story('Nobody asks');
    await admin.moveTo(free, 'In Progress');
    await Promise.all([deliverAll(site), deliverAll(admin)]);
    expect([marksOn(site), marksOn(admin)]).toEqual([{}, {}]);
    admin.close();
  });
});

describe('what a relevant story misses follows its links and its risks', () => {
  test('answered by a link to a risk, and by an enabler; missing again without', async () => {
    const setup = await site.setup();
    const story = await begunStory(relevant(setup));
    const risk = await site.risk('Account takeover');
    await deliverAll(site);
    expect(missingOn(site)).toEqual({ [story.key]: ['answer'] });
    await site.link('threatens', risk, story);
    await deliverAll(site);
    expect(missingOn(site)).toEqual({});
    const [link] = site.jira.state.links.all();
    await rest(site.as(site.people.deniz), 'DELETE', path`/rest/api/3/issueLink/${link!.id}`);
    await deliverAll(site);
    expect(missingOn(site)).toEqual({ [story.key]: ['answer'] });
    const enabler = await site.issue({ issuetype: { id: ISSUE_TYPE.task }, summary: 'Encrypt' });
    await site.link('secures', enabler, story);
    await deliverAll(site);
    expect(missingOn(site)).toEqual({});
  });

  test('an owner of a High risk: from the events of the risk alone', async () => {
    const setup = await site.setup();
    const story = await begunStory(relevant(setup));
    const risk = await site.risk('Account takeover', riskFields(setup, { likelihood: 4, impact: 4 }));
    await site.link('mitigates', story, risk);
    await deliverAll(site);
    expect(missingOn(site)).toEqual({ [story.key]: ['riskOwner'] });
    await edit(risk.id, { [setup.fields.riskOwner]: { accountId: site.people.mara } });
    await deliverAll(site);
    expect(missingOn(site)).toEqual({});
    await edit(risk.id, { [setup.fields.riskOwner]: null });
    await deliverAll(site);
    expect(missingOn(site)).toEqual({ [story.key]: ['riskOwner'] });
    await site.moveTo(risk, 'Closed');
    await deliverAll(site);
    expect(missingOn(site)).toEqual({});
  });

  test('security acceptance criteria in the description', async () => {
    const story = await begunStory(relevant(await site.setup()));
    await deliverAll(site);
    expect(missingOn(site)).toEqual({ [story.key]: ['answer'] });
    await edit(story.id, {
      description: {
        type: 'doc',
        version: 1,
        content: [
          { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Security acceptance criteria' }] },
          {
            type: 'bulletList',
            content: [
              {
                type: 'listItem',
                content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The old address is told.' }] }],
              },
            ],
          },
        ],
      },
    });
    await deliverAll(site);
    expect(missingOn(site)).toEqual({});
  });

  test('since when stays, whatever else is missing', async () => {
    const setup = await site.setup();
    const story = await begunStory();
    await deliverAll(site);
    const before = marksOn(site)[story.key];
    await edit(story.id, relevant(setup));
    await deliverAll(site);
    expect(marksOn(site)[story.key]).toEqual({ ...before, missing: ['answer'] });
  });

  test('a risk that is turned into a task answers no longer', async () => {
    const setup = await site.setup();
    const story = await begunStory(relevant(setup));
    const risk = await site.risk('Account takeover');
    await site.link('threatens', risk, story);
    await deliverAll(site);
    expect(missingOn(site)).toEqual({});
    // As Jira's "Move" does it: type and status at once.
    const { state } = site.jira;
    state.issues.put({ ...state.issues.require(risk.id), typeId: ISSUE_TYPE.task, statusId: STATUS.toDo });
    await edit(risk.id, { summary: 'Only a task' });
    await deliverAll(site);
    expect(missingOn(site)).toEqual({ [story.key]: ['answer'] });
  });
});

describe('an event', () => {
  test('twice, late, in any order, and about our own change: nothing is written the second time', async () => {
    const story = await begunStory();
    await site.moveTo(story, 'To Do');
    await site.moveTo(story, 'In Progress');
    const first = await writesDuring(site, async () =>
      site.forge.events.deliver(site.site, { early: true, times: 3, order: (events) => [...events].reverse() }),
    );
    expect(first).toEqual([`PUT /rest/api/3/issue/${story.id}/properties/shift-up.readiness`]);
    const event = { eventType: 'avi:jira:updated:issue', selfGenerated: true, issue: { id: story.id } };
    site.forge.events.offer(site.site, event);
    expect(await writesDuring(site, () => deliverAll(site))).toEqual([]);
  });

  test('about an issue that is gone, or that never was, ends well', async () => {
    const story = await begunStory();
    await rest(site.as(site.people.admin), 'DELETE', path`/rest/api/3/issue/${story.id}`);
    await deliverAll(site);
    site.forge.events.offer(site.site, { eventType: 'avi:jira:updated:issue', issue: { id: '999999' } });
    await deliverAll(site);
    expect([marksOn(site), log.lines()]).toEqual([{}, []]);
  });

  test('about a project that Shift-Up was not added to costs no point', async () => {
    const other = addProject(site.jira.state, { key: 'OTH', name: 'Other', leadAccountId: site.people.mara });
    grant(site.jira.state, other, site.people.deniz, 'member');
    const fields = { project: { id: other.id }, issuetype: { id: ISSUE_TYPE.story }, summary: 'Not ours' };
    const [one, two] = [await site.issue(fields), await site.issue(fields)];
    await site.moveTo(one, 'In Progress');
    await rest(site.as(site.people.deniz), 'POST', path`/rest/api/3/issueLink`, {
      type: { name: 'Blocks' },
      inwardIssue: { id: one.id },
      outwardIssue: { id: two.id },
    });
    expect(await pointsDuring(site, () => deliverAll(site))).toBe(0);
  });

  test('on a site that is not set up does nothing', async () => {
    const bare = await setUpSite({ setUp: false });
    const story = await bare.story('Too early');
    await bare.moveTo(story, 'In Progress');
    expect(await pointsDuring(bare, () => deliverAll(bare))).toBe(0);
    bare.close();
  });

  test('on a site whose licence ended does nothing', async () => {
    await begunStory();
    site.site.license = { active: false };
    expect(await pointsDuring(site, () => deliverAll(site))).toBe(0);
  });

  test('that is none is said in the log, and stops nothing', async () => {
    for (const issue of [undefined, { id: '1/../2' }, { id: -1 }, { id: 'SHOP-1' }]) {
      site.forge.events.offer(site.site, { eventType: 'avi:jira:updated:issue', issue });
    }
    site.forge.events.offer(site.site, { eventType: 'avi:jira:created:issuelink', sourceIssueId: 1 });
    await deliverAll(site);
    expect(log.lines()).toHaveLength(5);
    for (const line of log.lines()) expect(line).toContain('invalid-input');
  });

  test('comes again where Jira asks to wait, and no more than four times', async () => {
    const story = await begunStory();
    site.jira.faults.add({ kind: 'rate-limit', match: { path: '/rest/api/3/issue/bulkfetch' }, retryAfter: 120 });
    await site.forge.events.deliver(site.site, { early: true });
    const waiting = site.forge.events.pending(site.site);
    expect(waiting.length).toBeGreaterThan(0);
    const now = site.clock.now().getTime();
    expect(waiting.map(({ dueAt }) => dueAt - now)).toEqual(waiting.map(() => 120_000));
    site.jira.faults.clear();
    await deliverAll(site);
    expect(missingOn(site)).toEqual({ [story.key]: ['assessment'] });
  });
});

describe('the mark is never trusted', () => {
  test.each([
    ['nonsense', 'nonsense'],
    ['a mark of another version', { version: 2, state: 'bypass', missing: ['assessment'] }],
    ['a mark with reasons of its own', { version: 1, state: 'bypass', missing: ['coffee'], since: '2026-01-01' }],
  ])('%s on a story that is ready is taken away, on a bypass replaced', async (_name, value) => {
    const setup = await site.setup();
    const ready = await begunStory(notRelevant(setup, 'wording'));
    const bypass = await begunStory();
    for (const { id } of [ready, bypass]) {
      await rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${id}/properties/shift-up.readiness`, value);
    }
    await deliverAll(site);
    expect(marksOn(site)).toEqual({
      [bypass.key]: { version: 1, state: 'bypass', missing: ['assessment'], since: expect.any(String) as string },
    });
  });

  test('taken away by hand, it comes back with the next event', async () => {
    const story = await begunStory();
    await deliverAll(site);
    await rest(site.as(site.people.deniz), 'DELETE', path`/rest/api/3/issue/${story.id}/properties/shift-up.readiness`);
    await edit(story.id, { summary: 'Other words' });
    await deliverAll(site);
    expect(missingOn(site)).toEqual({ [story.key]: ['assessment'] });
  });
});

test('an issue that the app may not edit is left, said in the log, and does not hold up others', async () => {
  const [barred, other] = [await begunStory(), await begunStory()];
  // One event each.
  await loseAll(site);
  for (const { id } of [barred, other]) await edit(id, { summary: 'Other words' });
  const by = { status: 403, body: { errorMessages: ['You do not have permission to edit this issue.'], errors: {} } };
  site.forge.disturb(site.site, { atCall: 1, by, counts: ({ method }) => method === 'PUT', kind: 'trigger' });
  await deliverAll(site);
  expect(Object.keys(marksOn(site))).toEqual([other.key]);
  expect(log.lines().join()).toContain('issueProperty.set');
  expect(log.lines().join()).not.toContain(barred.key);
});
