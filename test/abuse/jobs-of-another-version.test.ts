/**
 * Jobs that another version of the app left behind: what they say, and what the run's record says, may be anything. Row 31.
 */
import { readFileSync } from 'node:fs';
import pathOf from 'node:path';
import { parse } from 'yaml';
import { capturedLog } from '../fixtures/captured-log';
import { riskFields } from '../fixtures/fields';
import { startFor } from '../fixtures/set-up-run';
import { setUpSite, valueOf, type TestSite } from '../fixtures/site';
import { dateAt, type TickingDate } from '../fixtures/ticking-date';
import { addProject } from '../local-jira/seed';
import { loseAll, missingOn } from '../events/marks';
import type { PendingEvent } from '../local-forge/queue';

const log = capturedLog();
const HOUR = 3_600_000;

interface Work {
  /** By people or the schedule; the app itself sends the job. */
  readonly begin: () => Promise<unknown>;
  /** Where the app keeps how far it is. */
  readonly record: () => string;
  /** Until whoever should do it again may take it for lost, and does so. */
  readonly lost: number;
  /** What is to be seen when all of it is done. */
  readonly done: () => unknown;
  readonly expected: unknown;
}

let site: TestSite;
let date: TickingDate;
let other: string;
let before: { readonly jira: unknown; readonly forge: unknown };

beforeAll(async () => {
  date = dateAt('2026-11-20T08:30:00.000Z');
  site = await setUpSite();
  const setup = await site.setup();
  const story = await site.story('Save card');
  await site.moveTo(story, 'In Progress');
  // Overdue, and of a level that the bands do not give.
  const fields = riskFields(setup, { likelihood: 5, impact: 5, owner: site.people.deniz, nextReview: '2026-11-01' });
  await site.risk('Account takeover', { ...fields, [setup.fields.riskLevel]: { id: setup.options.riskLevel.Low } });
  other = addProject(site.jira.state, { key: 'PAY', name: 'Payments', leadAccountId: site.people.mara }).id;
  await loseAll(site);
  before = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site) };
});
beforeEach(() => {
  site.jira.restore(before.jira);
  site.forge.restore(site.site, before.forge);
  date.goTo(Date.parse('2026-11-20T08:30:00.000Z') - realNow());
  site.forge.invocations.reset();
});
afterAll(() => {
  site.close();
  date.restore();
});

const realNow = () => Date.now() - date.ahead();
const schedule = (key: string) => async () => expect(await site.forge.schedules.run(site.site, key)).toBe('answered');
const ask = (operation: 'recalculateLevels' | 'rebuildTrend') => async () =>
  expect(await site.invoke(site.people.admin, operation, { projectId: site.project.id })).toMatchObject({ ok: true });
const kept = (key: string) => site.forge.kvs(site.site).values()[key] as Record<string, unknown> | undefined;
const pending = () => site.forge.queue.pending(site.site);
const ofProject = (name: string) => `${name}:${site.project.id}`;

const WORK: Readonly<Record<string, Work>> = {
  'set-up': {
    begin: async () => {
      const { run } = valueOf(await site.invoke(site.people.admin, 'readSetupRun', {}));
      return run?.state === 'running' ? run : startFor(site, { projectIds: [other] });
    },
    record: () => 'set-up-run',
    lost: 25_000,
    done: () => [kept('set-up-run')?.['state'], kept(`project-setup:${other}`) !== undefined],
    expected: ['done', true],
  },
  reconcile: {
    begin: schedule('hourly-reconcile'),
    record: () => 'reconcile-run',
    lost: HOUR,
    done: () => Object.values(missingOn(site)),
    expected: [['assessment']],
  },
  levels: {
    begin: ask('recalculateLevels'),
    record: () => ofProject('levels-run'),
    lost: HOUR,
    done: () =>
      (kept(ofProject('levels-run'))?.['recalculation'] as { state: string; changed: number } | undefined)?.state,
    expected: 'done',
  },
  digest: {
    begin: schedule('daily-digest'),
    record: () => 'digest-run',
    lost: 24 * HOUR,
    done: () => site.jira.state.sentMails.all().length,
    expected: 1,
  },
  snapshots: {
    begin: schedule('daily-snapshot'),
    record: () => 'snapshot-run',
    lost: HOUR,
    done: () => kept(`${ofProject('trend')}:2026`) !== undefined,
    expected: true,
  },
  rebuilds: {
    begin: ask('rebuildTrend'),
    record: () => ofProject('rebuild-run'),
    lost: HOUR,
    done: () => (kept(ofProject('rebuild-run'))?.['rebuild'] as { state: string } | undefined)?.state,
    expected: 'done',
  },
};

function workOf(queue: string): Work {
  const work = WORK[queue];
  if (work === undefined) throw new Error(`nothing is known of the queue ${queue}`);
  return work;
}

const QUEUES = (
  parse(readFileSync(pathOf.resolve(__dirname, '../../manifest.yml'), 'utf8')) as {
    modules: { consumer: readonly { queue: string }[] };
  }
).modules.consumer.map(({ queue }) => queue);

/** The job that waits, saying something else. */
function saying(body: (ours: Record<string, unknown>) => unknown): void {
  const [job] = pending() as readonly (PendingEvent & { body: Record<string, unknown> })[];
  if (job === undefined) throw new Error('no job waits');
  site.forge.queue.restore(site.site, structuredClone([{ ...job, body: body(job.body) }]));
}

const consumed = () =>
  site.forge.invocations.entries.filter(({ kind }) => kind === 'consumer').map(({ outcome }) => outcome);
const deliver = () => site.forge.queue.deliver(site.site, { early: true });

const BODIES: readonly ((ours: Record<string, unknown>) => unknown)[] = [
  (ours) => ({ version: 2, run: ours }),
  (ours) => ({ ...ours, turn: 'first' }),
  (ours) => ({ ...ours, turn: 0 }),
  (ours) => Object.fromEntries(Object.keys(ours).map((key) => [key, null])),
  () => ({}),
  () => ({ runId: '../../etc', projectId: '1 OR 1=1', day: 'tomorrow', turn: 1 }),
];

describe.each(QUEUES)('the queue %s', (queue) => {
  test('a job that says what nobody understands is put aside with a line in the log; the work is done all the same', async () => {
    const { begin, lost, done, expected } = workOf(queue);
    await begin();
    const asked = { forge: site.forge.snapshot(site.site) };
    for (const body of BODIES) {
      site.forge.restore(site.site, asked.forge);
      site.forge.invocations.reset();
      const said = log.lines().length;
      saying(body);
      await deliver();
      expect([consumed(), pending()]).toEqual([['answered'], []]);
      const [line, ...more] = log.lines().slice(said);
      expect([more, line]).toEqual([[], expect.stringContaining('invalid-input')]);
    }
    expect(done()).not.toEqual(expected);
    date.pass(lost);
    await begin();
    await site.forge.queue.drain(site.site);
    expect(done()).toEqual(expected);
  });

  test('a record that nobody understands makes no job come again and again, and keeps nobody from beginning anew', async () => {
    const { begin, record, lost, done, expected } = workOf(queue);
    await begin();
    const store = site.forge.kvs(site.site);
    const key = record();
    store.write(key, JSON.stringify({ ...kept(key), version: 2, more: { of: 'what comes later' } }), undefined);
    await deliver();
    expect([consumed(), pending()]).toEqual([['answered'], []]);
    date.pass(lost);
    await begin();
    await site.forge.queue.drain(site.site);
    expect(done()).toEqual(expected);
  });
});
