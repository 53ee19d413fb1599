/**
 * Our validator inside a workflow: how to know it, what it holds, how it is written. Pure.
 *
 * Parameters of a Forge rule: `key` (the extension's address), `config` (JSON as text), `id`, `disabled` ("true" or "false").
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/#api-rest-api-3-workflows-capabilities-get
 */
import { Refusal } from '../../commands/refusal';
import { isNumericId } from '../../domain/identifiers';
import { GATE_CONFIG_BYTES, gateConfig, type GateProject } from '../../domain/gate-rule';
import type { SiteSetup } from '../../domain/site-setup';
import type { ForgeRule } from '../../jira/workflow-capabilities';
import type { WorkflowRule, WorkflowTransition } from '../../jira/workflow-update';

/** Key of the validator in manifest.yml. */
export const GATE_MODULE = 'security-gate';
const RULE_KEY = 'forge:expression-validator';

/** Which app this is, and which of its environments. */
export interface AppIdentity {
  readonly appId: string;
  readonly environmentId: string;
}

const EXTENSION = /^ari:cloud:ecosystem::extension\/([^/]+)\/([^/]+)\/static\/([^/]+)$/;

function isGateOf({ appId }: AppIdentity, extension: string): boolean {
  const [, app, , moduleKey] = EXTENSION.exec(extension) ?? [];
  return app === appId && moduleKey === GATE_MODULE;
}

function textIn(parameters: WorkflowRule['parameters'], name: string): string {
  const value = parameters?.[name];
  return typeof value === 'string' ? value : '';
}

/** Put there by this app, whichever environment of it. */
export function isOurs(app: AppIdentity, { ruleKey, parameters }: WorkflowRule): boolean {
  return ruleKey === RULE_KEY && isGateOf(app, textIn(parameters, 'key'));
}

/** The address of our validator, as Jira gives it for this environment; `undefined` where Jira does not offer it. */
export function gateExtension(app: AppIdentity, offered: readonly ForgeRule[]): string | undefined {
  return offered.find(({ id, ruleKey }) => {
    return ruleKey === RULE_KEY && isGateOf(app, id) && EXTENSION.exec(id)?.[2] === app.environmentId;
  })?.id;
}

/** Ids of the projects for which a rule of ours acts; none when its configuration is not one of ours. */
export function projectIdsIn({ parameters }: WorkflowRule): readonly string[] {
  let config: unknown;
  try {
    config = JSON.parse(textIn(parameters, 'config'));
  } catch {
    return [];
  }
  if (typeof config !== 'object' || config === null || !('projects' in config)) return [];
  const { projects } = config;
  if (!Array.isArray(projects)) return [];
  return projects.flatMap((project: unknown) => {
    if (typeof project !== 'object' || project === null || !('id' in project)) return [];
    const id = typeof project.id === 'number' ? String(project.id) : undefined;
    return isNumericId(id) ? [id] : [];
  });
}

/** The projects for which any rule of ours on this transition acts. */
export function projectIdsOn(app: AppIdentity, transition: WorkflowTransition): readonly string[] {
  const rules = (transition.validators ?? []).filter((rule) => isOurs(app, rule));
  return [...new Set(rules.flatMap(projectIdsIn))];
}

/** @throws Refusal `jira-refused` when too many projects share the workflow for one rule to hold. */
export function configText(site: SiteSetup, projects: readonly GateProject[]): string {
  const text = JSON.stringify(gateConfig(site, projects));
  if (bytesOf(text) > GATE_CONFIG_BYTES) throw new Refusal('jira-refused');
  return text;
}

/** In UTF-8. */
function bytesOf(text: string): number {
  return encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, 'x').length;
}

/**
 * The transition with our validator acting for exactly these projects: one rule of ours, in the place of the first, or
 * none. Rules of others stay as and where they are.
 */
export function withGate(
  app: AppIdentity,
  transition: WorkflowTransition,
  rule: { readonly extension: string; readonly config: string; readonly newId: () => string } | undefined,
): WorkflowTransition {
  const validators = transition.validators ?? [];
  const first = validators.find((validator) => isOurs(app, validator));
  if (rule === undefined) {
    return first === undefined
      ? transition
      : { ...transition, validators: validators.filter((validator) => !isOurs(app, validator)) };
  }
  const written = first === undefined ? newRule(rule) : mendedRule(first, rule);
  return {
    ...transition,
    validators:
      first === undefined
        ? [...validators, written]
        : validators.flatMap((validator) => {
            if (validator === first) return [written];
            return isOurs(app, validator) ? [] : [validator];
          }),
  };
}

function newRule(rule: { readonly extension: string; readonly config: string; readonly newId: () => string }) {
  const id = rule.newId();
  return { id, ruleKey: RULE_KEY, parameters: { key: rule.extension, config: rule.config, id, disabled: 'false' } };
}

/** What a rule of ours holds; Jira refuses a workflow in which it holds more. */
const PARAMETERS: ReadonlySet<string> = new Set(['key', 'config', 'id', 'disabled']);

/** In the order in which they stand, so that a rule that is right stays as it is. */
function mendedRule(standing: WorkflowRule, rule: { readonly extension: string; readonly config: string }) {
  const kept = Object.entries(standing.parameters ?? {}).filter(([name]) => PARAMETERS.has(name));
  return {
    ...standing,
    parameters: { ...Object.fromEntries(kept), key: rule.extension, config: rule.config, disabled: 'false' },
  };
}
