import type { LocalJira } from '../index';
import type { SiteState } from '../state/site-state';
import { applyImport } from './apply-import';
import { columnMeaning } from './columns';
import { readCsvTable } from './csv-table';
import { fieldByName, readCustomValue } from './custom-values';
import type { ImportedIssue } from './imported-issue';
import type { ImportProblem } from './problem';
import { planProjects } from './project-plan';
import { readIssues } from './read-issues';

export type { ImportProblem } from './problem';

export interface ImportOptions {
  /** Key of the project for issues of which the file names neither key nor project. */
  readonly projectKeyFallback?: string;
}

export interface ImportReport {
  /** Key of the (first) project of the file; empty when nothing could be read. */
  readonly project: string;
  /** How many issues and links were brought in; 0 when there are problems. */
  readonly issues: number;
  readonly links: number;
  /** Columns the local Jira has no place for; their cells were left out. */
  readonly unknownColumns: readonly string[];
  /** Why nothing was imported. */
  readonly problems: readonly ImportProblem[];
  /** What of single rows was left out although the file was imported. */
  readonly notices: readonly ImportProblem[];
  readonly seconds: number;
}

const DEFAULT_PROJECT_KEY = 'IMPORT';

/**
 * Imports a file written by Jira's "Export CSV". All or nothing: with any problem nothing changes on the site and the
 * report names row and column. Cells are data: nothing in them is run, no formula, no HTML.
 */
export function importCsv(jira: LocalJira, csvText: string, options: ImportOptions = {}): ImportReport {
  const started = performance.now();
  const { state, clock } = jira;
  const read = readAll(state, csvText, options.projectKeyFallback ?? DEFAULT_PROJECT_KEY);
  const applied =
    read.problems.length > 0
      ? { issues: 0, links: 0, notices: [] }
      : applyImport(state, read.plans, clock.now().getTime());
  return {
    project: read.plans[0]?.key ?? '',
    issues: applied.issues,
    links: applied.links,
    unknownColumns: read.unknownColumns,
    problems: [...read.problems].sort((left, right) => left.row - right.row),
    notices: applied.notices,
    seconds: (performance.now() - started) / 1000,
  };
}

interface ReadAll {
  readonly plans: ReturnType<typeof planProjects>['plans'];
  readonly unknownColumns: readonly string[];
  readonly problems: readonly ImportProblem[];
}

function readAll(state: SiteState, csvText: string, fallback: string): ReadAll {
  const table = readCsvTable(csvText);
  if (!table.ok) return { plans: [], unknownColumns: [], problems: table.problems };
  const { issues, unknownColumns, problems } = readIssues(table.table);
  const { plans, problems: projectProblems } = planProjects(issues, fallback);
  const nothing: ImportProblem[] =
    issues.length === 0 && problems.length === 0 ? [{ row: 1, message: 'The file has a header but no issues.' }] : [];
  return {
    plans,
    unknownColumns: [...unknownColumns, ...unknownFields(state, table.table.headers)],
    problems: [...problems, ...projectProblems, ...nothing, ...problemsOnSite(state, issues)],
  };
}

/** Custom fields that the file names and the site does not have. */
function unknownFields(state: SiteState, headers: readonly string[]): string[] {
  const unknown = headers.filter((header) => {
    const meaning = columnMeaning(header);
    return meaning.kind === 'customField' && !fieldByName(state, meaning.name);
  });
  return [...new Set(unknown.map((header) => header.trim()))];
}

/** What only the site can tell: keys that are taken, values its fields cannot hold. */
function problemsOnSite(state: SiteState, issues: readonly ImportedIssue[]): ImportProblem[] {
  const problems: ImportProblem[] = [];
  for (const issue of issues) {
    if (issue.key !== undefined && state.issues.byKey(issue.key)) {
      problems.push({ row: issue.row, column: 'Issue key', message: `${issue.key} is already on this site.` });
    }
    for (const imported of issue.customFields) {
      const field = fieldByName(state, imported.name);
      const read = field && readCustomValue(state, field, imported);
      if (read?.found === 'wrong') {
        problems.push({ row: issue.row, column: imported.column, message: read.message });
      }
    }
  }
  return problems;
}
