/**
 * Whatever people do, in the app or with Jira's own buttons, whatever becomes of the events, wherever a function is killed
 * and however far the clock goes: after the reconcile no risk is in Accepted without a decision of a second person that
 * holds on that day. What holds is worked out here again, from the calls that were made and from Jira.
 */
import fc from 'fast-check';
import type { Decision } from '../../src/domain/acceptance';
import type { DecisionsView } from '../../src/contract/risks';
import type { Result } from '../../src/contract/result';
import { path } from '../../src/jira/request';
import type { Trouble } from '../local-forge/disturbances';
import { capturedLog } from '../fixtures/captured-log';
import { rest, type Key } from '../fixtures/site';
import { loseAll, reconcileAll, writesDuring } from '../events/marks';
import { acceptanceSite, DAY_MS, type AcceptanceSite } from './acceptance-site';

capturedLog();

const HOUR_MS = 3_600_000;
const PEOPLE = ['deniz', 'mara', 'aino', 'pia'] as const;
type Who = (typeof PEOPLE)[number];
const TROUBLES: readonly Trouble[] = ['kill before', 'kill after', 'lose answer', { status: 503 }];

/** What the test knows by itself. */
interface Model {
  /** Who asked, by the number of the request. */
  readonly asked: Map<number, Who>;
  /** Who said yes, and may be right: by the number of the request. */
  readonly accepted: Map<number, Who>;
  /** As they were at the last look. */
  entries: readonly Decision[];
}

let site: AcceptanceSite;
let risk: Key;
let start: { readonly jira: unknown; readonly forge: unknown; readonly ahead: number };

beforeAll(async () => {
  site = await acceptanceSite();
  risk = await site.newRisk();
  await loseAll(site);
  await reconcileAll(site);
  // The change of the clocks of spring 2027 is near.
  site.pass(Date.parse('2027-03-26T21:00:00Z') - Date.now());
  start = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site), ahead: site.date.ahead() };
});
afterAll(() => site.close());

const idOf = (who: Who) => (who === 'aino' ? site.aino : who === 'pia' ? site.pia : site.people[who]);
const MAY_APPROVE: ReadonlySet<Who> = new Set(['mara', 'aino']);
const today = () => new Date().toISOString().slice(0, 10);
const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** A function that is killed tells nobody. */
async function said(answer: Promise<Result<DecisionsView>>): Promise<DecisionsView | undefined> {
  const result = await answer.catch(() => undefined);
  return result?.ok === true ? result.value : undefined;
}

/** Entries that were there stay as they were, and new ones only come behind them. */
function look(model: Model): readonly Decision[] {
  const now = site.decisionsOn(risk);
  expect(now.slice(0, model.entries.length)).toEqual(model.entries);
  model.entries = now;
  return now;
}

abstract class Act implements fc.AsyncCommand<Model, AcceptanceSite> {
  check = () => true;
  abstract act(model: Model): Promise<unknown>;
  async run(model: Model): Promise<void> {
    await this.act(model);
    look(model);
    site.pass(1000);
  }
  abstract toString(): string;
}

class Ask extends Act {
  constructor(
    readonly who: Who,
    readonly days: number,
  ) {
    super();
  }
  async act(model: Model) {
    const before = site.decisionsOn(risk).length;
    await said(site.ask(risk, idOf(this.who), { until: dayIn(this.days) }));
    // Whether or not an answer came: who asked is who called.
    for (const entry of site.decisionsOn(risk).slice(before)) {
      if (entry.kind === 'asked') model.asked.set(entry.number, this.who);
    }
  }
  toString = () => `${this.who} asks for ${this.days} days`;
}

