/** Rows sent in portions: stopped, resumed, limited, lost, refused as a whole. */
import type { ImportedRow, ImportOutcome } from '../../../src/contract/risks';
import type { Result } from '../../../src/contract/result';
import type { ImportRow } from '../../../src/domain/csv/import-row';
import { ImportRun, type RunPorts } from '../../../static/app/src/modules/project-page/risks/register/import-run';

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ number: index + 2, row: { summary: `Row ${index}` } }));
const created = (row: ImportRow): ImportedRow => ({ outcome: 'created', issue: { id: '1', key: row.summary } });
const failed = (code: 'rate-limited' | 'jira-refused'): ImportedRow => ({ outcome: 'failed', error: { code } });
const done = (rows: readonly ImportedRow[]): Result<ImportOutcome> => ({ ok: true, value: { rows } });

/** Answers call after call; the last answer stays. */
function ports(...answers: ((rows: readonly ImportRow[]) => Result<ImportOutcome> | Promise<Result<ImportOutcome>>)[]) {
  const calls: (readonly string[])[] = [];
  const waits: number[] = [];
  const made: RunPorts = {
    importRisks: async (rows) => {
      const answer = answers[Math.min(calls.length, answers.length - 1)]!;
      calls.push(rows.map(({ summary }) => summary));
      return answer(rows);
    },
    wait: async (seconds) => void waits.push(seconds),
  };
  return { made, calls, waits };
}
const all = (rows: readonly ImportRow[]) => done(rows.map(created));
const outcomes = (run: ImportRun) => [...run.state().outcomes.values()].map(({ outcome }) => outcome);

test('every row once, twenty a call', async () => {
  const { made, calls } = ports(all);
  const run = new ImportRun(made, rowsOf(45), false);
  await run.goOn();
  expect(run.state().phase).toBe('done');
  expect(calls.map(({ length }) => length)).toEqual([20, 20, 5]);
  expect(new Set(calls.flat()).size).toBe(45);
  expect(run.state().outcomes.get(46)).toMatchObject({ issue: { key: 'Row 44' } });
});

test('stops after what is under way, and goes on with the rest alone', async () => {
  const given = ports((rows) => {
    run.stop();
    return all(rows);
  }, all);
  const run: ImportRun = new ImportRun(given.made, rowsOf(45), false);
  await run.goOn();
  expect([run.state().phase, run.state().outcomes.size]).toEqual(['stopped', 20]);
  await run.goOn();
  expect([run.state().phase, run.state().outcomes.size]).toEqual(['done', 45]);
  expect(given.calls.flat()).toHaveLength(45);
});

test('two starts are one', async () => {
  const { made, calls } = ports(all);
  const run = new ImportRun(made, rowsOf(3), false);
  await Promise.all([run.goOn(), run.goOn()]);
  expect(calls).toHaveLength(1);
});

test('only the rows that Jira limited are sent again, after the pause it asked for', async () => {
  const limited: ImportedRow = { outcome: 'failed', error: { code: 'rate-limited', retryAfterSeconds: 7 } };
  const { made, calls, waits } = ports((rows) => done([created(rows[0]!), limited, failed('jira-refused')]), all);
  const run = new ImportRun(made, rowsOf(3), false);
  await run.goOn();
  expect(calls[1]).toEqual(['Row 1']);
  expect(waits).toEqual([7]);
  expect(outcomes(run).sort()).toEqual(['created', 'created', 'failed']);
});

test('a call that Jira limited as a whole is sent again whole; not for ever', async () => {
  const { made, calls, waits } = ports(() => ({ ok: false, error: { code: 'rate-limited', retryAfterSeconds: 2 } }));
  const run = new ImportRun(made, rowsOf(2), false);
  await run.goOn();
  expect([calls.length, waits.length]).toEqual([6, 5]);
  expect([run.state().phase, outcomes(run)]).toEqual(['done', ['failed', 'failed']]);
});

test('stopped during a pause, the limited rows stay open', async () => {
  const { made } = ports((rows) => done(rows.map(() => failed('rate-limited'))));
  const run: ImportRun = new ImportRun({ ...made, wait: async () => run.stop() }, rowsOf(2), false);
  await run.goOn();
  expect([run.state().phase, run.state().outcomes.size]).toEqual(['stopped', 0]);
});

test('a lost answer is asked for once more: the same rows again do no harm', async () => {
  const { made, calls } = ports(() => ({ ok: false, error: { code: 'jira-unavailable' } }), all);
  const run = new ImportRun(made, rowsOf(2), false);
  await run.goOn();
  expect(calls).toHaveLength(2);
  expect(outcomes(run)).toEqual(['created', 'created']);
});

test('what is refused for every row stops the run, and the rows stay open', async () => {
  const { made, calls } = ports(all, () => ({ ok: false, error: { code: 'no-permission' } }), all);
  const run = new ImportRun(made, rowsOf(60), false);
  await run.goOn();
  expect(run.state()).toMatchObject({ phase: 'stopped', error: { code: 'no-permission' } });
  expect([calls.length, run.state().outcomes.size]).toEqual([2, 20]);
  await run.goOn();
  expect(run.state()).toMatchObject({ phase: 'done', error: undefined });
});

test('what failed can be sent again, and nothing else is', async () => {
  const { made, calls } = ports((rows) => done([created(rows[0]!), failed('jira-refused')]), all);
  const run = new ImportRun(made, rowsOf(2), false);
  await run.goOn();
  await run.retry();
  expect(calls[1]).toEqual(['Row 1']);
  expect(outcomes(run)).toEqual(['created', 'created']);
});

test('a dry run asks for three portions at a time, an import for one', async () => {
  for (const [dryRun, most] of [
    [true, 3],
    [false, 1],
  ] as const) {
    let [now, highest] = [0, 0];
    const { made } = ports(async (rows) => {
      now += 1;
      highest = Math.max(highest, now);
      await new Promise((resolve) => void setTimeout(resolve, 5));
      now -= 1;
      return all(rows);
    });
    await new ImportRun(made, rowsOf(100), dryRun).goOn();
    expect(highest).toBe(most);
  }
});
