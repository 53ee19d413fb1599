/** The one run of a site: jobs that come twice, late or never, two admins, stopping, resuming, pausing. */
import type { SetupRun } from '../../src/contract/set-up';
import { capturedLog } from '../fixtures/captured-log';
import { lookAt, planFor, resume, run, startFor, stepOf } from '../fixtures/set-up-run';
import { setUpSite, valueOf, type TestSite } from '../fixtures/site';
import { tickingDate, type TickingDate } from '../fixtures/ticking-date';

const log = capturedLog();

let site: TestSite;
let time: TickingDate;
beforeEach(async () => {
  time = tickingDate();
  site = await setUpSite({ setUp: false });
});
afterEach(() => {
  site.close();
  time.restore();
});

const deliver = (options: Parameters<TestSite['forge']['queue']['deliver']>[1] = {}) =>
  site.forge.queue.deliver(site.site, { early: true, ...options });
const drain = () => site.forge.queue.drain(site.site, 300);
const done = ({ steps }: SetupRun) => steps.filter(({ state }) => state === 'done').length;
const namedOnce = () => {
  const { issueTypes, fields, linkTypes, statuses, workflows, screens } = site.jira.state;
  for (const table of [issueTypes, fields, linkTypes, statuses, workflows, screens]) {
    const names = (table.all() as readonly { name: string }[]).map(({ name }) => name);
    expect(names.length).toBe(new Set(names).size);
  }
};

