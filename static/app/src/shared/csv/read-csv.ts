/**
 * Reads a CSV file that somebody chose: any of the usual separators, UTF-8 or what older spreadsheets write.
 */
import Papa from 'papaparse';
import { COLUMNS_MOST, FILE_BYTES_MOST, ROWS_MOST } from '../../../../../src/domain/csv/limits';
import type { Table } from '../../../../../src/domain/csv/read-file';

export type CsvProblem =
  | 'tooLarge'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'empty'
  | 'noRows'
  /** No text: a workbook, a picture. */
  | 'notText'
  /** A quotation mark is opened and never closed. */
  | 'brokenQuotes';

export interface CsvFile {
  readonly table: Table;
  /** False where the file is not in UTF-8 and was read as Windows-1252. */
  readonly isUtf8: boolean;
}

export type ReadCsv = { readonly file: CsvFile } | { readonly problem: CsvProblem };

const SEPARATORS = [',', ';', '\t', '|'];

export async function readCsv(file: Blob): Promise<ReadCsv> {
  if (file.size > FILE_BYTES_MOST) return { problem: 'tooLarge' };
  return readCsvBytes(new Uint8Array(await file.arrayBuffer()));
}

export function readCsvBytes(bytes: Uint8Array): ReadCsv {
  const { text, isUtf8 } = decoded(bytes);
  // eslint-disable-next-line no-control-regex -- what no text holds
  if (/\u0000/.test(text.slice(0, 10_000))) return { problem: 'notText' };
  if (text.trim() === '') return { problem: 'empty' };
  const { data, errors } = Papa.parse<string[]>(text, {
    skipEmptyLines: 'greedy',
    delimitersToGuess: SEPARATORS,
    preview: ROWS_MOST + 2,
  });
  if (errors.some(({ type }) => type === 'Quotes')) return { problem: 'brokenQuotes' };
  const [headers, ...rows] = data;
  if (headers === undefined || rows.length === 0) return { problem: 'noRows' };
  if (rows.length > ROWS_MOST) return { problem: 'tooManyRows' };
  const columns = Math.max(headers.length, ...rows.map(({ length }) => length));
  if (columns > COLUMNS_MOST) return { problem: 'tooManyColumns' };
  return { file: { table: { headers: filled(headers, columns), rows }, isUtf8 } };
}

/** Rows may be longer than the line of headers. */
function filled(headers: readonly string[], columns: number): readonly string[] {
  return Array.from({ length: columns }, (_, index) => (headers[index] ?? '').trim());
}

function decoded(bytes: Uint8Array): { readonly text: string; readonly isUtf8: boolean } {
  const [first, second] = bytes;
  // "Unicode text" of a spreadsheet.
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), isUtf8: true };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isUtf8: true };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), isUtf8: false };
  }
}
