/**
 * The project may use the fields, on a site with field schemes: each of them is in the project's scheme.
 */
import {
  addToFieldScheme,
  assignFieldScheme,
  cloneFieldScheme,
  fieldsInScheme,
  listFieldSchemes,
  readFieldScheme,
  usersOfFieldScheme,
  type FieldScheme,
} from '../../jira/field-scheme';
import type { JiraProject } from '../../jira/project';
import type { JiraRequest } from '../../jira/request';
import { copyFor, recordPrevious } from './copies';
import { foundFor, sharedWith, type PartFound } from './part';
import { recordAdditions, type ProjectContext } from './project-context';
import type { SiteIds } from './site-ids';
import { FIELDS } from '../../domain/site-setup';
import { fieldIdsOf } from './site-ids';

export interface FieldSchemeFound extends PartFound {
  readonly model: 'scheme';
  readonly scheme: FieldScheme;
  readonly missing: readonly string[];
}

/** Three requests for each scheme. */
export async function readFieldSchemePart(
  jira: JiraRequest,
  projects: readonly JiraProject[],
  site: SiteIds,
  schemeIds: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, FieldSchemeFound>> {
  const needed = fieldIdsOf(site, FIELDS);
  const known = Object.values(site.fields);
  const schemes = await Promise.all(
    [...new Set(schemeIds.values())].map(async (id) => {
      const [scheme, there, users] = await Promise.all([
        readFieldScheme(jira, id),
        known.length === 0 ? new Set<string>() : fieldsInScheme(jira, id, known),
        usersOfFieldScheme(jira, id),
      ]);
      return [id, { scheme, missing: known.filter((field) => !there.has(field)), users }] as const;
    }),
  );
  const byId = new Map(schemes);
  return new Map(
    projects.map((project): [string, FieldSchemeFound] => {
      const { scheme, missing, users } = foundFor(byId, foundFor(schemeIds, project.id));
      const right = needed !== undefined && missing.length === 0;
      const shared = right ? [] : sharedWith(project.id, 'fieldScheme', scheme.name, users);
      return [project.id, { model: 'scheme', right, shared, scheme, missing }];
    }),
  );
}

export async function addToScheme(context: ProjectContext, found: FieldSchemeFound, copy: boolean): Promise<void> {
  const { jira, project } = context;
  const { scheme, missing } = found;
  if (!copy) {
    await recordAdditions(
      context,
      missing.map((fieldId) => ({ what: 'field', schemeId: scheme.id, fieldId })),
    );
    return addToFieldScheme(jira, scheme.id, missing);
  }
  const copyId = await copyFor(context, {
    kind: 'fieldScheme',
    sourceId: scheme.id,
    sourceName: scheme.name,
    list: () => listFieldSchemes(jira),
    create: (named) => cloneFieldScheme(jira, scheme.id, named),
  });
  const there = await fieldsInScheme(jira, copyId, missing);
  const left = missing.filter((field) => !there.has(field));
  if (left.length > 0) await addToFieldScheme(jira, copyId, left);
  await recordPrevious(context, 'fieldScheme', scheme.id);
  await assignFieldScheme(jira, project.id, copyId);
}