class Decide extends Act {
  constructor(
    readonly who: Who,
    readonly verdict: 'accept' | 'decline',
    readonly back: number,
  ) {
    super();
  }
  async act(model: Model) {
    const requests = site.decisionsOn(risk).filter(({ kind }) => kind === 'asked');
    const request = requests.at(-1 - this.back)?.number ?? 1;
    const before = site.decisionsOn(risk).length;
    const more = { verdict: this.verdict, note: 'Thought about it.' };
    const view = await said(site.decide(risk, idOf(this.who), request, more));
    const mayDecide = MAY_APPROVE.has(this.who) && model.asked.get(request) !== this.who;
    if (!mayDecide) expect(view).toBeUndefined();
    for (const entry of site.decisionsOn(risk).slice(before)) {
      if (entry.kind !== 'accepted') continue;
      expect([mayDecide, this.verdict, entry.request]).toEqual([true, 'accept', request]);
      model.accepted.set(request, this.who);
    }
  }
  toString = () => `${this.who} ${this.verdict}s request -${this.back}`;
}

/** As it should be: otherwise most sequences would never see an acceptance. */
class AskAndAccept extends Act {
  constructor(readonly days: number) {
    super();
  }
  async act(model: Model) {
    await new Ask('deniz', this.days).run(model);
    await new Decide('aino', 'accept', 0).run(model);
  }
  toString = () => `deniz asks for ${this.days} days and aino accepts`;
}

class Withdraw extends Act {
  constructor(readonly who: Who) {
    super();
  }
  async act(model: Model) {
    const request =
      site
        .decisionsOn(risk)
        .filter(({ kind }) => kind === 'asked')
        .at(-1)?.number ?? 1;
    const view = await said(site.withdraw(risk, idOf(this.who), request));
    if (model.asked.get(request) !== this.who) expect(view).toBeUndefined();
  }
  toString = () => `${this.who} takes back`;
}

/** Jira's own buttons, and what else somebody may do without the app. */
class Move extends Act {
  constructor(readonly to: string) {
    super();
  }
  act = () => site.moveTo(risk, this.to).catch(() => undefined);
  toString = () => `somebody moves it to ${this.to}`;
}

class TypeDay extends Act {
  constructor(readonly days: number | null) {
    super();
  }
  act = () =>
    rest(site.as(site.people.admin), 'PUT', path`/rest/api/3/issue/${risk.id}`, {
      fields: { [site.setupIds.fields.acceptanceExpires]: this.days === null ? null : dayIn(this.days) },
    });
  toString = () => `somebody types a day in ${this.days}`;
}

class RemoveComment extends Act {
  constructor(readonly back: number) {
    super();
  }
  async act() {
    const comment = site.jira.state.comments.filter(({ issueId }) => issueId === risk.id).at(-1 - this.back);
    if (comment !== undefined) site.jira.state.comments.delete(comment.id);
  }
  toString = () => `comment -${this.back} is removed`;
}

class Pass extends Act {
  constructor(readonly hours: number) {
    super();
  }
  act = async () => site.pass(this.hours * HOUR_MS);
  toString = () => `${this.hours} hours pass`;
}

class Hear extends Act {
  constructor(readonly what: 'events' | 'none of them' | 'them backwards, twice' | 'the reconcile') {
    super();
  }
  async act() {
    // Its schedule may be what is killed.
    if (this.what === 'the reconcile') return reconcileAll(site).catch(() => undefined);
    if (this.what === 'none of them') return loseAll(site);
    await site.forge.events.deliver(site.site, {
      early: true,
      times: this.what === 'events' ? 1 : 2,
      order: (events) => (this.what === 'events' ? events : [...events].reverse()),
    });
  }
  toString = () => `the app hears ${this.what}`;
}

/** The next but so many requests of whatever function runs are in trouble. */
class Trip extends Act {
  constructor(
    readonly call: number,
    readonly by: Trouble,
  ) {
    super();
  }
  act = async () => void site.forge.disturb(site.site, { atCall: this.call, by: this.by });
  toString = () => `call ${this.call}: ${JSON.stringify(this.by)}`;
}

