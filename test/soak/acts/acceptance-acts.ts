/** What people do about acceptances: ask, decide, take back, look. */
import { risksOf, someOf, withRisk, type Act, type Scene } from '../act';
import { decisionsOn, place } from '../places';
import type { Who } from '../tenant';
import { dayIn } from './risk-acts';

const people = (scene: Scene): Who =>
  scene.random.weighted<Who>([
    [5, 'deniz'],
    [4, 'mara'],
    [5, 'aino'],
    [1, 'priya'],
  ]);

const stored = ({ tenant }: Scene) => tenant.site.forge.kvs(tenant.site.site).values();

/** What the app does about acceptances moves risks and writes the day until which they are accepted. */
function statusFollows(scene: Scene, issueId: string): void {
  scene.ledger.wantsAnything(scene.number, place.status(issueId));
}

const ask: Act = {
  kind: 'ask for an acceptance',
  weight: 5,
  run: (scene) =>
    withRisk(scene, async ({ id }) => {
      const { random, tenant, ledger, number } = scene;
      statusFollows(scene, id);
      const idempotencyKey = random.uuid();
      const done = await scene.call(people(scene), 'askAcceptance', {
        issueId: id,
        justification: tenant.text('It is replaced in spring'),
        until: dayIn(random.pick([1, 2, 30, 365])),
        ...(random.chance(0.3) ? { approver: tenant.people.aino } : {}),
        idempotencyKey,
      });
      if (done !== undefined) ledger.told(number, place.decision(id, idempotencyKey), '"asked" ""');
    }),
};

/** Mostly where somebody waits. */
const decide: Act = {
  kind: 'decide on an acceptance',
  weight: 7,
  run: async (scene) => {
    const { random, tenant, ledger, number } = scene;
    const store = stored(scene);
    const requests = risksOf(scene).flatMap(({ id }) => {
      const asked = decisionsOn(store, id).filter(({ kind }) => kind === 'asked');
      return asked.map((entry) => ({ id, request: entry['number'] as number }));
    });
    const found = random.chance(0.7) ? requests.at(-1) : random.maybe(requests);
    if (found === undefined) return;
    statusFollows(scene, found.id);
    const verdict = random.weighted([
      [4, 'accept'],
      [1, 'decline'],
    ] as const);
    const idempotencyKey = random.uuid();
    const done = await scene.call(people(scene), 'decideAcceptance', {
      issueId: found.id,
      request: found.request,
      verdict,
      ...(verdict === 'decline' || random.chance(0.5) ? { note: tenant.text('Thought about it') } : {}),
      idempotencyKey,
    });
    if (done === undefined) return;
    const kind = verdict === 'accept' ? 'accepted' : 'declined';
    ledger.told(number, place.decision(found.id, idempotencyKey), `"${kind}" ${found.request}`);
  },
};

const withdraw: Act = {
  kind: 'take a request back',
  weight: 2,
  run: async (scene) => {
    const store = stored(scene);
    const risk = someOf(
      scene,
      risksOf(scene).filter(({ id }) => decisionsOn(store, id).length > 0),
    );
    if (risk === undefined) return;
    const request = decisionsOn(store, risk.id)
      .filter(({ kind }) => kind === 'asked')
      .at(-1)?.['number'] as number;
    statusFollows(scene, risk.id);
    const done = await scene.call(people(scene), 'withdrawAcceptance', { issueId: risk.id, request });
    if (done !== undefined) scene.ledger.told(scene.number, place.withdrawal(risk.id, request), 'there');
  },
};

const look: Act = {
  kind: 'read decisions',
  weight: 3,
  run: (scene) =>
    withRisk(scene, async ({ id }) => {
      await scene.call(people(scene), 'readDecisions', { issueId: id });
      if (scene.random.chance(0.3)) await scene.call(people(scene), 'listApprovers', { issueId: id });
    }),
};

export const acceptanceActs: readonly Act[] = [ask, decide, withdraw, look];
