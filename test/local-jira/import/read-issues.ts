import { columnMeaning, type ColumnMeaning, type ImportedField } from './columns';
import type { CsvRow, CsvTable } from './csv-table';
import { dayOf, readDate } from './dates';
import type {
  ImportedComment,
  ImportedCustomValue,
  ImportedIssue,
  ImportedLink,
  ImportedPerson,
} from './imported-issue';
import type { ImportProblem } from './problem';

/** Everything a file says about issues, with what is wrong with it. */
export interface ReadIssues {
  issues: readonly ImportedIssue[];
  /** Headers without a meaning here, each once; their cells are left out. */
  unknownColumns: readonly string[];
  problems: readonly ImportProblem[];
}

interface Column {
  index: number;
  header: string;
  meaning: ColumnMeaning;
}

const ISSUE_KEY = /^([A-Z][A-Z0-9_]{1,9})-([1-9]\d{0,9})$/;

/** Splits `SHOP-428` into project key and number; undefined when the text is no issue key. */
export function splitIssueKey(text: string): { projectKey: string; number: number } | undefined {
  const match = ISSUE_KEY.exec(text);
  return match?.[1] !== undefined ? { projectKey: match[1], number: Number(match[2]) } : undefined;
}

/** Reads every row; pure, so that a file is judged whole before anything of it is imported. */
export function readIssues(table: CsvTable): ReadIssues {
  const columns = table.headers.map((header, index) => ({
    index,
    header: header.trim(),
    meaning: columnMeaning(header),
  }));
  const unknownColumns = [
    ...new Set(columns.filter(({ meaning }) => meaning.kind === 'unknown').map(({ header }) => header)),
  ];
  const problems: ImportProblem[] = [];
  if (!columns.some(({ meaning }) => meaning.kind === 'field' && meaning.field === 'summary')) {
    problems.push({ row: 1, column: 'Summary', message: 'The file has no Summary column.' });
    return { issues: [], unknownColumns, problems };
  }
  const issues = table.rows.map((row) => readRow(columns, row, problems));
  reportDuplicateKeys(issues, problems);
  return { issues, unknownColumns, problems };
}

function readRow(columns: readonly Column[], row: CsvRow, problems: ImportProblem[]): ImportedIssue {
  const cells = new RowCells(columns, row, problems);
  const summary = cells.verbatim('summary') ?? '';
  if (summary.trim() === '') {
    problems.push({ row: row.row, column: 'Summary', message: `Row ${row.row} has no Summary.` });
  }
  const key = cells.word('key');
  if (key !== undefined && !splitIssueKey(key)) {
    problems.push({ row: row.row, column: cells.header('key'), message: `"${key}" is not an issue key.` });
  }
  const created = cells.date('created');
  const dueDate = cells.date('dueDate');
  return withoutUndefined({
    row: row.row,
    summary,
    key,
    fileId: cells.word('id'),
    projectKey: cells.word('projectKey'),
    projectName: cells.word('projectName'),
    issueType: cells.word('issueType'),
    status: cells.word('status'),
    statusCategory: cells.word('statusCategory'),
    priority: cells.word('priority'),
    resolution: cells.word('resolution'),
    assignee: personOf(cells.word('assignee'), cells.word('assigneeId')),
    reporter: personOf(cells.word('reporter'), cells.word('reporterId')),
    created,
    updated: cells.date('updated'),
    resolved: cells.date('resolved'),
    dueDate: dueDate && dayOf(dueDate),
    labels: [...new Set(cells.words('labels').flatMap((cell) => cell.split(/\s+/)))],
    description: cells.verbatim('description'),
    comments: cells.words('comment').map(commentOf),
    sprints: cells.words('sprint'),
    parent: cells.word('parent'),
    links: cells.links(),
    customFields: cells.customFields(),
  });
}

/** The cells of one row by meaning. Empty cells do not count: Jira pads repeated columns with them. */
class RowCells {
  constructor(
    private readonly columns: readonly Column[],
    private readonly row: CsvRow,
    private readonly problems: ImportProblem[],
  ) {}

  verbatim(field: ImportedField): string | undefined {
    return this.filled(field)[0]?.text;
  }

  word(field: ImportedField): string | undefined {
    return this.verbatim(field)?.trim();
  }

  words(field: ImportedField): string[] {
    return this.filled(field).map(({ text }) => text.trim());
  }

  header(field: ImportedField): string {
    return this.columns.find(({ meaning }) => meaning.kind === 'field' && meaning.field === field)?.header ?? field;
  }

  date(field: ImportedField): Date | undefined {
    const cell = this.filled(field)[0];
    if (!cell) return undefined;
    const date = readDate(cell.text);
    if (!date) {
      this.problems.push({
        row: this.row.row,
        column: cell.column.header,
        message: `"${cell.text}" is not a date; expected for instance "24/May/22 6:37 AM" or "2022-05-24T06:37:00Z".`,
      });
    }
    return date;
  }

  links(): ImportedLink[] {
    return this.columns.flatMap((column) => {
      const otherKey = this.text(column).trim();
      if (column.meaning.kind !== 'link' || otherKey === '') return [];
      const { direction, linkType } = column.meaning;
      return [{ direction, linkType, otherKey, column: column.header }];
    });
  }

  customFields(): ImportedCustomValue[] {
    const byName = new Map<string, ImportedCustomValue & { values: string[] }>();
    for (const column of this.columns) {
      const text = this.text(column);
      if (column.meaning.kind !== 'customField' || text.trim() === '') continue;
      const { name } = column.meaning;
      const known = byName.get(name);
      if (known) known.values.push(text);
      else byName.set(name, { name, column: column.header, values: [text] });
    }
    return [...byName.values()];
  }

  private filled(field: ImportedField): { column: Column; text: string }[] {
    return this.columns
      .filter(({ meaning }) => meaning.kind === 'field' && meaning.field === field)
      .map((column) => ({ column, text: this.text(column) }))
      .filter(({ text }) => text.trim() !== '');
  }

  private text(column: Column): string {
    return this.row.cells[column.index] ?? '';
  }
}

function personOf(displayName: string | undefined, accountId: string | undefined): ImportedPerson | undefined {
  if (displayName === undefined && accountId === undefined) return undefined;
  return withoutUndefined({ accountId, displayName: displayName ?? accountId ?? '' });
}

/** Jira writes `24/May/22 6:37 AM;account id;text`; anything else is taken as the text alone. */
function commentOf(cell: string): ImportedComment {
  const [date = '', accountId = '', ...rest] = cell.split(';');
  const created = rest.length > 0 ? readDate(date) : undefined;
  if (!created) return { text: cell };
  return withoutUndefined({ created, accountId: accountId.trim() || undefined, text: rest.join(';') });
}

function reportDuplicateKeys(issues: readonly ImportedIssue[], problems: ImportProblem[]): void {
  const firstRows = new Map<string, number>();
  for (const { key, row } of issues) {
    if (key === undefined) continue;
    const first = firstRows.get(key);
    if (first === undefined) firstRows.set(key, row);
    else problems.push({ row, column: 'Issue key', message: `${key} is already in row ${first}.` });
  }
}

type WithoutUndefined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

function withoutUndefined<T extends object>(value: T): WithoutUndefined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as WithoutUndefined<T>;
}
