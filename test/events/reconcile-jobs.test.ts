/** The jobs of a reconcile: handed over, killed, doubled, made to wait, lost. */
import { capturedLog } from '../fixtures/captured-log';
import { setUpSite, type Key, type TestSite } from '../fixtures/site';
import { tickingDate, type TickingDate } from '../fixtures/ticking-date';
import { loseAll, marksOn, missingOn, reconcileAll, writesDuring } from './marks';

const log = capturedLog();
/** Each test makes its own site, with many events; a busy machine takes its time. */
let site: TestSite;
let date: TickingDate;
let stories: readonly Key[];

/** More than are looked at between two looks at the clock. */
const STORIES = 40;

beforeEach(async () => {
  date = tickingDate();
  site = await setUpSite();
  const made: Key[] = [];
  for (let number = 0; number < STORIES; number += 1) {
    const story = await site.story('Story');
    await site.moveTo(story, 'In Progress');
    made.push(story);
  }
  stories = made;
  await loseAll(site);
});
afterEach(() => {
  site.close();
  date.restore();
});

const begin = () => site.forge.schedules.run(site.site, 'hourly-reconcile');
const consumers = () =>
  site.forge.invocations.entries.filter(
    ({ kind, operation }) => kind === 'consumer' && operation === 'reconcile-worker',
  );
const everyStoryMarked = () => Object.fromEntries(stories.map(({ key }) => [key, ['assessment']]));
const runRecord = () => site.forge.kvs(site.site).read('reconcile-run');

test('a job hands over before its time is used up, and the next one goes on where it was', async () => {
  // Ten seconds pass with every look at the clock.
  date.tick(10_000);
  await begin();
  const writes = await writesDuring(site, () => site.forge.queue.drain(site.site));
  expect(consumers().length).toBeGreaterThan(1);
  expect(writes).toHaveLength(STORIES);
  expect([missingOn(site), runRecord()]).toEqual([everyStoryMarked(), undefined]);
});

test('an hour that comes while the last one is at it begins nothing; one whose job was lost does', async () => {
  await begin();
  await begin();
  expect(site.forge.queue.pending(site.site)).toHaveLength(1);
  site.forge.queue.clear(site.site);
  date.pass(3_600_000);
  await begin();
  expect(site.forge.queue.pending(site.site)).toHaveLength(1);
  await site.forge.queue.drain(site.site);
  expect(missingOn(site)).toEqual(everyStoryMarked());
});

test('two hours at the same time end as one', async () => {
  await Promise.all([begin(), begin()]);
  await site.forge.queue.deliver(site.site, { together: true });
  await site.forge.queue.drain(site.site);
  expect([missingOn(site), runRecord()]).toEqual([everyStoryMarked(), undefined]);
});

test.each([true, false])('every job delivered twice (at the same time: %s) writes each mark once', async (together) => {
  await begin();
  date.tick(10_000);
  const writes = await writesDuring(site, async () => {
    while (site.forge.queue.pending(site.site).length > 0) {
      await site.forge.queue.deliver(site.site, { times: 2, together, early: true });
    }
  });
  expect(writes).toHaveLength(STORIES);
  expect(missingOn(site)).toEqual(everyStoryMarked());
});

test.each(['kill before', 'kill after', 'lose answer'] as const)(
  '%s, at each request in turn',
  async (by) => {
    // Few stories, so that every request can be hit.
    for (const { id } of stories.slice(3)) site.jira.state.issues.delete(id);
    const jira = site.jira.snapshot();
    const forge = site.forge.snapshot(site.site);
    const expected = Object.fromEntries(stories.slice(0, 3).map(({ key }) => [key, ['assessment']]));
    for (let atCall = 1; ; atCall += 1) {
      site.jira.restore(jira);
      site.forge.restore(site.site, forge);
      const armed = site.forge.disturb(site.site, { atCall, by, kind: 'consumer' });
      await begin();
      for (let round = 0; round < 10 && site.forge.queue.pending(site.site).length > 0; round += 1) {
        await site.forge.queue.deliver(site.site, { early: true });
        // A dead job keeps its turn for a minute.
        date.pass(61_000);
      }
      armed.disarm();
      // What a lost answer left undone is the next hour's.
      date.pass(3_600_000);
      await reconcileAll(site);
      expect([atCall, missingOn(site), runRecord()]).toEqual([atCall, expected, undefined]);
      if (armed.hit === undefined) break;
      expect(atCall).toBeLessThan(100);
    }
  },
  120_000,
);

test('where Jira asks to wait, the job waits so long; asked too often, it leaves the rest to the next hour', async () => {
  site.jira.faults.add({ kind: 'rate-limit', match: { path: '*/search/jql' }, retryAfter: 300 });
  await begin();
  await site.forge.queue.deliver(site.site);
  const [waiting] = site.forge.queue.pending(site.site);
  expect((waiting?.dueAt ?? 0) - site.clock.now().getTime()).toBe(300_000);
  for (let round = 0; round < 10; round += 1) await site.forge.queue.deliver(site.site, { early: true });
  expect([site.forge.queue.pending(site.site), runRecord(), marksOn(site)]).toEqual([[], undefined, {}]);
  expect(log.lines().join()).toContain('rateLimited');
  site.jira.faults.clear();
  await reconcileAll(site);
  expect(missingOn(site)).toEqual(everyStoryMarked());
});

test('a pause longer than the queue can wait is left to the next hour', async () => {
  site.jira.faults.add({ kind: 'rate-limit', match: { path: '*/search/jql' }, retryAfter: 1800 });
  await begin();
  await site.forge.queue.deliver(site.site);
  expect([site.forge.queue.pending(site.site), runRecord()]).toEqual([[], undefined]);
});

test('a page’s token that Jira knows no more: the search begins again', async () => {
  site.jira.faults.add({ kind: 'short-pages' });
  date.tick(10_000);
  await begin();
  let record: { place?: { token?: string } } = {};
  for (let job = 0; job < 20 && record.place?.token === undefined; job += 1) {
    await site.forge.queue.deliver(site.site);
    record = JSON.parse(runRecord()?.json ?? '{}') as typeof record;
  }
  expect(record.place?.token).toEqual(expect.any(String));
  const spoilt = { ...record, place: { ...record.place, token: 'bG9jYWwtamlyYTo5OTk5OjE' } };
  site.forge.kvs(site.site).write('reconcile-run', JSON.stringify(spoilt), undefined);
  date.tick(0);
  await site.forge.queue.drain(site.site);
  expect(missingOn(site)).toEqual(everyStoryMarked());
});

test('progress that cannot be read is begun anew; settings that cannot be read stop nothing else', async () => {
  const store = site.forge.kvs(site.site);
  const record = JSON.parse(store.read('set-up-record')?.json ?? '{}') as { projectIds: string[] };
  // Looked at before SHOP, as its id is lower.
  store.write('set-up-record', JSON.stringify({ ...record, projectIds: ['9999', ...record.projectIds] }), undefined);
  for (const key of ['reconcile-run', `reconciled:${site.project.id}`, 'project-setup:9999']) {
    store.write(key, JSON.stringify({ version: 'none of ours' }), undefined);
  }
  await reconcileAll(site);
  expect(missingOn(site)).toEqual(everyStoryMarked());
  expect(log.lines().join()).toContain('DamagedValueError');
});
