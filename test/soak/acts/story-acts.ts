/** What people do on stories: assess them, one or many, add criteria, bring a bypass back. */
import type { Assessment } from '../../../src/domain/relevance';
import { somebody, someOf, storiesOf, withStory, type Act, type Scene } from '../act';
import { NOTHING, place } from '../places';

function someAssessment({ random }: Scene): Assessment {
  return random.weighted<Assessment>([
    [3, { relevance: 'relevant' }],
    [2, { relevance: 'notRelevant', reason: random.pick(['wording', 'noSensitivePart', 'research'] as const) }],
    [1, { relevance: 'notRelevant', reason: 'other', text: 'Somebody said so' }],
    [1, { relevance: 'unassessed' }],
  ]);
}

/** Both fields, as they stand in Jira after it. */
function valuesOf({ tenant }: Scene, issueId: string, assessment: Assessment): readonly (readonly [string, string])[] {
  const { fields, options } = tenant.setupFor(issueId);
  const { relevance } = assessment;
  const option = relevance === 'unassessed' ? NOTHING : JSON.stringify(options.securityRelevance[relevance]);
  const reason =
    assessment.relevance === 'notRelevant' && assessment.reason !== 'own'
      ? JSON.stringify(options.relevanceReason[assessment.reason])
      : NOTHING;
  return [
    [place.field(issueId, fields.securityRelevance), option],
    [place.field(issueId, fields.relevanceReason), reason],
  ];
}

const wants = (scene: Scene, values: readonly (readonly [string, string])[]) => {
  for (const [where, value] of values) scene.ledger.wants(scene.number, where, value);
};
const told = (scene: Scene, values: readonly (readonly [string, string])[]) => {
  for (const [where, value] of values) scene.ledger.told(scene.number, where, value);
};

const assess: Act = {
  kind: 'assess a story',
  weight: 8,
  run: (scene) =>
    withStory(scene, async ({ id }) => {
      const assessment = someAssessment(scene);
      const values = valuesOf(scene, id, assessment);
      wants(scene, values);
      const expected = scene.random.pick([undefined, 'unassessed', 'relevant', 'notRelevant'] as const);
      const payload = { issueId: id, assessment, ...(expected === undefined ? {} : { expected }) };
      if ((await scene.call(somebody(scene), 'assessRelevance', payload)) !== undefined) told(scene, values);
    }),
};

const assessMany: Act = {
  kind: 'assess many stories',
  weight: 3,
  run: async (scene) => {
    const stories = scene.random.some(storiesOf(scene), 8);
    if (stories.length === 0) return;
    const wishes = stories.map(({ id }) => ({ issueId: id, assessment: someAssessment(scene) }));
    for (const { issueId, assessment } of wishes) wants(scene, valuesOf(scene, issueId, assessment));
    const outcome = await scene.call(somebody(scene), 'assessMany', { assessments: wishes });
    for (const { issueId } of outcome?.done ?? []) {
      const wish = wishes.find((one) => one.issueId === issueId);
      if (wish !== undefined) told(scene, valuesOf(scene, issueId, wish.assessment));
    }
  },
};

const confirm: Act = {
  kind: 'confirm an assessment',
  weight: 2,
  run: (scene) =>
    withStory(scene, async ({ id }) => {
      await scene.call(somebody(scene), 'confirmAssessment', { issueId: id });
    }),
};

const addCriteria: Act = {
  kind: 'add criteria',
  weight: 4,
  run: (scene) =>
    withStory(scene, async ({ id }) => {
      const criteria = Array.from({ length: 1 + scene.random.int(2) }, () => scene.tenant.text('Only the owner sees'));
      scene.ledger.wantsAnything(scene.number, `description ${id}`);
      const done = await scene.call(somebody(scene), 'addCriteria', { issueId: id, criteria });
      // Jira cannot save a description only if nobody else did: who writes at the same moment may win.
      if (done === undefined || scene.ledger.isWantedByOthers(scene.number, `description ${id}`)) return;
      for (const line of criteria) scene.ledger.told(scene.number, place.criterion(id, line), 'there');
    }),
};

const moveBack: Act = {
  kind: 'move a bypass back',
  weight: 2,
  run: async (scene) => {
    const { state } = scene.tenant.site.jira;
    const begun = storiesOf(scene).filter(({ statusId }) => state.statuses.require(statusId).category !== 'TODO');
    const story = someOf(scene, begun);
    if (story === undefined) return;
    scene.ledger.wantsAnything(scene.number, place.status(story.id));
    await scene.call(somebody(scene), 'moveBack', { issueId: story.id });
  },
};

export const storyActs: readonly Act[] = [assess, assessMany, confirm, addCriteria, moveBack];
