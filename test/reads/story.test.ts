import { readStory } from '../../src/reads/story';
import { capturedLog } from '../fixtures/captured-log';
import { requestsOf } from '../fixtures/probe';
import { NOW, setUpSite, valueOf, type TestSite } from '../fixtures/site';
import { makeWorld, type World } from '../fixtures/world';

capturedLog();

describe('the panel on a story', () => {
  let site: TestSite;
  let world: World;
  beforeAll(async () => {
    site = await setUpSite();
    world = await makeWorld(site);
  });
  afterAll(() => site.close());
  const read = async (issue: { id: string }, who = site.people.mara) =>
    readStory(site.as(who), world.setup, await site.projectSetup(), issue.id);

  test('shows an unassessed story and what is missing', async () => {
    const story = await site.story('Save card');
    expect(await read(story)).toEqual({
      id: story.id,
      key: story.key,
      summary: 'Save card',
      projectId: site.project.id,
      projectKey: 'SHOP',
      status: { name: 'To Do', category: 'toDo' },
      isStory: true,
      relevance: 'unassessed',
      reason: undefined,
      ownReason: undefined,
      reasonText: undefined,
      assessedBy: undefined,
      assessedAt: undefined,
      risks: [],
      enablers: [],
      criteria: [],
      readiness: expect.objectContaining({ ready: false, missing: ['assessment'] }) as unknown,
      gate: 'flag',
      hint: expect.objectContaining({ text: { summary: 'Save card', description: '' } }) as unknown,
      confirmedAt: undefined,
      changedSince: undefined,
      bypass: undefined,
      history: [],
      mayEdit: true,
      mayLink: true,
      mayMove: true,
      reporter: 'Deniz Aydin',
    });
  });

  test('shows the risks, the most severe first, with their progress, and what secures it', async () => {
    const story = world.stories.relevant;
    await site.link('mitigates', story, world.vouchers);
    const view = await read(story);
    expect(view.risks.map(({ key, relation, level, progress }) => [key, relation, level, progress])).toEqual([
      [world.takeover.key, 'threatened', 'Critical', { done: 1, inProgress: 1, toDo: 1 }],
      [world.vouchers.key, 'mitigates', 'Medium', { done: 1, inProgress: 0, toDo: 1 }],
    ]);
    expect(view.risks[0]).toMatchObject({ owner: { name: 'Mara Lindqvist' }, nextReview: '2026-11-21' });
    expect(view.enablers.map(({ summary }) => summary)).toEqual(['Encrypt']);
    expect(view.readiness.ready).toBe(true);
    for (const { id, linkId } of [...view.risks, ...view.enablers]) {
      const { sourceId, destinationId } = site.jira.state.links.require(linkId);
      expect([sourceId, destinationId].sort()).toEqual([story.id, id].sort());
    }
  });

  test('says who assessed it last and when, with the reason and its sentence', async () => {
    const story = await site.story('Demo only');
    const assess = async (who: string, assessment: Parameters<typeof payload>[0]) =>
      valueOf(await site.invoke(who, 'assessRelevance', payload(assessment)));
    const payload = (
      assessment: { relevance: 'relevant' } | { relevance: 'notRelevant'; reason: 'other'; text: string },
    ) => ({
      issueId: story.id,
      assessment,
    });
    await assess(site.people.deniz, { relevance: 'relevant' });
    site.clock.advance(60_000);
    await assess(site.people.mara, { relevance: 'notRelevant', reason: 'other', text: 'Runs in the demo branch' });
    const { relevance, reason, reasonText, assessedBy, assessedAt } = await read(story);
    expect([relevance, reason, reasonText, assessedBy?.name]).toEqual([
      'notRelevant',
      'other',
      'Runs in the demo branch',
      'Mara Lindqvist',
    ]);
    expect(assessedAt).toBe(new Date(Date.parse(NOW) + 60_000).toISOString());
  });

  test('a change of something else is not taken for an assessment', async () => {
    const story = await site.story('Moved', {});
    valueOf(
      await site.invoke(site.people.deniz, 'assessRelevance', {
        issueId: story.id,
        assessment: { relevance: 'relevant' },
      }),
    );
    const { assessedAt } = await read(story);
    site.clock.advance(3_600_000);
    await site.moveTo(story, 'In Progress');
    expect(await read(story)).toMatchObject({ assessedAt, assessedBy: { name: 'Deniz Aydin' } });
  });

  test('costs at most three steps', async () => {
    site.jira.costs.reset();
    await readStory(site.as(site.people.mara), world.setup, await site.projectSetup(), world.stories.relevant.id);
    expect([...requestsOf(site)].sort()).toEqual([
      'GET /rest/api/3/issue/{issueIdOrKey} 200',
      'GET /rest/api/3/mypermissions 200',
      'POST /rest/api/3/issue/bulkfetch 200',
      'POST /rest/api/3/issue/bulkfetch 200',
    ]);
    expect(site.jira.costs.totals().roundTrips).toBe(3);
  });

  test('a viewer may read and not change; somebody without rights finds nothing', async () => {
    expect(await read(world.stories.relevant, site.people.priya)).toMatchObject({
      mayEdit: false,
      mayLink: false,
      mayMove: false,
    });
    await expect(read(world.stories.relevant, site.people.guest)).rejects.toMatchObject({ kind: 'notFound' });
  });

  test('a type that became something else, and a deleted risk, do no harm', async () => {
    const risk = await site.risk('Soon a task');
    const story = await site.story('Linked');
    await site.link('threatens', risk, story);
    const issue = site.jira.state.issues.require(risk.id);
    site.jira.state.issues.put({ ...issue, typeId: '10002' });
    expect((await read(story)).risks).toEqual([]);
  });
});
