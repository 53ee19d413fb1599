import type { Issue } from '../state/issue-entities';
import type { Overlay, SearchIndex } from '../state/search-index';
import type { CompiledJql } from './compile';

const NO_OVERLAY: Overlay = new Map();

/** Issues that fit, in the query's order, as the index sees them; `overlay` holds other versions of single issues. */
export function findIssues(index: SearchIndex, query: CompiledJql, overlay: Overlay = NO_OVERLAY): Issue[] {
  const found: Issue[] = [];
  each(index, query, overlay, (issue) => found.push(issue));
  return found.sort(query.compare);
}

export function countIssues(index: SearchIndex, query: CompiledJql, overlay: Overlay = NO_OVERLAY): number {
  let count = 0;
  each(index, query, overlay, () => {
    count += 1;
  });
  return count;
}

function each(index: SearchIndex, query: CompiledJql, overlay: Overlay, take: (issue: Issue) => void): void {
  index.catchUp();
  const { test } = query;
  for (const projectId of query.projectIds) {
    const issues = index.inProject(projectId);
    if (overlay.size === 0) {
      for (const issue of issues) if (test(issue)) take(issue);
    } else {
      for (const issue of issues) if (!overlay.has(issue.id) && test(issue)) take(issue);
    }
  }
  const projects = new Set(query.projectIds);
  for (const issue of overlay.values()) {
    if (issue !== undefined && projects.has(issue.projectId) && test(issue)) take(issue);
  }
}
