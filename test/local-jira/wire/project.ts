import type { Access } from '../access/access';
import { issueTypeJson } from '../config/wire';
import type { Project } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { personJson } from './people';

/** A project as `GET /project/{key}` and `project/search` give it; details only where asked for. */
export function projectJson(
  state: SiteState,
  access: Access,
  project: Project,
  details: { readonly lead: boolean; readonly issueTypes: boolean; readonly description: boolean },
): Record<string, unknown> {
  const { baseUrl } = state.site;
  const types = state.issueTypeSchemes.require(project.issueTypeSchemeId).issueTypeIds;
  const avatar = `${baseUrl}/rest/api/3/universal_avatar/view/type/project/avatar/10400`;
  return {
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
    self: `${baseUrl}/rest/api/3/project/${project.id}`,
    id: project.id,
    key: project.key,
    ...(details.description ? { description: project.description } : {}),
    ...(details.lead ? { lead: personJson(state, project.leadAccountId, access) } : {}),
    ...(details.issueTypes
      ? { issueTypes: types.map((id) => issueTypeJson(state, state.issueTypes.require(id))) }
      : {}),
    name: project.name,
    avatarUrls: {
      '48x48': avatar,
      '24x24': `${avatar}?size=small`,
      '16x16': `${avatar}?size=xsmall`,
      '32x32': `${avatar}?size=medium`,
    },
    projectTypeKey: project.projectTypeKey,
    simplified: project.style === 'next-gen',
    style: project.style,
    isPrivate: project.isPrivate,
    ...(project.archived ? { archived: true } : {}),
    ...(project.deleted ? { deleted: true } : {}),
    properties: {},
    ...(project.style === 'next-gen' ? { entityId: project.uuid, uuid: project.uuid } : {}),
  };
}
