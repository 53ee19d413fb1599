/**
 * The modules of a manifest that the local Forge runs, and which of their properties. What it cannot do it refuses by
 * name; what Atlassian's own validation says of the rest is a test of its own.
 */
import * as v from 'valibot';
import { NotServedError } from './errors';
import { LONGEST_BACKGROUND_SECONDS } from './limits';

export const text = v.pipe(v.string(), v.nonEmpty());
const functionReference = v.object({ function: text });

export const functionSchema = v.strictObject({
  key: text,
  handler: v.pipe(v.string(), v.regex(/^[\w/-]+\.\w+$/, 'a handler is written file.export')),
  timeoutSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_BACKGROUND_SECONDS))),
});

export const consumerSchema = v.strictObject({ key: text, queue: text, function: text });

export const scheduleSchema = v.strictObject({
  key: text,
  function: text,
  interval: v.picklist(['fiveMinute', 'hour', 'day', 'week']),
  filter: v.optional(v.strictObject({ appIsLicensed: v.boolean() })),
});

export const triggerSchema = v.strictObject({
  key: text,
  function: text,
  events: v.pipe(v.array(text), v.minLength(1)),
  filter: v.optional(v.strictObject({ ignoreSelf: v.optional(v.boolean()) })),
});

/** developer.atlassian.com/platform/forge/manifest-reference/modules/pre-uninstall-trigger */
export const preUninstallSchema = v.strictObject({ key: text, function: text });

/** developer.atlassian.com/platform/forge/manifest-reference/modules/jira-workflow-validator */
export const workflowValidatorSchema = v.strictObject({
  key: text,
  name: text,
  description: text,
  expression: text,
  errorMessage: v.optional(v.union([text, v.strictObject({ expression: text })])),
  projectTypes: v.optional(
    v.pipe(v.array(v.picklist(['company-managed', 'team-managed'])), v.minLength(1)),
    // "By default, workflow rules are enabled only for company-managed projects."
    ['company-managed'],
  ),
});

/** developer.atlassian.com/platform/forge/manifest-reference/modules/jira-entity-property */
export const entityPropertySchema = v.strictObject({
  key: text,
  // Properties of people and projects are not searched for here.
  entityType: v.optional(v.literal('issue'), 'issue'),
  propertyKey: text,
  values: v.pipe(
    v.array(
      v.strictObject({
        path: text,
        type: v.picklist(['number', 'string', 'text', 'user', 'date']),
        searchAlias: v.exactOptional(v.pipe(v.string(), v.regex(/^[a-zA-Z0-9._-]+$/))),
      }),
    ),
    v.minLength(1),
  ),
});

export const pageModuleSchema = v.looseObject({
  key: text,
  resource: text,
  resolver: v.optional(functionReference),
  dynamicProperties: v.optional(functionReference),
  edit: v.optional(v.looseObject({ resource: text })),
  render: v.optional(v.never('UI Kit (render: native) is not run by the local Forge')),
});

export type FunctionModule = v.InferOutput<typeof functionSchema>;
export type ConsumerModule = v.InferOutput<typeof consumerSchema>;
export type ScheduleModule = v.InferOutput<typeof scheduleSchema>;
export type TriggerModule = v.InferOutput<typeof triggerSchema>;
export type PreUninstallModule = v.InferOutput<typeof preUninstallSchema>;

/** A module that shows a page. */
export interface PageModule {
  /** For example `jira:issueContext`. */
  readonly type: string;
  readonly key: string;
  /** As in the manifest: `app/issue-panel`, resource and entry. */
  readonly resource: string;
  readonly editResource: string | undefined;
  readonly resolverFunction: string | undefined;
  readonly dynamicPropertiesFunction: string | undefined;
  /** Everything the manifest says of it: title, tooltip, viewportSize … */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What a page module may ask for and the local host has not. */
const UNSERVED_OF_PAGES = ['pages', 'sections', 'displayConditions', 'unlicensedAccess'] as const;
/** What would need the editor of workflows, which the local Jira has not. */
const UNSERVED_OF_VALIDATORS = ['create', 'edit', 'view', 'resolver', 'configurationDescription'] as const;

/** @throws NotServedError naming the property of a page module that the local Forge has no answer to. */
export function refuseUnservedPage(type: string, module: Readonly<Record<string, unknown>>): void {
  for (const property of UNSERVED_OF_PAGES) {
    if (property in module) throw new NotServedError(`${property} of ${type} (${String(module['key'])})`);
  }
  const { layout } = module;
  if (layout !== undefined && layout !== 'native' && layout !== 'blank') {
    throw new NotServedError(`the layout ${JSON.stringify(layout)} of ${type} (${String(module['key'])})`);
  }
}

/** @throws NotServedError for a validator that is run as a function, or is configured on pages of its own. */
export function refuseUnservedValidator(module: Readonly<Record<string, unknown>>): void {
  const name = `jira:workflowValidator (${String(module['key'])})`;
  if ('function' in module) throw new NotServedError(`function of ${name}; give it an expression`);
  for (const property of UNSERVED_OF_VALIDATORS) {
    if (property in module) throw new NotServedError(`${property} of ${name}`);
  }
}
