/**
 * What one view costs: counted where it is charged, in the local Jira's ledger and the local Forge's.
 */
import { roundTrips } from '../local-jira/http/costs';
import type { BenchSite } from './bench-site';
import { answeredAt, FUNCTION_MS, requestMs } from './latency';

export interface ViewCost {
  readonly issues: number;
  readonly points: number;
  readonly requests: number;
  /** Calls that had to wait for one another, functions included. */
  readonly roundTrips: number;
  readonly invocations: number;
  /** Both ways, requests and function calls, without headers. */
  readonly bytes: number;
  /** Until the first answer of Jira is there, and until the last one is: by the model of latency.ts. */
  readonly firstMs: number;
  readonly wholeMs: number;
}

/** Calls a function of the app, as a page does. */
export type Invoke = (functionKey: string, payload: unknown) => Promise<unknown>;

export async function measure(site: BenchSite, view: (invoke: Invoke) => Promise<void>): Promise<ViewCost> {
  const { jira, forge } = site;
  jira.costs.reset();
  forge.invocations.reset();
  const calls: { startedAt: number; endedAt: number; bytes: number }[] = [];
  await view(async (functionKey, payload) => {
    const startedAt = jira.costs.tick();
    const answer = await forge.invokeResolver(site.site, {
      moduleKey: 'risk-gadget',
      accountId: site.viewer,
      extension: {},
      functionKey,
      payload,
    });
    const bytes = Buffer.byteLength(JSON.stringify(payload)) + Buffer.byteLength(JSON.stringify(answer));
    calls.push({ startedAt, endedAt: jira.costs.tick(), bytes });
    return answer;
  });
  const { requests, points, bytesIn, bytesOut } = jira.costs.totals();
  // What a function asks is part of its own time.
  const ownRequests = jira.costs.entries.filter(
    ({ startedAt, endedAt }) => !calls.some((call) => call.startedAt < startedAt && endedAt < call.endedAt),
  );
  const times = answeredAt([
    ...ownRequests.map(({ startedAt, endedAt, issuesReturned }) => ({
      startedAt,
      endedAt,
      ms: requestMs(issuesReturned),
    })),
    ...calls.map(({ startedAt, endedAt }) => ({ startedAt, endedAt, ms: FUNCTION_MS })),
  ]).slice(0, ownRequests.length);
  return {
    issues: jira.state.issues.size,
    points,
    requests,
    roundTrips: roundTrips([...jira.costs.entries, ...calls]),
    invocations: forge.invocations.count(),
    firstMs: Math.min(...times),
    wholeMs: Math.max(...times),
    bytes: bytesIn + bytesOut + calls.reduce((sum, call) => sum + call.bytes, 0),
  };
}
