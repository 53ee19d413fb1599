/** The history of the demo world: counted by the app's own schedule, morning by morning, as the mock-ups show it. */
import path from 'node:path';
import { openRisksOn, type Trend } from '../../src/domain/trend';
import { createLocalForge } from '../local-forge';
import { createLocalJira, fixedClock, type LocalJira } from '../local-jira';
import { countIndependently } from '../browser/count-independently';
import { followClock } from '../dev/site-date';
import { at } from './calendar';
import { buildDemoWorld } from './build-demo-world';
import { openDoors } from './doors';
import { NOW } from './world';

let jira: LocalJira;
let trends: readonly Trend[];
beforeAll(async () => {
  const clock = fixedClock(NOW);
  jira = createLocalJira({ clock });
  const forge = createLocalForge({ appRoot: path.resolve(__dirname, '../..'), clock });
  const site = forge.installOn(jira, { cloudId: jira.cloudId, siteUrl: 'https://shop.atlassian.net' });
  await buildDemoWorld(jira, forge, site);
  const leave = followClock(clock);
  const projectIds = ['SHOP', 'LOY'].map((key) => jira.state.projects.find((row) => row.key === key)?.id ?? '');
  ({ trends } = await openDoors(jira, forge, site).app('mara', 'readTrends', { projectIds, days: 400 }));
  leave();
  forge.close();
});

const openOn = (trend: Trend | undefined) =>
  Object.fromEntries((trend?.days ?? []).map((day) => [day.day, openRisksOn(day)]));

test('Web Shop: since 3 November, nothing on the 11th and 12th, and down to the 14 of now', () => {
  const [shop] = trends;
  expect(shop?.since).toBe('2026-11-03');
  expect(openOn(shop)).toMatchObject({ '2026-11-03': 17, '2026-11-06': 16, '2026-11-20': 14 });
  const days = Array.from({ length: 18 }, (_, place) => `2026-11-${String(place + 3).padStart(2, '0')}`);
  expect(Object.keys(openOn(shop))).toEqual(days.filter((day) => !['2026-11-11', '2026-11-12'].includes(day)));
});

test('each morning counts the risks that were open then', () => {
  const riskType = jira.state.issueTypes.find(({ name }) => name === 'Security Risk')?.id;
  const risks = [...jira.state.issues.values()].filter(({ typeId }) => typeId === riskType);
  for (const [day, open] of Object.entries(openOn(trends[0]))) {
    const morning = at(day, 6 * 60);
    const then = risks.filter(
      ({ created, resolved }) => created <= morning && (resolved === null || resolved > morning),
    );
    expect([day, open]).toEqual([day, then.length]);
  }
});

test('Loyalty App was counted as well, and has none', () => {
  expect(new Set(Object.values(openOn(trends[1])))).toEqual(new Set([0]));
});

test('the last morning has the numbers that an independent count of the site finds', () => {
  const { risks, attention, enablers, stories } = countIndependently(jira.state, {
    projectKeys: ['SHOP'],
    today: '2026-11-20',
  });
  const last = trends[0]?.days.at(-1);
  const { open, unscored, all, ...levels } = { ...risks, all: stories.all };
  expect(open).toBe(14);
  expect(last).toMatchObject({
    day: '2026-11-20',
    kind: 'counted',
    counts: {
      open: levels,
      unscored,
      overdueReview: attention.overdueReview,
      unowned: attention.unowned,
      withoutEnabler: attention.withoutEnabler,
      enablers: { done: enablers.done, inProgress: enablers.inProgress, toDo: enablers.toDo },
      stories: { all, assessed: stories.relevant + stories.notRelevant },
    },
  });
});
