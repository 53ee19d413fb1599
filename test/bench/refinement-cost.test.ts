/** What the page Refinement costs does not grow with the project. */
import { createBenchSite } from './bench-site';
import { viewRefinement } from './views';

test('opening it costs the same on 1,000 and on 10,000 issues: a hundred rows, and little more', async () => {
  const costs = [];
  for (const size of [1_000, 10_000]) {
    const bench = await createBenchSite(size);
    costs.push(await viewRefinement(bench));
    bench.close();
  }
  const [small, large] = costs;
  // The recorded ids, what the page begins with, the counts and rows side by side, and the risks of those rows.
  for (const cost of costs) expect([cost.invocations, cost.roundTrips]).toEqual([1, 4]);
  expect(large?.requests).toBe(small?.requests);
  // 4 to begin with and at most 20 risks without owner; 6 counts; 101 for the rows; their risks.
  for (const cost of costs) expect(cost.points).toBeLessThanOrEqual(4 + 20 + 6 + 101 + 21);
});
