/**
 * Reads manifest.yml. Atlassian's own validation (@forge/manifest) is a test of its own; here only what the local Forge
 * runs is parsed, and what it cannot run is refused by name.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { ManifestError, NotServedError } from './errors';
import { INDEXED_VALUES_MOST, SCHEDULES } from './limits';
import {
  consumerSchema,
  entityPropertySchema,
  functionSchema,
  pageModuleSchema,
  preUninstallSchema,
  refuseUnservedPage,
  refuseUnservedValidator,
  scheduleSchema,
  text,
  triggerSchema,
  workflowValidatorSchema,
  type ConsumerModule,
  type FunctionModule,
  type PageModule,
  type PreUninstallModule,
  type ScheduleModule,
  type TriggerModule,
} from './manifest-modules';
import type { EntityProperty, WorkflowValidator } from './site';

export type { ConsumerModule, FunctionModule, PageModule, ScheduleModule, TriggerModule } from './manifest-modules';

const manifestSchema = v.strictObject({
  app: v.looseObject({ id: text, runtime: v.looseObject({ name: text }) }),
  modules: v.record(text, v.array(v.looseObject({ key: text }))),
  resources: v.optional(
    v.array(v.strictObject({ key: text, path: text, entry: v.optional(v.record(text, text)) })),
    [],
  ),
  // `content` would loosen the content policy and `external` would open egress; the local Forge has neither.
  permissions: v.optional(v.strictObject({ scopes: v.optional(v.array(text), []) }), { scopes: [] }),
});

/** Modules that only declare something to Jira; nothing runs. */
const DECLARATIONS = new Set(['jira:projectPermission', 'jira:globalPermission']);
const BACKGROUND = ['function', 'consumer', 'scheduledTrigger', 'trigger', 'preUninstall'] as const;
const VALIDATOR = 'jira:workflowValidator';
const ENTITY_PROPERTY = 'jira:entityProperty';

export interface Resource {
  readonly key: string;
  /** Absolute folder. */
  readonly folder: string;
  /** Entry name → file in the folder. A resource without entries has one, `''`: index.html. */
  readonly entries: Readonly<Record<string, string>>;
}

export interface Manifest {
  readonly appId: string;
  readonly scopes: readonly string[];
  readonly functions: readonly FunctionModule[];
  readonly consumers: readonly ConsumerModule[];
  readonly schedules: readonly ScheduleModule[];
  readonly triggers: readonly TriggerModule[];
  readonly preUninstalls: readonly PreUninstallModule[];
  readonly workflowValidators: readonly WorkflowValidator[];
  readonly entityProperties: readonly EntityProperty[];
  readonly pages: readonly PageModule[];
  readonly resources: readonly Resource[];
}

/**
 * Reads `<appRoot>/manifest.yml`.
 * @throws ManifestError where the file does not parse or refers to something that is not there.
 * @throws NotServedError where it declares a module type the local Forge does not run.
 */
export function readManifest(appRoot: string): Manifest {
  const file = path.join(appRoot, 'manifest.yml');
  const raw = parseWith(manifestSchema, parse(readFileSync(file, 'utf8')), file);
  for (const [type, modules] of Object.entries(raw.modules)) {
    if (!isPage(type) || modules.every((module) => 'resource' in module)) continue;
    throw new NotServedError(`modules of type ${type} (${file})`);
  }
  const of = (type: string) => raw.modules[type] ?? [];
  const manifest: Manifest = {
    appId: raw.app.id,
    scopes: raw.permissions.scopes,
    functions: parseWith(v.array(functionSchema), of('function'), `${file}, function`),
    consumers: parseWith(v.array(consumerSchema), of('consumer'), `${file}, consumer`),
    schedules: parseWith(v.array(scheduleSchema), of('scheduledTrigger'), `${file}, scheduledTrigger`),
    triggers: parseWith(v.array(triggerSchema), of('trigger'), `${file}, trigger`),
    preUninstalls: parseWith(v.array(preUninstallSchema), of('preUninstall'), `${file}, preUninstall`),
    workflowValidators: of(VALIDATOR).map((module) => workflowValidator(module, `${file}, ${VALIDATOR}`)),
    entityProperties: parseWith(v.array(entityPropertySchema), of(ENTITY_PROPERTY), `${file}, ${ENTITY_PROPERTY}`),
    pages: Object.entries(raw.modules)
      .filter(([type]) => isPage(type))
      .flatMap(([type, modules]) => modules.map((module) => pageModule(type, module, file))),
    resources: raw.resources.map(({ key, path: folder, entry }) => ({
      key,
      folder: path.resolve(appRoot, folder),
      entries: entry ?? { '': 'index.html' },
    })),
  };
  checkReferences(manifest, file);
  return manifest;
}

