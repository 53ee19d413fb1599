/**
 * How fast a refinement meeting decides, and how long the rest takes at that pace. Pure.
 */

/** One decision: a story, or many stories at once. */
export interface Decision {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Stories that it decided; at least one. */
  readonly stories: number;
}

export interface MeetingPace {
  /** Stories decided in this meeting. */
  readonly decided: number;
  /** Whole minutes spent on deciding, breaks left out; at least 1. */
  readonly minutes: number;
  /** Whole minutes for the stories left, rounded up; 0 only when none is left. */
  readonly minutesLeft: number;
}

/** A pace from fewer decisions is a guess. */
export const DECISIONS_FOR_A_PACE = 5;
/** Whatever took longer was not this story: a break, or another item of the meeting. It counts as this long. */
export const LONGEST_DECISION_MS = 5 * 60_000;

const MINUTE_MS = 60_000;

/**
 * `undefined` before five decisions. Time runs from the start, or from the decision before, to each decision. A story
 * decided together with others says nothing about how long a single one takes: the rest is estimated by those decided one
 * by one, and only where there is none of these by all.
 * @param startedAt when the first story was on the screen; milliseconds since the epoch.
 * @param decisions those that stand, in any order: one that was undone is not among them.
 * @param left stories that nobody decided yet.
 */
export function paceOf({
  startedAt,
  decisions,
  left,
}: {
  readonly startedAt: number;
  readonly decisions: readonly Decision[];
  readonly left: number;
}): MeetingPace | undefined {
  if (decisions.length < DECISIONS_FOR_A_PACE) return undefined;
  const inOrder = [...decisions].sort((a, b) => a.at - b.at);
  const timed = inOrder.map(({ at, stories }, index) => {
    const since = inOrder[index - 1]?.at ?? startedAt;
    return { stories, took: Math.min(Math.max(at - since, 0), LONGEST_DECISION_MS) };
  });
  const single = timed.filter(({ stories }) => stories === 1);
  const measured = single.length > 0 ? single : timed;
  const perStory = sum(measured.map(({ took }) => took)) / sum(measured.map(({ stories }) => stories));
  return {
    decided: sum(timed.map(({ stories }) => stories)),
    minutes: Math.max(1, Math.round(sum(timed.map(({ took }) => took)) / MINUTE_MS)),
    minutesLeft: left <= 0 ? 0 : Math.max(1, Math.ceil((perStory * left) / MINUTE_MS)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
