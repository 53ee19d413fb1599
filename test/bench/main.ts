/**
 * `npm run bench`: what one view of the gadget costs on projects of 1,000, 10,000 and 100,000 issues, beside a gadget
 * that pages through all issues; what opening the page Refinement costs; what the whole risk board costs; and how long a relevance hint takes. `--json FILE` writes the numbers, `--sizes 1000,10000` measures other sizes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createBenchSite } from './bench-site';
import { parseLabelled } from './hint-score';
import { LOWER_BOUND_MS, MODEL_IN_WORDS } from './latency';
import { HOSTILE_SIZE, measureHintSpeed } from './hint-speed';
import type { ViewCost } from './measure';
import { NAIVE_PAGE, viewGadget, viewNaiveGadget, viewRefinement, viewRiskBoard } from './views';

const SIZES = '1000,10000,100000';
const STORIES = path.resolve(__dirname, '../domain/hints/stories.jsonl');
const COLUMNS = ['issues', 'points', 'requests', 'roundTrips', 'invocations', 'bytes', 'firstMs', 'wholeMs'] as const;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'string' }, sizes: { type: 'string', default: SIZES } } });
  const sizes = values.sizes.split(',').map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1))
    throw new Error(`--sizes wants numbers, not ${values.sizes}`);
  const gadget: ViewCost[] = [];
  const naive: ViewCost[] = [];
  const refinement: ViewCost[] = [];
  const riskBoard: ViewCost[] = [];
  for (const size of sizes) {
    console.log(`Measuring ${size.toLocaleString('en')} issues …`);
    const bench = await createBenchSite(size);
    gadget.push(await viewGadget(bench));
    naive.push(await viewNaiveGadget(bench));
    refinement.push(await viewRefinement(bench));
    riskBoard.push(await viewRiskBoard(bench));
    bench.close();
  }
  console.log(`\nOne view of the gadget\n${table(gadget)}`);
  console.log(`\nOne view of a gadget that pages through all issues\n${table(naive)}`);
  console.log(
    `\nNo view can be faster than one count, ${LOWER_BOUND_MS} ms. The gadget paints each number when it comes; one that` +
      `\nwas looked at before begins with the last known numbers, before any answer. The paging gadget has no number before` +
      `\nits last page. ${MODEL_IN_WORDS}`,
  );
  console.log(`\nOpening the page Refinement, until its first hundred rows stand\n${table(refinement)}`);
  console.log(`\nThe whole risk board: two risks in a hundred issues, a hundred a page\n${table(riskBoard)}`);
  console.log(
    `\nPoints as Jira charges them: a count 1, a read 1 and 1 more for each issue. Assumed for the paging gadget: it runs` +
      `\nin the page, knows all ids for nothing, and gets ${NAIVE_PAGE} issues a page. Measured against the local Jira.`,
  );
  const hints = measureHintSpeed(parseLabelled(readFileSync(STORIES, 'utf8')));
  console.log(
    `\nOne relevance hint: ${hints.medianMs.toFixed(3)} ms a story (median); at worst ${hints.slowest.ms.toFixed(1)} ms for` +
      ` ${HOSTILE_SIZE.toLocaleString('en')} letters of hostile text ("${hints.slowest.text}" repeated).`,
  );
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify({ gadget, naive, refinement, riskBoard, hints }, undefined, 2)}\n`);
    console.log(`\nWritten to ${values.json}.`);
  }
}

function table(rows: readonly ViewCost[]): string {
  const titles = ['issues', 'points', 'requests', 'round trips', 'functions', 'bytes', 'first ms', 'whole ms'];
  const cells = [titles, ...rows.map((row) => COLUMNS.map((column) => row[column].toLocaleString('en')))];
  const widths = titles.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ')).join('\n');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
