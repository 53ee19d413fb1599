import { PROJECT_PERMISSIONS } from '../access/permission-keys';
import type { Workflow, WorkflowRule } from '../state/config-entities';
import { projectTypesOf } from '../state/installed-apps';
import type { SiteState } from '../state/site-state';
import type { RuleConfiguration } from './workflow-bodies';
import { ruleTypeOf, type RuleType } from './workflow-rules';

/** Longest configuration of an app's rule (bytes). */
const LONGEST_CONFIG = 32_768;
const APP_PARAMETERS: ReadonlySet<string> = new Set(['key', 'config', 'id', 'disabled', 'tag']);
const FIELD_RULE_TYPES: ReadonlySet<string> = new Set([
  'fieldRequired',
  'fieldChanged',
  'fieldHasSingleValue',
  'fieldMatchesRegularExpression',
  'dateFieldComparison',
  'windowDateComparison',
]);

/** The workflow that rules are written into. */
export interface RulePlace {
  /** Of a team-managed project; `undefined` = global. */
  readonly scopeProjectId: string | undefined;
  /** Rules the workflow holds already: they stay as they are, also when nobody could add them any more. */
  readonly present: readonly WorkflowRule[];
}

export interface RuleMistake {
  readonly code: string;
  readonly message: string;
}

/** A workflow that is new. */
export function newRulePlace(scopeProjectId: string | undefined): RulePlace {
  return { scopeProjectId, present: [] };
}

export function rulePlaceOf({ scopeProjectId, transitions }: Workflow): RulePlace {
  return { scopeProjectId, present: transitions.flatMap(({ validators, actions }) => [...validators, ...actions]) };
}

/** What is wrong with a rule that stands where rules of type `wanted` stand; `undefined` = nothing. */
export function ruleMistake(
  state: SiteState,
  rule: RuleConfiguration,
  wanted: RuleType,
  place: RulePlace,
): RuleMistake | undefined {
  if (place.present.some((other) => isSame(other, rule))) return undefined;
  const type = ruleTypeOf(rule.ruleKey);
  if (type === undefined) return { code: 'RULE_NOT_FOUND', message: `The rule ${rule.ruleKey} was not found.` };
  if (type !== wanted) {
    return { code: 'RULE_IN_WRONG_PLACE', message: `The rule ${rule.ruleKey} is no ${wanted.toLowerCase()}.` };
  }
  switch (rule.ruleKey) {
    case 'system:check-permission-validator':
      return permissionMistake(rule);
    case 'system:validate-field-value':
      return fieldMistake(state, rule);
    case 'forge:expression-validator':
    case 'forge:expression-condition':
    case 'forge:workflow-post-function':
      return appRuleMistake(state, rule, place);
    default:
      return undefined;
  }
}

function isSame(left: WorkflowRule, right: RuleConfiguration): boolean {
  const sorted = (parameters: Readonly<Record<string, string>>): string =>
    JSON.stringify(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1)));
  return (
    left.ruleKey === right.ruleKey &&
    (left.id === undefined || left.id === right.id) &&
    sorted(left.parameters) === sorted(right.parameters)
  );
}

function permissionMistake({ ruleKey, parameters }: RuleConfiguration): RuleMistake | undefined {
  const key = parameters['permissionKey'] ?? '';
  return Object.hasOwn(PROJECT_PERMISSIONS, key) ? undefined : wrongParameter(ruleKey, 'permissionKey');
}

function fieldMistake(state: SiteState, { ruleKey, parameters }: RuleConfiguration): RuleMistake | undefined {
  const { ruleType = '', fieldsRequired = '' } = parameters;
  if (!FIELD_RULE_TYPES.has(ruleType)) return wrongParameter(ruleKey, 'ruleType');
  const known = ruleType !== 'fieldRequired' || fieldsRequired.split(',').every((id) => state.fields.has(id));
  return known ? undefined : wrongParameter(ruleKey, 'fieldsRequired');
}

/** Rules of Forge apps name the extension by its ARI; Jira knows those of installed apps. */
function appRuleMistake(state: SiteState, rule: RuleConfiguration, place: RulePlace): RuleMistake | undefined {
  const { ruleKey, parameters } = rule;
  const { key = '', config = '', disabled = 'false' } = parameters;
  if (key === '') {
    return { code: 'RULE_WITHOUT_EXTENSION', message: `The rule ${ruleKey} needs the extension's ARI as key.` };
  }
  const module = ruleKey === 'forge:expression-validator' ? state.apps.validator(key) : undefined;
  if (module === undefined) {
    return { code: 'RULE_EXTENSION_NOT_FOUND', message: `The extension ${key} of the rule ${ruleKey} was not found.` };
  }
  const type = place.scopeProjectId === undefined ? 'company-managed' : 'team-managed';
  if (!projectTypesOf(module).includes(type)) {
    return { code: 'RULE_NOT_AVAILABLE', message: `The rule ${module.name} is not available in ${type} projects.` };
  }
  const odd = Object.keys(parameters).find((name) => !APP_PARAMETERS.has(name));
  if (odd !== undefined) return wrongParameter(ruleKey, odd);
  if (disabled !== 'true' && disabled !== 'false') return wrongParameter(ruleKey, 'disabled');
  if (Buffer.byteLength(config) > LONGEST_CONFIG || !(config === '' || isJson(config))) {
    return wrongParameter(ruleKey, 'config');
  }
  return undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function wrongParameter(ruleKey: string, name: string): RuleMistake {
  return { code: 'INVALID_RULE_PARAMETER', message: `The parameter ${name} of the rule ${ruleKey} is not valid.` };
}
