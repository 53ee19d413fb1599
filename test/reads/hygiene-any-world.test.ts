/** The rules of the page Hygiene against an independent look at the site's rows, over worlds that nobody thought of. */
import fc from 'fast-check';
import { HYGIENE_RULES, type HygieneRule } from '../../src/domain/hygiene';
import { SCALE } from '../../src/domain/level';
import { TREATMENTS, type SiteSetup } from '../../src/domain/site-setup';
import { countIssues, searchFirst } from '../../src/jira/search';
import { hygieneBasis, lookAt, readDropped, readRulePage } from '../../src/reads/hygiene';
import { keysQuery, wayOf } from '../../src/reads/hygiene-queries';
import type { HygieneBasis, HygieneRow } from '../../src/reads/hygiene-view';
import { addSecurityLevel, addUser, ISSUE_TYPE, STATUS } from '../local-jira/seed';
import { setUpSite, TODAY, type TestSite } from '../fixtures/site';

const rating = fc.constantFrom(...SCALE);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const day = maybe(fc.constantFrom('2026-11-01', '2026-11-19', '2026-11-20', '2026-11-21', '2027-01-01'));
const ENABLERS = 5;
const riskPlan = fc.record({
  status: fc.constantFrom('identified', 'assessed', 'inTreatment', 'verification', 'accepted', 'closed'),
  owner: fc.constantFrom('nobody', 'present', 'left'),
  inherent: maybe(fc.tuple(rating, rating)),
  residual: maybe(fc.tuple(rating, rating)),
  treatment: maybe(fc.constantFrom(...TREATMENTS)),
  nextReview: day,
  acceptanceExpires: day,
  restricted: fc.boolean(),
  enablers: fc.uniqueArray(fc.nat({ max: ENABLERS - 1 }), { maxLength: 3 }),
});
const enablerPlan = fc.constantFrom('toDo', 'inProgress', 'done', 'wontDo', 'duplicate');
const worldPlan = fc.record({
  risks: fc.array(riskPlan, { minLength: 1, maxLength: 8 }),
  enablers: fc.array(enablerPlan, { minLength: ENABLERS, maxLength: ENABLERS }),
});
type WorldPlan = typeof worldPlan extends fc.Arbitrary<infer P> ? P : never;
/** Chance rarely closes every enabler of a risk in treatment. */
const ALL_DONE: WorldPlan = {
  risks: [
    {
      status: 'inTreatment',
      owner: 'present',
      inherent: [3, 4],
      residual: [2, 2],
      treatment: undefined,
      nextReview: '2027-01-01',
      acceptanceExpires: undefined,
      restricted: false,
      enablers: [0, 1],
    },
  ],
  enablers: ['done', 'wontDo', 'toDo', 'toDo', 'toDo'],
};

test('every rule finds exactly the risks that break it, is counted so, and its link opens them', async () => {
  const site = await setUpSite();
  const setup = await site.setup();
  const shop = await site.projectSetup();
  const level = addSecurityLevel(site.jira.state, site.project, 'Few', [
    { type: 'user', accountId: site.people.deniz },
  ]);
  const gone = addUser(site.jira.state, { displayName: 'Somebody who left' });
  site.jira.state.users.put({ ...site.jira.state.users.require(gone.id), active: false });
  const bare = site.jira.snapshot();
  const seen = new Set<HygieneRule>();
  await fc.assert(
    fc.asyncProperty(worldPlan, async (plan) => {
      site.jira.restore(structuredClone(bare));
      build(site, setup, plan, level, gone.id);
      for (const who of [site.people.deniz, site.people.priya]) {
        const jira = site.as(who);
        const basis = hygieneBasis(setup, shop, TODAY);
        const expected = rulesInState(site, setup, gone.id, who === site.people.deniz);
        const dropped = await readDropped(jira, basis);
        const looks = {
          open: (await lookAt(jira, basis, 'open', dropped)).rows,
          closed: (await lookAt(jira, basis, 'closed', dropped)).rows,
        };
        for (const rule of HYGIENE_RULES) {
          if (expected[rule].length > 0) seen.add(rule);
          const { keys, count, opened } = await found(site, who, basis, rule, dropped, looks);
          expect([rule, keys]).toEqual([rule, expected[rule]]);
          expect([rule, count]).toEqual([rule, keys.length]);
          expect([rule, opened]).toEqual([rule, keys]);
          // A look at a risk says the same of it, whichever way its rule is counted.
          if (rule !== 'closedWithOpenEnablers') expect([rule, keysOf(looks.open, rule)]).toEqual([rule, keys]);
        }
      }
    }),
    { numRuns: 40, examples: [[ALL_DONE]] },
  );
  // The worlds above broke each rule at least once.
  expect([...seen].sort()).toEqual([...HYGIENE_RULES].sort());
  site.close();
});

async function found(
  site: TestSite,
  who: string,
  basis: HygieneBasis,
  rule: HygieneRule,
  dropped: ReadonlySet<string>,
  looks: Readonly<Record<'open' | 'closed', readonly HygieneRow[]>>,
) {
  const jira = site.as(who);
  const way = wayOf(basis, rule);
  if (way.way === 'noField') throw new Error('every field is there');
  const rows = way.way === 'counted' ? (await readRulePage(jira, basis, rule, dropped)).rows : looks[way.at];
  const keys = keysOf(rows, rule);
  const jql = way.way === 'counted' ? way.jql : keysQuery(keys);
  const opened =
    jql === undefined ? [] : (await searchFirst(jira, { jql, fields: ['summary'], atMost: 50 })).map(({ key }) => key);
  return { keys, opened: opened.sort(), count: jql === undefined ? 0 : await countIssues(jira, jql) };
}

