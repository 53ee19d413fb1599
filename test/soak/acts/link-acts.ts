/** What people do with links: link, unlink, make enablers and risks. */
import { LINK_VERBS, VERBS } from '../../../src/domain/link-verb';
import { ISSUE_TYPE } from '../../local-jira/seed';
import { risksOf, somebody, someOf, storiesOf, withStory, type Act, type Scene } from '../act';
import { place } from '../places';

function linkPlace({ tenant }: Scene, verb: (typeof LINK_VERBS)[number], subjectId: string, otherId: string): string {
  const { type, subjectIsSource } = VERBS[verb];
  const [source, target] = subjectIsSource ? [subjectId, otherId] : [otherId, subjectId];
  return place.link(tenant.setup.linkTypes[type].id, source, target);
}

const link: Act = {
  kind: 'link issues',
  weight: 6,
  run: async (scene) => {
    const { random, ledger, number } = scene;
    const verb = random.pick(LINK_VERBS);
    const { subjectIsRisk, otherIsRisk } = VERBS[verb];
    const subject = someOf(scene, subjectIsRisk ? risksOf(scene) : storiesOf(scene));
    const others = random.some(otherIsRisk ? risksOf(scene) : storiesOf(scene), 3).map(({ id }) => id);
    if (subject === undefined || others.length === 0) return;
    for (const id of others) ledger.wants(number, linkPlace(scene, verb, subject.id, id), 'there');
    const payload = { issueId: subject.id, verb, otherIssueIds: others };
    const outcome = await scene.call(somebody(scene), 'linkIssues', payload);
    for (const { issueId } of outcome?.done ?? []) {
      ledger.told(number, linkPlace(scene, verb, subject.id, issueId), 'there');
    }
  },
};

const unlink: Act = {
  kind: 'unlink issues',
  weight: 3,
  run: async (scene) => {
    const found = someOf(scene, scene.tenant.site.jira.state.links.all());
    if (found === undefined) return;
    const { id, typeId, sourceId, destinationId } = found;
    const where = place.link(typeId, sourceId, destinationId);
    scene.ledger.wants(scene.number, where, 'gone');
    const issueId = scene.random.pick([sourceId, destinationId]);
    const done = await scene.call(somebody(scene), 'unlinkIssues', { issueId, linkId: id });
    if (done !== undefined) scene.ledger.told(scene.number, where, 'gone');
  },
};

const createEnablers: Act = {
  kind: 'create enablers',
  weight: 4,
  run: async (scene) => {
    const { random, ledger, number, tenant } = scene;
    const subject = someOf(scene, random.chance(0.5) ? risksOf(scene) : storiesOf(scene));
    if (subject === undefined) return;
    const isRisk = tenant.riskTypeIds.includes(subject.typeId);
    const payload = {
      subjectId: subject.id,
      projectId: random.chance(0.8) ? subject.projectId : random.pick(tenant.projects).id,
      issueTypeId: random.pick([ISSUE_TYPE.task, ISSUE_TYPE.story]),
      summaries: Array.from({ length: 1 + random.int(3) }, () => tenant.text('An enabler')),
      idempotencyKey: random.uuid(),
    };
    const outcome = await scene.call(somebody(scene), 'createEnablers', payload);
    for (const { id, linked } of outcome?.created ?? []) {
      ledger.told(number, place.issue(id), 'there');
      const where = linkPlace(scene, isRisk ? 'isReducedBy' : 'isSecuredBy', subject.id, id);
      if (linked) ledger.told(number, where, 'there');
    }
  },
};

const createRisk: Act = {
  kind: 'create a risk',
  weight: 3,
  run: (scene) =>
    withStory(scene, async ({ id: storyId }) => {
      const { random, ledger, number, tenant } = scene;
      const verb = random.pick(['isExposedTo', 'reduces'] as const);
      const [likelihood, impact] = [random.pick([1, 2, 3, 4, 5] as const), random.pick([1, 2, 3, 4, 5] as const)];
      const scored = random.chance(0.7);
      const made = await scene.call(somebody(scene), 'createRisk', {
        storyId,
        verb,
        summary: tenant.text('A new risk'),
        ...(scored ? { likelihood, impact } : {}),
        idempotencyKey: random.uuid(),
      });
      if (made === undefined) return;
      ledger.told(number, place.issue(made.id), 'there');
      if (made.linked) ledger.told(number, linkPlace(scene, verb, storyId, made.id), 'there');
      if (!scored) return;
      const { fields, options } = tenant.setupFor(made.id);
      ledger.told(number, place.field(made.id, fields.likelihood), JSON.stringify(options.likelihood[likelihood]));
      ledger.told(number, place.field(made.id, fields.impact), JSON.stringify(options.impact[impact]));
    }),
};

export const linkActs: readonly Act[] = [link, unlink, createEnablers, createRisk];
