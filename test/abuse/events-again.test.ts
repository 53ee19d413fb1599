/** Events that come again, late, in any order or as an echo of the app's own writes. Rows 27 and 28. */
import { readFileSync } from 'node:fs';
import pathOf from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { SiteSetup } from '../../src/domain/site-setup';
import { path } from '../../src/jira/request';
import { marksOn } from '../events/marks';
import { capturedLog } from '../fixtures/captured-log';
import { notRelevant, relevant } from '../fixtures/fields';
import { rest, setUpSite, type Key, type TestSite } from '../fixtures/site';
import { dateAt, type TickingDate } from '../fixtures/ticking-date';
import type { PendingProductEvent } from '../local-forge/product-events';

const log = capturedLog();
const NOW = '2026-11-20T13:30:00.000Z';
let date: TickingDate;
let site: TestSite;
let setup: SiteSetup;

beforeEach(async () => {
  date = dateAt(NOW);
  site = await setUpSite();
  setup = await site.setup();
  await site.forge.events.deliver(site.site, { early: true, order: () => [] });
});
afterEach(() => {
  site.close();
  date.restore();
});

const put = (id: string, fields: object) =>
  rest(site.as(site.people.deniz), 'PUT', path`/rest/api/3/issue/${id}`, { fields });
const score = (likelihood: 1 | 3 | 5) => ({
  [setup.fields.likelihood]: { id: setup.options.likelihood[likelihood] },
  [setup.fields.impact]: { id: setup.options.impact[5] },
});
const pending = () => site.forge.events.pending(site.site);

/** What somebody sees of the issues, and what the app keeps; of moments only the day. */
function standing(): unknown {
  const { state } = site.jira;
  const issues = [...state.issues.values()].map(({ id, key, typeId, statusId, custom, links }) => ({
    key,
    typeId,
    statusId,
    custom,
    links: links.map(({ linkId }) => linkId).sort(),
    comments: state.comments.filter(({ issueId }) => issueId === id).length,
  }));
  const all = { issues, marks: marksOn(site), kept: site.forge.kvs(site.site).values() };
  return JSON.parse(JSON.stringify(all).replace(/(\d{4}-\d\d-\d\d)T[\d:.]+Z/g, '$1'));
}

/** Writes of the app to Jira while `work` runs. */
async function writesOfTheApp(work: () => Promise<unknown>): Promise<readonly string[]> {
  const writes: string[] = [];
  const counting = site.forge.disturb(site.site, {
    atCall: 1,
    by: 'kill before',
    counts: ({ to, changes, method, path: where }) => {
      if (to === 'jira' && changes) writes.push(`${method} ${where}`);
      return false;
    },
  });
  await work();
  counting.disarm();
  return writes;
}

async function deliverUntilQuiet(rounds = 20): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    if ((await site.forge.events.deliver(site.site, { early: true })) === 0) return;
  }
  throw new Error('events without end');
}

/** Steps of people, each with its events; together every kind of event that the manifest asks for. */
function story(): readonly (() => Promise<unknown>)[] {
  const made: Record<string, Key> = {};
  const the = (name: string): Key => {
    const found = made[name];
    if (found === undefined) throw new Error(`no ${name} yet`);
    return found;
  };
  const make = async (name: string, key: Promise<Key>) => void (made[name] = await key);
  return [
    () => make('risk', site.risk('Account takeover', score(5))),
    () => make('minor', site.risk('Old logo', score(1))),
    () => make('story', site.story('Change e-mail address', relevant(setup))),
    () => site.moveTo(the('story'), 'In Progress'),
    () => site.link('threatens', the('risk'), the('story')),
    () => make('other', site.story('Save card')),
    () => site.moveTo(the('other'), 'In Progress'),
    () => put(the('other').id, relevant(setup)),
    () => site.link('mitigates', the('other'), the('minor')),
    () => put(the('minor').id, score(3)),
    () => put(the('risk').id, { [setup.fields.riskOwner]: { accountId: site.people.mara } }),
    async () => {
      const link = site.jira.state.links.find(({ typeId }) => typeId === setup.linkTypes.mitigates.id);
      await rest(site.as(site.people.deniz), 'DELETE', path`/rest/api/3/issueLink/${link?.id ?? ''}`);
    },
    () => make('third', site.story('New logo', notRelevant(setup, 'wording'))),
    () => site.moveTo(the('third'), 'In Progress'),
    // Past every decision, by Jira's own button.
    () => site.moveTo(the('minor'), 'Awaiting acceptance'),
    () => site.moveTo(the('minor'), 'Accepted'),
    () => make('gone', site.risk('A mistake')),
    () => site.moveTo(the('gone'), 'Assessed'),
    () => site.moveTo(the('gone'), 'Awaiting acceptance'),
    () => site.moveTo(the('gone'), 'Accepted'),
    () => rest(site.as(site.people.admin), 'DELETE', path`/rest/api/3/issue/${the('gone').id}`),
  ];
}

