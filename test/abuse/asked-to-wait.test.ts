/** Jira asks to wait, for each of its reasons. Row 42; how reads of one call wait: jira/send.test.ts. */
import { capturedLog } from '../fixtures/captured-log';
import { riskFields } from '../fixtures/fields';
import { NOW, valueOf, type Key } from '../fixtures/site';
import { dateAt, type TickingDate } from '../fixtures/ticking-date';
import { addProject } from '../local-jira/seed';
import { settingsSite, type SettingsSite } from '../settings/settings-site';

const log = capturedLog();
const REASONS = [
  'jira-burst-based',
  'jira-quota-global-based',
  'jira-quota-tenant-based',
  'jira-per-issue-on-write',
] as const;
/** What the queue can wait. */
const LONGEST_SECONDS = 900;
/** More than any job tries. */
const ROUNDS = 40;

let site: SettingsSite;
let date: TickingDate;
let story: Key;
let risk: Key;
let start: {
  readonly jira: ReturnType<SettingsSite['jira']['snapshot']>;
  readonly forge: unknown;
  readonly ahead: number;
};
beforeAll(async () => {
  date = dateAt(NOW);
  site = await settingsSite();
  story = await site.story('Save card');
  const meaning = { likelihood: 3, impact: 4, nextReview: '2026-11-01', owner: site.people.deniz } as const;
  risk = await site.risk('Card data in logs', riskFields(await site.setup(), meaning));
  addProject(site.jira.state, { key: 'MORE', name: 'More', leadAccountId: site.people.admin });
  await site.forge.events.deliver(site.site, { early: true, order: () => [] });
  start = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site), ahead: date.ahead() };
});
beforeEach(() => {
  site.jira.faults.clear();
  site.jira.restore(start.jira);
  site.forge.restore(site.site, start.forge);
  date.goTo(start.ahead);
  site.jira.costs.reset();
});
afterAll(() => {
  site.close();
  date.restore();
});

const pending = () => site.forge.queue.pending(site.site);
const waits = () => pending().map(({ dueAt }) => (dueAt - site.clock.now().getTime()) / 1000);

test.each(REASONS)('%s: a change is asked for once, and the person hears how long to wait', async (reason) => {
  site.jira.faults.add({ kind: 'rate-limit', match: { method: 'PUT' }, reason, retryAfter: 40 });
  const limited = { ok: false, error: { code: 'rate-limited', retryAfterSeconds: 40 } };
  const { mara, deniz } = site.people;
  const assessment = { relevance: 'relevant' } as const;
  expect(await site.invoke(mara, 'assessRelevance', { issueId: story.id, assessment })).toEqual(limited);
  expect(
    await site.invoke(deniz, 'scoreRisk', { issueId: risk.id, kind: 'inherent', likelihood: 1, impact: 1 }),
  ).toEqual(limited);
  const attempts = site.jira.costs.entries.filter(({ method }) => method === 'PUT');
  expect(attempts.map(({ status }) => status)).toEqual([429, 429]);
  // Afterwards the same click does it.
  site.jira.faults.clear();
  expect(await site.invoke(mara, 'assessRelevance', { issueId: story.id, assessment })).toMatchObject({ ok: true });
});

const JOBS: Readonly<Record<string, () => Promise<unknown>>> = {
  reconcile: () => site.forge.schedules.run(site.site, 'hourly-reconcile'),
  digest: () => site.forge.schedules.run(site.site, 'daily-digest'),
  snapshots: () => site.forge.schedules.run(site.site, 'daily-snapshot'),
  levels: async () => valueOf(await site.invoke(site.pia, 'recalculateLevels', { projectId: site.project.id })),
  rebuilds: async () => valueOf(await site.invoke(site.pia, 'rebuildTrend', { projectId: site.project.id })),
  'set-up': async () => {
    const other = site.jira.state.projects.find(({ key }) => key === 'MORE')!;
    const request = { projectIds: [other.id], decisions: {} };
    const { digest } = valueOf(await site.invoke(site.people.admin, 'planSetup', request));
    valueOf(await site.invoke(site.people.admin, 'startSetup', { ...request, digest }));
  },
};

test.each(
  Object.keys(JOBS).flatMap((queue, index) =>
    REASONS.map((reason, at) => [queue, reason, [300, 900, 5, 60][(index + at) % 4] as number] as const),
  ),
)('a job of %s, limited by %s for %d seconds, waits so long, and not for ever', async (queue, reason, retryAfter) => {
  await JOBS[queue]!();
  expect(pending().map(({ queueName }) => queueName)).toEqual([queue]);
  site.jira.faults.add({ kind: 'rate-limit', reason, retryAfter });
  await site.forge.queue.deliver(site.site);
  expect(waits()).toEqual([retryAfter]);
  let rounds = 0;
  for (; rounds < ROUNDS && pending().length > 0; rounds += 1) {
    expect(Math.max(...waits())).toBeLessThanOrEqual(LONGEST_SECONDS);
    await site.forge.queue.deliver(site.site, { early: true });
  }
  expect(rounds).toBeLessThan(ROUNDS);
  expect(
    site.jira.costs.entries.filter(({ method, status }) => method !== 'GET' && status < 300 && method !== 'POST'),
  ).toEqual([]);
  expect(log.lines().join()).not.toContain('Card data');
});

test.each(Object.keys(JOBS))(
  'a job of %s that is asked to wait longer than a queue can leaves it to the next time',
  async (queue) => {
    await JOBS[queue]!();
    site.jira.faults.add({ kind: 'rate-limit', retryAfter: 3_600 });
    for (let round = 0; round < ROUNDS && pending().length > 0; round += 1) {
      expect(Math.max(...waits())).toBeLessThanOrEqual(LONGEST_SECONDS);
      await site.forge.queue.deliver(site.site, { early: true });
    }
    expect(pending()).toEqual([]);
  },
);
