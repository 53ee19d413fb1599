/** What is kept, with something about it broken: issue properties, which anybody may write, and the storage. Rows 105 and 106. */
import fc from 'fast-check';
import * as v from 'valibot';
import { ERROR_CODES } from '../../src/contract/result';
import { readRefinementBasis, readRefinementPage } from '../../src/reads/refinement';
import { readRiskInReview } from '../../src/reads/review';
import { readRisk } from '../../src/reads/risk';
import { readStory } from '../../src/reads/story';
import { deliverAll, marksOn } from '../events/marks';
import { capturedLog } from '../fixtures/captured-log';
import { relevant, riskFields } from '../fixtures/fields';
import { OPERATIONS, payloadsOf } from '../fixtures/operations';
import { reportNumbers } from '../fixtures/report';
import { setUpSite, TODAY, valueOf, type Key, type TestSite } from '../fixtures/site';
import { brokenFrom } from '../fuzz/broken-value';

capturedLog();
let site: TestSite;
let stories: { readonly unassessed: Key; readonly unanswered: Key };
let risk: Key;
let start: { readonly jira: ReturnType<TestSite['jira']['snapshot']>; readonly forge: unknown };

beforeAll(async () => {
  site = await setUpSite();
  const setup = await site.setup();
  stories = {
    unassessed: await site.story('Save card'),
    unanswered: await site.story('Change address', relevant(setup)),
  };
  for (const each of Object.values(stories)) await site.moveTo(each, 'In Progress');
  risk = await site.risk(
    'Card data in logs',
    riskFields(setup, { likelihood: 4, impact: 4, owner: site.people.deniz }),
  );
  const { mara, deniz } = site.people;
  const projectId = site.project.id;
  valueOf(
    await site.invoke(deniz, 'reviewRisk', {
      issueId: risk.id,
      note: 'Still true.',
      idempotencyKey: 'aaaaaaaaaaaaaaaa',
    }),
  );
  valueOf(
    await site.invoke(deniz, 'importRisks', {
      projectId,
      rows: [{ externalId: 'R-1', summary: 'Imported' }],
      dryRun: false,
    }),
  );
  valueOf(
    await site.invoke(mara, 'freezeReport', {
      projectId,
      revision: 0,
      numbers: reportNumbers(),
      idempotencyKey: 'bbbbbbbbbbbbbbbb',
    }),
  );
  valueOf(await site.invoke(site.people.admin, 'rebuildTrend', { projectId }));
  await site.forge.schedules.run(site.site, 'daily-snapshot');
  await site.forge.queue.drain(site.site);
  await deliverAll(site);
  start = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site) };
});
beforeEach(() => {
  site.jira.restore(start.jira);
  site.forge.restore(site.site, start.forge);
});
afterAll(() => site.close());

/** As this version writes them. */
const PROPERTIES: Readonly<Record<string, unknown>> = {
  'shift-up.assessment': {
    version: 1,
    relevance: 'notRelevant',
    reason: 'other',
    text: 'Fine',
    textHash: '0123456789abcd',
    textAt: '2026-11-20T13:30:00.000Z',
    confirmedAt: '2026-11-20T13:30:00.000Z',
  },
  'shift-up.readiness': { version: 1, state: 'ready', missing: [], since: '2026-11-20T13:30:00.000Z' },
  'shift-up.review': { version: 1, commentId: '10000', state: { level: 'Low', enablers: { done: 1, total: 1 } } },
  'shift-up.import': { version: 1, id: '0123456789abcd' },
  'shift-up.once': { version: 1, key: 'aaaaaaaaaaaaaaaa' },
};

/** Up to what Jira keeps of one: 32,768 characters. */
const junk = fc.oneof(
  fc.constantFrom(...Object.values(PROPERTIES)).chain(brokenFrom),
  fc.jsonValue({ maxDepth: 6 }),
  fc.constantFrom(
    'x'.repeat(32_000),
    Array.from({ length: 8_000 }, () => 1),
    JSON.parse('{"__proto__":{"ready":true},"constructor":{}}') as unknown,
  ),
);

