/** The licence ends while everything is under way. Row 53. */
import { capturedLog } from '../fixtures/captured-log';
import { riskFields } from '../fixtures/fields';
import { refused } from '../fixtures/operations';
import { requestsOf } from '../fixtures/probe';
import { NOW, valueOf } from '../fixtures/site';
import { dateAt, type TickingDate } from '../fixtures/ticking-date';
import { addProject } from '../local-jira/seed';
import { save, settingsSite, type SettingsSite } from '../settings/settings-site';

capturedLog();
let site: SettingsSite;
let date: TickingDate;

beforeEach(async () => {
  date = dateAt(NOW);
  site = await settingsSite();
});
afterEach(() => {
  site.close();
  date.restore();
});

const SCHEDULES = ['hourly-reconcile', 'daily-digest', 'daily-snapshot'];
const QUEUES = ['digest', 'levels', 'rebuilds', 'reconcile', 'set-up', 'snapshots'];

const pending = () => site.forge.queue.pending(site.site);
const stored = () => site.forge.kvs(site.site).values();
const pass = (milliseconds: number) => {
  date.pass(milliseconds);
  site.clock.advance(milliseconds);
};

/** A job in every queue, and events of issues and links on their way. */
async function everythingUnderWay(): Promise<void> {
  const { admin, deniz } = site.people;
  const projectId = site.project.id;
  const risk = await site.risk(
    'Overdue',
    riskFields(await site.setup(), { likelihood: 3, impact: 4, nextReview: '2026-11-01', owner: deniz }),
  );
  const story = await site.story('Past Ready');
  await site.moveTo(story, 'In Progress');
  await site.link('threatens', risk, story);
  for (const key of SCHEDULES) expect(await site.forge.schedules.run(site.site, key)).toBe('answered');
  await save(site, site.pia, { bands: { Medium: 2, High: 3, Critical: 4 } });
  valueOf(await site.invoke(site.pia, 'rebuildTrend', { projectId }));
  const other = addProject(site.jira.state, { key: 'MORE', name: 'More', leadAccountId: admin });
  const request = { projectIds: [other.id], decisions: {} };
  const { digest } = valueOf(await site.invoke(admin, 'planSetup', request));
  valueOf(await site.invoke(admin, 'startSetup', { ...request, digest }));
  expect([...new Set(pending().map(({ queueName }) => queueName))].sort()).toEqual(QUEUES);
  expect(site.forge.events.pending(site.site).length).toBeGreaterThan(3);
}

test.each([{ active: false }, { isActive: false } as unknown as { active: boolean }])(
  'with %j nothing that Forge runs by itself asks or changes anything, and what waits is dropped',
  async (license) => {
    await everythingUnderWay();
    const before = { jira: site.jira.snapshot(), stored: stored() };
    site.site.license = license;
    site.jira.costs.reset();
    await site.forge.events.deliver(site.site, { early: true });
    await site.forge.queue.drain(site.site);
    for (const key of SCHEDULES) await site.forge.schedules.run(site.site, key);
    expect([pending(), requestsOf(site)]).toEqual([[], []]);
    expect({ jira: site.jira.snapshot(), stored: stored() }).toEqual(before);
    expect(await site.invokeRaw(site.people.mara, 'getSetup', { projectIds: [] })).toEqual(refused('licence-inactive'));
  },
);

test('with a licence again, everything that was under way is taken up and ends', async () => {
  await everythingUnderWay();
  site.site.license = { active: false };
  await site.forge.queue.drain(site.site);
  site.site.license = { active: true };
  pass(2 * 3_600_000);
  for (const key of SCHEDULES) expect(await site.forge.schedules.run(site.site, key)).toBe('answered');
  const { admin } = site.people;
  const projectId = site.project.id;
  // Whoever looks wakes what lost its job; an admin resumes what acted on an admin's word of two hours ago.
  valueOf(await site.invoke(site.pia, 'readRecalculation', { projectId }));
  valueOf(await site.invoke(site.pia, 'rebuildTrend', { projectId }));
  const { run } = valueOf(await site.invoke(admin, 'readSetupRun', {}));
  await site.forge.queue.drain(site.site);
  valueOf(await site.invoke(admin, 'resumeSetup', { runId: run!.id }));
  await site.forge.queue.drain(site.site);

  expect(valueOf(await site.invoke(admin, 'readSetupRun', {})).run?.state).toBe('done');
  expect(valueOf(await site.invoke(site.pia, 'readRecalculation', { projectId })).last?.state).toBe('done');
  expect(valueOf(await site.invoke(site.pia, 'readRebuild', { projectId })).last?.state).toBe('done');
  expect(site.jira.state.sentMails.all()).toHaveLength(1);
  expect(Object.keys(stored()).filter((key) => key.startsWith(`trend:${projectId}`))).toHaveLength(1);
  const marked = [...site.jira.state.issues.values()].filter(
    ({ id }) => site.jira.state.properties.get(`issue:${id}`)?.['shift-up.readiness'] !== undefined,
  );
  expect(marked.map(({ summary }) => summary)).toEqual(['Past Ready']);
});
