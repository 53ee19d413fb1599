import { grant } from '../local-jira/seed';
import { importCsv } from '../local-jira';
import type { ImportProblem } from '../local-jira/import';
import { setUpProjects } from './set-up-projects';
import type { ShellServices } from './shell-api';
import type { ImportReport, Person } from './shell/src/site/contract';

const MOST_LINES = 10;

type Needed = Pick<ShellServices, 'jira' | 'forge' | 'site'>;

/**
 * Imports a Jira CSV export, lets the people of the shell work in what it made, and sets Shift-Up up there as an admin
 * would, so that one's own backlog can be tried at once.
 */
export async function importBacklog(
  { jira, forge, site }: Needed,
  csv: string,
  people: readonly Person[],
): Promise<ImportReport> {
  const before = new Set(jira.state.projects.all().map(({ id }) => id));
  const report = importCsv(jira, csv);
  if (report.problems.length > 0) {
    return {
      ok: false,
      summary: `Nothing was imported: ${counted(report.problems.length, 'row')} cannot be read.`,
      details: lines(report.problems),
    };
  }
  const made = jira.state.projects.filter(({ id }) => !before.has(id));
  for (const project of made) {
    for (const { accountId, shortName } of people) {
      if (shortName !== 'guest') grant(jira.state, project, accountId, 'member');
    }
  }
  if (made.length > 0) {
    await setUpProjects(
      forge,
      site,
      jira,
      made.map(({ id }) => id),
    );
  }
  const unknown = report.unknownColumns.length === 0 ? [] : [`Columns left out: ${report.unknownColumns.join(', ')}.`];
  return {
    ok: true,
    summary: `${counted(report.issues, 'work item')} and ${counted(report.links, 'link')} imported into ${report.project}.`,
    details: [...unknown, ...lines(report.notices)],
  };
}

/** The first few; a file of thousands of rows may have thousands of the same mistake. */
function lines(problems: readonly ImportProblem[]): readonly string[] {
  const shown = problems
    .slice(0, MOST_LINES)
    .map(({ row, column, message }) => `Row ${row}${column === undefined ? '' : `, ${column}`}: ${message}`);
  return problems.length > MOST_LINES ? [...shown, `And ${problems.length - MOST_LINES} more.`] : shown;
}

function counted(count: number, one: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`;
}
