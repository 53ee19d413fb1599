/** An acceptance ends with its last day in UTC, also on the night in which clocks are put forward. */
import { capturedLog } from '../fixtures/captured-log';
import { valueOf, type Key } from '../fixtures/site';
import { loseAll, reconcileAll } from '../events/marks';
import { APP_ACCOUNT_ID } from '../local-jira/seed';
import { acceptanceSite, type AcceptanceSite } from './acceptance-site';

capturedLog();
const HOUR_MS = 3_600_000;
/** Berlin goes from 02:00 to 03:00 on this day, which has 23 hours there. */
const LAST_DAY = '2027-03-28';

let site: AcceptanceSite;
let risk: Key;
beforeAll(async () => {
  site = await acceptanceSite();
  risk = await site.newRisk();
  const { open } = valueOf(await site.ask(risk, site.people.deniz, { until: LAST_DAY }));
  site.pass(1000);
  valueOf(await site.decide(risk, site.aino, open!));
});
afterAll(() => site.close());

test('hour by hour, without anybody opening a page', async () => {
  const first = Date.parse(`${LAST_DAY}T00:00:00Z`) - 3 * HOUR_MS;
  site.pass(first - site.clock.now().getTime());
  const wrong: string[] = [];
  for (let hour = 0; hour < 30; hour += 1) {
    await loseAll(site);
    await reconcileAll(site);
    const now = site.clock.now().toISOString();
    const due = now.slice(0, 10) <= LAST_DAY ? 'Accepted' : 'Assessed';
    if (site.statusOf(risk) !== due) wrong.push(`${now}: ${site.statusOf(risk)}`);
    site.pass(HOUR_MS);
  }
  expect(wrong).toEqual([]);
  expect(site.clock.now().toISOString().slice(0, 10) > LAST_DAY).toBe(true);
  expect(site.decisionsOn(risk).map(({ kind }) => kind)).toEqual(['asked', 'accepted', 'expired']);
  const appSaid = site.commentsOn(risk).filter(({ by }) => by === APP_ACCOUNT_ID);
  expect(appSaid).toHaveLength(1);
  expect(appSaid[0]?.text).toContain(LAST_DAY);
});
