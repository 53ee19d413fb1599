/** What the reconcile takes from Jira's quota: 65,000 points an hour for all customers together. */
import { capturedLog } from '../fixtures/captured-log';
import { addManyStories } from '../fixtures/many-stories';
import { setUpSite, type TestSite } from '../fixtures/site';
import { tickingDate, type TickingDate } from '../fixtures/ticking-date';
import { STATUS } from '../local-jira/seed';
import { marksOn, pointsDuring, reconcileAll } from './marks';

const log = capturedLog();
/** Each test makes its own site, with many events; a busy machine takes its time. */
let site: TestSite;
let date: TickingDate;

beforeAll(async () => {
  date = tickingDate();
  site = await setUpSite();
  const { fields, options } = await site.setup();
  const relevance = (place: number) =>
    place % 4 === 0 ? options.securityRelevance.relevant : options.securityRelevance.notRelevant;
  // Of 5,000 stories 1,000 are begun, and 200 of these were never assessed; of the others 200 are relevant without an answer.
  addManyStories(site.jira, {
    projectKey: site.project.key,
    count: 5_000,
    status: (place) => (place < 1_000 ? STATUS.inProgress : undefined),
    custom: (place) => (place < 200 || place >= 4_000 ? {} : { [fields.securityRelevance]: relevance(place) }),
  });
});
afterAll(() => {
  site.close();
  date.restore();
});

const hourPasses = () => {
  site.clock.advance(3_600_000);
  date.pass(3_600_000);
};

test('the first look at 5,000 stories reads those that should be ready, and marks the bypasses', async () => {
  const points = await pointsDuring(site, () => reconcileAll(site));
  expect(Object.keys(marksOn(site))).toHaveLength(400);
  // A search of 1,000 rows in ten pages, 400 looks and 400 writes; and a few for what there is nothing of.
  expect(points).toBeGreaterThanOrEqual(1_000 + 10 + 400 + 400);
  expect(points).toBeLessThan(1_900);
  expect(log.lines()).toEqual([]);
});

test('an hour in which nothing happened costs 8 points, whatever the size of the project', async () => {
  hourPasses();
  await reconcileAll(site);
  hourPasses();
  expect(await pointsDuring(site, () => reconcileAll(site))).toBe(8);
});

test('once a day every story that should be ready is read, and nothing else', async () => {
  for (let hour = 0; hour < 22; hour += 1) hourPasses();
  const points = await pointsDuring(site, () => reconcileAll(site));
  expect(points).toBeGreaterThan(1_000);
  expect(points).toBeLessThan(1_020);
});
