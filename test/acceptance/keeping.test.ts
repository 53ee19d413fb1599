/** A risk is in Accepted as long as a decision holds, whoever says otherwise: by event, and by the reconcile. */
import { path } from '../../src/jira/request';
import { capturedLog } from '../fixtures/captured-log';
import { rest, valueOf, type Key } from '../fixtures/site';
import { APP_ACCOUNT_ID } from '../local-jira/seed';
import { deliverAll, loseAll, reconcileAll, writesDuring } from '../events/marks';
import { acceptanceSite, DAY_MS, UNTIL, type AcceptanceSite } from './acceptance-site';

const log = capturedLog();
let site: AcceptanceSite;
let risk: Key;
const HOUR_MS = 3_600_000;

beforeEach(async () => {
  site = await acceptanceSite();
  risk = await site.newRisk();
  await loseAll(site);
});
afterEach(() => site.close());

const kinds = () => site.decisionsOn(risk).map(({ kind }) => kind);
const standing = () => [site.statusOf(risk), site.expiresOf(risk), kinds()];
const appSaid = () => site.commentsOn(risk).filter(({ by }) => by === APP_ACCOUNT_ID);
const asAdmin = () => site.as(site.people.admin);
const edit = (fields: object) => rest(asAdmin(), 'PUT', path`/rest/api/3/issue/${risk.id}`, { fields });

async function accept(until = UNTIL): Promise<void> {
  const { open } = valueOf(await site.ask(risk, site.people.deniz, { until }));
  site.pass(1000);
  valueOf(await site.decide(risk, site.aino, open!));
  site.pass(1000);
}

/** By Jira's own buttons. */
async function acceptByHand(): Promise<void> {
  if (site.statusOf(risk) !== 'Awaiting acceptance') await site.moveTo(risk, 'Awaiting acceptance');
  site.pass(1000);
  await site.moveTo(risk, 'Accepted');
  site.pass(1000);
}

/** Both ways in which the app may hear of it. */
const WAYS: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['by event', () => deliverAll(site)],
  ['by the reconcile', () => loseAll(site).then(() => reconcileAll(site))],
];

describe.each(WAYS)('%s', (_name, hear) => {
  test('an acceptance that holds stays, and nothing is written', async () => {
    await accept();
    expect(await writesDuring(site, hear)).toEqual([]);
    expect(standing()).toEqual(['Accepted', UNTIL, ['asked', 'accepted']]);
  });

  test('moved to Accepted by Jira’s own buttons: brought back, with one comment', async () => {
    await acceptByHand();
    await edit({ [site.setupIds.fields.acceptanceExpires]: '2031-01-01' });
    await hear();
    expect(standing()).toEqual(['Assessed', undefined, ['ended']]);
    expect(site.decisionsOn(risk)[0]).toMatchObject({ accepted: 0 });
    expect(appSaid()).toHaveLength(1);
    expect(await writesDuring(site, hear)).toEqual([]);
    site.pass(1000);
    await acceptByHand();
    await hear();
    expect([standing(), appSaid().length]).toEqual([['Assessed', undefined, ['ended', 'ended']], 2]);
    expect(log.lines()).toEqual([]);
  });

  test('while somebody asks, it is brought back to wait', async () => {
    valueOf(await site.ask(risk, site.people.deniz));
    site.pass(1000);
    await site.moveTo(risk, 'Accepted');
    site.pass(1000);
    await hear();
    expect([site.statusOf(risk), kinds()]).toEqual(['Awaiting acceptance', ['asked', 'ended']]);
    site.pass(1000);
    valueOf(await site.decide(risk, site.aino, 1));
    await hear();
    expect([site.statusOf(risk), site.expiresOf(risk)]).toEqual(['Accepted', UNTIL]);
  });

  test('the day that somebody typed is put right; only a decision extends', async () => {
    await accept();
    await edit({ [site.setupIds.fields.acceptanceExpires]: '2031-01-01' });
    await hear();
    expect(standing()).toEqual(['Accepted', UNTIL, ['asked', 'accepted']]);
  });

  test('who moves it out of Accepted ends the acceptance: moving it back is no acceptance', async () => {
    await accept();
    await site.moveTo(risk, 'Assessed');
    site.pass(1000);
    await hear();
    expect(standing()).toEqual(['Assessed', undefined, ['asked', 'accepted', 'ended']]);
    await acceptByHand();
    await hear();
    expect(site.statusOf(risk)).toBe('Assessed');
  });

  test('who moves it out of Awaiting acceptance takes the request with it', async () => {
    valueOf(await site.ask(risk, site.people.deniz));
    site.pass(1000);
    await site.moveTo(risk, 'Assessed');
    site.pass(1000);
    await hear();
    expect(standing()).toEqual(['Assessed', undefined, ['asked', 'withdrawn']]);
  });

  test('a risk that nobody ever decided about is left alone', async () => {
    await edit({ [site.setupIds.fields.acceptanceExpires]: '2026-12-24' });
    await site.moveTo(risk, 'Awaiting acceptance');
    expect(await writesDuring(site, hear)).toEqual([]);
    expect(standing()).toEqual(['Awaiting acceptance', '2026-12-24', []]);
  });
});

