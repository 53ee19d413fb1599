/** The gadget's budget of DESIGN: constant in the size of the project. */
import { createBenchSite } from './bench-site';
import { FUNCTION_MS, ISSUE_MS, LOWER_BOUND_MS } from './latency';
import { viewGadget, viewNaiveGadget } from './views';

test('one view costs the same on 1,000 and on 10,000 issues, and stays within the budget', async () => {
  const costs = [];
  for (const size of [1_000, 10_000]) {
    const bench = await createBenchSite(size);
    costs.push(await viewGadget(bench));
    bench.close();
  }
  const [small, large] = costs;
  for (const cost of costs) {
    expect(cost.points).toBeLessThanOrEqual(25);
    expect(cost.roundTrips).toBeLessThanOrEqual(2);
    expect(cost.invocations).toBeLessThanOrEqual(1);
    // A function, then everything at once: the first number after one count, the last one after six rows.
    expect([cost.firstMs, cost.wholeMs]).toEqual([
      FUNCTION_MS + LOWER_BOUND_MS,
      FUNCTION_MS + LOWER_BOUND_MS + 6 * ISSUE_MS,
    ]);
  }
  expect([small?.issues, large?.issues]).toEqual([1_000, 10_000]);
  expect(large).toEqual({ ...small, issues: 10_000, bytes: large?.bytes });
  // Longer numbers and keys are all that may be added.
  expect(Math.abs((large?.bytes ?? 0) - (small?.bytes ?? 0))).toBeLessThan(200);
});

test('the gadget it is compared with really reads every issue', async () => {
  const bench = await createBenchSite(1_000);
  const cost = await viewNaiveGadget(bench);
  bench.close();
  expect(cost).toMatchObject({ issues: 1_000, requests: 10, roundTrips: 10, invocations: 0, points: 1_010 });
  expect(cost.wholeMs).toBe(10 * LOWER_BOUND_MS + 1_000 * ISSUE_MS);
});
