/**
 * Everything that can fail, failing in every way, with a word that nobody but this test knows in every text: of issues,
 * people and projects, of payloads, of what Jira and the storage answer. It is not in the log, nor in what is kept; and
 * a line of the log holds names of operations and calls, codes and numbers. Row 51.
 */
import * as v from 'valibot';
import { documentOf } from '../../src/jira/document';
import { riskFields } from '../fixtures/fields';
import { hurryPauses } from '../fixtures/hurried-pauses';
import { OPERATIONS, payloadsOf } from '../fixtures/operations';
import { setUpSite, type Key, type TestSite } from '../fixtures/site';
import { wordedPayload } from '../fixtures/worded-payload';

hurryPauses();
/** Letters only, so that no pattern of a line forbids it by chance. */
const CANARY = 'Kanarienvogel';

const LINE = v.strictObject({
  operation: v.pipe(v.string(), v.regex(/^[A-Za-z]+$/)),
  code: v.pipe(v.string(), v.regex(/^[A-Za-z-]{4,20}$/)),
  error: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z.]{3,40}$/))),
  /** A call of the gateway, or a step of set-up with the id of its project. */
  call: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z]+(?:[.:][A-Za-z0-9]+)*$/))),
  status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599))),
});

let site: TestSite;
let story: Key;
let risk: Key;
/** Everything that was written anywhere during a test. */
let written: string[];

beforeAll(async () => {
  site = await setUpSite();
  const { state } = site.jira;
  for (const user of state.users.all()) {
    state.users.put({ ...user, displayName: `${user.displayName} ${CANARY}`, emailAddress: `${CANARY}@x.example` });
  }
  state.projects.put({ ...state.projects.require(site.project.id), name: `Web Shop ${CANARY}` });
  const texts = { description: documentOf(`Security criteria:\n- ${CANARY}`), labels: [CANARY] };
  story = await site.story(`Save card ${CANARY}`, texts);
  const scored = riskFields(await site.setup(), { likelihood: 4, impact: 5, owner: site.people.mara });
  risk = await site.risk(`Card data in logs ${CANARY}`, { ...scored, ...texts });
});
afterAll(() => site.close());

const CHANNELS = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;
beforeEach(() => {
  written = [];
  const note = (...parts: unknown[]) => void written.push(parts.map(inFull).join(' '));
  for (const channel of CHANNELS) jest.spyOn(console, channel).mockImplementation(note);
});
afterEach(() => {
  jest.restoreAllMocks();
  site.jira.faults.clear();
});

/** As a log would show it, with what an error carries along. */
function inFull(part: unknown): string {
  return part instanceof Error ? `${part.stack} ${JSON.stringify(part)} ${inFull(part.cause)}` : String(part);
}

/** Nothing of anybody, neither in the log nor in the app's storage; and this many lines at least. */
function expectSilence(atLeast: number): void {
  expect(written.filter((line) => line.includes(CANARY))).toEqual([]);
  const people = site.jira.state.users.all().map(({ id }) => id);
  expect(written.filter((line) => people.some((id) => line.includes(id)))).toEqual([]);
  for (const line of written) {
    const { success, issues } = v.safeParse(LINE, JSON.parse(line));
    expect([line, success, issues?.map(({ message }) => message)]).toEqual([line, true, undefined]);
  }
  expect(written.length).toBeGreaterThanOrEqual(atLeast);
  const kept = JSON.stringify(site.forge.kvs(site.site).values());
  expect(kept).not.toContain(CANARY);
}

type Trouble = (request: Request, real: (request: Request) => Promise<Response>) => Promise<Response>;

const answering =
  (status: number, body: string): Trouble =>
  () =>
    Promise.resolve(new Response(body, { status, headers: { 'Retry-After': '1' } }));
const SAID = JSON.stringify({
  errorMessages: [`The summary "${CANARY}" is not allowed.`],
  errors: { summary: `${CANARY} again` },
});

