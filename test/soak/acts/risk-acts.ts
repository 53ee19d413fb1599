/** What people do on risks: score, edit, review, move, import. */
import type { Rating } from '../../../src/domain/level';
import type { RiskChanges } from '../../../src/contract/risks';
import { TREATMENTS } from '../../../src/domain/site-setup';
import { risksOf, somebody, withRisk, type Act, type Scene } from '../act';
import { NOTHING, place } from '../places';

const RATINGS: readonly Rating[] = [1, 2, 3, 4, 5];
export const DAY_MS = 86_400_000;

export function dayIn(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}

type Values = readonly (readonly [string, string])[];

function scoreValues(scene: Scene, issueId: string, kind: 'inherent' | 'residual', likelihood: Rating, impact: Rating) {
  const { fields, options } = scene.tenant.setupFor(issueId);
  return kind === 'inherent'
    ? ([
        [place.field(issueId, fields.likelihood), JSON.stringify(options.likelihood[likelihood])],
        [place.field(issueId, fields.impact), JSON.stringify(options.impact[impact])],
      ] as const)
    : ([
        [place.field(issueId, fields.residualLikelihood), JSON.stringify(options.residualLikelihood[likelihood])],
        [place.field(issueId, fields.residualImpact), JSON.stringify(options.residualImpact[impact])],
      ] as const);
}

function wants(scene: Scene, values: Values): void {
  for (const [where, value] of values) scene.ledger.wants(scene.number, where, value);
}
function told(scene: Scene, values: Values): void {
  for (const [where, value] of values) scene.ledger.told(scene.number, where, value);
}

/** A higher level may bring the next review nearer. */
function reviewFollows(scene: Scene, issueId: string): void {
  scene.ledger.wantsAnything(scene.number, place.field(issueId, scene.tenant.setupFor(issueId).fields.nextReview));
}

const score: Act = {
  kind: 'score a risk',
  weight: 7,
  run: (scene) =>
    withRisk(scene, async ({ id }) => {
      const { random } = scene;
      const kind = random.pick(['inherent', 'residual'] as const);
      const [likelihood, impact] = [random.pick(RATINGS), random.pick(RATINGS)];
      const values = scoreValues(scene, id, kind, likelihood, impact);
      wants(scene, values);
      reviewFollows(scene, id);
      const payload = { issueId: id, kind, likelihood, impact };
      if ((await scene.call(somebody(scene), 'scoreRisk', payload)) !== undefined) told(scene, values);
    }),
};

function someChanges({ random, tenant }: Scene): RiskChanges {
  const rating = () => ({ likelihood: random.pick(RATINGS), impact: random.pick(RATINGS) });
  const all: RiskChanges = {
    owner: random.pick([tenant.people.mara, tenant.people.deniz, null]),
    treatment: random.pick([...TREATMENTS, null]),
    nextReview: random.pick([dayIn(3), dayIn(30), dayIn(200), null]),
    businessImpact: random.pick([tenant.text('It costs'), null]),
    inherent: rating(),
    residual: rating(),
  };
  const names = random.some(Object.keys(all), 2);
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}

function changedValues(scene: Scene, issueId: string, changes: RiskChanges): Values {
  const { fields, options } = scene.tenant.setupFor(issueId);
  const { owner, treatment, nextReview, businessImpact, inherent, residual } = changes;
  const or = (value: string | null | undefined) => (value === null ? NOTHING : JSON.stringify(value));
  return [
    ...(owner === undefined ? [] : [[place.field(issueId, fields.riskOwner), or(owner)] as const]),
    ...(treatment === undefined
      ? []
      : [[place.field(issueId, fields.treatment), or(treatment && options.treatment[treatment])] as const]),
    ...(nextReview === undefined ? [] : [[place.field(issueId, fields.nextReview), or(nextReview)] as const]),
    ...(businessImpact === undefined
      ? []
      : [[place.field(issueId, fields.businessImpact), businessImpact ?? NOTHING] as const]),
    ...(inherent ? scoreValues(scene, issueId, 'inherent', inherent.likelihood, inherent.impact) : []),
    ...(residual ? scoreValues(scene, issueId, 'residual', residual.likelihood, residual.impact) : []),
  ];
}