/** The invariant. An hour is enough for whoever was killed to be dead for sure. */
class Settle extends Act {
  async act(model: Model) {
    await loseAll(site);
    site.pass(HOUR_MS);
    // Trouble that was armed and not met yet is met in the first.
    for (let round = 0; round < 3; round += 1) {
      await reconcileAll(site).catch(() => undefined);
      site.pass(HOUR_MS);
    }
    const entries = look(model);
    const status = site.statusOf(risk);
    const holding = holds(entries);
    expect(status === 'Accepted').toBe(holding !== undefined);
    if (holding !== undefined) {
      const asker = model.asked.get(holding.request);
      const approver = model.accepted.get(holding.request);
      expect([asker, approver]).not.toContain(undefined);
      expect(approver).not.toBe(asker);
      expect(MAY_APPROVE.has(approver!)).toBe(true);
      expect(holding.until >= dayBefore()).toBe(true);
      expect(site.expiresOf(risk)).toBe(holding.until);
    }
    // The app says each thing once.
    const about = site.jira.state.comments
      .filter(({ issueId }) => issueId === risk.id)
      .map(({ id }) => site.jira.state.properties.get(`comment:${id}`)?.['shift-up.acceptance'])
      .filter((value) => value !== undefined)
      .map((value) => JSON.stringify(value));
    expect(about).toEqual([...new Set(about)]);
    await loseAll(site);
    if (sameDay()) expect(await writesDuring(site, () => reconcileAll(site))).toEqual([]);
  }
  toString = () => 'and then?';
}

/** The reconcile looked an hour ago. */
const dayBefore = () => new Date(Date.now() - HOUR_MS).toISOString().slice(0, 10);
const sameDay = () => dayBefore() === today();

/** The newest yes, if nothing took it away. */
function holds(entries: readonly Decision[]): Extract<Decision, { kind: 'accepted' }> | undefined {
  let found: Extract<Decision, { kind: 'accepted' }> | undefined;
  for (const entry of entries) {
    if (entry.kind === 'accepted') found = entry;
    if ((entry.kind === 'expired' || entry.kind === 'ended') && entry.accepted === found?.number) found = undefined;
  }
  return found;
}

const who = fc.constantFrom(...PEOPLE);
const acts = fc.commands(
  [
    fc.record({ who, days: fc.constantFrom(1, 2, 3, 30, 90, 365) }).map(({ who: by, days }) => new Ask(by, days)),
    fc.constantFrom<Who>('deniz', 'mara').map((by) => new Ask(by, 30)),
    fc
      .record({
        who,
        verdict: fc.constantFrom('accept' as const, 'accept' as const, 'decline' as const),
        back: fc.nat(2),
      })
      .map(({ who: by, verdict, back }) => new Decide(by, verdict, back)),
    fc.constantFrom<Who>('aino', 'mara').map((by) => new Decide(by, 'accept', 0)),
    fc.constantFrom(2, 30, 365).map((days) => new AskAndAccept(days)),
    fc.constantFrom(2, 30, 365).map((days) => new AskAndAccept(days)),
    who.map((by) => new Withdraw(by)),
    fc
      .constantFrom('Accepted', 'Awaiting acceptance', 'Assessed', 'In treatment', 'Verification', 'Closed')
      .map((to) => new Move(to)),
    fc.constantFrom('Accepted', 'Awaiting acceptance').map((to) => new Move(to)),
    fc.option(fc.constantFrom(-3, 1, 400)).map((days) => new TypeDay(days)),
    fc.nat(3).map((back) => new RemoveComment(back)),
    fc.constantFrom(1, 23, 24, 25, 48, 24 * 31, 24 * 200).map((hours) => new Pass(hours)),
    fc
      .constantFrom(
        'events' as const,
        'none of them' as const,
        'them backwards, twice' as const,
        'the reconcile' as const,
      )
      .map((what) => new Hear(what)),
    fc
      .record({ call: fc.integer({ min: 1, max: 25 }), by: fc.constantFrom(...TROUBLES) })
      .map(({ call, by }) => new Trip(call, by)),
    fc.constant(new Settle()),
  ],
  { maxCommands: 22, size: 'max' },
);

test('no sequence leads to an accepted risk without a valid decision', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      site.jira.restore(start.jira);
      site.forge.restore(site.site, start.forge);
      site.date.goTo(start.ahead);
      const setup = () => ({ model: { asked: new Map(), accepted: new Map(), entries: [] } as Model, real: site });
      const model = setup();
      await fc.asyncModelRun(() => model, sequence);
      await new Settle().act(model.model);
    }),
    { numRuns: Number(process.env['ACCEPTANCE_RUNS'] ?? 25), endOnFailure: false },
  );
});
