/** Changing many risks: how far it is, what was refused, waiting, stopping, taking back. */
import fc from 'fast-check';
import type { RiskChanges } from '../../../src/contract/risks';
import type { AppError, ErrorCode } from '../../../src/contract/result';
import type { RiskRow } from '../../../src/reads/risk-board-view';
import { EditRunner, isUnderWay } from '../../../static/app/src/modules/project-page/risks/edit-run';
import {
  changesOf,
  editableFields,
  partsBack,
  sameValue,
  valueIn,
} from '../../../static/app/src/modules/project-page/risks/edit-value';
import { outcomeWords, underWayWords } from '../../../static/app/src/modules/project-page/risks/edit/value-words';
import { anyRisks, personOf, riskOf, TODAY } from './rows';

/** A register that does what it is told, but for what a test makes it refuse. */
function register(
  rows: readonly RiskRow[],
  refusal: (id: string, call: number) => AppError | undefined = () => undefined,
) {
  const stored = new Map(rows.map((row) => [row.id, row]));
  const calls: (readonly string[])[] = [];
  const waits: number[] = [];
  let lost: ErrorCode | undefined;
  const apply = (id: string, changes: RiskChanges) => {
    const row = stored.get(id);
    if (row === undefined) return;
    const { owner, treatment, nextReview } = changes;
    stored.set(id, {
      ...row,
      ...(owner === undefined ? {} : { owner: owner === null ? undefined : personOf(owner) }),
      ...(treatment === undefined ? {} : { treatment: treatment ?? undefined }),
      ...(nextReview === undefined ? {} : { nextReview: nextReview ?? undefined }),
    });
  };
  const runner = new EditRunner({
    editRisks: (issueIds, changes) => {
      calls.push(issueIds);
      const failed = issueIds.flatMap((issueId) => {
        const error = refusal(issueId, calls.length);
        return error === undefined ? [] : [{ issueId, error }];
      });
      const done = issueIds.filter((id) => !failed.some(({ issueId }) => issueId === id));
      for (const id of done) apply(id, changes);
      if (lost !== undefined) return Promise.resolve({ ok: false, error: { code: lost } });
      return Promise.resolve({ ok: true, value: { done, failed } });
    },
    lookAgain: (ids) => Promise.resolve(ids.flatMap((id) => stored.get(id) ?? [])),
    wait: (seconds) => {
      waits.push(seconds);
      return Promise.resolve();
    },
  });
  return { runner, stored, calls, waits, lose: (code: ErrorCode) => (lost = code) };
}

const many = (count: number) => Array.from({ length: count }, (_, index) => riskOf(index + 1));
const AVOID = { field: 'treatment', treatment: 'Avoid' } as const;

test('sixty risks go twenty-five at a time, and it says how far it is', async () => {
  const rows = many(60);
  const { runner, calls, stored } = register(rows);
  const seen: string[] = [];
  runner.subscribe(() => {
    const run = runner.run();
    if (run !== undefined && isUnderWay(run)) seen.push(underWayWords(run));
  });
  await runner.start(AVOID, rows);
  expect(calls.map(({ length }) => length)).toEqual([25, 25, 10]);
  expect(seen).toEqual(['Saving 0 of 60', 'Saving 25 of 60', 'Saving 50 of 60', 'Saving 60 of 60']);
  expect([...stored.values()].every(({ treatment }) => treatment === 'Avoid')).toBe(true);
  expect(outcomeWords(runner.run()!, TODAY)).toBe('Saved for 60 risks: treatment Avoid');
});

test('what was refused is named with its reason, and can be tried again; one undo then takes back all of it', async () => {
  const rows = many(3);
  let locked = true;
  const { runner, stored, calls } = register(rows, (id) =>
    locked && id === '10002' ? { code: 'no-permission' } : undefined,
  );
  await runner.start(AVOID, rows);
  expect(runner.run()).toMatchObject({
    phase: 'finished',
    refused: [{ row: { key: 'SHOP-2' }, error: { code: 'no-permission' } }],
  });
  expect(outcomeWords(runner.run()!, TODAY)).toBe('Saved for 2 of 3 risks: treatment Avoid');
  locked = false;
  await runner.retry();
  expect(calls.at(-1)).toEqual(['10002']);
  expect(outcomeWords(runner.run()!, TODAY)).toBe('Saved for 3 risks: treatment Avoid');
  await runner.undo();
  expect([...stored.values()].map(({ treatment }) => treatment)).toEqual([undefined, undefined, undefined]);
  expect(outcomeWords(runner.run()!, TODAY)).toBe('Taken back for 3 risks');
});