/** By type, as the manifest names them. */
function kindsWanted(): readonly string[] {
  const { modules } = parse(readFileSync(pathOf.resolve(__dirname, '../../manifest.yml'), 'utf8')) as {
    modules: { trigger: readonly { events: readonly string[] }[] };
  };
  return modules.trigger.flatMap(({ events }) => events).sort();
}

const old = (pendingEvent: PendingProductEvent, seconds: number): PendingProductEvent => ({
  ...pendingEvent,
  event: { ...pendingEvent.event, timestamp: Date.parse(NOW) - seconds * 1000 },
});

test('three times, in any order and with older time stamps, every kind of event ends as each once and in order', async () => {
  const bare = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site) };
  for (const step of story()) {
    await step();
    await deliverUntilQuiet();
  }
  const expected = standing();
  expect(Object.values(marksOn(site)).map(({ missing }) => missing)).toEqual([['answer']]);

  // The same again, and nobody hears of anything before the end.
  site.jira.restore(bare.jira);
  site.forge.restore(site.site, bare.forge);
  for (const step of story()) await step();
  expect([...new Set(pending().map(({ event }) => event.eventType))].sort()).toEqual(kindsWanted());
  const late = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site) };
  const waiting = pending().length;
  expect(waiting).toBeGreaterThanOrEqual(16);
  const once = await writesOfTheApp(() => deliverUntilQuiet());
  expect(standing()).toEqual(expected);

  const thrice = Array.from({ length: waiting * 3 }, (_, place) => place % waiting);
  const orders = fc.shuffledSubarray(thrice, { minLength: thrice.length, maxLength: thrice.length });
  await fc.assert(
    fc.asyncProperty(orders, fc.nat(7 * 86_400), async (order, seconds) => {
      site.jira.restore(late.jira);
      site.forge.restore(site.site, late.forge);
      const writes = await writesOfTheApp(async () => {
        await site.forge.events.deliver(site.site, {
          early: true,
          order: (events) =>
            order.map((which, place) => old(events[which] as PendingProductEvent, seconds * (place % 3))),
        });
        await deliverUntilQuiet();
      });
      expect(standing()).toEqual(expected);
      expect([...writes].sort()).toEqual([...once].sort());
    }),
    { numRuns: 6 },
  );
  expect(log.lines()).toEqual([]);
});

/** A rule of Jira Automation: every write of the app that raises an event is answered by this write, which raises another. */
async function withRule(answer: ((issueId: string, nth: number) => Promise<unknown>) | undefined): Promise<number> {
  let answered = 0;
  for (let round = 0; round < 6; round += 1) {
    const own = pending().flatMap(({ event }) => (event.selfGenerated === true ? [event.issue as { id: string }] : []));
    await site.forge.events.deliver(site.site, { early: true });
    for (const { id } of own) {
      answered += 1;
      await answer?.(id, answered);
    }
  }
  expect(pending()).toEqual([]);
  return answered;
}

describe("the app's own writes, each echoed by a rule of Automation", () => {
  test.each<readonly [string, (issueId: string, nth: number) => Promise<unknown>]>([
    ['that sets the same score again', (id) => put(id, score(3))],
    ['that writes something else', (id, nth) => put(id, { labels: [`seen-${nth}`] })],
    [
      'that sets a level of its own',
      (id) => put(id, { [setup.fields.riskLevel]: { id: setup.options.riskLevel.Low } }),
    ],
  ])('%s: no second write', async (_name, rule) => {
    const bypass = await site.story('Change e-mail address');
    await site.moveTo(bypass, 'In Progress');
    const risk = await site.risk('Account takeover', score(3));
    await site.moveTo(risk, 'Assessed');
    await site.moveTo(risk, 'Awaiting acceptance');
    await site.moveTo(risk, 'Accepted');
    const before = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site) };
    const alone = await writesOfTheApp(() => withRule(undefined));
    // A level, a mark, and the way back with its comment.
    expect([...alone].sort()).toEqual([
      `POST /rest/api/3/issue/${risk.id}/comment`,
      `POST /rest/api/3/issue/${risk.id}/transitions`,
      `PUT /rest/api/3/issue/${bypass.id}/properties/shift-up.readiness`,
      `PUT /rest/api/3/issue/${risk.id}`,
    ]);
    site.jira.restore(before.jira);
    site.forge.restore(site.site, before.forge);
    let answered = 0;
    const echoed = await writesOfTheApp(async () => (answered = await withRule(rule)));
    expect(answered).toBeGreaterThan(0);
    expect([...echoed].sort()).toEqual([...alone].sort());
  });
});
