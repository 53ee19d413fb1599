/** Any register, written to a file and read again: it says the same, and written once more it is the same file. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { lineOf, paragraphsOf } from '../../../src/domain/csv/cell-text';
import { guessColumns } from '../../../src/domain/csv/columns';
import { readRows } from '../../../src/domain/csv/read-file';
import { ownerKey, type OwnerAnswer } from '../../../src/domain/csv/read-row';
import { REGISTER_COLUMNS, registerCells, type RegisterRisk } from '../../../src/domain/csv/register-row';
import { LEVELS, SCALE } from '../../../src/domain/level';
import { TREATMENTS } from '../../../src/domain/site-setup';
import { readCsvBytes, type CsvFile } from '../../../static/app/src/shared/csv/read-csv';
import { csvText } from '../../../static/app/src/shared/csv/write-csv';
import { register } from '../../../static/app/src/shared/strings/en-register';

const HEADERS = REGISTER_COLUMNS.map((column) => register.columns[column]);
const bytesOf = (text: string) => new TextEncoder().encode(text);
function fileOf(text: string): CsvFile {
  const read = readCsvBytes(bytesOf(text));
  if ('problem' in read) throw new Error(read.problem);
  return read.file;
}

const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom("'", '"', '""', ',', ';', '\n', '\n\n', '\t', '=', '+', '-', '@', ' ', '\ufeff', '|', 'ß', '漢'),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
/** As Jira keeps them: no blanks at the ends, no control characters. */
const paragraphs = nasty.map((text) => paragraphsOf(` ${text}`)).filter((text) => paragraphsOf(text) === text);
const line = nasty.map((text) => lineOf(` ${text}`)).filter((text) => text !== '' && lineOf(text) === text);
const score = fc.option(fc.record({ likelihood: fc.constantFrom(...SCALE), impact: fc.constantFrom(...SCALE) }), {
  nil: undefined,
});
const day = fc.option(
  fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10)),
  { nil: undefined },
);
const risk: fc.Arbitrary<Omit<RegisterRisk, 'key'>> = fc.record({
  summary: line,
  description: paragraphs,
  status: line,
  inherent: score,
  level: fc.option(fc.constantFrom(...LEVELS), { nil: undefined }),
  residual: score,
  residualLevel: fc.option(fc.constantFrom(...LEVELS), { nil: undefined }),
  treatment: fc.option(fc.constantFrom(...TREATMENTS), { nil: undefined }),
  owner: fc.option(fc.record({ name: line, accountId: fc.stringMatching(/^[a-z0-9]{8,24}$/) }), { nil: undefined }),
  nextReview: day,
  acceptanceExpires: day,
  businessImpact: paragraphs,
  abuseCase: paragraphs,
  assets: fc.uniqueArray(fc.stringMatching(/^[a-z=+@-][a-z0-9-]{0,9}$/), { maxLength: 4 }),
  infoSecReference: fc.constantFrom('', 'https://grc.example.com/a?b=c,d&e="f"'),
  progress: fc.record({ done: fc.nat(9), inProgress: fc.nat(9), toDo: fc.nat(9) }),
  dropped: fc.nat(9),
  created: day,
});
const world = fc
  .array(risk, { minLength: 1, maxLength: 8 })
  .map((risks) => risks.map((one, index): RegisterRisk => ({ ...one, key: `SHOP-${index + 1}` })));

const write = (risks: readonly RegisterRisk[]) => csvText(HEADERS, risks.map(registerCells));

test('a file is RFC 4180: another reader finds the same cells', () => {
  fc.assert(
    fc.property(world, (risks) => {
      const text = write(risks);
      const cells = parse(text, { bom: true, record_delimiter: '\r\n' });
      expect(cells).toHaveLength(risks.length + 1);
      expect(cells).toEqual([HEADERS, ...fileOf(text).table.rows]);
    }),
    { numRuns: 200 },
  );
});

test('no cell is run by a spreadsheet', () => {
  fc.assert(
    fc.property(world, (risks) => {
      for (const cell of fileOf(write(risks)).table.rows.flat())
        expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
    }),
  );
});

test('read again, every risk says what it said', () => {
  fc.assert(
    fc.property(world, (risks) => {
      const { table } = fileOf(write(risks));
      const meanings = guessColumns(table.headers, table.rows, 'SHOP');
      const owners = new Map(
        risks.flatMap(({ owner }): [string, OwnerAnswer][] =>
          owner
            ? [[ownerKey({ by: 'id', text: owner.accountId }), { state: 'found', accountId: owner.accountId }]]
            : [],
        ),
      );
      const rows = readRows(table, {
        headers: table.headers,
        meanings,
        ratingWords: new Map(),
        dayOrder: undefined,
        owners,
      });
      expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
      expect(rows.map(({ row }) => row)).toEqual(risks.map(rowOf));
    }),
    { numRuns: 300 },
  );
});

/** What of a risk can be imported; what is empty is not said. */
function rowOf(one: RegisterRisk): unknown {
  const { key, summary, description, inherent, residual, treatment, owner, nextReview } = one;
  const { businessImpact, abuseCase, assets, infoSecReference } = one;
  const all = { key, summary, description, inherent, residual, treatment, owner: owner?.accountId, nextReview };
  const more = { businessImpact, abuseCase, assets: assets.length === 0 ? undefined : assets, infoSecReference };
  return Object.fromEntries(
    Object.entries({ ...all, ...more }).filter(([, value]) => value !== undefined && value !== ''),
  );
}

test('a workbook is not taken for text; neither is a file with nothing in it', () => {
  const problem = (bytes: Uint8Array) => {
    const read = readCsvBytes(bytes);
    return 'problem' in read ? read.problem : undefined;
  };
  expect(problem(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))).toBe('notText');
  expect(problem(bytesOf(' \r\n '))).toBe('empty');
  expect(problem(bytesOf('Title,Owner\r\n'))).toBe('noRows');
  expect(problem(bytesOf('Title\r\n"never closed\r\nmore'))).toBe('brokenQuotes');
  expect(problem(bytesOf(`Title\r\n${'x\r\n'.repeat(5000)}`))).toBeUndefined();
  expect(problem(bytesOf(`Title\r\n${'x\r\n'.repeat(5001)}`))).toBe('tooManyRows');
});

test('what spreadsheets write elsewhere is read: semicolons, tabs, Windows-1252, UTF-16, longer rows', () => {
  expect(fileOf('\ufeffTitle;Owner\r\nA;"B;C"\r\n').table).toEqual({
    headers: ['Title', 'Owner'],
    rows: [['A', 'B;C']],
  });
  expect(fileOf('Title\tOwner\nA\tB\n').table.rows).toEqual([['A', 'B']]);
  expect(fileOf('Title,Owner\nA,B,C\n').table.headers).toEqual(['Title', 'Owner', '']);
  const old = readCsvBytes(new Uint8Array([...bytesOf('Title,Owner\nSch'), 0xfc, ...bytesOf('tz,B\n')]));
  expect(old).toMatchObject({ file: { isUtf8: false, table: { rows: [['Schütz', 'B']] } } });
  const wide = new Uint8Array(Buffer.from('\ufeffTitle\tOwner\r\nSchütz\tB\r\n', 'utf16le'));
  expect(readCsvBytes(wide)).toMatchObject({ file: { isUtf8: true, table: { headers: ['Title', 'Owner'] } } });
});
