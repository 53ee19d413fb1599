/**
 * Whatever happens at whichever write: set-up ends as if nothing had happened, with everything there once.
 *
 * One set-up of a site, a project with schemes of its own and one that shares all of them (and so gets copies) is done
 * undisturbed, a step a job, and the whole state is kept before each job. Then
 * every single write of every job is disturbed in every way: the job is delivered to the kept state with that one
 * disturbance, the run is resumed until one more step than this is done, and what is there then must be what was there
 * after the same number of steps of the undisturbed run. What follows from equal states is equal, so it is not repeated.
 */
import { isDeepStrictEqual } from 'node:util';
import type { SetupRun } from '../../src/contract/set-up';
import type { PlatformCall } from '../local-forge/platform-calls';
import type { Trouble } from '../local-forge/disturbances';
import { capturedLog } from '../fixtures/captured-log';
import { hurryPauses } from '../fixtures/hurried-pauses';
import { configurationIn } from '../fixtures/configuration';
import { lookAt, planFor, resume, startFor } from '../fixtures/set-up-run';
import { setUpSite, type TestSite } from '../fixtures/site';
import { addProject } from '../local-jira/seed';
import { tickingDate, type TickingDate } from '../fixtures/ticking-date';

capturedLog();
hurryPauses();

/** Every look at the clock takes so long that a job has time for exactly one step. */
const TICK = 2500;
/** Longer than a job can be alive. */
const DEAD = 61_000;

interface Moment {
  readonly jira: unknown;
  readonly forge: unknown;
  readonly ahead: number;
  /** What has to be the same in the end. */
  readonly outcome: unknown;
  /** Writes of the job that was delivered next, undisturbed. */
  readonly writes: readonly PlatformCall[];
}

let site: TestSite;
let time: TickingDate;
/** By number of steps done. */
const moments: Moment[] = [];
let projectIds: readonly string[] = [];
/** Before anybody pressed anything, and what that writes. */
let start: Moment;

const isWrite = ({ changes }: PlatformCall) => changes;

/** Configuration and everything stored that is not about the run itself, or a count of what failed. */
function outcome(): unknown {
  const values = Object.entries(site.forge.kvs(site.site).values())
    .filter(([key]) => !/^(set-up-(run|lease|stop|woken)|error:)/.test(key))
    .map(([key, value]) => [key, { ...(value as object), token: undefined }] as const);
  const avatars = site.jira.state.tables()['avatars']?.all() ?? [];
  return { configuration: configurationIn(site.jira), stored: Object.fromEntries(values), avatars };
}

const stored = () => site.forge.kvs(site.site).values()['set-up-run'] as SetupRun;
const doneIn = ({ steps }: SetupRun) => steps.filter(({ state }) => state === 'done').length;
/** One job: a step. */
const deliver = () => site.forge.queue.deliver(site.site, { early: true, order: (events) => events.slice(0, 1) });

function now(): Omit<Moment, 'writes'> {
  const [jira, forge] = [site.jira.snapshot(), site.forge.snapshot(site.site)];
  return { jira, forge, ahead: time.ahead(), outcome: outcome() };
}

function countWrites(): { end(): readonly PlatformCall[] } {
  const calls: PlatformCall[] = [];
  const counts = (call: PlatformCall) => {
    if (isWrite(call)) calls.push(call);
    return false;
  };
  const counted = site.forge.disturb(site.site, { atCall: 1, by: 'kill before', counts });
  return {
    end() {
      counted.disarm();
      return calls;
    },
  };
}

/** Nobody else's issues are in the way, so that its workflow scheme is changed at once. */
function sharingProject(): string {
  const { state } = site.jira;
  const leadAccountId = site.people.mara;
  const pay = addProject(state, { key: 'PAY', name: 'Payments', leadAccountId });
  const other = addProject(state, { key: 'RET', name: 'Returns', leadAccountId });
  const { issueTypeSchemeId, issueTypeScreenSchemeId, fieldConfigurationSchemeId, fieldSchemeId, workflowSchemeId } =
    state.projects.require(pay.id);
  state.projects.put({
    ...state.projects.require(other.id),
    issueTypeSchemeId,
    issueTypeScreenSchemeId,
    fieldConfigurationSchemeId,
    fieldSchemeId,
    workflowSchemeId,
  });
  return pay.id;
}

beforeAll(async () => {
  time = tickingDate();
  site = await setUpSite({ setUp: false });
  projectIds = [site.project.id, sharingProject()];
  const atFirst = now();
  const ofStart = countWrites();
  const { steps } = await startFor(site, { projectIds });
  start = { ...atFirst, writes: ofStart.end() };
  time.tick(TICK);
  for (let done = 0; site.forge.queue.pending(site.site).length > 0; done += 1) {
    expect(doneIn(stored())).toBe(Math.min(done, steps.length));
    const before = now();
    const counting = countWrites();
    await deliver();
    moments.push({ ...before, writes: counting.end() });
  }
  moments.push({ ...now(), writes: [] });
  expect(await lookAt(site)).toMatchObject({ state: 'done' });
  expect(await planFor(site, { projectIds })).toMatchObject({ complete: true });
});

