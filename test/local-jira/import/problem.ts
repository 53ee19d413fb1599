/**
 * One thing about a row of the file.
 * `row` counts as a spreadsheet does: the header is row 1, the first issue row 2, however many lines a cell spans.
 */
export interface ImportProblem {
  readonly row: number;
  readonly column?: string;
  readonly message: string;
}
