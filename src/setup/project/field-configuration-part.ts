/**
 * The project may use the fields, on a site with the older model: no configuration that counts hides one. A new field
 * is shown everywhere, so there is something to do only where somebody hid one.
 */
import {
  assignFieldConfigurationScheme,
  changeFieldItems,
  configurationFor,
  createFieldConfiguration,
  createFieldConfigurationScheme,
  defaultConfigurationOf,
  fieldConfigurationSchemesOf,
  fieldItemsOf,
  listConfigurationMappings,
  listFieldConfigurations,
  listFieldConfigurationSchemes,
  mapConfigurations,
  type ConfigurationMapping,
  type FieldConfigurationScheme,
} from '../../jira/field-configuration';
import { listProjectIds, type JiraProject } from '../../jira/project';
import type { JiraRequest } from '../../jira/request';
import { FIELDS, type FieldName } from '../../domain/site-setup';
import { BUILT_IN } from '../../storage/project-record';
import { STORY_FIELDS } from '../needed';
import { copyFor, recordPrevious } from './copies';
import { foundFor, sharedWith, type PartFound } from './part';
import { recordAdditions, type ProjectContext } from './project-context';
import { fieldIdsOf, RISK_FIELDS, type SiteIds } from './site-ids';
import { storyTypesOf } from './story-types';

/** A configuration that hides fields which the project needs. */
interface Hiding {
  readonly id: string;
  readonly name: string;
  readonly fieldIds: readonly string[];
}

export interface FieldConfigurationFound extends PartFound {
  readonly model: 'configuration';
  readonly scheme: FieldConfigurationScheme | undefined;
  /** Which configuration each type, or `default`, has under the scheme. */
  readonly mappings: readonly Omit<ConfigurationMapping, 'schemeId'>[];
  readonly hiding: readonly Hiding[];
}

/**
 * Four requests, and one for each configuration; only where a field is hidden, also two for every hundred projects of
 * the site.
 */
export async function readFieldConfigurationPart(
  jira: JiraRequest,
  projects: readonly JiraProject[],
  site: SiteIds,
): Promise<ReadonlyMap<string, FieldConfigurationFound>> {
  const [schemes, mappings, configurations] = await Promise.all([
    fieldConfigurationSchemesOf(
      jira,
      projects.map(({ id }) => id),
    ),
    listConfigurationMappings(jira),
    listFieldConfigurations(jira),
  ]);
  const standard = defaultConfigurationOf(configurations).id;
  const needs = new Map(
    projects.map((project) => [project.id, neededIn(project, site, mappings, standard, schemes.get(project.id)?.id)]),
  );
  const hidden = await hiddenFields(jira, [...new Set([...needs.values()].flatMap((need) => [...need.keys()]))]);
  const hidingOf = (projectId: string): readonly Hiding[] =>
    [...foundFor(needs, projectId)].flatMap(([id, fieldIds]) => {
      const inTheWay = [...fieldIds].filter((field) => hidden.get(id)?.has(field) === true);
      const name = configurations.find((configuration) => configuration.id === id)?.name ?? '';
      return inTheWay.length === 0 ? [] : [{ id, name, fieldIds: inTheWay }];
    });
  const isAnyHidden = projects.some(({ id }) => hidingOf(id).length > 0);
  const usersOf = isAnyHidden ? await usersByConfiguration(jira, mappings, standard) : () => [];
  return new Map(
    projects.map((project): [string, FieldConfigurationFound] => {
      const scheme = schemes.get(project.id);
      const hiding = hidingOf(project.id);
      const shared = hiding.flatMap(({ id, name }) =>
        sharedWith(project.id, 'fieldConfiguration', name, { projectIds: usersOf(id), more: 0 }),
      );
      const right = fieldIdsOf(site, FIELDS) !== undefined && hiding.length === 0;
      return [project.id, { model: 'configuration', right, shared, scheme, mappings: mappingsOf(scheme), hiding }];
    }),
  );

  function mappingsOf(scheme: FieldConfigurationScheme | undefined): FieldConfigurationFound['mappings'] {
    if (scheme === undefined) return [{ issueTypeId: 'default', configurationId: standard }];
    return mappings
      .filter(({ schemeId }) => schemeId === scheme.id)
      .map(({ issueTypeId, configurationId }) => ({ issueTypeId, configurationId }));
  }
}

