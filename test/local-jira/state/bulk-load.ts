import { NO_CUSTOM, NO_LABELS, NO_LINKS, type Issue, type LinkEnd } from './issue-entities';
import type { SiteState } from './site-state';

/** An issue as an importer or a benchmark gives it; everything left out is as for a new issue. */
export type BulkIssue = Pick<Issue, 'projectId' | 'typeId' | 'summary'> &
  Partial<Omit<Issue, 'id' | 'key' | 'links' | 'projectId' | 'typeId' | 'summary'>>;

/** A link between two bulk issues (by their place in the list) or existing issues (by id). */
export interface BulkLink {
  readonly typeId: string;
  readonly source: number | string;
  readonly destination: number | string;
}

/**
 * Loads many issues at once: no permission checks, no history, no events; found by search at once.
 * Ids and keys are given out in order; `number` keeps the number of a key. Returns the issues as stored.
 */
export function bulkLoad(
  state: SiteState,
  issues: readonly BulkIssue[],
  now: number,
  links: readonly BulkLink[] = [],
): readonly Issue[] {
  const made = issues.map((issue) => toIssue(state, issue, now));
  const idOf = (end: number | string): string => (typeof end === 'string' ? end : made[end]!.id);
  const ends = new Map<string, LinkEnd[]>();
  for (const { typeId, source, destination } of links) {
    const link = { id: state.nextId('link'), typeId, sourceId: idOf(source), destinationId: idOf(destination) };
    state.links.put(link);
    addEnd(ends, link.sourceId, { linkId: link.id, typeId, direction: 'outward', otherId: link.destinationId });
    addEnd(ends, link.destinationId, { linkId: link.id, typeId, direction: 'inward', otherId: link.sourceId });
  }
  const stored = made.map((issue) => ({ ...issue, links: ends.get(issue.id) ?? NO_LINKS }));
  const ids = new Set(stored.map((issue) => issue.id));
  const touched = [...ends.keys()].filter((id) => !ids.has(id)).map((id) => withEnds(state, id, ends.get(id)!));
  state.loadIssues([...stored, ...touched]);
  return stored;
}

function withEnds(state: SiteState, id: string, ends: readonly LinkEnd[]): Issue {
  const issue = state.issues.require(id);
  return { ...issue, links: [...issue.links, ...ends] };
}

function addEnd(ends: Map<string, LinkEnd[]>, id: string, end: LinkEnd): void {
  const known = ends.get(id);
  if (known === undefined) ends.set(id, [end]);
  else known.push(end);
}

function toIssue(state: SiteState, issue: BulkIssue, now: number): Issue {
  const project = state.projects.require(issue.projectId);
  const number = issue.number ?? state.nextIssueNumber(project.id);
  state.issueNumbers.set(project.id, Math.max(number, state.issueNumbers.get(project.id) ?? 0));
  const created = issue.created ?? now;
  return {
    statusId: firstStatus(state, issue),
    priorityId: '3',
    resolutionId: null,
    resolved: null,
    description: null,
    environment: null,
    labels: NO_LABELS,
    assigneeId: null,
    reporterId: project.leadAccountId,
    creatorId: project.leadAccountId,
    parentId: null,
    securityLevelId: null,
    dueDate: null,
    updated: created,
    statusCategoryChanged: created,
    custom: NO_CUSTOM,
    archived: false,
    ...issue,
    created,
    links: NO_LINKS,
    id: state.nextId('issue'),
    key: `${project.key}-${number}`,
    number,
  };
}

function firstStatus(state: SiteState, issue: BulkIssue): string {
  if (issue.statusId !== undefined) return issue.statusId;
  const scheme = state.workflowSchemes.require(state.projects.require(issue.projectId).workflowSchemeId);
  const workflow = state.workflows.require(scheme.workflowIds[issue.typeId] ?? scheme.defaultWorkflowId);
  return workflow.transitions.find((transition) => transition.type === 'INITIAL')!.toStatusId;
}
