/** Building blocks for tests and demo worlds: what an administrator would do by hand. */
import { teamManagedSchemes } from './seed/team-managed';
import { simplifiedWorkflow } from './seed/workflow';
import { ROLE, USERS_GROUP } from './seed/roles';
import { DEFAULT_SCREEN_FIELDS, STORY_POINTS } from './seed/fields';
import type { Holder, Project, RoleActor, Version } from './state/config-entities';
import type { Board, Dashboard, Sprint, User } from './state/people-entities';
import type { SiteState } from './state/site-state';

export { ADMIN_ACCOUNT_ID, APP_ACCOUNT_ID, ISSUE_TYPE, RESOLUTION, STATUS } from './seed/system';
export { RANK, SPRINT, STORY_POINTS } from './seed/fields';
export { ADMIN_GROUP, ROLE, USERS_GROUP } from './seed/roles';

export interface NewUser {
  readonly displayName: string;
  /** Made from the name when absent: mara.lindqvist@example.com */
  readonly emailAddress?: string;
  readonly accountId?: string;
  readonly timeZone?: string;
  readonly groups?: readonly string[];
}

/** A person with an account; `groups: [ADMIN_GROUP, USERS_GROUP]` makes a Jira admin. */
export function addUser(state: SiteState, user: NewUser): User {
  const number = Number(state.nextId('user'));
  return state.users.put({
    id: user.accountId ?? `5b10ac8d82e05b22${(number * 7919).toString(16).padStart(8, '0')}`,
    accountType: 'atlassian',
    displayName: user.displayName,
    emailAddress: user.emailAddress ?? emailFor(user.displayName),
    active: true,
    timeZone: user.timeZone ?? state.site.timeZone,
    locale: 'en_US',
    groups: user.groups ?? [USERS_GROUP],
  });
}

function emailFor(displayName: string): string {
  const plain = displayName.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return `${plain
    .replace(/ł/g, 'l')
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.|\.$/g, '')}@example.com`;
}

export interface NewProject {
  readonly key: string;
  readonly name: string;
  readonly leadAccountId: string;
  readonly style?: 'classic' | 'next-gen';
  readonly description?: string;
  /** Uses the other project's schemes and screens, so that a change there is a change here. */
  readonly sharesSchemesWith?: Project;
}

/** A software project with schemes, screen and workflow of its own, as Jira's templates make it. */
export function addProject(state: SiteState, project: NewProject): Project {
  const id = state.nextId('project');
  const style = project.style ?? 'classic';
  const schemes =
    project.sharesSchemesWith ??
    (style === 'classic' ? ownSchemes(state, project.key) : teamManagedSchemes(state, id, project.key));
  return state.projects.put({
    id,
    key: project.key,
    name: project.name,
    description: project.description ?? '',
    leadAccountId: project.leadAccountId,
    projectTypeKey: 'software',
    style,
    isPrivate: false,
    archived: false,
    deleted: false,
    issueTypeSchemeId: schemes.issueTypeSchemeId,
    issueTypeScreenSchemeId: schemes.issueTypeScreenSchemeId,
    workflowSchemeId: schemes.workflowSchemeId,
    fieldConfigurationSchemeId: '10000',
    fieldSchemeId: '10000',
    permissionSchemeId: '0',
    roleActors: defaultActors(state),
    uuid: state.nextUuid('project'),
  });
}

function defaultActors(state: SiteState): Record<string, readonly RoleActor[]> {
  const actors: Record<string, readonly RoleActor[]> = {};
  for (const role of state.roles.values()) actors[role.id] = role.defaultActors;
  actors[ROLE.app] = [{ type: 'user', accountId: state.site.appAccountId }];
  return actors;
}

type Schemes = Pick<Project, 'issueTypeSchemeId' | 'issueTypeScreenSchemeId' | 'workflowSchemeId'>;