const edit: Act = {
  kind: 'edit risks',
  weight: 6,
  run: async (scene) => {
    const issueIds = scene.random.some(risksOf(scene), 5).map(({ id }) => id);
    if (issueIds.length === 0) return;
    const changes = someChanges(scene);
    for (const id of issueIds) {
      wants(scene, changedValues(scene, id, changes));
      if (changes.inherent !== undefined && changes.nextReview === undefined) reviewFollows(scene, id);
    }
    const outcome = await scene.call(somebody(scene), 'editRisks', { issueIds, changes });
    for (const id of outcome?.done ?? []) told(scene, changedValues(scene, id, changes));
  },
};

const review: Act = {
  kind: 'review a risk',
  weight: 4,
  run: (scene) =>
    withRisk(scene, async ({ id }) => {
      const { random, tenant, ledger, number } = scene;
      const idempotencyKey = random.uuid();
      const where = place.field(id, tenant.setupFor(id).fields.nextReview);
      const residual = { likelihood: random.pick(RATINGS), impact: random.pick(RATINGS) };
      const isScored = random.chance(0.3);
      const values = isScored ? scoreValues(scene, id, 'residual', residual.likelihood, residual.impact) : [];
      wants(scene, values);
      ledger.wantsAnything(number, where);
      const done = await scene.call(somebody(scene), 'reviewRisk', {
        issueId: id,
        note: tenant.text('Still true'),
        ...(random.chance(0.5) ? { nextReview: dayIn(20) } : {}),
        ...(isScored ? { residual } : {}),
        idempotencyKey,
      });
      if (done === undefined) return;
      told(scene, [...values, [where, JSON.stringify(done.nextReview)], [place.comment(id, idempotencyKey), 'there']]);
    }),
};

const move: Act = {
  kind: 'move a risk',
  weight: 4,
  run: (scene) =>
    withRisk(scene, async ({ id }) => {
      const { random, tenant } = scene;
      const to = random.pick(['assessed', 'inTreatment', 'verification', 'closed'] as const);
      const residual = { likelihood: random.pick(RATINGS), impact: random.pick(RATINGS) };
      const isScored = to === 'closed' || random.chance(0.2);
      const values: Values = [
        // No statuses of ours in a team-managed project, so that nobody is told of one.
        [place.status(id), tenant.setupFor(id).riskStatusIds?.[to] ?? NOTHING],
        ...(isScored ? scoreValues(scene, id, 'residual', residual.likelihood, residual.impact) : []),
      ];
      wants(scene, values);
      const done = await scene.call(somebody(scene), 'moveRisk', {
        issueId: id,
        to,
        ...(isScored ? { residual } : {}),
        ...(to === 'closed' ? { note: tenant.text('It is gone') } : {}),
      });
      if (done !== undefined) told(scene, values);
    }),
};

/** Rows of files that come again: the same few names, so that two imports meet. */
const importFile: Act = {
  kind: 'import risks',
  weight: 3,
  run: async (scene) => {
    const { random, tenant, ledger, number } = scene;
    const ids = random.some(['R-1', 'R-2', 'R-3', 'R-4', 'R-5', 'R-6'], 4);
    const rows = ids.map((externalId) => ({
      externalId,
      summary: tenant.text('From a file'),
      ...(random.chance(0.5) ? { inherent: { likelihood: random.pick(RATINGS), impact: random.pick(RATINGS) } } : {}),
    }));
    const { id: projectId } = random.pick(tenant.projects);
    for (const risk of risksOf(scene)) {
      // An import may bring each of them to what a row says.
      if (tenant.site.jira.state.properties.get(`issue:${risk.id}`)?.['shift-up.import'] === undefined) continue;
      for (const kind of ['likelihood', 'impact'] as const) {
        ledger.wantsAnything(number, place.field(risk.id, tenant.setupFor(risk.id).fields[kind]));
      }
      ledger.wantsAnything(number, place.summary(risk.id));
      reviewFollows(scene, risk.id);
    }
    const payload = { projectId, rows, dryRun: random.chance(0.2) };
    const outcome = await scene.call(somebody(scene), 'importRisks', payload);
    for (const [at, row] of (outcome?.rows ?? []).entries()) {
      if (payload.dryRun || row.outcome === 'failed' || row.issue === undefined) continue;
      ledger.told(number, place.issue(row.issue.id), 'there');
      const score = rows[at]?.inherent;
      if (score) told(scene, scoreValues(scene, row.issue.id, 'inherent', score.likelihood, score.impact));
      told(scene, [[place.summary(row.issue.id), rows[at]?.summary ?? '']]);
    }
  },
};

export const riskActs: readonly Act[] = [score, edit, review, move, importFile];
