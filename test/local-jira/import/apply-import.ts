import { ADMIN_ACCOUNT_ID, addBoard, addProject, addSprint, grant, SPRINT } from '../seed';
import { bulkLoad, type BulkIssue, type BulkLink } from '../state/bulk-load';
import type { Project } from '../state/config-entities';
import type { CustomValue, Issue } from '../state/issue-entities';
import type { SiteState } from '../state/site-state';
import { fieldByName, readCustomValue } from './custom-values';
import type { ImportedIssue } from './imported-issue';
import type { ImportProblem } from './problem';
import type { ProjectPlan } from './project-plan';
import { splitIssueKey } from './read-issues';
import { SiteNames } from './site-names';
import { textToAdf } from './text-to-adf';

const DEFAULT_TYPE = 'Task';
const DEFAULT_STATUS = 'To Do';

export interface Applied {
  readonly issues: number;
  readonly links: number;
  readonly notices: readonly ImportProblem[];
}

/** Brings checked issues into the site. Nothing in here can refuse a row any more; it only tells what it left out. */
export function applyImport(state: SiteState, plans: readonly ProjectPlan[], now: number): Applied {
  const names = new SiteNames(state);
  const notices: ImportProblem[] = [];
  const rows: ImportedIssue[] = [];
  const bulk: BulkIssue[] = [];
  for (const plan of plans) {
    const project = projectFor(state, plan);
    const sprints = sprintsOf(state, project, plan.issues);
    reserveNumbers(state, project, plan.issues);
    for (const row of plan.issues) {
      rows.push(row);
      bulk.push(toBulkIssue(state, names, project, row, sprints, now, notices));
    }
  }
  const places = placesByName(rows);
  const links = linksOf(state, names, rows, places, notices);
  const issues = bulkLoad(state, bulk, now, links);
  connectParents(state, rows, issues, places, notices);
  addComments(state, names, rows, issues);
  return { issues: issues.length, links: links.length, notices };
}

/** A project of the site with that key, or a new company-managed one that everybody here so far may do all in. */
function projectFor(state: SiteState, plan: ProjectPlan): Project {
  const known = state.projects.find(({ key }) => key === plan.key);
  if (known) return known;
  const existing = state.users.filter(({ accountType, active }) => accountType === 'atlassian' && active);
  const project = addProject(state, { key: plan.key, name: plan.name, leadAccountId: ADMIN_ACCOUNT_ID });
  for (const user of existing) grant(state, project, user.id, 'administrators');
  addBoard(state, project);
  return state.projects.require(project.id);
}

function toBulkIssue(
  state: SiteState,
  names: SiteNames,
  project: Project,
  row: ImportedIssue,
  sprints: ReadonlyMap<string, string>,
  now: number,
  notices: ImportProblem[],
): BulkIssue {
  const typeId = names.issueType(project, row.issueType ?? DEFAULT_TYPE);
  const created = row.created?.getTime() ?? now;
  const resolved = row.resolved?.getTime() ?? null;
  const number = splitIssueKey(row.key ?? '')?.number;
  return {
    projectId: project.id,
    typeId,
    summary: row.summary,
    ...(number === undefined ? {} : { number }),
    statusId: names.status(project, typeId, row.status ?? DEFAULT_STATUS, row.statusCategory),
    ...(row.priority === undefined ? {} : { priorityId: names.priority(row.priority) }),
    resolutionId: names.resolution(row.resolution, row.resolved),
    resolved,
    description: row.description === undefined ? null : textToAdf(row.description),
    labels: row.labels,
    assigneeId: row.assignee === undefined ? null : names.person(row.assignee),
    ...(row.reporter === undefined ? {} : { reporterId: names.person(row.reporter) }),
    dueDate: row.dueDate ?? null,
    created,
    updated: row.updated?.getTime() ?? Math.max(created, resolved ?? created),
    statusCategoryChanged: resolved ?? created,
    custom: customOf(state, names, row, sprints, notices),
  };
}

function customOf(
  state: SiteState,
  names: SiteNames,
  row: ImportedIssue,
  sprints: ReadonlyMap<string, string>,
  notices: ImportProblem[],
): Record<string, CustomValue> {
  const custom: Record<string, CustomValue> = {};
  const sprintIds = row.sprints.map((name) => sprints.get(name)).filter((id) => id !== undefined);
  if (sprintIds.length > 0) custom[SPRINT] = sprintIds;
  for (const imported of row.customFields) {
    const field = fieldByName(state, imported.name);
    if (!field) continue;
    const read = readCustomValue(state, field, imported);
    if (read.found === 'value') custom[field.id] = read.value;
    if (read.found === 'people') {
      const ids = read.names.map((displayName) => names.person({ displayName }));
      custom[field.id] = read.several ? ids : (ids[0] ?? '');
    }
    if (read.found === 'missing-option') notices.push({ row: row.row, column: imported.column, message: read.message });
  }
  return custom;
}

