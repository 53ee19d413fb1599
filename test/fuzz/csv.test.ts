/**
 * Files as somebody might choose them: read, mapped, checked and imported through the resolver as the page does it. What
 * the page takes the door takes, a dry run says what the import does, and the same file again changes nothing.
 */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { ImportedRow } from '../../src/contract/risks';
import { COLUMN_MEANINGS, guessColumns, type ColumnMeanings } from '../../src/domain/csv/columns';
import { cellText } from '../../src/domain/csv/formula';
import { COLUMNS_MOST, ROWS_MOST } from '../../src/domain/csv/limits';
import { portionsOf } from '../../src/domain/csv/portions';
import {
  dayOrderOf,
  ownersIn,
  readRows,
  wordsOfScale,
  type NumberedRow,
  type Table,
} from '../../src/domain/csv/read-file';
import { ownerKey, type OwnerAnswer } from '../../src/domain/csv/read-row';
import type { Result } from '../../src/contract/result';
import { readCsvBytes } from '../../static/app/src/shared/csv/read-csv';
import { csvText } from '../../static/app/src/shared/csv/write-csv';
import { register } from '../../static/app/src/shared/strings/en-register';
import { capturedLog } from '../fixtures/captured-log';
import { setUpSite, valueOf, type TestSite } from '../fixtures/site';
import { brokenFile, cell, file, orderlyFile } from './csv-files';

capturedLog();
interface Reading {
  readonly table: Table;
  readonly rows: readonly NumberedRow[];
}

/** What the page makes of a file; `undefined` where it says what is wrong with it. */
function read(
  bytes: Uint8Array,
  choose: (guessed: ColumnMeanings) => ColumnMeanings,
  ownerOf: (words: string) => OwnerAnswer,
): Reading | undefined {
  const found = readCsvBytes(bytes);
  if ('problem' in found) return undefined;
  const { table } = found.file;
  expect(table.rows.length).toBeGreaterThan(0);
  expect(table.rows.length).toBeLessThanOrEqual(ROWS_MOST);
  const meanings = choose(guessColumns(table.headers, table.rows, 'SHOP'));
  const ratingWords = new Map(
    wordsOfScale(table, meanings).flatMap(({ key, guess }) => (guess === undefined ? [] : [[key, guess] as const])),
  );
  const order = dayOrderOf(table, meanings);
  const owners = new Map(ownersIn(table, meanings).map((asked) => [ownerKey(asked), ownerOf(asked.text)]));
  return {
    table,
    rows: readRows(table, {
      headers: table.headers,
      meanings,
      ratingWords,
      dayOrder: order === 'unclear' ? undefined : order,
      owners,
    }),
  };
}

/** Somebody chose other meanings than were guessed; each stands on one column, but for what is added to the description. */
const choice = fc
  .array(fc.option(fc.constantFrom(...COLUMN_MEANINGS), { nil: undefined, freq: 8 }), { maxLength: 10 })
  .map((chosen) => (guessed: ColumnMeanings): ColumnMeanings => {
    const taken = new Set<string>();
    return guessed.map((guess, index) => {
      const meaning = chosen[index] ?? guess;
      if (meaning === undefined || taken.has(meaning)) return undefined;
      if (meaning !== 'addToDescription') taken.add(meaning);
      return meaning;
    });
  });

test('any bytes are a table or a problem with a sentence, and every row is a risk or says what is wrong', () => {
  let tables = 0;
  fc.assert(
    fc.property(brokenFile, choice, (bytes, choose) => {
      const found = readCsvBytes(bytes);
      if ('problem' in found) expect(register.file.problems).toHaveProperty(found.problem);
      const reading = read(bytes, choose, (words) =>
        words.startsWith('M') ? { state: 'found', accountId: 'acc-1' } : { state: 'nobody' },
      );
      if (reading === undefined) return;
      tables += 1;
      for (const { row, problems, number } of reading.rows) {
        expect(row === undefined).toBe(problems.length > 0);
        expect(number).toBeGreaterThan(1);
      }
    }),
    { numRuns: 1500 },
  );
  expect(tables).toBeGreaterThan(400);
});