describe('the day is over', () => {
  test('from the first hour of the next day, in UTC, whether or not anybody opens a page', async () => {
    await accept('2026-12-01');
    await reconcileAll(site);
    // 20 November, 13:30 and some seconds; 1 December has 24 hours everywhere here.
    site.pass(11 * DAY_MS + 10 * HOUR_MS);
    await reconcileAll(site);
    expect(standing()).toEqual(['Accepted', '2026-12-01', ['asked', 'accepted']]);
    site.pass(HOUR_MS);
    await reconcileAll(site);
    expect(standing()).toEqual(['Assessed', undefined, ['asked', 'accepted', 'expired']]);
    expect(site.decisionsOn(risk)[2]).toMatchObject({ accepted: 2 });
    const [comment, ...more] = appSaid();
    expect(comment?.text).toMatch(/decision 2 ended on 2026-12-01/);
    expect(more).toEqual([]);
    site.pass(HOUR_MS);
    expect(await writesDuring(site, () => reconcileAll(site))).toEqual([]);
    expect(log.lines()).toEqual([]);
  });

  test.each([
    ['in spring, where a day has 23 hours in Berlin', '2027-03-28'],
    ['in autumn, where it has 25', '2027-10-31'],
  ])('across a change of the clocks %s', async (_name, until) => {
    await accept(until);
    const end = Date.parse(`${until}T23:59:30Z`);
    site.pass(end - Date.now());
    await reconcileAll(site);
    expect(site.statusOf(risk)).toBe('Accepted');
    site.pass(60_000);
    await reconcileAll(site);
    expect(standing()).toEqual(['Assessed', undefined, ['asked', 'accepted', 'expired']]);
  });

  test('an event before the reconcile does the same, and the reconcile nothing more', async () => {
    await accept('2026-12-01');
    await loseAll(site);
    site.pass(12 * DAY_MS);
    await edit({ summary: 'Account takeover by phone' });
    await deliverAll(site);
    expect(kinds()).toEqual(['asked', 'accepted', 'expired']);
    expect(await writesDuring(site, () => reconcileAll(site))).toEqual([]);
    expect(appSaid()).toHaveLength(1);
  });

  test('also where somebody typed a later day and no event told of it', async () => {
    await accept('2026-12-01');
    await edit({ [site.setupIds.fields.acceptanceExpires]: '2031-01-01' });
    await loseAll(site);
    site.pass(12 * DAY_MS);
    await reconcileAll(site);
    expect(standing()).toEqual(['Assessed', undefined, ['asked', 'accepted', 'expired']]);
  });

  test('a request to extend waits on', async () => {
    await accept('2026-12-01');
    valueOf(await site.ask(risk, site.people.deniz, { until: '2027-02-01' }));
    site.pass(12 * DAY_MS);
    await reconcileAll(site);
    expect(standing()).toEqual(['Awaiting acceptance', undefined, ['asked', 'accepted', 'asked', 'expired']]);
    site.pass(1000);
    valueOf(await site.decide(risk, site.aino, 3));
    expect([site.statusOf(risk), site.expiresOf(risk)]).toEqual(['Accepted', '2027-02-01']);
  });

  test('a request whose day came is void', async () => {
    valueOf(await site.ask(risk, site.people.deniz, { until: '2026-12-01' }));
    site.pass(12 * DAY_MS);
    await reconcileAll(site);
    expect(standing()).toEqual(['Assessed', undefined, ['asked', 'withdrawn']]);
  });
});
