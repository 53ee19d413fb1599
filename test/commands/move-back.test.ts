import { capturedLog } from '../fixtures/captured-log';
import { relevant } from '../fixtures/fields';
import { refused } from '../fixtures/operations';
import { writesOf } from '../fixtures/probe';
import { setUpSite, valueOf, type Key, type TestSite } from '../fixtures/site';
import { ISSUE_TYPE } from '../local-jira/seed';

capturedLog();

describe('moving a bypass back', () => {
  let site: TestSite;
  let story: Key;
  beforeAll(async () => {
    site = await setUpSite();
  });
  beforeEach(async () => {
    story = await site.story('Save card');
  });
  afterEach(() => site.jira.faults.clear());
  afterAll(() => site.close());

  const back = (issue = story, who = site.people.mara) => site.invoke(who, 'moveBack', { issueId: issue.id });
  const statusOf = (issue = story) => {
    const { state } = site.jira;
    return state.statuses.require(state.issues.require(issue.id).statusId).name;
  };
  const nothingDone = async (issue: Key) => {
    const before = statusOf(issue);
    site.jira.costs.reset();
    expect(await back(issue)).toEqual(refused('conflict'));
    expect(writesOf(site)).toEqual([]);
    expect(statusOf(issue)).toBe(before);
  };

  test('brings it to where it came from, once', async () => {
    await site.moveTo(story, 'In Progress');
    expect(valueOf(await back())).toEqual({ statusName: 'To Do' });
    expect(statusOf()).toBe('To Do');
    await nothingDone(story);
  });

  test('also when it went on and came back among the readiness statuses', async () => {
    await site.moveTo(story, 'In Progress');
    await site.moveTo(story, 'Done');
    await site.moveTo(story, 'In Progress');
    expect(valueOf(await back())).toEqual({ statusName: 'To Do' });
  });

  test('leaves alone what is ready by now, done, no story, or never moved', async () => {
    const answered = await site.story('Answered', relevant(await site.setup()));
    const risk = await site.risk('A risk');
    await site.link('threatens', risk, answered);
    await site.moveTo(answered, 'In Progress');
    await nothingDone(answered);
    await site.moveTo(story, 'Done');
    await nothingDone(story);
    const task = await site.issue({ issuetype: { id: ISSUE_TYPE.task }, summary: 'Task' });
    await site.moveTo(task, 'In Progress');
    await nothingDone(task);
    await nothingDone(await site.story('Not moved'));
  });

  test('where no transition leads back, nothing happens', async () => {
    await site.moveTo(story, 'In Progress');
    const before = site.jira.snapshot();
    const { state } = site.jira;
    for (const workflow of state.workflows.filter(() => true)) {
      const transitions = workflow.transitions.filter(({ name }) => name !== 'To Do');
      state.workflows.put({ ...workflow, transitions });
    }
    await nothingDone(story);
    site.jira.restore(before);
    expect(valueOf(await back())).toEqual({ statusName: 'To Do' });
  });

  test('without the right to move it nothing happens', async () => {
    await site.moveTo(story, 'In Progress');
    expect(await back(story, site.people.priya)).toEqual(refused('no-permission'));
    expect(statusOf()).toBe('In Progress');
  });

  test('a lost answer is no failure when the story stands there', async () => {
    await site.moveTo(story, 'In Progress');
    site.jira.faults.add({ kind: 'timeout-after', match: { method: 'POST', path: '*/transitions' }, times: 1 });
    expect(valueOf(await back())).toEqual({ statusName: 'To Do' });
    await site.moveTo(story, 'In Progress');
    site.jira.faults.add({ kind: 'timeout-before', match: { method: 'POST', path: '*/transitions' }, times: 1 });
    expect(await back()).toEqual(refused('jira-unavailable'));
    expect(statusOf()).toBe('In Progress');
  });
});
