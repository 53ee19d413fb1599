/**
 * The loads of `npm run load` in small: what one look, one assessment, one changed issue costs does not grow with their
 * number, and as many as the loads have at their full size stay within the limits of Jira and Forge.
 */
import { capturedLog } from '../fixtures/captured-log';
import { marksOn } from '../events/marks';
import { addMovable, addScorable, hourAfter, risksScored, storiesMove } from './bulk';
import { POINTS_AN_HOUR, RUNS_A_MINUTE, STORAGE } from './limits';
import { beginHour, openLoadStage, type LoadStage } from './load-stage';
import type { LoadOutcome } from './outcome';
import { FULL, secondsFor } from './sizes';
import { addOwners, ownersTriage } from './triage';
import { addViewers, viewersLook } from './viewers';

/** Time is simulated and costs what the machine takes; a busy one takes its time. */
capturedLog();
let stage: LoadStage;

beforeAll(async () => {
  stage = await openLoadStage();
});
afterAll(() => stage.close());

const each = ({ points, things }: LoadOutcome) => points / things;
/** What is asked for each thing, so that a size can be compared with another. */
const perThing = ({ things, requests, points, functionRuns, storageReads, storageWrites, jobs }: LoadOutcome) =>
  [requests, points, functionRuns, storageReads, storageWrites, jobs].map((much) => much / things);
const untroubled = { complete: true, failedRuns: 0, refused: {} };

describe('viewers of one gadget', () => {
  const looking = { seconds: 1, looks: 1, refresh: FULL.refreshMinutes };
  let people: readonly string[];
  beforeAll(async () => void (people = await addViewers(stage, 20)));

  test('a look costs the same however many look; 50 that refresh for an hour stay within the quota', async () => {
    const few = await viewersLook(stage, people.slice(0, 4), looking);
    const more = await viewersLook(stage, people.slice(0, 8), looking);
    expect([few, more]).toMatchObject([untroubled, untroubled]);
    expect(perThing(more)).toEqual(perThing(few));
    const looksAnHour = FULL.viewers * FULL.looksAnHour;
    expect(each(more) * looksAnHour).toBeLessThan(POINTS_AN_HOUR / 4);
    expect((more.functionRuns / more.things) * FULL.viewers).toBeLessThan(RUNS_A_MINUTE.site);
    expect((more.storageReads / more.things) * FULL.viewers).toBeLessThan(STORAGE.readsAMinute);
  });

  test('more at the same moment than Jira lets through: they come back one after the other, and nobody begins anew', async () => {
    const crowd = await viewersLook(stage, people, looking);
    expect(crowd).toMatchObject({ complete: true, failedRuns: 0 });
    expect(Object.keys(crowd.refused)).toEqual(['jira-burst-based']);
    expect(crowd.functionRuns).toBe(people.length);
    // A refusal costs a point here; asked again together, they would be refused as often again and again.
    expect(each(crowd)).toBeLessThan(2 * 25);
  });
});

test('owners in refinement: what ten of them do in half an hour stays within the quota and asks for no more as time goes by', async () => {
  const owners = await addOwners(stage, 3, 400);
  const first = await ownersTriage(stage, owners, 2);
  const longer = await ownersTriage(stage, owners, 4);
  expect([first, longer]).toMatchObject([
    { complete: true, failedRuns: 0 },
    { complete: true, failedRuns: 0 },
  ]);
  const aMinute = (outcome: LoadOutcome) => outcome.points / outcome.minutes / owners.length;
  // Opening the page is in both, and weighs less in the longer one.
  expect(aMinute(longer)).toBeLessThan(aMinute(first) * 1.1);
  expect(aMinute(longer) * FULL.owners * FULL.triageMinutes).toBeLessThan(POINTS_AN_HOUR);
  expect(longer.longestFunctionSeconds).toBeLessThan(25 / 2);
});