describe('one job after the other', () => {
  test('a job hands over before its time is used up, and the next one goes on', async () => {
    const started = await startFor(site);
    expect(started).toMatchObject({ state: 'running', kind: 'apply', projectIds: [site.project.id] });
    // Every look at the clock takes so long that a job has time for little.
    time.tick(2500);
    let jobs = 0;
    let before = 0;
    while (site.forge.queue.pending(site.site).length > 0) {
      await deliver();
      jobs += 1;
      const now = await lookAt(site);
      expect(now.id).toBe(started.id);
      expect(done(now)).toBeGreaterThanOrEqual(before);
      before = done(now);
    }
    expect(jobs).toBeGreaterThan(10);
    expect(await lookAt(site)).toMatchObject({ state: 'done' });
    expect(await planFor(site)).toMatchObject({ complete: true });
  });

  test('every step says what became of it, when, and how long it took', async () => {
    time.tick(5);
    const { steps, startedAt, endedAt } = await run(site);
    for (const step of steps) {
      expect(step).toMatchObject({ state: 'done', result: 'created' });
      expect(step.milliseconds).toBeGreaterThan(0);
      expect(Date.parse(step.endedAt ?? '')).toBeGreaterThan(Date.parse(startedAt));
    }
    expect(Date.parse(endedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(steps.at(-1)?.endedAt ?? ''));
  });

  test('jobs that come twice, and all in the wrong order, do nothing twice', async () => {
    await startFor(site);
    time.tick(2500);
    const first = site.forge.queue.snapshot(site.site);
    while (site.forge.queue.pending(site.site).length > 0) {
      await deliver({ times: 2, order: (events) => [...events].reverse() });
    }
    expect(await lookAt(site)).toMatchObject({ state: 'done' });
    namedOnce();
    // The very first job again, long after everything is done.
    const after = [site.jira.snapshot(), site.forge.kvs(site.site).values()];
    site.forge.queue.restore(site.site, first);
    await drain();
    expect([site.jira.snapshot(), site.forge.kvs(site.site).values()]).toEqual(after);
  });

  test('a late job of an earlier run does nothing in a later one', async () => {
    site.jira.faults.add({ kind: 'error-500', match: { method: 'POST', path: '/rest/api/3/statuses' }, times: 1 });
    await startFor(site);
    const first = site.forge.queue.snapshot(site.site);
    await drain();
    expect(await lookAt(site)).toMatchObject({ state: 'failed' });
    const second = await startFor(site);
    site.forge.queue.restore(site.site, first);
    await drain();
    expect(await lookAt(site)).toMatchObject({ id: second.id, state: 'running' });
    expect(done(await lookAt(site))).toBe(0);
  });

  test('two jobs at the same moment: one works, the other leaves it alone', async () => {
    await startFor(site);
    const [event] = site.forge.queue.pending(site.site);
    const other = { ...event, eventId: 'another', concurrency: undefined };
    site.forge.queue.restore(site.site, structuredClone([{ ...event, concurrency: undefined }, other]));
    await Promise.all([deliver(), deliver()]);
    expect(await lookAt(site)).toMatchObject({ state: 'done' });
    namedOnce();
  });
});

describe('a job that never came', () => {
  test('is sent again by whoever looks, once nothing moved for twenty seconds', async () => {
    await startFor(site);
    site.forge.queue.restore(site.site, []);
    time.pass(19_000);
    await lookAt(site);
    expect(site.forge.queue.pending(site.site)).toEqual([]);
    time.pass(2000);
    await lookAt(site);
    await lookAt(site);
    expect(site.forge.queue.pending(site.site)).toHaveLength(1);
    await drain();
    expect(await lookAt(site)).toMatchObject({ state: 'done' });
  });

  test('a killed job is followed by another one when it is dead for sure, not before', async () => {
    await startFor(site);
    const killed = site.forge.disturb(site.site, { atCall: 40, by: 'kill after', counts: ({ changes }) => changes });
    await deliver();
    expect(killed.hit).toBeDefined();
    site.forge.queue.restore(site.site, []);
    const half = await lookAt(site);
    expect(half).toMatchObject({ state: 'running' });
    time.pass(25_000);
    await lookAt(site);
    await drain();
    expect(done(await lookAt(site))).toBe(done(half));
    time.pass(60_000);
    await lookAt(site);
    await drain();
    expect(await lookAt(site)).toMatchObject({ id: half.id, state: 'done' });
    namedOnce();
  });

  test('the queue itself brings a killed job again, and it waits until its forerunner is dead', async () => {
    await startFor(site);
    site.forge.disturb(site.site, { atCall: 40, by: 'kill before', counts: ({ changes }) => changes });
    await deliver();
    expect(site.forge.queue.pending(site.site)).toHaveLength(1);
    await deliver();
    expect(site.forge.queue.pending(site.site)).toHaveLength(1);
    expect(await lookAt(site)).toMatchObject({ state: 'running' });
    time.pass(61_000);
    await drain();
    expect(await lookAt(site)).toMatchObject({ state: 'done' });
    namedOnce();
  });

  test('the queue does not take the first job: the run starts all the same, when somebody looks', async () => {
    site.forge.disturb(site.site, { atCall: 1, by: { status: 500 }, counts: ({ to }) => to === 'queue' });
    expect(await startFor(site)).toMatchObject({ state: 'running' });
    time.pass(21_000);
    await lookAt(site);
    await drain();
    expect(await lookAt(site)).toMatchObject({ state: 'done' });
  });
});

describe('two admins', () => {
  test('who start at the same moment get the same run, and everything is there once', async () => {
    const { digest } = await planFor(site);
    const request = { projectIds: [site.project.id], decisions: {}, digest };
    const { admin } = site.people;
    const answers = await Promise.all([1, 2, 3].map(() => site.invoke(admin, 'startSetup', request)));
    expect(new Set(answers.map((answer) => valueOf(answer).id)).size).toBe(1);
    expect(site.forge.queue.pending(site.site)).toHaveLength(1);
    await drain();
    expect(await lookAt(site)).toMatchObject({ state: 'done' });
    namedOnce();
  });

  test('the second one, later, gets the run that is under way and starts nothing', async () => {
    const first = await startFor(site);
    const { digest } = await planFor(site, { projectIds: [] });
    const request = { projectIds: [], decisions: {}, digest };
    expect(valueOf(await site.invoke(site.people.admin, 'startSetup', request)).id).toBe(first.id);
    expect(site.forge.queue.pending(site.site)).toHaveLength(1);
  });

  test('one of them was stopped before the run was written: it is found and goes on', async () => {
    const killed = site.forge.disturb(site.site, {
      atCall: 1,
      by: 'kill after',
      counts: ({ to, changes }) => to === 'kvs' && changes,
    });
    await expect(startFor(site)).rejects.toThrow('killed');
    expect(killed.hit).toBeDefined();
    const { run: none } = valueOf(await site.invoke(site.people.admin, 'readSetupRun', {}));
    expect(none === undefined || none.state === 'running').toBe(true);
    time.pass(31_000);
    await lookAt(site);
    time.pass(21_000);
    await lookAt(site);
    await drain();
    expect(await lookAt(site)).toMatchObject({ state: 'done' });
    namedOnce();
  });
});

describe('stop and resume', () => {
  test('stops after the step at hand, keeps what is made, and goes on from there', async () => {
    const { id } = await startFor(site);
    time.tick(2500);
    await deliver();
    const half = done(await lookAt(site));
    time.tick(0);
    expect(valueOf(await site.invoke(site.people.admin, 'stopSetup', { runId: id }))).toMatchObject({ id });
    time.pass(61_000);
    await drain();
    const stopped = await lookAt(site);
    expect(stopped.state).toBe('stopped');
    expect(done(stopped)).toBe(half);
    expect(new Set(stopped.steps.map(({ state }) => state))).toEqual(new Set(['done', 'waits']));
    await resume(site);
    await drain();
    expect(await lookAt(site)).toMatchObject({ id, state: 'done' });
    namedOnce();
  });

  test('between two jobs there is nobody to wait for', async () => {
    const { id } = await startFor(site);
    expect(valueOf(await site.invoke(site.people.admin, 'stopSetup', { runId: id })).state).toBe('stopped');
    await drain();
    expect(await lookAt(site)).toMatchObject({ state: 'stopped' });
    expect(done(await lookAt(site))).toBe(0);
  });

  test('while a job works, it ends after the step at hand', async () => {
    const { id } = await startFor(site);
    let stopping: Promise<unknown> | undefined;
    const real = site.jira.fetch.bind(site.jira);
    jest.spyOn(site.jira, 'fetch').mockImplementation(async (request) => {
      if (request.method === 'POST' && request.url.endsWith('/issueLinkType') && !stopping) {
        stopping = site.invoke(site.people.admin, 'stopSetup', { runId: id });
        expect(await stopping).toMatchObject({ ok: true, value: { state: 'running' } });
      }
      return real(request);
    });
    await deliver();
    const stopped = await lookAt(site);
    expect(stopped.state).toBe('stopped');
    expect(stepOf(stopped, 'linkType:mitigates').state).toBe('done');
    expect(stepOf(stopped, 'linkType:threatens').state).toBe('waits');
  });

  test('of two who resume, one does; the run is the same', async () => {
    const { id } = await startFor(site);
    await site.invoke(site.people.admin, 'stopSetup', { runId: id });
    await Promise.all([resume(site), resume(site)]);
    await drain();
    expect(await lookAt(site)).toMatchObject({ id, state: 'done' });
    namedOnce();
  });

  test('a run that is not there can be neither stopped nor resumed', async () => {
    const runId = '00000000-0000-4000-8000-000000000000';
    for (const operation of ['stopSetup', 'resumeSetup'] as const) {
      expect(await site.invoke(site.people.admin, operation, { runId })).toEqual({
        ok: false,
        error: { code: 'not-found' },
      });
    }
  });
});

describe('an hour, and no longer', () => {
  test('jobs act on the word of an admin for an hour; then the run stops, and an admin resumes it', async () => {
    const { id } = await startFor(site);
    time.pass(60 * 60 * 1000 + 1000);
    await deliver();
    expect(await lookAt(site)).toMatchObject({ state: 'stopped' });
    expect(done(await lookAt(site))).toBe(0);
    await resume(site);
    await drain();
    expect(await lookAt(site)).toMatchObject({ id, state: 'done' });
  });
});

describe('a step that fails', () => {
  const refuse = (status: number, body: unknown, path: string) => {
    const real = site.jira.fetch.bind(site.jira);
    return jest.spyOn(site.jira, 'fetch').mockImplementation(async (request) => {
      const isMeant = request.method === 'POST' && new URL(request.url).pathname === path;
      return isMeant ? Response.json(body, { status }) : real(request);
    });
  };

  test.each([
    [400, 'jira-refused'],
    [403, 'no-permission'],
    [409, 'conflict'],
    [500, 'jira-unavailable'],
  ] as const)("%d stops the run, with Jira's own words; resuming goes on from there", async (status, code) => {
    const spy = refuse(status, { errorMessages: ['Expected version 7, found 8.'] }, '/rest/api/3/workflows/create');
    const failed = await run(site);
    expect(failed.state).toBe('failed');
    expect(stepOf(failed, 'workflow:risk')).toMatchObject({
      state: 'failed',
      error: { code, message: 'Expected version 7, found 8.' },
    });
    expect(log.lines().join()).not.toContain('Expected version');
    const later = failed.steps.slice(failed.steps.findIndex(({ state }) => state === 'failed') + 1);
    expect(new Set(later.map(({ state }) => state))).toEqual(new Set(['waits']));
    spy.mockRestore();
    const resumed = await resume(site);
    expect(resumed.steps.filter(({ error }) => error)).toEqual([]);
    await drain();
    expect(await lookAt(site)).toMatchObject({ id: failed.id, state: 'done' });
    expect(JSON.stringify(site.forge.kvs(site.site).values())).not.toContain('Expected version');
    namedOnce();
  });

  test('429 with a time to wait is waited for, without anybody', async () => {
    site.jira.faults.add({
      kind: 'rate-limit',
      match: { method: 'POST', path: '/rest/api/3/field' },
      times: 1,
      retryAfter: 120,
    });
    await startFor(site);
    await deliver();
    const waiting = await lookAt(site);
    expect(waiting.state).toBe('waiting');
    expect(Date.parse(waiting.waitsUntil ?? '')).toBeGreaterThan(Date.now() + 100_000);
    expect(site.forge.queue.pending(site.site)).toMatchObject([{ delayInSeconds: 120 }]);
    expect(await startFor(site)).toMatchObject({ id: waiting.id });
    await drain();
    const after = await lookAt(site);
    expect(after).toMatchObject({ id: waiting.id, state: 'done' });
    expect(after.waitsUntil).toBeUndefined();
  });

  test.each([
    ['three times for one step, and then an admin is asked', 120, 4, 3],
    ['not for longer than the queue can wait', 901, 1, 0],
  ])('%s', async (_name, retryAfter, times, pauses) => {
    const match = { method: 'POST', path: '/rest/api/3/field' };
    site.jira.faults.add({ kind: 'rate-limit', match, times, retryAfter });
    await startFor(site);
    for (let pause = 0; pause < pauses; pause += 1) {
      await deliver();
      expect(await lookAt(site)).toMatchObject({ state: 'waiting' });
    }
    await deliver();
    const failed = await lookAt(site);
    expect(failed.state).toBe('failed');
    expect(stepOf(failed, 'field:securityRelevance').error).toMatchObject({
      code: 'rate-limited',
      retryAfterSeconds: retryAfter,
    });
    await resume(site);
    await drain();
    expect(await lookAt(site)).toMatchObject({ state: 'done' });
  });

  test('a paused run can be stopped; its job does nothing then', async () => {
    const match = { method: 'POST', path: '/rest/api/3/field' };
    site.jira.faults.add({ kind: 'rate-limit', match, times: 1, retryAfter: 120 });
    const { id } = await startFor(site);
    await deliver();
    const stopped = valueOf(await site.invoke(site.people.admin, 'stopSetup', { runId: id }));
    expect(stopped).toMatchObject({ state: 'stopped' });
    await drain();
    expect(await lookAt(site)).toMatchObject({ state: 'stopped' });
  });

  test('a picture that Jira refuses stops nothing', async () => {
    const real = site.jira.fetch.bind(site.jira);
    jest.spyOn(site.jira, 'fetch').mockImplementation(async (request) => {
      return request.url.includes('universal_avatar') && request.method === 'POST'
        ? Response.json({ errorMessages: ['no'] }, { status: 403 })
        : real(request);
    });
    expect(await run(site)).toMatchObject({ state: 'done' });
    expect(site.forge.kvs(site.site).values()['set-up-record']).not.toHaveProperty('avatarId');
  });
});
