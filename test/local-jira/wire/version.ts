import type { Version } from '../state/config-entities';
import type { SiteState } from '../state/site-state';

/** A version as it stands in an issue's field. */
export function versionJson({ site }: Pick<SiteState, 'site'>, version: Version) {
  const { id, name, description, archived, released, releaseDate } = version;
  return {
    self: `${site.baseUrl}/rest/api/3/version/${id}`,
    id,
    ...(description === '' ? {} : { description }),
    name,
    archived,
    released,
    ...(releaseDate === undefined ? {} : { releaseDate }),
  };
}
