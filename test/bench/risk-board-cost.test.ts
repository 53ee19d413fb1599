/** What the risk board costs: usable after one page, and 2,000 risks in 21 requests. */
import { createBenchSite } from './bench-site';
import { viewRiskBoard } from './views';

test('2,000 open risks are read in 21 requests, a point each and one for each risk', async () => {
  // Two of a hundred issues are risks.
  const bench = await createBenchSite(100_000);
  const cost = await viewRiskBoard(bench);
  bench.close();
  // Twenty pages and the count; besides, one request, two points, for what the viewer may do.
  expect(cost).toMatchObject({ listRequests: 21, requests: 22, invocations: 1, points: 2_000 + 20 + 1 + 2 });
});

test('a register of one page asks for no count', async () => {
  const bench = await createBenchSite(1_000);
  const cost = await viewRiskBoard(bench);
  bench.close();
  expect(cost).toMatchObject({ listRequests: 1, requests: 2, points: 20 + 1 + 2 });
});
