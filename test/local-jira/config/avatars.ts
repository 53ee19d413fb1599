import { badRequest, forbidden, notFound, notServed } from '../http/problem';
import { empty, json, type ImageBody, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { Avatar } from '../state/avatar-entities';
import type { IssueType } from '../state/config-entities';
import { LAST_SYSTEM_AVATAR, SYSTEM_AVATARS } from './avatar-pictures';
import { requireAdmin } from './body';
import { readImage } from './image-size';
import { visibleType } from './issue-types';

const ADMIN_ONLY = 'You do not have permission to manage avatars.';
const OWNER = '/rest/api/3/universal_avatar/type/{type}/owner';
const VIEW = 'universal_avatar/view/type/{type}/avatar/{id}';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-avatars/ */
export function registerAvatars(router: RouteRegistrar): void {
  const manage = ['manage:jira-configuration'];
  const path = `${OWNER}/{entityId}`;
  router.route({
    method: 'GET',
    path: '/rest/api/3/avatar/{type}/system',
    scopes: manage,
    cost: 'read',
    anonymous: true,
    handler: (context) => {
      requireIssueType(context);
      return json({ system: systemAvatars(context, undefined) });
    },
  });
  router.route({ method: 'GET', path, scopes: manage, cost: 'read', anonymous: true, handler: listAvatars });
  router.route({ method: 'POST', path, scopes: manage, cost: 'write', takes: 'image', handler: storeAvatar });
  router.route({
    method: 'DELETE',
    path: `${OWNER}/{owningObjectId}/avatar/{id}`,
    scopes: manage,
    cost: 'write',
    handler: deleteAvatar,
  });
  // Addresses of icons in answers name version 2 of the API.
  for (const version of ['2', '3']) {
    router.route({
      method: 'GET',
      path: `/rest/api/${version}/${VIEW}`,
      scopes: ['read:jira-work'],
      cost: 'read',
      anonymous: true,
      handler: viewAvatar,
    });
  }
}

function listAvatars(context: RouteContext): Reply {
  const type = owner(context, 'entityId');
  const custom = context.state.avatars
    .filter(({ issueTypeId }) => issueTypeId === type.id)
    .map(({ id }) => ({
      ...avatarJson(context, id, false, type),
      owner: type.id,
    }));
  return json({ system: systemAvatars(context, type), custom });
}

function storeAvatar(context: RouteContext): Reply {
  const { state, access, query, headers } = context;
  requireAdmin(access, ADMIN_ONLY);
  if (headers.get('x-atlassian-token') !== 'no-check') throw forbidden('XSRF check failed');
  const type = owner(context, 'entityId');
  const { bytes, contentType } = context.body as ImageBody;
  if (bytes.length === 0) throw badRequest('No image was provided.');
  if (/^image\/jpe?g\b/.test(contentType)) throw notServed('avatars as JPEG');
  const image = readImage(bytes);
  if (image === undefined || !contentType.startsWith(image.contentType)) {
    throw badRequest('The image type is not supported. Use PNG, GIF or JPEG.');
  }
  requireCrop(query, image);
  state.reserveIds('avatar', LAST_SYSTEM_AVATAR);
  const avatar: Avatar = state.avatars.put({
    id: state.nextId('avatar'),
    issueTypeId: type.id,
    contentType: image.contentType,
    base64: Buffer.from(bytes).toString('base64'),
  });
  return json(avatarJson(context, avatar.id, false, type), 201);
}

/** The square that is cut out has to lie inside the picture. */
function requireCrop(query: URLSearchParams, image: { readonly width: number; readonly height: number }): void {
  const [x, y, size] = [number('x', 0), number('y', 0), number('size', undefined)];
  if (x + size > image.width || y + size > image.height) {
    throw badRequest('The crop parameters extend the crop area beyond the edge of the image.');
  }

  function number(name: string, missing: number | undefined): number {
    const text = query.get(name) ?? (missing === undefined ? '' : String(missing));
    if (!/^\d{1,5}$/.test(text)) throw badRequest(`The parameter '${name}' has to be a number.`);
    return Number(text);
  }
}

function deleteAvatar(context: RouteContext): Reply {
  const { state, access, params } = context;
  requireAdmin(access, ADMIN_ONLY);
  const type = owner(context, 'owningObjectId');
  const id = params['id'] ?? '';
  if (SYSTEM_AVATARS.some((avatar) => avatar.id === id)) throw forbidden('System avatars cannot be deleted.');
  if (state.avatars.get(id)?.issueTypeId !== type.id) throw notFound('The avatar was not found.');
  state.avatars.delete(id);
  if (String(type.avatarId) === id) state.issueTypes.put({ ...type, avatarId: Number(SYSTEM_AVATARS[0]?.id) });
  return empty();
}

function viewAvatar(context: RouteContext): Reply {
  const { state, params, query } = context;
  requireIssueType(context);
  const id = params['id'] ?? '';
  const system = SYSTEM_AVATARS.find((avatar) => avatar.id === id);
  const custom = state.avatars.get(id);
  const picture =
    system === undefined
      ? custom && { type: custom.contentType, bytes: Buffer.from(custom.base64, 'base64') }
      : { type: 'image/svg+xml', bytes: Buffer.from(system.svg) };
  if (picture === undefined) throw notFound('The avatar was not found.');
  const format = query.get('format');
  if (format !== null && !picture.type.startsWith(`image/${format}`)) throw notServed(`avatars as ${format}`);
  return { status: 200, bytes: picture.bytes, headers: { 'Content-Type': picture.type } };
}

function systemAvatars(context: RouteContext, type: IssueType | undefined): Record<string, unknown>[] {
  return SYSTEM_AVATARS.map(({ id, fileName }) => ({ ...avatarJson(context, id, true, type), fileName }));
}

function avatarJson(
  { baseUrl }: RouteContext,
  id: string,
  isSystemAvatar: boolean,
  type: IssueType | undefined,
): Record<string, unknown> {
  const address = `${baseUrl}/rest/api/3/universal_avatar/view/type/issuetype/avatar/${id}`;
  return {
    id,
    isSystemAvatar,
    isSelected: type !== undefined && String(type.avatarId) === id,
    isDeletable: !isSystemAvatar,
    urls: {
      '16x16': `${address}?size=xsmall`,
      '24x24': `${address}?size=small`,
      '32x32': `${address}?size=medium`,
      '48x48': address,
    },
  };
}

/** Pictures of projects and priorities are Jira's, not the local Jira's. */
function requireIssueType({ params }: RouteContext): void {
  const type = params['type'] ?? '';
  if (['project', 'priority', 'user'].includes(type)) throw notServed(`avatars of type ${type}`);
  if (type !== 'issuetype') throw notFound(`The avatar type ${type} is not valid.`);
}

function owner(context: RouteContext, parameter: string): IssueType {
  requireIssueType(context);
  return visibleType({ ...context, params: { id: context.params[parameter] ?? '' } });
}
