import { parse } from 'csv-parse/sync';
import type { ImportProblem } from './problem';

/** A CSV file as text cells, before anything in it means something. */
export interface CsvTable {
  headers: readonly string[];
  rows: readonly CsvRow[];
}

export interface CsvRow {
  /** Spreadsheet row: the header is row 1. */
  row: number;
  cells: readonly string[];
}

export type CsvTableResult = { ok: true; table: CsvTable } | { ok: false; problems: readonly ImportProblem[] };

// The export dialog of Jira offers these four; tab is what spreadsheets paste.
const DELIMITERS = [',', ';', '|', '^', '\t'] as const;

/**
 * Splits CSV text into a header and rows. Text in cells is left exactly as it is: no trimming, no numbers, no formulas.
 * Answers problems, never throws: a quote that is not closed, a row with another number of cells than the header,
 * no header at all.
 */
export function readCsvTable(csvText: string): CsvTableResult {
  const text = csvText.startsWith('\uFEFF') ? csvText.slice(1) : csvText;
  if (text.trim() === '') return { ok: false, problems: [{ row: 1, message: 'The file is empty.' }] };

  const split = splitRecords(text, delimiterOf(text));
  if (!split.ok) return { ok: false, problems: [split.problem] };

  const [headers = [], ...records] = split.records;
  const rows: CsvRow[] = [];
  const problems: ImportProblem[] = [];
  records.forEach((cells, index) => {
    const row = index + 2;
    if (isBlankLine(cells, headers.length)) return;
    if (cells.length !== headers.length) {
      problems.push({
        row,
        message: `Row ${row} has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, but the header has ${headers.length} columns.`,
      });
      return;
    }
    rows.push({ row, cells });
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, table: { headers, rows } };
}

type SplitResult = { ok: true; records: string[][] } | { ok: false; problem: ImportProblem };

function splitRecords(text: string, delimiter: string): SplitResult {
  let finished = 0;
  try {
    const records: string[][] = parse(text, {
      delimiter,
      relax_column_count: true,
      // Jira writes \n, spreadsheets \r\n; an edited file may hold both. In quoted cells each stays what it is.
      record_delimiter: text.includes('\n') ? ['\r\n', '\n'] : '\r',
      on_record: (record: string[]) => {
        finished += 1;
        return record;
      },
    });
    return { ok: true, records };
  } catch (error) {
    return { ok: false, problem: { row: finished + 1, message: quoteMessage(error, finished + 1) } };
  }
}

function quoteMessage(error: unknown, row: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `A quote opened in row ${row} is never closed.`;
    case 'CSV_INVALID_CLOSING_QUOTE':
      return `Row ${row} has text after a closing quote; a quote inside a cell must be doubled.`;
    case 'INVALID_OPENING_QUOTE':
      return `Row ${row} has a quote in the middle of an unquoted cell.`;
    default:
      return `Row ${row} cannot be read as CSV: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

/** The first of the known delimiters with which the first line names a Summary column; comma when none does. */
function delimiterOf(text: string): string {
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const names = (delimiter: string): string[] =>
    firstLine.split(delimiter).map((name) =>
      name
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .toLowerCase(),
    );
  return DELIMITERS.find((delimiter) => names(delimiter).includes('summary')) ?? ',';
}

function isBlankLine(cells: readonly string[], columns: number): boolean {
  return cells.length <= 1 && columns > 1 && (cells[0] ?? '').trim() === '';
}
