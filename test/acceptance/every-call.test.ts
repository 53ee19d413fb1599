/**
 * Asking, deciding and the end of an acceptance, with trouble at every single request to the platform that changes
 * something: the same call again, or the reconcile, ends as if nothing had happened, with every comment and entry once.
 */
import { randomUUID } from 'node:crypto';
import type { Trouble } from '../local-forge/disturbances';
import { capturedLog } from '../fixtures/captured-log';
import { hurryPauses } from '../fixtures/hurried-pauses';
import type { Key } from '../fixtures/site';
import { loseAll, reconcileAll } from '../events/marks';
import { acceptanceSite, DAY_MS, UNTIL, type AcceptanceSite } from './acceptance-site';

capturedLog();
hurryPauses();
const HOUR_MS = 3_600_000;
const TROUBLES: readonly Trouble[] = ['kill before', 'kill after', 'lose answer', { status: 500 }];

let site: AcceptanceSite;
let risk: Key;

beforeAll(async () => {
  site = await acceptanceSite();
  risk = await site.newRisk();
  await loseAll(site);
  await reconcileAll(site);
});
afterAll(() => site.close());

const outcome = () => ({
  status: site.statusOf(risk),
  expires: site.expiresOf(risk),
  entries: site.decisionsOn(risk).map(({ kind, number }) => `${number} ${kind}`),
  comments: site.commentsOn(risk),
});

/** By key, and with a new key where Forge's process died before anybody can know: what a person does with the button. */
async function untilDone(call: (idempotencyKey: string) => Promise<{ readonly ok: boolean }>): Promise<void> {
  const key = randomUUID();
  for (const idempotencyKey of [key, key, randomUUID()]) {
    const answer = await call(idempotencyKey).catch(() => undefined);
    if (answer?.ok === true) return;
    site.pass(1000);
  }
  throw new Error('it comes to no end');
}

async function hoursPass(): Promise<void> {
  for (let hour = 0; hour < 3; hour += 1) {
    await loseAll(site);
    site.pass(HOUR_MS);
    await reconcileAll(site).catch(() => undefined);
  }
}

const ask = () => untilDone((idempotencyKey) => site.ask(risk, site.people.deniz, { idempotencyKey }));
const decide = () => untilDone((idempotencyKey) => site.decide(risk, site.aino, 1, { idempotencyKey }));
const decline = () =>
  untilDone((idempotencyKey) =>
    site.decide(risk, site.aino, 1, { idempotencyKey, verdict: 'decline', note: 'Too long.' }),
  );
const daysPass = async () => {
  site.pass(91 * DAY_MS);
  await hoursPass();
};

test.each([
  ['asking', [], ask, { status: 'Awaiting acceptance', entries: ['1 asked'] }],
  ['accepting', [ask], decide, { status: 'Accepted', expires: UNTIL, entries: ['1 asked', '2 accepted'] }],
  ['declining', [ask], decline, { status: 'Assessed', entries: ['1 asked', '2 declined'] }],
  ['the end', [ask, decide], daysPass, { status: 'Assessed', entries: ['1 asked', '2 accepted', '3 expired'] }],
] as const)('%s', async (_name, before, work, expected) => {
  const start = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site), ahead: site.date.ahead() };
  for (const step of before) await step();
  site.pass(1000);
  const here = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site), ahead: site.date.ahead() };
  const restore = (to: typeof here) => {
    site.jira.restore(to.jira);
    site.forge.restore(site.site, to.forge);
    site.date.goTo(to.ahead);
  };
  const counted = site.forge.disturb(site.site, {
    atCall: 999_999,
    by: 'kill before',
    counts: ({ changes }) => changes,
  });
  await work();
  const calls = counted.counted;
  counted.disarm();
  await hoursPass();
  const undisturbed = outcome();
  expect(undisturbed).toMatchObject(expected);
  expect(calls).toBeGreaterThan(3);
  for (let atCall = 1; atCall <= calls; atCall += 1) {
    for (const by of TROUBLES) {
      restore(here);
      const armed = site.forge.disturb(site.site, { atCall, by, counts: ({ changes }) => changes });
      await work();
      armed.disarm();
      await hoursPass();
      expect([atCall, by, armed.hit === undefined, outcome()]).toEqual([atCall, by, false, undisturbed]);
    }
  }
  restore(start);
});