const TROUBLES: readonly (readonly [string, Trouble])[] = [
  ['400 in Jira’s own words', answering(400, SAID)],
  ['404 in Jira’s own words', answering(404, SAID)],
  ['429', answering(429, SAID)],
  ['500 with a page of text', answering(500, `<html>${CANARY}</html>`)],
  ['200 with a page of text', answering(200, `<html>${CANARY}</html>`)],
  ['200 with something else', answering(200, JSON.stringify([{ [CANARY]: CANARY, id: CANARY }]))],
  ['no answer', () => Promise.reject(new TypeError(`fetch failed: ${CANARY}`))],
  [
    'a lost answer',
    async (request, real) => {
      await real(request);
      throw new TypeError(`fetch failed: ${CANARY}`);
    },
  ],
];

const isQuestionOfRights = ({ url }: Request) => /mypermissions|permissions\/check/.test(url);
const isWrite = ({ method, url }: Request) =>
  method !== 'GET' &&
  !/search\/|bulkfetch|approximate-count|permissions\/check|workflows$|workflowscheme\/read/.test(url);

/** Every request of this kind meets the trouble. */
function arm(meets: (request: Request) => boolean, trouble: Trouble): void {
  const real = site.jira.fetch.bind(site.jira);
  jest.spyOn(site.jira, 'fetch').mockImplementation((request) => {
    return meets(request) ? trouble(request, real) : real(request);
  });
}

/** So many at once: most of the time passes with waiting for the next try, and each has only its 25 seconds. */
const AT_ONCE = 16;

/** Every operation once, by somebody who may do everything, with the word in each text. */
async function everyOperation(): Promise<void> {
  const calls = OPERATIONS.flatMap((operation) => [story, risk].map((about) => ({ operation, about })));
  for (let from = 0; from < calls.length; from += AT_ONCE) {
    await Promise.all(
      calls.slice(from, from + AT_ONCE).map(({ operation, about }) => {
        const payload = wordedPayload(payloadsOf(site, about.id, risk.id)[operation], CANARY);
        return site.invokeRaw(site.people.admin, operation, payload);
      }),
    );
  }
}

describe.each(TROUBLES)('%s', (_name, trouble) => {
  test.each([
    ['everything but the questions of rights', (request: Request) => !isQuestionOfRights(request), 30],
    ['questions of rights', isQuestionOfRights, 20],
    ['writes', isWrite, 3],
  ])('to %s of every operation', async (_what, meets, lines) => {
    const start = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site) };
    arm(meets, trouble);
    await everyOperation();
    expectSilence(lines);
    site.jira.restore(start.jira);
    site.forge.restore(site.site, start.forge);
  });

  test('to everything that happens without a person', async () => {
    const start = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site) };
    await site.moveTo(story, 'In Progress');
    await site.link('threatens', risk, story);
    arm(() => true, trouble);
    await site.forge.events.deliver(site.site, { early: true });
    for (const schedule of ['hourly-reconcile', 'daily-digest', 'daily-snapshot']) {
      await site.forge.schedules.run(site.site, schedule);
    }
    for (let round = 0; round < 5; round += 1) await site.forge.queue.deliver(site.site, { early: true });
    const extension = { issue: { id: story.id, key: story.key }, project: { id: site.project.id } };
    const page = { moduleKey: 'security-panel', accountId: site.people.mara, extension };
    await site.forge.dynamicProperties(site.site, page);
    expectSilence(1);
    jest.restoreAllMocks();
    site.jira.restore(start.jira);
    site.forge.restore(site.site, start.forge);
  });
});

test('the storage answers with a page of text', async () => {
  const start = site.jira.snapshot();
  const storage = site.forge.kvs(site.site);
  storage.failNext({ status: 500, code: CANARY, message: CANARY }, 400);
  await everyOperation();
  expectSilence(10);
  site.jira.restore(start);
});
