import * as v from 'valibot';
import { badRequest, notFound } from '../http/problem';
import { empty, json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import { unlinkIssues } from '../issues/links';
import type { LinkType } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { adminRoutes } from './admin-routes';
import { readBody } from './body';
import { linkTypeJson } from './wire';

const PATH = '/rest/api/3/issueLinkType';
// Missing rights, a taken name and linking being switched off are all 404 here.
const NO_RIGHT = notFound('You do not have permission to administer issue link types.');

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const CreateBody = v.strictObject({ name: text, inward: text, outward: text, id: v.optional(v.string()) });
const UpdateBody = v.strictObject({
  name: v.optional(text),
  inward: v.optional(text),
  outward: v.optional(text),
  id: v.optional(v.string()),
  self: v.optional(v.string()),
});

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-link-types/ */
export function registerLinkTypes(router: RouteRegistrar): void {
  const read = (path: string, handler: (context: RouteContext) => Reply): void =>
    router.route({ method: 'GET', path, scopes: ['read:jira-work'], cost: 'read', anonymous: true, handler });
  read(PATH, ({ state }) => json({ issueLinkTypes: state.linkTypes.all().map((type) => linkTypeJson(state, type)) }));
  read(`${PATH}/{issueLinkTypeId}`, ({ state, params }) => json(linkTypeJson(state, requireType(state, params))));
  const add = adminRoutes(router, PATH, NO_RIGHT);
  add('POST', '', createType);
  add('PUT', '/{issueLinkTypeId}', updateType);
  add('DELETE', '/{issueLinkTypeId}', deleteType);
}

function createType({ state, body }: RouteContext): Reply {
  const { name, inward, outward } = readBody(CreateBody, body);
  refuseTakenName(state, name, undefined);
  const created = state.linkTypes.put({ id: state.nextId('linktype'), name, inward, outward });
  return json(linkTypeJson(state, created), 201);
}

function updateType({ state, params, body }: RouteContext): Reply {
  const type = requireType(state, params);
  const { name, inward, outward } = readBody(UpdateBody, body);
  if (name !== undefined) refuseTakenName(state, name, type.id);
  const updated = state.linkTypes.put({
    id: type.id,
    name: name ?? type.name,
    inward: inward ?? type.inward,
    outward: outward ?? type.outward,
  });
  return json(linkTypeJson(state, updated));
}

/** Links of the type go with it, as if somebody had removed each: histories and events say so. */
function deleteType(context: RouteContext): Reply {
  const { state } = context;
  const type = requireType(state, context.params);
  for (const link of state.links.filter(({ typeId }) => typeId === type.id)) unlinkIssues(context, link);
  // Search must not show what no longer exists, however long it lags.
  state.index.settle();
  state.linkTypes.delete(type.id);
  return empty();
}

function requireType(state: SiteState, params: RouteContext['params']): LinkType {
  const id = params['issueLinkTypeId'] ?? '';
  if (!/^\d+$/.test(id)) throw badRequest(`The issue link type ID '${id}' is not valid.`);
  const type = state.linkTypes.get(id);
  if (type === undefined) throw notFound(`No issue link type with id '${id}' found.`);
  return type;
}

function refuseTakenName(state: SiteState, name: string, ownId: string | undefined): void {
  const same = name.toLowerCase();
  if (state.linkTypes.find((type) => type.id !== ownId && type.name.toLowerCase() === same)) {
    throw notFound(`An issue link type with the name '${name}' already exists.`);
  }
}
