import { badRequest, forbidden } from '../http/problem';
import { empty, json, type RouteContext, type RouteRegistrar } from '../http/router';
import { bodyObject } from '../issues/body';
import { addProject } from '../seed';
import { projectJson } from '../wire/project';
import { visibleProject } from './project-find';

const PATH = '/rest/api/3/project';

export function register(router: RouteRegistrar): void {
  router.route({ method: 'POST', path: PATH, scopes: ['manage:jira-configuration'], cost: 'write', handler: create });
  router.route({
    method: 'PUT',
    path: `${PATH}/{projectIdOrKey}`,
    scopes: ['manage:jira-project'],
    cost: 'write',
    handler: update,
  });
  router.route({
    method: 'DELETE',
    path: `${PATH}/{projectIdOrKey}`,
    scopes: ['manage:jira-configuration'],
    cost: 'write',
    handler: remove,
  });
}

function create(context: RouteContext) {
  const { state, access, baseUrl } = context;
  if (!access.isAdmin()) throw forbidden('You are not authorized to perform this operation.');
  const body = bodyObject(context);
  const {
    key,
    name,
    leadAccountId,
    projectTypeKey = 'software',
    description,
    projectTemplateKey,
  } = body as Record<string, string | undefined>;
  const errors: Record<string, string> = {};
  if (key === undefined || !/^[A-Z][A-Z0-9_]{1,9}$/.test(key)) {
    errors['projectKey'] =
      'Project keys must start with an uppercase letter, followed by one or more uppercase alphanumeric characters.';
  } else if (state.projects.find((project) => project.key === key) !== undefined) {
    errors['projectKey'] = `Project '${key}' uses this project key.`;
  }
  if (name === undefined || name.trim() === '') errors['projectName'] = 'You must specify a valid project name.';
  else if (state.projects.find((project) => project.name === name) !== undefined) {
    errors['projectName'] = 'A project with that name already exists.';
  }
  if (leadAccountId === undefined || state.users.get(leadAccountId) === undefined) {
    errors['projectLead'] = 'You must specify a valid project lead.';
  }
  if (projectTypeKey !== 'software' && projectTypeKey !== 'business') {
    errors['projectTypeKey'] =
      'An invalid project type was specified. Make sure that the project type exists and is licensed.';
  }
  if (Object.keys(errors).length > 0) throw badRequest('', errors);
  const project = addProject(state, {
    key: key!,
    name: name!,
    leadAccountId: leadAccountId!,
    description: description ?? '',
    // Templates of team-managed projects carry "simplified" or "team-managed" in their keys.
    style: /simplified-(agility|free)|team-managed|next-gen/.test(projectTemplateKey ?? '') ? 'next-gen' : 'classic',
  });
  return json({ self: `${baseUrl}${PATH}/${project.id}`, id: Number(project.id), key: project.key }, 201);
}

function update(context: RouteContext) {
  const { state, access } = context;
  const project = visibleProject(context);
  if (!access.isAdmin() && !access.has('ADMINISTER_PROJECTS', project)) {
    throw forbidden('You cannot edit the configuration of this project.');
  }
  const { name, description, leadAccountId } = bodyObject(context, ['name', 'description', 'leadAccountId']) as Record<
    string,
    string | undefined
  >;
  if (leadAccountId !== undefined && state.users.get(leadAccountId) === undefined) {
    throw badRequest('', { projectLead: 'You must specify a valid project lead.' });
  }
  const changed = state.projects.put({
    ...project,
    name: name ?? project.name,
    description: description ?? project.description,
    leadAccountId: leadAccountId ?? project.leadAccountId,
  });
  return json(projectJson(state, access, changed, { lead: true, issueTypes: true, description: true }));
}

/** Into the trash; it can be restored. Forge hears nothing about the issues in it. */
function remove(context: RouteContext) {
  const project = visibleProject(context);
  if (!context.access.isAdmin()) throw forbidden('You are not authorized to perform this operation.');
  context.state.projects.put({ ...project, deleted: true });
  return empty();
}
