import { DEFAULT_LIGHTS } from '../../src/domain/project-settings';
import type { Count, RiskCounts } from '../../src/reads/gadget-view';
import {
  FIRST_STATE,
  nextSummary,
  rememberedOf,
  COUNTED_NAMES,
  type Remembered,
  type SummaryEvent,
} from '../../static/app/src/shared/risk-summary/summary-state';

const at = new Date('2026-11-20T14:30:00Z');
const count = (value: number): Count => ({ count: value, jql: 'project = 1' });
const risks = (open: number): RiskCounts => ({
  open: count(open),
  byLevel: { Low: count(0), Medium: count(0), High: count(0), Critical: count(open) },
  unscored: count(0),
  recorded: count(open),
});
const after = (...events: SummaryEvent[]) => events.reduce(nextSummary, FIRST_STATE);
const failing = (code: 'jira-unavailable' | 'not-found'): SummaryEvent[] =>
  COUNTED_NAMES.map((name) => ({ type: 'partFailed', name, error: { code } }));

test('a number is there as soon as it arrives, before the others', () => {
  const state = after({ type: 'started' }, { type: 'arrived', part: { risks: risks(14) } });
  expect(state.parts.risks).toEqual({ status: 'here', value: risks(14) });
  expect(state.parts.topRisks.status).toBe('awaited');
  expect(state.phase).toBe('counting');
  expect(state.countedAt).toBeUndefined();
});

test('while newer numbers are counted the older ones stay, with their time', () => {
  const state = after({ type: 'arrived', part: { risks: risks(14) } }, { type: 'finished', at }, { type: 'started' });
  expect(state.parts.risks).toEqual({ status: 'here', value: risks(14) });
  expect(state.countedAt).toEqual(at);
});

test('one block that fails leaves the others, and is awaited again after a refresh', () => {
  const failed = after(
    { type: 'arrived', part: { risks: risks(14) } },
    { type: 'partFailed', name: 'enablers', error: { code: 'jira-unavailable' } },
    { type: 'finished', at },
  );
  expect(failed.parts.risks.status).toBe('here');
  expect(failed.parts.enablers.status).toBe('failed');
  expect(failed.failure).toBeUndefined();
  expect(nextSummary(failed, { type: 'started' }).parts.enablers.status).toBe('awaited');
});

test('a block whose newer number failed does not keep the older one: it would look current', () => {
  const state = after(
    { type: 'arrived', part: { risks: risks(14) } },
    { type: 'finished', at },
    { type: 'started' },
    { type: 'partFailed', name: 'risks', error: { code: 'jira-unavailable' } },
  );
  expect(state.parts.risks.status).toBe('failed');
});

test('when everything fails there is one failure and no number', () => {
  const state = after(...failing('jira-unavailable'), { type: 'finished', at });
  expect(state.failure).toEqual({ code: 'jira-unavailable' });
  expect(COUNTED_NAMES.every((name) => state.parts[name].status === 'awaited')).toBe(true);
});

test('when no project may be seen that is said, not an error', () => {
  expect(after(...failing('not-found'), { type: 'finished', at }).obstacle).toBe('noneUsable');
});

test('a limit keeps the numbers and waits for the longest time asked', () => {
  const state = after(
    { type: 'arrived', part: { risks: risks(14) } },
    { type: 'finished', at },
    { type: 'started' },
    { type: 'partFailed', name: 'risks', error: { code: 'rate-limited', retryAfterSeconds: 12 } },
    { type: 'partFailed', name: 'stories', error: { code: 'rate-limited', retryAfterSeconds: 42 } },
    { type: 'finished', at: new Date(0) },
  );
  expect(state.waitSeconds).toBe(42);
  expect(state.parts.risks).toEqual({ status: 'here', value: risks(14) });
  expect(state.countedAt).toEqual(at);
  expect(nextSummary(state, { type: 'started' }).waitSeconds).toBeUndefined();
});

test('set-up that is missing takes the numbers away', () => {
  const state = after({ type: 'arrived', part: { risks: risks(14) } }, { type: 'obstacle', obstacle: 'notSetUp' });
  expect(state.obstacle).toBe('notSetUp');
  expect(state.parts.risks.status).toBe('awaited');
});

describe('what was last known', () => {
  const zero = count(0);
  const remembered: Remembered = {
    at: new Date('2026-11-20T12:58:00Z'),
    parts: {
      risks: risks(17),
      attention: { overdueReview: zero, unowned: zero, withoutEnabler: zero, acceptanceExpiring: zero },
      enablers: { all: zero, done: zero, inProgress: zero, toDo: zero },
      stories: { all: zero, assessed: zero, relevant: zero, notRelevant: zero, unassessed: zero, bypasses: undefined },
      trend: undefined,
    },
    scope: { projectIds: ['1'], notSetUp: 0, notVisible: 0 },
    lights: { thresholds: DEFAULT_LIGHTS, strictest: false },
  };
  const known: SummaryEvent = { type: 'remembered', remembered };

  test('is painted with its time while newer numbers are counted; names are awaited', () => {
    const state = after({ type: 'started' }, known);
    expect(state.parts.risks).toEqual({ status: 'here', value: risks(17) });
    expect(state.parts.topRisks.status).toBe('awaited');
    expect([state.phase, state.countedAt]).toEqual(['counting', remembered.at]);
    const newer = nextSummary(state, { type: 'arrived', part: { risks: risks(14) } });
    expect(newer.parts.risks).toEqual({ status: 'here', value: risks(14) });
  });

  test('comes too late once anything newer is there', () => {
    const state = after({ type: 'started' }, { type: 'arrived', part: { risks: risks(14) } }, known);
    expect(state.parts.risks).toEqual({ status: 'here', value: risks(14) });
    expect(state.countedAt).toBeUndefined();
  });

  test('goes away with everything else when Jira does not show the projects any more', () => {
    const state = after({ type: 'started' }, known, ...failing('not-found'), { type: 'finished', at });
    expect(state.obstacle).toBe('noneUsable');
    expect(state.parts.risks.status).toBe('awaited');
  });

  test('only a whole count is kept', () => {
    const { risks: all, attention, enablers, stories } = remembered.parts;
    const whole: SummaryEvent[] = [
      { type: 'started' },
      { type: 'scope', scope: remembered.scope, lights: remembered.lights },
      { type: 'arrived', part: { risks: all, attention, enablers, stories, topRisks: [], trend: undefined } },
    ];
    const finished: SummaryEvent = { type: 'finished', at: remembered.at };
    expect(rememberedOf(after(...whole, finished))).toEqual(remembered);
    expect(rememberedOf(after(...whole))).toBeUndefined();
    const broken: SummaryEvent = { type: 'partFailed', name: 'stories', error: { code: 'jira-unavailable' } };
    expect(rememberedOf(after(...whole, broken, finished))).toBeUndefined();
  });

  test('a history that could not be read delays nothing', () => {
    const state = after({ type: 'partFailed', name: 'trend', error: { code: 'rate-limited', retryAfterSeconds: 9 } });
    expect(state.waitSeconds).toBeUndefined();
    expect(state.parts.trend.status).toBe('failed');
  });
});
