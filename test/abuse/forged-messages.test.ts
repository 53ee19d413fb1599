/** Events and jobs that nobody sent like this. Rows 101 and 102. */
import fc from 'fast-check';
import { deliverAll, loseAll, missingOn, reconcileAll } from '../events/marks';
import { capturedLog } from '../fixtures/captured-log';
import { notRelevant, relevant, riskFields } from '../fixtures/fields';
import { requestsOf, writesOf } from '../fixtures/probe';
import { setUpSite, type Key, type TestSite } from '../fixtures/site';
import { brokenFrom } from '../fuzz/broken-value';
import { addProject, ISSUE_TYPE } from '../local-jira/seed';

const log = capturedLog();
let site: TestSite;
let story: Key;
let risk: Key;
let events: readonly Readonly<Record<string, unknown>>[];
let start: { readonly jira: ReturnType<TestSite['jira']['snapshot']>; readonly forge: unknown };

beforeAll(async () => {
  site = await setUpSite();
  const setup = await site.setup();
  story = await site.story('canary of a bypass', relevant(setup));
  const ready = await site.story('canary of a ready one', notRelevant(setup, 'wording'));
  risk = await site.risk('canary of a risk', riskFields(setup, { likelihood: 4, impact: 5 }));
  await site.link('threatens', risk, story);
  for (const each of [story, ready]) await site.moveTo(each, 'In Progress');
  events = site.forge.events.pending(site.site).map(({ event }) => event);
  await deliverAll(site);
  await reconcileAll(site);
  await loseAll(site);
  start = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site) };
});
beforeEach(() => {
  site.jira.restore(start.jira);
  site.forge.restore(site.site, start.forge);
  site.jira.costs.reset();
  site.forge.invocations.reset();
});
afterAll(() => site.close());

const failures = () => site.forge.invocations.entries.filter(({ outcome }) => outcome !== 'answered');
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

test('whatever an event claims, nothing follows but what the issues themselves say', async () => {
  const marks = missingOn(site);
  expect(marks).toEqual({ [story.key]: ['riskOwner'] });
  expect(new Set(events.map(({ eventType }) => eventType)).size).toBeGreaterThan(2);
  let came = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...events).chain((event) => brokenFrom(event).map((broken) => [event, broken] as const)),
      async ([{ eventType }, broken]) => {
        if (!isRecord(broken)) return;
        site.forge.events.offer(site.site, { ...broken, eventType: eventType as string });
        came += await deliverAll(site);
        expect([failures(), writesOf(site), missingOn(site)]).toEqual([[], [], marks]);
      },
    ),
    { numRuns: 150 },
  );
  expect(came).toBeGreaterThan(100);
  expect(log.lines().join('\n')).not.toMatch(/canary|SECRET|HYPERLINK|onerror/);
});

test('an event about another project, signed as one of ours, is about the issue as it is', async () => {
  const other = addProject(site.jira.state, { key: 'OTH', name: 'Other', leadAccountId: site.people.admin });
  const { statusId } = site.jira.state.issues.require(story.id);
  const [made] = site.jira.bulkLoad([
    { projectId: other.id, typeId: ISSUE_TYPE.story, summary: 'canary elsewhere', statusId },
  ]);
  const claimed = { id: made!.id, key: 'SHOP-1', fields: { project: { id: site.project.id } } };
  site.forge.events.offer(site.site, { eventType: 'avi:jira:updated:issue', issue: claimed });
  await deliverAll(site);
  expect([writesOf(site), failures()]).toEqual([[], []]);
});

const NOBODY = '00000000-0000-4000-8000-000000000000';
const DAY = new Date().toISOString().slice(0, 10);
const BODIES: readonly (readonly [queue: string, body: () => Record<string, unknown>])[] = [
  ['set-up', () => ({ runId: NOBODY, turn: 1 })],
  ['reconcile', () => ({ runId: NOBODY, turn: 1 })],
  ['levels', () => ({ projectId: '987654', turn: 1 })],
  ['levels', () => ({ projectId: site.project.id, turn: 1 })],
  ['digest', () => ({ day: DAY, turn: 1 })],
  ['digest', () => ({ day: '2031-01-01', turn: 9 })],
  ['snapshots', () => ({ day: DAY, turn: 1 })],
  ['rebuilds', () => ({ projectId: site.project.id, runId: NOBODY, turn: 1 })],
  ['rebuilds', () => ({ projectId: '987654', runId: NOBODY, turn: 999 })],
];

test.each(BODIES)(
  'a job of %s that belongs to no run, first or as a retry, asks Jira nothing and keeps nothing',
  async (queueName, body) => {
    const kept = site.forge.kvs(site.site).values();
    const job = {
      queueName,
      jobId: 'job',
      body: body(),
      chain: 1,
      enqueuedAt: 0,
      dueAt: 0,
      concurrency: { key: queueName, limit: 1 },
    };
    const now = site.clock.now().getTime();
    for (const retryCount of [0, 3]) {
      const pending = [{ ...job, eventId: `event-${retryCount}`, retryCount, enqueuedAt: now, dueAt: now }];
      site.forge.queue.restore(site.site, pending);
      expect(await site.forge.queue.drain(site.site)).toBe(1);
    }
    expect([failures(), requestsOf(site), log.lines()]).toEqual([[], [], []]);
    expect(site.forge.kvs(site.site).values()).toEqual(kept);
  },
);