afterAll(() => {
  site.close();
  time.restore();
});

function goTo({ jira, forge, ahead }: Moment): void {
  site.jira.restore(jira);
  site.forge.restore(site.site, forge);
  time.goTo(ahead);
}

/** As an admin would who looks now and then, and presses Resume. */
async function goOnUntil(done: number): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    const run = await lookAt(site);
    if (run.state === 'done' || doneIn(run) >= done) return;
    if (run.state === 'failed' || run.state === 'stopped') await resume(site);
    await deliver();
    time.pass(DEAD);
  }
  throw new Error(`did not get to ${done} steps: ${JSON.stringify(await lookAt(site))}`);
}

async function disturbed(at: number, write: number, by: Trouble): Promise<void> {
  const moment = moments[at];
  if (!moment) throw new Error('no such moment');
  goTo(moment);
  const armed = site.forge.disturb(site.site, { atCall: write + 1, by, counts: isWrite });
  await deliver();
  if (armed.hit === undefined) throw new Error('the write to disturb did not come');
  const last = moments.length - 1;
  // A picture that was refused is tried once more in the end.
  const toTheEnd = /avatar|issuetype\/\d+$/.test(armed.hit.path);
  const until = toTheEnd ? last : Math.min(at + 2, last);
  if (toTheEnd) time.tick(0);
  await goOnUntil(until);
  time.tick(TICK);
  expectOutcome(moments[until]);
}

/** Node compares many times faster than the matcher, which is there to say what differs. */
function expectOutcome(moment: Moment | undefined): void {
  const [is, shouldBe] = [outcome(), moment?.outcome];
  if (!isDeepStrictEqual(is, shouldBe)) expect(is).toEqual(shouldBe);
}

const REFUSALS = [403, 409, 429, 500] as const;
const TO_JIRA = [...REFUSALS.map((status) => ({ status })), 'lose answer', 'kill before', 'kill after'] as const;

/** Nothing here reads which status the storage or the queue refuses with, so each write gets one of them. */
function troublesOf({ to }: PlatformCall, number: number): readonly Trouble[] {
  if (to === 'jira') return TO_JIRA;
  const status = REFUSALS[number % REFUSALS.length] ?? 500;
  return [{ status }, 'lose answer', 'kill before', 'kill after'];
}

test('the undisturbed run is worth disturbing', () => {
  const writes = moments.flatMap((moment) => moment.writes);
  const count = (to: string) => writes.filter((call) => call.to === to).length;
  expect(count('jira')).toBeGreaterThan(60);
  expect(count('kvs')).toBeGreaterThan(150);
  expect(count('queue')).toBeGreaterThan(30);
  const copies = writes.filter(({ path }) => /\/(issuetypescheme|issuetypescreenscheme|workflowscheme)$/.test(path));
  expect(copies.length).toBeGreaterThanOrEqual(3);
});

test.each(['jira', 'kvs', 'queue'] as const)(
  'every write to %s, disturbed in every way, leaves no trace',
  async (to) => {
    const wrong: string[] = [];
    let cases = 0;
    for (const [at, { writes }] of moments.entries()) {
      for (const [write, call] of writes.entries()) {
        if (call.to !== to) continue;
        for (const by of troublesOf(call, cases)) {
          cases += 1;
          try {
            await disturbed(at, write, by);
          } catch (error) {
            const words = error instanceof Error ? error.message.slice(0, 1500) : String(error);
            wrong.push(`step ${at}, write ${write} (${call.method} ${call.path}), ${JSON.stringify(by)}: ${words}`);
          }
        }
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  },
  300_000,
);

test('every write of the start, disturbed in every way: pressing Start again is enough', async () => {
  expect(start.writes.map(({ to }) => to)).toEqual(['kvs', 'kvs', 'queue']);
  for (const [write, call] of start.writes.entries()) {
    for (const by of troublesOf(call, write)) {
      goTo(start);
      time.tick(0);
      const armed = site.forge.disturb(site.site, { atCall: write + 1, by, counts: isWrite });
      await startFor(site, { projectIds }).catch(() => undefined);
      expect(armed.hit).toEqual(call);
      for (let look = 0; look < 3; look += 1) {
        time.pass(DEAD);
        await startFor(site, { projectIds });
        await site.forge.queue.drain(site.site);
      }
      expect(await lookAt(site)).toMatchObject({ state: 'done' });
      expectOutcome(moments.at(-1));
    }
  }
});
