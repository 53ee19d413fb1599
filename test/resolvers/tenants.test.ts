import { capturedLog } from '../fixtures/captured-log';
import { setUpSite } from '../fixtures/site';

capturedLog();

describe('two sites in one process', () => {
  test('nothing of one appears in the other, however they alternate', async () => {
    const one = await setUpSite({ siteName: 'one', cloudId: 'cloud-one' });
    const two = await setUpSite({ siteName: 'two', cloudId: 'cloud-two', forge: one.forge, setUp: false });
    // Ids of the other site begin elsewhere, so that a mix-up cannot go unnoticed.
    for (let made = 0; made < 3; made += 1) await two.story('Filler');
    two.jira.state.linkTypes.put({ id: '10400', name: 'Filler', inward: 'x', outward: 'y' });
    await two.runSetup([two.project.id]);
    const storyOne = await one.story('only in one');
    const storyTwo = await two.story('only in two');
    const [setupOne, setupTwo] = await Promise.all([one.setup(), two.setup()]);

    const rounds = Array.from({ length: 10 }, (_, round) => round);
    const answers = await Promise.all(
      rounds.flatMap((round) => [
        one.invoke(one.people.mara, 'getSetup', { projectIds: [one.project.id] }),
        two.invoke(two.people.mara, 'getSetup', { projectIds: [two.project.id] }),
        one.invoke(one.people.mara, 'assessRelevance', {
          issueId: storyOne.id,
          assessment: { relevance: round % 2 === 0 ? 'relevant' : 'unassessed' },
        }),
        two.invoke(two.people.mara, 'assessRelevance', {
          issueId: storyTwo.id,
          assessment: { relevance: 'notRelevant', reason: 'wording' },
        }),
      ]),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await one.setup()).toEqual(setupOne);
    expect(await two.setup()).toEqual(setupTwo);
    expect(one.jira.state.issues.require(storyOne.id).custom[setupOne.fields.relevanceReason] ?? null).toBeNull();
    expect(two.jira.state.issues.require(storyTwo.id).custom[setupTwo.fields.relevanceReason] ?? null).not.toBeNull();
    one.close();
  });
});
