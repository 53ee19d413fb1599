import * as v from 'valibot';
import { badRequest, conflict, fieldProblem, notFound } from '../http/problem';
import { json, type RouteContext, type RouteRegistrar } from '../http/router';
import type { IssueType, Project } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { isIssueTypeAvatar } from './avatar-pictures';
import { SYSTEM_AVATARS } from './avatar-pictures';
import { readBody, requireAdmin } from './body';
import { issueTypeJson } from './wire';

export const ISSUE_TYPES_ADMIN_ONLY =
  'You are not authorized to perform this action. Administrator privileges are required.';
export const ISSUE_TYPE_NOT_FOUND = 'Issue type does not exist.';
const NAME_LIMIT = 60;
const STANDARD_AVATAR = 10300;
const SUBTASK_AVATAR = 10316;

const CreateBody = v.strictObject({
  name: v.string(),
  description: v.optional(v.string()),
  hierarchyLevel: v.optional(v.number()),
  /** Deprecated spelling of the level. */
  type: v.optional(v.picklist(['standard', 'subtask'])),
});
const UpdateBody = v.strictObject({
  name: v.optional(v.string()),
  description: v.optional(v.string()),
  avatarId: v.optional(v.number()),
});

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-types/ */
export function registerIssueTypes(router: RouteRegistrar): void {
  const manage = ['manage:jira-configuration'];
  const read = ['read:jira-work'];
  const path = '/rest/api/3/issuetype';
  router.route({ method: 'GET', path, scopes: read, cost: 'read', anonymous: true, handler: listIssueTypes });
  router.route({ method: 'POST', path, scopes: manage, cost: 'write', handler: createIssueType });
  router.route({
    method: 'GET',
    path: `${path}/project`,
    scopes: read,
    cost: 'read',
    anonymous: true,
    handler: typesOfProject,
  });
  router.route({
    method: 'GET',
    path: `${path}/{id}`,
    scopes: read,
    cost: 'read',
    anonymous: true,
    handler: getIssueType,
  });
  router.route({ method: 'PUT', path: `${path}/{id}`, scopes: manage, cost: 'write', handler: updateIssueType });
}

function listIssueTypes({ state, access }: RouteContext): ReturnType<typeof json> {
  const visible = visibleTypeIds(state, access);
  return json(
    state.issueTypes.filter(({ id }) => visible === 'all' || visible.has(id)).map((type) => issueTypeJson(state, type)),
  );
}

function createIssueType({ state, access, body }: RouteContext): ReturnType<typeof json> {
  requireAdmin(access, ISSUE_TYPES_ADMIN_ONLY);
  const { name, description = '', hierarchyLevel, type } = readBody(CreateBody, body);
  const level = hierarchyLevel ?? (type === 'subtask' ? -1 : 0);
  if (level !== -1 && level !== 0) {
    throw fieldProblem('hierarchyLevel', 'The hierarchy level must be 0 (base) or -1 (subtask).');
  }
  checkName(state, name, undefined);
  const created = state.issueTypes.put({
    id: state.nextId('issuetype'),
    name: name.trim(),
    description,
    hierarchyLevel: level,
    avatarId: level === -1 ? SUBTASK_AVATAR : STANDARD_AVATAR,
  });
  // "All newly created issue types will automatically be added to this scheme."
  const standard = state.issueTypeSchemes.find((scheme) => scheme.isDefault);
  if (standard) state.issueTypeSchemes.put({ ...standard, issueTypeIds: [...standard.issueTypeIds, created.id] });
  return json(issueTypeJson(state, created), 201);
}

function typesOfProject({ state, access, query }: RouteContext): ReturnType<typeof json> {
  const projectId = query.get('projectId');
  if (projectId === null || !/^\d+$/.test(projectId)) throw badRequest('The projectId has to be provided.');
  const project = state.projects.get(projectId);
  if (project === undefined || !(access.mayBrowse(project) || access.isAdmin())) {
    throw notFound(`No project could be found with id '${projectId}'.`);
  }
  const level = query.get('level');
  const types = typesInScheme(state, project).filter(
    ({ hierarchyLevel }) => level === null || hierarchyLevel === Number(level),
  );
  return json(types.map((type) => issueTypeJson(state, type)));
}

function getIssueType(context: RouteContext): ReturnType<typeof json> {
  return json(issueTypeJson(context.state, visibleType(context)));
}

/** The issue type a path names; 404 also for those who may browse no project with it. */
export function visibleType({ state, access, params }: RouteContext): IssueType {
  const type = state.issueTypes.get(params['id'] ?? '');
  const visible = visibleTypeIds(state, access);
  if (type === undefined || (visible !== 'all' && !visible.has(type.id))) throw notFound(ISSUE_TYPE_NOT_FOUND);
  return type;
}

function updateIssueType({ state, access, params, body }: RouteContext): ReturnType<typeof json> {
  requireAdmin(access, ISSUE_TYPES_ADMIN_ONLY);
  const type = state.issueTypes.get(params['id'] ?? '');
  if (type === undefined) throw notFound(ISSUE_TYPE_NOT_FOUND);
  const { name, description, avatarId } = readBody(UpdateBody, body);
  if (name !== undefined) checkName(state, name, type);
  if (avatarId !== undefined && !isAvatarFor(state, type, String(avatarId))) {
    throw fieldProblem('avatarId', 'The avatar is not associated with this issue type.');
  }
  if (avatarId !== undefined && !isIssueTypeAvatar(state, avatarId)) {
    throw fieldProblem('avatarId', 'The avatar does not exist.');
  }
  const updated = state.issueTypes.put({
    ...type,
    name: name?.trim() ?? type.name,
    description: description ?? type.description,
    avatarId: avatarId ?? type.avatarId,
  });
  return json(issueTypeJson(state, updated));
}

/** Jira's own pictures, and those uploaded for this very type. */
function isAvatarFor(state: SiteState, type: IssueType, avatarId: string): boolean {
  return SYSTEM_AVATARS.some(({ id }) => id === avatarId) || state.avatars.get(avatarId)?.issueTypeId === type.id;
}

function checkName(state: SiteState, name: string, own: IssueType | undefined): void {
  if (name.trim() === '') throw fieldProblem('name', 'You must specify a name for this issue type.');
  if (name.trim().length > NAME_LIMIT) {
    throw fieldProblem('name', `The issue type name must not exceed ${NAME_LIMIT} characters.`);
  }
  const taken = state.issueTypes.find(
    (type) =>
      type.id !== own?.id &&
      type.scopeProjectId === own?.scopeProjectId &&
      type.name.toLowerCase() === name.trim().toLowerCase(),
  );
  if (taken) throw conflict('An issue type with this name already exists.');
}

/** The issue types of a project in the order of its scheme. */
export function typesInScheme(state: SiteState, project: Project): IssueType[] {
  return state.issueTypeSchemes
    .require(project.issueTypeSchemeId)
    .issueTypeIds.map((id) => state.issueTypes.require(id));
}

function visibleTypeIds(state: SiteState, access: RouteContext['access']): 'all' | ReadonlySet<string> {
  if (access.isAdmin()) return 'all';
  const projects = state.projects.filter((project) => access.mayBrowse(project));
  return new Set(projects.flatMap((project) => typesInScheme(state, project).map(({ id }) => id)));
}