function keysOf(rows: readonly HygieneRow[], rule: HygieneRule): string[] {
  return rows
    .filter(({ rules }) => rules.includes(rule))
    .map(({ key }) => key)
    .sort();
}

function build(site: TestSite, setup: SiteSetup, plan: WorldPlan, level: string, gone: string): void {
  const { fields, options, linkTypes, riskTypeId, riskStatusIds, droppedStatusIds, droppedResolutionIds } = setup;
  const projectId = site.project.id;
  const enablers = plan.enablers.map((state) => ({
    projectId,
    typeId: ISSUE_TYPE.task,
    summary: state,
    statusId: state === 'wontDo' ? droppedStatusIds[0]! : STATUS[state === 'duplicate' ? 'done' : state],
    ...(state === 'duplicate' ? { resolutionId: droppedResolutionIds[0]! } : {}),
  }));
  const risks = plan.risks.map((risk) => {
    const custom: Record<string, string> = {};
    if (risk.inherent) {
      custom[fields.likelihood] = options.likelihood[risk.inherent[0]];
      custom[fields.impact] = options.impact[risk.inherent[1]];
    }
    if (risk.residual) {
      custom[fields.residualLikelihood] = options.residualLikelihood[risk.residual[0]];
      custom[fields.residualImpact] = options.residualImpact[risk.residual[1]];
    }
    if (risk.treatment) custom[fields.treatment] = options.treatment[risk.treatment];
    if (risk.nextReview) custom[fields.nextReview] = risk.nextReview;
    if (risk.acceptanceExpires) custom[fields.acceptanceExpires] = risk.acceptanceExpires;
    if (risk.owner !== 'nobody') custom[fields.riskOwner] = risk.owner === 'left' ? gone : site.people.mara;
    return {
      projectId,
      typeId: riskTypeId,
      summary: 'risk',
      statusId: riskStatusIds![risk.status],
      custom,
      ...(risk.restricted ? { securityLevelId: level } : {}),
    };
  });
  const links = plan.risks.flatMap(({ enablers: linked }, index) =>
    linked.map((source) => ({ typeId: linkTypes.mitigates.id, source, destination: ENABLERS + index })),
  );
  site.jira.bulkLoad([...enablers, ...risks], links);
}

/** By hand, from the plain rows, knowing nothing of JQL or of the app's rules. */
function rulesInState({ jira: { state } }: TestSite, setup: SiteSetup, gone: string, seesAll: boolean) {
  const { fields, options, riskTypeId, riskStatusIds, linkTypes } = setup;
  const found = Object.fromEntries(HYGIENE_RULES.map((rule) => [rule, [] as string[]])) as Record<
    HygieneRule,
    string[]
  >;
  for (const risk of state.issues.values()) {
    if (risk.typeId !== riskTypeId || (risk.securityLevelId !== null && !seesAll)) continue;
    const value = (field: string) => risk.custom[field] as string | undefined;
    const product = (likelihood: 'likelihood' | 'residualLikelihood', impact: 'impact' | 'residualImpact') => {
      const [l, i] = [value(fields[likelihood]), value(fields[impact])];
      const number = (of: Readonly<Record<number, string>>, id: string | undefined) =>
        SCALE.find((rating) => of[rating] === id) ?? 0;
      return number(options[likelihood], l) * number(options[impact], i);
    };
    const [inherent, residual] = [product('likelihood', 'impact'), product('residualLikelihood', 'residualImpact')];
    const linked = [...state.links.values()]
      .filter((link) => link.typeId === linkTypes.mitigates.id && link.destinationId === risk.id)
      .map((link) => state.issues.get(link.sourceId)!.summary);
    const open = linked.filter((summary) => summary === 'toDo' || summary === 'inProgress').length;
    const done = linked.filter((summary) => summary === 'done').length;
    const add = (rule: HygieneRule, holds: boolean) => {
      if (holds) found[rule].push(risk.key);
    };
    if (risk.statusId === riskStatusIds!.closed) {
      add('closedWithOpenEnablers', open > 0);
      continue;
    }
    const inTreatment = risk.statusId === riskStatusIds!.inTreatment;
    const expires = value(fields.acceptanceExpires);
    const treatment = value(fields.treatment);
    const otherMeans = treatment === options.treatment.Transfer || treatment === options.treatment.Avoid;
    add('noOwner', value(fields.riskOwner) === undefined);
    add('ownerInactive', value(fields.riskOwner) === gone);
    add('reviewOverdue', (value(fields.nextReview) ?? TODAY) < TODAY);
    add('acceptanceLapsed', expires === undefined ? risk.statusId === riskStatusIds!.accepted : expires < TODAY);
    add('residualAboveInherent', inherent > 0 && residual > inherent);
    const lowered = residual > 0 && residual < inherent;
    add('residualUnproven', lowered && done === 0 && (open > 0 || !otherMeans));
    add('inTreatmentWithoutEnabler', inTreatment && linked.length === 0);
    add('allEnablersDone', inTreatment && done > 0 && open === 0);
  }
  for (const keys of Object.values(found)) keys.sort();
  return found;
}
