/**
 * How long a view would take over a network, by a model that is stated: the local Jira answers in no time, so what is
 * measured is which calls wait for which, and what each of them carries. Milliseconds.
 */

/** From a browser to Atlassian and back. */
export const NETWORK_MS = 80;
/** What Jira needs to count by JQL, and to begin a search. */
export const JIRA_MS = 60;
/** What Jira adds for each issue of an answer, with its fields and links. */
export const ISSUE_MS = 2;
/** A call of a function that is warm, the function's own request to Jira included. */
export const FUNCTION_MS = 250;

/** The shortest that anything can take that asks Jira at all: one count. */
export const LOWER_BOUND_MS = NETWORK_MS + JIRA_MS;

export const MODEL_IN_WORDS =
  `Modelled: ${NETWORK_MS} ms between browser and Atlassian, ${JIRA_MS} ms a query, ${ISSUE_MS} ms an issue read, ` +
  `${FUNCTION_MS} ms a call of a warm function; calls that do not wait for one another run side by side.`;

/** A call in the line of starts and ends: B came after A exactly when B.startedAt > A.endedAt. */
export interface TimedCall {
  readonly startedAt: number;
  readonly endedAt: number;
  /** How long it takes by the model. */
  readonly ms: number;
}

export function requestMs(issuesReturned: number): number {
  return NETWORK_MS + JIRA_MS + ISSUE_MS * issuesReturned;
}

/** When each call has its answer, counted from the beginning of the view; in the order given. */
export function answeredAt(calls: readonly TimedCall[]): readonly number[] {
  const order = calls
    .map((call, index) => ({ call, index }))
    .sort((one, other) => one.call.startedAt - other.call.startedAt);
  const ends = new Array<number>(calls.length).fill(0);
  for (const { call, index } of order) {
    const begins = calls.reduce(
      (latest, other, at) => (other.endedAt < call.startedAt ? Math.max(latest, ends[at] ?? 0) : latest),
      0,
    );
    ends[index] = begins + call.ms;
  }
  return ends;
}