/** Sprints of the file, on the project's first board: closed when everything in them is resolved. */
function sprintsOf(state: SiteState, project: Project, rows: readonly ImportedIssue[]): Map<string, string> {
  const unresolved = new Map<string, boolean>();
  for (const row of rows) {
    for (const name of row.sprints) unresolved.set(name, unresolved.get(name) === true || row.resolved === undefined);
  }
  const sprints = new Map<string, string>();
  if (unresolved.size === 0) return sprints;
  const board = state.boards.find(({ projectId }) => projectId === project.id) ?? addBoard(state, project);
  for (const [name, open] of unresolved) {
    const known = state.sprints.find((sprint) => sprint.boardId === board.id && sprint.name === name);
    sprints.set(name, (known ?? addSprint(state, board, { name, state: open ? 'future' : 'closed' })).id);
  }
  return sprints;
}

/** Issues without a key are numbered after every key of the file. */
function reserveNumbers(state: SiteState, project: Project, rows: readonly ImportedIssue[]): void {
  let highest = state.issueNumbers.get(project.id) ?? 0;
  for (const row of rows) highest = Math.max(highest, splitIssueKey(row.key ?? '')?.number ?? 0);
  state.issueNumbers.set(project.id, highest);
}

/** Where in the list an issue is, by its key and, as `#id`, by its id in the file. */
function placesByName(rows: readonly ImportedIssue[]): Map<string, number> {
  const places = new Map<string, number>();
  rows.forEach((row, place) => {
    if (row.key !== undefined) places.set(row.key, place);
    if (row.fileId !== undefined) places.set(`#${row.fileId}`, place);
  });
  return places;
}

/** Both ends of a link export it; it is made once. */
function linksOf(
  state: SiteState,
  names: SiteNames,
  rows: readonly ImportedIssue[],
  places: ReadonlyMap<string, number>,
  notices: ImportProblem[],
): BulkLink[] {
  const links = new Map<string, BulkLink>();
  rows.forEach((row, own) => {
    for (const { direction, linkType, otherKey, column } of row.links) {
      const other = places.get(otherKey) ?? state.issues.byKey(otherKey)?.id;
      if (other === undefined || other === own) {
        const why = other === own ? 'is the issue itself' : 'is neither in the file nor on the site';
        notices.push({ row: row.row, column, message: `Link left out: ${otherKey} ${why}.` });
        continue;
      }
      const typeId = names.linkType(linkType);
      const [source, destination] = direction === 'outward' ? [own, other] : [other, own];
      const type = state.linkTypes.require(typeId);
      // "relates to" reads the same from both ends, so A–B and B–A are one link.
      const ends = type.inward === type.outward ? [String(source), String(destination)].sort() : [source, destination];
      const name = `${typeId} ${ends.join(' ')}`;
      if (!links.has(name)) links.set(name, { typeId, source, destination });
    }
  });
  return [...links.values()];
}

function connectParents(
  state: SiteState,
  rows: readonly ImportedIssue[],
  issues: readonly Issue[],
  places: ReadonlyMap<string, number>,
  notices: ImportProblem[],
): void {
  const children: Issue[] = [];
  rows.forEach((row, own) => {
    if (row.parent === undefined) return;
    const place = places.get(row.parent) ?? places.get(`#${row.parent}`);
    const parentId = place === undefined ? state.issues.byKey(row.parent)?.id : issues[place]?.id;
    const issue = issues[own];
    if (parentId === undefined || issue === undefined || place === own) {
      notices.push({ row: row.row, column: 'Parent', message: `Parent left out: ${row.parent} is not in the file.` });
      return;
    }
    children.push({ ...state.issues.require(issue.id), parentId });
  });
  state.loadIssues(children);
}

function addComments(
  state: SiteState,
  names: SiteNames,
  rows: readonly ImportedIssue[],
  issues: readonly Issue[],
): void {
  rows.forEach((row, place) => {
    const issue = issues[place];
    if (issue === undefined) return;
    for (const { created, accountId, text } of row.comments) {
      const authorId = accountId === undefined ? issue.creatorId : names.person({ accountId, displayName: accountId });
      const at = created?.getTime() ?? issue.created;
      state.comments.put({
        id: state.nextId('comment'),
        issueId: issue.id,
        authorId,
        updateAuthorId: authorId,
        body: textToAdf(text),
        created: at,
        updated: at,
      });
    }
  });
}