describe('bulk changes', () => {
  /** At full size and at the same pace. */
  const stayWithin = (outcome: LoadOutcome, things: number) => {
    const of = (much: number) => much / outcome.things;
    expect(each(outcome) * things).toBeLessThan(POINTS_AN_HOUR / 2);
    expect(of(outcome.functionRuns) * FULL.eventsAMinute).toBeLessThan(RUNS_A_MINUTE.site);
    expect(outcome.longestFunctionSeconds).toBeLessThan(25 / 2);
    for (const { of: limited, most, limit } of outcome.peaks.filter(({ of: name }) => name.endsWith('a second'))) {
      expect([limited, most <= limit]).toEqual([limited, true]);
    }
  };

  test('stories moved: each costs the same, and 5,000 stay within every limit', async () => {
    const moved: LoadOutcome[] = [];
    for (const count of [40, 80]) {
      const stories = await addMovable(stage, count);
      const standing = Object.keys(marksOn(stage.site)).length;
      const whole = { ...stories, marks: stories.marks + standing };
      moved.push(await storiesMove(stage, whole, secondsFor(count), 'events'));
    }
    const [few, more] = moved as [LoadOutcome, LoadOutcome];
    expect([few, more]).toMatchObject([untroubled, untroubled]);
    expect(perThing(more)).toEqual(perThing(few));
    stayWithin(more, FULL.stories);
    expect((more.storageReads / more.things) * FULL.eventsAMinute).toBeLessThan(STORAGE.readsAMinute);
    const after = await hourAfter(stage, 'stories', 80);
    expect(after).toMatchObject({ ...untroubled, functionRuns: 2 });
    expect(each(after)).toBeLessThan(4);
  });

  test('without any event the reconcile repairs all of them, and 5,000 stay within the quota', async () => {
    const stories = await addMovable(stage, 40);
    const standing = Object.keys(marksOn(stage.site)).length;
    const whole = { ...stories, marks: stories.marks + standing };
    const repaired = await storiesMove(stage, whole, secondsFor(40), 'nothing');
    expect(repaired).toMatchObject(untroubled);
    expect(each(repaired) * FULL.stories).toBeLessThan(POINTS_AN_HOUR / 2);
  });

  test('risks scored anew: each costs the same, and 2,000 stay within the quota', async () => {
    const scored: LoadOutcome[] = [];
    for (const count of [50, 100]) {
      const risks = await addScorable(stage, count);
      scored.push(await risksScored(stage, risks, 5, secondsFor(count), 'events'));
    }
    const [few, more] = scored as [LoadOutcome, LoadOutcome];
    expect([few, more]).toMatchObject([untroubled, untroubled]);
    expect(perThing(more)).toEqual(perThing(few));
    stayWithin(more, FULL.risks);
  });

  test('without any event the reconcile goes on where it was: the cost of a risk does not grow with their number', async () => {
    const repaired: LoadOutcome[] = [];
    for (const count of [100, 400]) {
      const risks = await addScorable(stage, count);
      repaired.push(await risksScored(stage, risks, 5, secondsFor(count), 'nothing'));
    }
    const [few, more] = repaired as [LoadOutcome, LoadOutcome];
    expect([few, more]).toMatchObject([untroubled, untroubled]);
    // Jobs of half a minute one after the other, each of which reads a page of a hundred again and no more.
    expect(each(more)).toBeLessThan(each(few) * 1.05);
    expect(each(more) * FULL.risks).toBeLessThan(POINTS_AN_HOUR / 2);
  });

  test('events that storage has no room for come again, and nothing waits for the reconcile', async () => {
    const stories = await addMovable(stage, 60);
    const standing = Object.keys(marksOn(stage.site)).length;
    const whole = { ...stories, marks: stories.marks + standing };
    beginHour(stage);
    stage.meter.readsAMinute = 80;
    const moved = await storiesMove(stage, whole, secondsFor(60), 'events');
    stage.meter.readsAMinute = STORAGE.readsAMinute;
    expect(moved.refused).toEqual({ storage: expect.any(Number) as number });
    expect(moved).toMatchObject({ complete: true, failedRuns: 0, jobs: 0 });
  });

  test('a reconcile that storage has no room for goes on a minute later, from where it was', async () => {
    const risks = await addScorable(stage, 250);
    beginHour(stage);
    stage.meter.readsAMinute = 150;
    const scored = await risksScored(stage, risks, 5, secondsFor(250), 'nothing');
    stage.meter.readsAMinute = STORAGE.readsAMinute;
    expect(scored.refused).toEqual({ storage: expect.any(Number) as number });
    expect(scored).toMatchObject({ complete: true, failedRuns: 0 });
  });
});
