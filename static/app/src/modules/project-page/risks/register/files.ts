/** The files that the import and the export hand over. Loaded when one is wanted: the writer of CSV is in here. */
import type { ImportedRow } from '../../../../../../../src/contract/risks';
import { REGISTER_COLUMNS, registerCells } from '../../../../../../../src/domain/csv/register-row';
import type { RegisterRisk } from '../../../../../../../src/domain/csv/register-row';
import type { NumberedRow, Table } from '../../../../../../../src/domain/csv/read-file';
import { downloadText } from '../../../../shared/csv/download';
import { csvText } from '../../../../shared/csv/write-csv';
import { register } from '../../../../shared/strings/en-register';
import { fill } from '../../../../shared/strings/fill';
import { detailText, problemsText } from './row-words';

export const REGISTER_HEADERS: readonly string[] = REGISTER_COLUMNS.map((column) => register.columns[column]);

/** @param day ISO day of the viewer. */
export function downloadRegister(projectKey: string, day: string, risks: readonly RegisterRisk[]): void {
  downloadText(
    fill(register.export.file, { key: projectKey, day }),
    csvText(REGISTER_HEADERS, risks.map(registerCells)),
  );
}

export function downloadTemplate(): void {
  downloadText(register.file.templateFile, csvText(register.template, []));
}

/** The rows that were refused, as they stand in the file, with what is wrong behind them: mended there, imported again. */
export function downloadRefused(projectKey: string, { headers, rows }: Table, refused: readonly RefusedRow[]): void {
  const lines = refused.map(({ number, problem }) => {
    const cells = rows[number - 2] ?? [];
    return [...headers.map((_, index) => cells[index] ?? ''), problem];
  });
  const text = csvText([...headers, register.check.problemHeader], lines);
  downloadText(fill(register.check.refusedFile, { key: projectKey }), text);
}

export interface RefusedRow {
  readonly number: number;
  readonly problem: string;
}

/** What became of every row. */
export function downloadResult(
  projectKey: string,
  rows: readonly NumberedRow[],
  outcomes: ReadonlyMap<number, ImportedRow>,
): void {
  const { row, title, outcome, key, detail } = register.run.resultHeaders;
  const lines = rows.map((one) => resultLine(one, outcomes.get(one.number)));
  const text = csvText([row, title, outcome, key, detail], lines);
  downloadText(fill(register.run.resultFile, { key: projectKey }), text);
}

function resultLine({ number, title, problems }: NumberedRow, done: ImportedRow | undefined): readonly string[] {
  const { outcomes } = register.rows;
  if (problems.length > 0) return [String(number), title, outcomes.dry.failed, '', problemsText(problems)];
  if (done === undefined) return [String(number), title, register.rows.open, '', ''];
  const key = done.outcome === 'failed' ? '' : (done.issue?.key ?? '');
  return [String(number), title, outcomes.real[done.outcome], key, detailText(done)];
}