function ownSchemes(state: SiteState, key: string): Schemes {
  const types = state.issueTypeSchemes.require('10000');
  const typeScheme = state.issueTypeSchemes.put({
    ...types,
    id: state.nextId('issuetypescheme'),
    name: `${key}: Kanban Issue Type Scheme`,
    description: '',
    isDefault: false,
  });
  const screen = state.screens.put({
    id: state.nextId('screen'),
    name: `${key}: Kanban Default Issue Screen`,
    description: '',
    tabs: [{ id: state.nextId('screentab'), name: 'Field Tab', fieldIds: DEFAULT_SCREEN_FIELDS }],
  });
  const screenScheme = state.screenSchemes.put({
    id: state.nextId('screenscheme'),
    name: `${key}: Kanban Default Screen Scheme`,
    description: '',
    screens: { default: screen.id },
  });
  const issueTypeScreenScheme = state.issueTypeScreenSchemes.put({
    id: state.nextId('issuetypescreenscheme'),
    name: `${key}: Kanban Issue Type Screen Scheme`,
    description: '',
    screenSchemeIds: { default: screenScheme.id },
  });
  const workflow = state.workflows.put(simplifiedWorkflow(state, `Software Simplified Workflow for Project ${key}`));
  const workflowScheme = state.workflowSchemes.put({
    id: state.nextId('workflowscheme'),
    name: `${key}: Software Simplified Workflow Scheme`,
    description: '',
    defaultWorkflowId: workflow.id,
    workflowIds: {},
    version: { id: state.nextUuid('version'), versionNumber: 1 },
  });
  return {
    issueTypeSchemeId: typeScheme.id,
    issueTypeScreenSchemeId: issueTypeScreenScheme.id,
    workflowSchemeId: workflowScheme.id,
  };
}

/** Gives a person a role in a project: administrator, member (works) or viewer (reads and comments). */
export function grant(
  state: SiteState,
  project: Pick<Project, 'id'>,
  accountId: string,
  role: 'administrators' | 'member' | 'viewer',
): Project {
  const current = state.projects.require(project.id);
  const actors = current.roleActors[ROLE[role]] ?? [];
  return state.projects.put({
    ...current,
    roleActors: { ...current.roleActors, [ROLE[role]]: [...actors, { type: 'user', accountId }] },
  });
}

/** Gives the project a security scheme whose only level is seen by the given holders; returns the level's id. */
export function addSecurityLevel(
  state: SiteState,
  project: Pick<Project, 'id'>,
  name: string,
  members: readonly Holder[],
): string {
  const current = state.projects.require(project.id);
  const level = { id: state.nextId('securitylevel'), name, description: '', members };
  const known =
    current.issueSecuritySchemeId === undefined
      ? undefined
      : state.issueSecuritySchemes.require(current.issueSecuritySchemeId);
  const scheme = state.issueSecuritySchemes.put({
    id: known?.id ?? state.nextId('securityscheme'),
    name: known?.name ?? `${current.key}: security`,
    description: '',
    levels: [...(known?.levels ?? []), level],
  });
  state.projects.put({ ...current, issueSecuritySchemeId: scheme.id });
  return level.id;
}

/** A board over the project's issues, its columns those of the project's default workflow's statuses. */
export function addBoard(
  state: SiteState,
  project: Project,
  board: Partial<Omit<Board, 'id' | 'projectId'>> = {},
): Board {
  const scheme = state.workflowSchemes.require(project.workflowSchemeId);
  const workflow = state.workflows.require(scheme.defaultWorkflowId);
  return state.boards.put({
    id: String(Number(state.nextId('board')) - 9_999),
    name: `${project.key} board`,
    type: 'scrum',
    jql: `project = ${project.key} ORDER BY Rank ASC`,
    columns: workflow.statuses.map(({ statusId }) => ({
      name: state.statuses.require(statusId).name,
      statusIds: [statusId],
    })),
    estimationFieldId: STORY_POINTS,
    ...board,
    projectId: project.id,
  });
}

export function addSprint(state: SiteState, board: Board, sprint: Omit<Sprint, 'id' | 'boardId' | 'goal'>): Sprint {
  return state.sprints.put({
    goal: '',
    ...sprint,
    id: String(Number(state.nextId('sprint')) - 9_999),
    boardId: board.id,
  });
}

export function addVersion(
  state: SiteState,
  project: Project,
  version: { name: string; releaseDate?: string },
): Version {
  return state.versions.put({
    description: '',
    archived: false,
    released: false,
    ...version,
    id: state.nextId('version'),
    projectId: project.id,
  });
}

export function addDashboard(state: SiteState, name: string, ownerAccountId: string): Dashboard {
  return state.dashboards.put({
    id: state.nextId('dashboard'),
    name,
    description: '',
    ownerAccountId,
    shared: true,
    gadgets: [],
  });
}