test('issue properties that somebody overwrote make no story ready, break no page, and are put right by the next event', async () => {
  const setup = await site.setup();
  const project = await site.projectSetup();
  const mara = site.as(site.people.mara);
  const basis = await readRefinementBasis(mara, setup, project);
  const missing = async () => {
    const views = await Promise.all(
      [stories.unassessed, stories.unanswered].map(({ id }) => readStory(mara, setup, project, id)),
    );
    return views.map(({ readiness, relevance }) => [
      relevance,
      readiness.missing.filter((each) => each !== ('changed' as never)),
    ]);
  };
  const expected = await missing();
  expect(expected).toEqual([
    ['unassessed', ['assessment']],
    ['relevant', ['answer']],
  ]);
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom(...Object.keys(PROPERTIES)), junk, { minKeys: 1 }),
      async (properties) => {
        for (const { id } of [...Object.values(stories), risk])
          site.jira.state.properties.set(
            `issue:${id}`,
            JSON.parse(JSON.stringify(properties)) as Record<string, unknown>,
          );
        expect(await missing()).toEqual(expected);
        await readRisk(mara, setup, risk.id, TODAY);
        await readRiskInReview(mara, setup, risk.id, TODAY);
        expect((await readRefinementPage(mara, basis, 'unassessed')).rows.map(({ key }) => key)).toEqual([
          stories.unassessed.key,
        ]);
        for (const { id } of Object.values(stories))
          site.forge.events.offer(site.site, { eventType: 'avi:jira:updated:issue', issue: { id } });
        await deliverAll(site);
        const marks = marksOn(site);
        expect(
          Object.fromEntries(Object.values(stories).map(({ key }) => [key, [marks[key]?.state, marks[key]?.missing]])),
        ).toEqual({
          [stories.unassessed.key]: ['bypass', ['assessment']],
          [stories.unanswered.key]: ['bypass', ['answer']],
        });
      },
    ),
    { numRuns: 60 },
  );
  expect(({} as Record<string, unknown>)['ready']).toBeUndefined();
});

const Answer = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.object({ ok: v.literal(false), error: v.object({ code: v.picklist(ERROR_CODES) }) }),
]);
/** What only reads, and what writes by what it read. */
const ASKED = OPERATIONS.filter((name) => !/^(start|resume|stop|plan|attach|detach|check)/.test(name));

test('a stored value that is broken is left as it is, never half believed, and every operation answers', async () => {
  const keys = Object.keys(site.forge.kvs(site.site).values()).filter((key) =>
    /^(site-setup|project-setup|set-up-record|report|trend|decision|rebuild-run|import)/.test(key),
  );
  expect(keys.length).toBeGreaterThan(6);
  const real = site.jira.fetch.bind(site.jira);
  const sent: string[] = [];
  const spy = jest.spyOn(site.jira, 'fetch').mockImplementation(async (request) => {
    sent.push(decodeURIComponent(request.url), await request.clone().text());
    return real(request);
  });
  const payloads = payloadsOf(site, stories.unassessed.id, risk.id);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...keys),
      fc.gen(),
      fc.shuffledSubarray([...ASKED], { minLength: 4, maxLength: 6 }),
      async (key, gen, operations) => {
        site.forge.restore(site.site, start.forge);
        const store = site.forge.kvs(site.site);
        const broken = gen(brokenFrom, store.values()[key]);
        if (broken === undefined || broken === null) return;
        store.write(key, JSON.stringify(broken), undefined);
        for (const operation of operations) {
          const answer = await site.invokeRaw(site.people.admin, operation, payloads[operation]);
          expect([operation, v.safeParse(Answer, answer).success]).toEqual([operation, true]);
        }
        if (/^(site-setup|set-up-record|decision)/.test(key))
          expect(store.values()[key]).toEqual(JSON.parse(JSON.stringify(broken)));
      },
    ),
    { numRuns: 150 },
  );
  spy.mockRestore();
  expect(sent.join('\n')).not.toMatch(/SECRET|HYPERLINK|onerror|\.\.\/10000/);
});