function isPage(type: string): boolean {
  return (
    !(BACKGROUND as readonly string[]).includes(type) &&
    !DECLARATIONS.has(type) &&
    type !== VALIDATOR &&
    type !== ENTITY_PROPERTY
  );
}

function workflowValidator(module: Readonly<Record<string, unknown>>, where: string): WorkflowValidator {
  refuseUnservedValidator(module);
  const { errorMessage, ...rest } = parseWith(workflowValidatorSchema, module, where);
  return errorMessage === undefined ? rest : { ...rest, errorMessage };
}

/** The bare id, the last part of `app.id`. */
export function appIdOf({ appId }: Manifest): string {
  return appId.split('/').at(-1) ?? appId;
}

function pageModule(type: string, module: unknown, file: string): PageModule {
  const parsed = parseWith(pageModuleSchema, module, `${file}, ${type}`);
  refuseUnservedPage(type, parsed);
  return {
    type,
    key: parsed.key,
    resource: parsed.resource,
    editResource: parsed.edit?.resource,
    resolverFunction: parsed.resolver?.function,
    dynamicPropertiesFunction: parsed.dynamicProperties?.function,
    properties: parsed,
  };
}

function checkReferences(manifest: Manifest, file: string): void {
  const functions = new Set(manifest.functions.map(({ key }) => key));
  const wanted = [
    ...manifest.consumers.map((module) => module.function),
    ...manifest.schedules.map((module) => module.function),
    ...manifest.triggers.map((module) => module.function),
    ...manifest.preUninstalls.map((module) => module.function),
    ...manifest.pages.flatMap((module) => [module.resolverFunction, module.dynamicPropertiesFunction]),
  ].filter((key) => key !== undefined);
  for (const key of wanted) {
    if (!functions.has(key))
      throw new ManifestError(`${file} refers to the function ${key}, which it does not declare.`);
  }
  for (const { resource, editResource, key } of manifest.pages) {
    for (const reference of [resource, editResource]) {
      if (reference !== undefined && findEntry(manifest, reference) === undefined) {
        throw new ManifestError(`${file}: module ${key} refers to the resource ${reference}, which is not declared.`);
      }
    }
  }
  const indexed = manifest.entityProperties.flatMap(({ values }) => values).length;
  if (indexed > INDEXED_VALUES_MOST) {
    throw new ManifestError(`${file} has ${indexed} values of entity properties indexed; Forge allows 100.`);
  }
  if (manifest.schedules.length > SCHEDULES.perApp) {
    throw new ManifestError(`${file} declares ${manifest.schedules.length} scheduled triggers; Forge allows 5.`);
  }
}

/** The resource and file behind a manifest reference such as `app/gadget` or `main`. */
export function findEntry(
  manifest: Manifest,
  reference: string,
): { readonly resource: Resource; readonly file: string } | undefined {
  const [resourceKey, entry = ''] = reference.split('/');
  const resource = manifest.resources.find(({ key }) => key === resourceKey);
  if (resource === undefined || !Object.hasOwn(resource.entries, entry)) return undefined;
  const file = resource.entries[entry];
  return file === undefined ? undefined : { resource, file };
}

function parseWith<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
  where: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new ManifestError(`${where}: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
}