test('where Jira puts some off, only these are sent again, after the pause it asked for', async () => {
  const rows = many(2);
  const { runner, calls, waits } = register(rows, (id, call) =>
    id === '10002' && call === 1 ? { code: 'rate-limited', retryAfterSeconds: 7 } : undefined,
  );
  await runner.start(AVOID, rows);
  expect([calls, waits]).toEqual([[['10001', '10002'], ['10002']], [7]]);
  expect(runner.run()).toMatchObject({ phase: 'finished', refused: [] });
});

test('what is put off for ever is refused in the end', async () => {
  const { runner, calls } = register(many(1), () => ({ code: 'rate-limited', retryAfterSeconds: 1 }));
  await runner.start(AVOID, many(1));
  expect(calls).toHaveLength(6);
  expect(runner.run()?.refused).toMatchObject([{ error: { code: 'rate-limited' } }]);
});

test('a lost answer is no failure where the risk has the new value', async () => {
  const rows = many(2);
  const { runner, lose } = register(rows, (id) => (id === '10002' ? { code: 'no-permission' } : undefined));
  lose('jira-unavailable');
  await runner.start(AVOID, rows);
  expect(runner.run()).toMatchObject({
    done: [{ key: 'SHOP-1' }],
    refused: [{ row: { key: 'SHOP-2' }, error: { code: 'jira-unavailable' } }],
  });
});

test('stopped, it ends after the call on its way; the rest was not touched', async () => {
  const rows = many(60);
  const { runner, calls } = register(rows);
  const started = runner.start(AVOID, rows);
  runner.stop();
  await started;
  expect(calls).toHaveLength(1);
  expect(runner.run()).toMatchObject({ phase: 'stopped' });
  expect(runner.run()?.done).toHaveLength(25);
});

test('while one change is saved, another does nothing', async () => {
  const rows = many(1);
  const { runner, calls } = register(rows);
  await Promise.all([runner.start(AVOID, rows), runner.start(AVOID, rows)]);
  expect(calls).toHaveLength(1);
});

test('undo puts back exactly what stood there, whatever it was', async () => {
  await fc.assert(
    fc.asyncProperty(anyRisks, fc.constantFrom('owner', 'treatment', 'nextReview'), async (rows, field) => {
      fc.pre(rows.length > 0);
      const value = {
        owner: { field: 'owner', person: personOf('Priya') },
        treatment: { field: 'treatment', treatment: undefined },
        nextReview: { field: 'nextReview', day: '2027-01-01' },
      } as const;
      // The register knows people by their account id alone.
      const known = rows.map((row) => ({ ...row, owner: row.owner && personOf(row.owner.accountId) }));
      const { runner, stored } = register(known);
      await runner.start(value[field], known);
      for (const row of stored.values()) expect(sameValue(valueIn(row, field), value[field])).toBe(true);
      await runner.undo();
      expect([...stored.values()]).toEqual(known);
    }),
    { numRuns: 40 },
  );
});

test('going back takes one part for each value there was', () => {
  const rows = [riskOf(1, { treatment: 'Avoid' }), riskOf(2), riskOf(3, { treatment: 'Avoid' })];
  expect(partsBack(rows, 'treatment').map(({ value, rows: part }) => [changesOf(value), part.length])).toEqual([
    [{ treatment: 'Avoid' }, 2],
    [{ treatment: null }, 1],
  ]);
});

test('what the project has no field for cannot be changed', () => {
  expect(editableFields({})).toEqual(['owner', 'treatment', 'nextReview']);
  expect(editableFields({ missingFields: ['riskOwner'] })).toEqual(['treatment', 'nextReview']);
});
