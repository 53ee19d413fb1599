/** What is said of one row of the file. Pure. */
import type { ImportedRow } from '../../../../../../../src/contract/risks';
import type { AppError } from '../../../../../../../src/contract/result';
import type { RowProblem } from '../../../../../../../src/domain/csv/read-row';
import { common } from '../../../../shared/strings/en-common';
import { register } from '../../../../shared/strings/en-register';
import { fill } from '../../../../shared/strings/fill';

const words = register.problems;

export function problemText({ code, meaning, says, first }: RowProblem): string {
  const column = register.map.meanings[meaning];
  switch (code) {
    case 'noTitle':
      return words.noTitle;
    case 'halfScore':
      return fill(words.halfScore, { column });
    case 'tooLong':
    case 'notRating':
      return fill(words[code], { column, says });
    case 'repeated':
      return fill(words.repeated, { first: first ?? '', column: REPEATED[meaning] ?? column, says });
    default:
      return fill(words[code], { says });
  }
}

const REPEATED: Readonly<Partial<Record<RowProblem['meaning'], string>>> = register.repeatedBy;

export function problemsText(problems: readonly RowProblem[]): string {
  return problems.map(problemText).join(' ');
}

/** Why Jira or the app refused a row. */
export function failureText(error: AppError): string {
  if (error.message !== undefined) return fill(common.jiraSaid, { message: error.message });
  const own: Readonly<Partial<Record<string, string>>> = register.failures;
  return own[error.code] ?? common.errors[error.code].heading;
}

/** More about an outcome: which parts change, or why it failed. */
export function detailText(row: ImportedRow): string {
  if (row.outcome === 'failed') return failureText(row.error);
  if (row.outcome !== 'updated') return '';
  const parts = row.changed.map((part) => register.rows.parts[part]).join(', ');
  return fill(register.rows.changed, { parts });
}