describe('through the door', () => {
  let site: TestSite;
  let start: { readonly jira: ReturnType<TestSite['jira']['snapshot']>; readonly forge: unknown };
  beforeAll(async () => {
    site = await setUpSite();
    await site.risk('A risk that is there');
    start = { jira: site.jira.snapshot(), forge: site.forge.snapshot(site.site) };
  });
  afterAll(() => site.close());

  async function send(rows: readonly NumberedRow[], dryRun: boolean): Promise<readonly ImportedRow[]> {
    const outcomes: ImportedRow[] = [];
    for (const portion of portionsOf(rows.flatMap(({ row, number }) => (row === undefined ? [] : [{ row, number }])))) {
      const payload = { projectId: site.project.id, rows: portion.map(({ row }) => row), dryRun };
      const answer = (await site.invokeRaw(site.people.deniz, 'importRisks', payload)) as Result<{
        readonly rows: readonly ImportedRow[];
      }>;
      outcomes.push(...valueOf(answer).rows);
    }
    return outcomes;
  }
  const kinds = (rows: readonly ImportedRow[]) =>
    rows.map((row) => (row.outcome === 'failed' ? row.error.code : row.outcome));

  test('what the page read is taken; the dry run tells what the import does; again, nothing changes', async () => {
    let imported = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(file, { weight: 4, arbitrary: orderlyFile }),
        fc.oneof({ weight: 3, arbitrary: fc.constant((guessed: ColumnMeanings) => guessed) }, choice),
        async (bytes, choose) => {
          site.jira.restore(start.jira);
          site.forge.restore(site.site, start.forge);
          const { mara } = site.people;
          const reading = read(bytes, choose, (words) =>
            /mara/i.test(words) ? { state: 'found', accountId: mara } : { state: 'left' },
          );
          if (reading === undefined || reading.rows.every(({ row }) => row === undefined)) return;
          const before = site.jira.snapshot();
          const would = kinds(await send(reading.rows, true));
          expect(site.jira.snapshot()).toEqual(before);
          for (const kind of would) expect(['created', 'updated', 'unchanged', 'not-found']).toContain(kind);
          expect(kinds(await send(reading.rows, false))).toEqual(would);
          imported += would.filter((kind) => kind === 'created').length;
          const after = site.jira.snapshot();
          expect(kinds(await send(reading.rows, false))).toEqual(
            would.map((kind) => (kind === 'not-found' ? kind : 'unchanged')),
          );
          expect(site.jira.snapshot()).toEqual(after);
        },
      ),
      { numRuns: 80 },
    );
    expect(imported).toBeGreaterThan(40);
  });
});

/** Half a letter has no bytes in UTF-8: it is written as a sign for that. */
const wellFormed = (text: string) => Buffer.from(text, 'utf8').toString('utf8');

test('any cells that we write are read again as they were, by us and by others, and none is a formula', () => {
  const written = fc.array(
    fc.array(fc.oneof(cell, fc.string({ unit: 'binary', maxLength: 10 })), { minLength: 3, maxLength: 3 }),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(written, (rows) => {
      const plain = rows.map((row) => ['x', ...row.map((text) => wellFormed(text.replaceAll('\u0000', '')))]);
      const text = csvText(['a', 'b', 'c', 'd'], plain);
      const found = readCsvBytes(new TextEncoder().encode(text));
      if ('problem' in found) throw new Error(found.problem);
      const { rows: cells } = found.file.table;
      expect(cells.map((row) => row.map(cellText))).toEqual(plain);
      expect(parse(text, { bom: true, record_delimiter: '\r\n' }).slice(1)).toEqual(cells);
      for (const one of cells.flat()) expect(one).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
    }),
    { numRuns: 300 },
  );
});

test('a hundred thousand columns are too many; a single endless cell is one cell', () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  const commas = ','.repeat(100_000);
  expect(readCsvBytes(bytesOf(`Title${commas}\r\nx\r\n`))).toEqual({ problem: 'tooManyColumns' });
  expect(readCsvBytes(bytesOf(`Title\r\nx${commas}\r\n`))).toEqual({ problem: 'tooManyColumns' });
  const wide = Array.from({ length: COLUMNS_MOST }, (_, index) => `c${index}`).join(',');
  expect(readCsvBytes(bytesOf(`${wide}\r\nx\r\n`))).toHaveProperty('file');
  const reading = read(
    bytesOf(`Title,Description\r\nx,${'a'.repeat(4_000_000)}\r\n`),
    (guessed) => guessed,
    () => ({ state: 'nobody' }),
  );
  expect(reading?.rows.map(({ problems }) => problems.map(({ code, says }) => [code, says.length]))).toEqual([
    [['tooLong', 80]],
  ]);
});
