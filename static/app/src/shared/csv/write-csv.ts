/**
 * Writes a CSV file: RFC 4180, in UTF-8 with a mark that tells spreadsheets so, and no cell that one would run.
 * https://www.rfc-editor.org/rfc/rfc4180
 */
import Papa from 'papaparse';
import { safeCell } from '../../../../../src/domain/csv/formula';

const BYTE_ORDER_MARK = '\ufeff';

/** Every cell is made safe here, headers too; what is handed over is plain text. */
export function csvText(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [headers, ...rows].map((row) => row.map(safeCell));
  // A row of one empty cell would be an empty line, which is no row.
  return `${BYTE_ORDER_MARK}${Papa.unparse(cells, { newline: '\r\n', quotes: headers.length === 1 })}\r\n`;
}
