/**
 * The project may use the fields, in whichever of Jira's two models the site has.
 */
import { fieldSchemesOf } from '../../jira/field-scheme';
import type { JiraProject } from '../../jira/project';
import type { JiraRequest } from '../../jira/request';
import { readFieldConfigurationPart, showFields, type FieldConfigurationFound } from './field-configuration-part';
import { addToScheme, readFieldSchemePart, type FieldSchemeFound } from './field-scheme-part';
import type { ProjectContext } from './project-context';
import type { SiteIds } from './site-ids';

export type FieldsFound = FieldSchemeFound | FieldConfigurationFound;

export async function readFieldsPart(
  jira: JiraRequest,
  projects: readonly JiraProject[],
  site: SiteIds,
): Promise<ReadonlyMap<string, FieldsFound>> {
  const schemeIds = await fieldSchemesOf(
    jira,
    projects.map(({ id }) => id),
  );
  return schemeIds === undefined
    ? readFieldConfigurationPart(jira, projects, site)
    : readFieldSchemePart(jira, projects, site, schemeIds);
}

export async function allowFields(context: ProjectContext, found: FieldsFound, copy: boolean): Promise<void> {
  return found.model === 'scheme' ? addToScheme(context, found, copy) : showFields(context, found, copy);
}