/** Configuration id → ids of the fields that it must show. */
function neededIn(
  project: JiraProject,
  site: SiteIds,
  mappings: readonly ConfigurationMapping[],
  standard: string,
  schemeId: string | undefined,
): ReadonlyMap<string, ReadonlySet<string>> {
  const needed = new Map<string, Set<string>>();
  const need = (issueTypeId: string, names: readonly FieldName[]) => {
    const configurationId = configurationFor(mappings, standard, schemeId, issueTypeId);
    const fields = needed.get(configurationId) ?? new Set<string>();
    for (const name of names) {
      const id = site.fields[name];
      if (id !== undefined) fields.add(id);
    }
    if (fields.size > 0) needed.set(configurationId, fields);
  };
  if (site.riskTypeId !== undefined) need(site.riskTypeId, RISK_FIELDS);
  for (const { id } of storyTypesOf(project, site.riskTypeId)) need(id, STORY_FIELDS);
  return needed;
}

async function hiddenFields(
  jira: JiraRequest,
  configurationIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await Promise.all(
    configurationIds.map(async (id) => {
      const items = await fieldItemsOf(jira, id);
      return [id, new Set(items.filter(({ isHidden }) => isHidden).map((item) => item.id))] as const;
    }),
  );
  return new Map(rows);
}

/** By configuration id: the projects in which some type has it. */
export async function readConfigurationUsers(
  jira: JiraRequest,
): Promise<(configurationId: string) => readonly string[]> {
  const [mappings, configurations] = await Promise.all([
    listConfigurationMappings(jira),
    listFieldConfigurations(jira),
  ]);
  return usersByConfiguration(jira, mappings, defaultConfigurationOf(configurations).id);
}

async function usersByConfiguration(
  jira: JiraRequest,
  mappings: readonly ConfigurationMapping[],
  standard: string,
): Promise<(configurationId: string) => readonly string[]> {
  const projectIds = await listProjectIds(jira);
  const schemes = await fieldConfigurationSchemesOf(jira, projectIds);
  return (configurationId) => {
    const using = new Set(
      mappings.filter((mapping) => mapping.configurationId === configurationId).map(({ schemeId }) => schemeId),
    );
    return projectIds.filter((projectId) => {
      const schemeId = schemes.get(projectId)?.id;
      return schemeId === undefined ? configurationId === standard : using.has(schemeId);
    });
  };
}

export async function showFields(
  context: ProjectContext,
  found: FieldConfigurationFound,
  copy: boolean,
): Promise<void> {
  const { jira, project } = context;
  const { hiding, scheme, mappings } = found;
  if (!copy) {
    for (const { id, fieldIds } of hiding) {
      await recordAdditions(
        context,
        fieldIds.map((fieldId) => ({ what: 'shownField', configurationId: id, fieldId })),
      );
      await changeFieldItems(jira, id, fieldIds.map(shown));
    }
    return;
  }
  const copies = new Map<string, string>();
  for (const configuration of hiding) copies.set(configuration.id, await copyConfiguration(context, configuration));
  const sourceId = scheme?.id ?? BUILT_IN;
  const copyId = await copyFor(context, {
    kind: 'fieldConfigurationScheme',
    sourceId,
    sourceName: scheme?.name ?? 'Field Configuration Scheme',
    list: () => listFieldConfigurationSchemes(jira),
    create: (named) => createFieldConfigurationScheme(jira, named),
  });
  await mapConfigurations(
    jira,
    copyId,
    mappings.map(({ issueTypeId, configurationId }) => ({
      issueTypeId,
      configurationId: copies.get(configurationId) ?? configurationId,
    })),
  );
  await recordPrevious(context, 'fieldConfigurationScheme', sourceId);
  await assignFieldConfigurationScheme(jira, project.id, copyId);
}

async function copyConfiguration(context: ProjectContext, { id, name, fieldIds }: Hiding): Promise<string> {
  const { jira } = context;
  const copyId = await copyFor(context, {
    kind: 'fieldConfiguration',
    sourceId: id,
    sourceName: name,
    list: () => listFieldConfigurations(jira),
    create: (named) => createFieldConfiguration(jira, named),
  });
  const items = await fieldItemsOf(jira, id);
  await changeFieldItems(
    jira,
    copyId,
    items.map((item) => (fieldIds.includes(item.id) ? { ...item, isHidden: false } : item)),
  );
  return copyId;
}

function shown(fieldId: string) {
  return { id: fieldId, isHidden: false };
}
