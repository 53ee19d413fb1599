import { badRequest, forbidden, notFound } from '../http/problem';
import { listParam, page } from '../http/paging';
import { json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { Field } from '../state/config-entities';
import { personJson } from '../wire/people';
import { jiraTime } from '../wire/time';
import { adminRoutes } from './admin-routes';
import { taskConflict } from './body';
import { customFieldOf } from './fields';
import { runningDeletion, startTask, taskReply } from './tasks';

const PATH = '/rest/api/3/field';
const ADMIN_ONLY = 'Only Jira administrators can access fields.';
/** "Custom fields are permanently deleted after 60 days in the trash." */
const TRASH_MS = 60 * 24 * 60 * 60 * 1000;

/**
 * Custom fields leave in two ways: into the trash, from where they come back with their values, or for good.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/#api-rest-api-3-field-id-trash-post
 */
export function registerFieldRemoval(router: RouteRegistrar): void {
  const add = adminRoutes(router, PATH, ADMIN_ONLY);
  add('POST', '/{id}/trash', moveToTrash);
  add('POST', '/{id}/restore', restore);
  add('DELETE', '/{id}', deleteForGood);
  router.route({
    method: 'GET',
    path: `${PATH}/search/trashed`,
    scopes: ['read:jira-work'],
    cost: 'read',
    handler: searchTrash,
  });
}

/** The field vanishes from lists, issues, screens and JQL; its values, options and places are kept. */
function moveToTrash({ state, clock, access, params }: RouteContext): Reply {
  const field = removable(customFieldOf(state, params));
  if (field.trash !== undefined) throw badRequest('The custom field is already in the trash.');
  state.fields.put({ ...field, trash: { at: clock.now().getTime(), byAccountId: access.accountId ?? '' } });
  return json({});
}

function restore({ state, params }: RouteContext): Reply {
  const { trash, ...field } = customFieldOf(state, params);
  if (trash === undefined) throw badRequest('The custom field is not in the trash.');
  state.fields.put(field);
  return json({});
}

/** "The custom field is deleted whether it is in the trash or not." A task does it. */
function deleteForGood(context: RouteContext): Reply {
  const { state } = context;
  const field = removable(customFieldOf(state, context.params));
  const running = runningDeletion(state, field.id);
  if (running) throw taskConflict(running.id);
  const task = startTask(context, `Deleting custom field ${field.id}`, { kind: 'delete-field', fieldId: field.id });
  return taskReply(state, task);
}

function searchTrash(context: RouteContext): Reply {
  const { state, access, query } = context;
  if (!access.isAdmin()) throw forbidden(ADMIN_ONLY);
  if (query.has('type') && query.get('type') !== 'custom') throw badRequest('Only custom fields can be queried.');
  const ids = listParam(query, 'id');
  const words = (query.get('query') ?? '').toLowerCase();
  const order = query.get('orderBy') ?? 'name';
  const direction = order.startsWith('-') ? -1 : 1;
  const byDate = order.endsWith('Date');
  const rows = state.fields
    .filter(
      ({ id, name, description, trash }) =>
        trash !== undefined &&
        (ids.length === 0 || ids.includes(id)) &&
        `${name} ${description}`.toLowerCase().includes(words),
    )
    .sort((left, right) =>
      byDate ? direction * (trashedAt(left) - trashedAt(right)) : direction * left.name.localeCompare(right.name),
    )
    .map((field) => ({
      id: field.id,
      key: field.id,
      name: field.name,
      schema: field.schema,
      description: field.description,
      isLocked: field.isLocked,
      trashedDate: jiraTime(trashedAt(field)),
      trashedBy: personJson(state, field.trash?.byAccountId ?? null, access),
      plannedDeletionDate: jiraTime(trashedAt(field) + TRASH_MS),
    }));
  return json(page(context, `${PATH}/search/trashed`, rows));
}

function trashedAt(field: Field): number {
  return field.trash?.at ?? 0;
}

function removable(field: Field | undefined): Field {
  if (field === undefined) throw notFound('The custom field was not found.');
  if (field.isLocked) throw badRequest('The custom field is locked and cannot be deleted.');
  return field;
}
