/**
 * Whatever happens to the schedule and its jobs, in any order: no day is counted twice or invented, and what is kept of a day
 * is what was open at some moment of that day.
 */
import fc from 'fast-check';
import type { SiteSetup } from '../../src/domain/site-setup';
import { openRisksOn } from '../../src/domain/trend';
import { capturedLog } from '../fixtures/captured-log';
import { riskFields } from '../fixtures/fields';
import { setUpSite, type TestSite } from '../fixtures/site';
import { loseAll } from '../events/marks';
import { historyOf, type History } from './trend-site';

capturedLog();
const START = '2026-11-20T21:00:00.000Z';
let site: TestSite;
let setup: SiteSetup;
let history: History;

beforeAll(async () => {
  site = await setUpSite();
  setup = await site.setup();
  history = historyOf(site, START);
  await loseAll(site);
});
afterAll(() => {
  site.close();
  history.restore();
});

type Happening =
  | { readonly what: 'schedule' | 'deliver' | 'deliver twice' | 'together' | 'lose jobs' | 'new risk' }
  | { readonly what: 'time passes'; readonly minutes: number }
  | { readonly what: 'disturbed'; readonly atCall: number; readonly by: 'kill before' | 'kill after' | 'lose answer' };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ what: 'schedule' } as const) },
  { weight: 4, arbitrary: fc.constant({ what: 'deliver' } as const) },
  fc.constantFrom('deliver twice', 'together', 'lose jobs').map((what) => ({ what })),
  { weight: 3, arbitrary: fc.constant({ what: 'new risk' } as const) },
  {
    weight: 4,
    arbitrary: fc.integer({ min: 1, max: 30 * 60 }).map((minutes) => ({ what: 'time passes', minutes }) as const),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 25 }), fc.constantFrom('kill before', 'kill after', 'lose answer'))
      .map(([atCall, by]) => ({ what: 'disturbed', atCall, by }) as const),
  },
);

test('any sequence', async () => {
  const jira = site.jira.snapshot();
  const forge = site.forge.snapshot(site.site);
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 25 }), async (happenings) => {
      site.jira.restore(jira);
      site.forge.restore(site.site, forge);
      history.at(START);
      let open = 0;
      /** By day: every number of open risks that there was on it while a job could count. */
      const possible = new Map<string, Set<number>>();
      const seen = () => {
        const day = new Date().toISOString().slice(0, 10);
        possible.set(day, (possible.get(day) ?? new Set()).add(open));
      };
      let armed: { disarm(): void } | undefined;
      for (const one of happenings) {
        seen();
        if (one.what === 'schedule') await history.begin();
        if (one.what === 'deliver') await site.forge.queue.deliver(site.site, { early: true });
        if (one.what === 'deliver twice') await site.forge.queue.deliver(site.site, { times: 2, early: true });
        if (one.what === 'together')
          await site.forge.queue.deliver(site.site, { together: true, times: 2, early: true });
        if (one.what === 'lose jobs') site.forge.queue.clear(site.site);
        if (one.what === 'time passes') history.date().pass(one.minutes * 60_000);
        if (one.what === 'new risk') {
          await site.risk('A risk', riskFields(setup, { likelihood: 5, impact: 5 }));
          await loseAll(site);
          open += 1;
        }
        if (one.what === 'disturbed') {
          armed?.disarm();
          armed = site.forge.disturb(site.site, { atCall: one.atCall, by: one.by, kind: 'consumer' });
        }
        seen();
      }
      armed?.disarm();
      // In the end the schedule comes again, undisturbed, and the day it is is counted.
      history.date().pass(61 * 60_000);
      seen();
      await history.count();
      const [trend] = await history.read(site.people.priya, 400);
      const days = trend?.days ?? [];
      expect(days.map(({ day }) => day)).toEqual([...new Set(days.map(({ day }) => day))].sort());
      expect(days.at(-1)?.day).toBe(new Date().toISOString().slice(0, 10));
      expect(trend?.since).toBe(days[0]?.day);
      for (const day of days) expect([day.day, possible.get(day.day)?.has(openRisksOn(day))]).toEqual([day.day, true]);
    }),
    { numRuns: 40 },
  );
});
