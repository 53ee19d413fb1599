import type { ImportedIssue } from './imported-issue';
import type { ImportProblem } from './problem';
import { splitIssueKey } from './read-issues';

/** One project of the file and its issues in the order of the file. */
export interface ProjectPlan {
  readonly key: string;
  readonly name: string;
  readonly issues: readonly ImportedIssue[];
}

const PROJECT_KEY = /^[A-Z][A-Z0-9_]{1,9}$/;

/**
 * Sorts issues into projects: by the issue key, else the Project key column, else `fallback`.
 * A project key that Jira would not take is a problem of the first row that names it.
 */
export function planProjects(
  issues: readonly ImportedIssue[],
  fallback: string,
): { plans: readonly ProjectPlan[]; problems: readonly ImportProblem[] } {
  const byKey = new Map<string, ImportedIssue[]>();
  const problems: ImportProblem[] = [];
  for (const issue of issues) {
    const key = splitIssueKey(issue.key ?? '')?.projectKey ?? issue.projectKey ?? fallback;
    const known = byKey.get(key);
    if (known) {
      known.push(issue);
      continue;
    }
    byKey.set(key, [issue]);
    if (!PROJECT_KEY.test(key)) {
      problems.push({
        row: issue.row,
        column: 'Project key',
        message: `"${key}" is not a project key: 2 to 10 capitals, digits or _, starting with a letter.`,
      });
    }
  }
  const plans = [...byKey].map(([key, rows]) => ({
    key,
    name: rows.find(({ projectName }) => projectName !== undefined)?.projectName ?? key,
    issues: rows,
  }));
  return { plans, problems };
}
