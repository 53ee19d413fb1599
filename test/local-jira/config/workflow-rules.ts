export type RuleType = 'Condition' | 'Validator' | 'Function' | 'Screen';

/** One entry of the rule catalogue, as `GET /workflows/capabilities` shows it. */
interface SystemRule {
  readonly ruleKey: string;
  readonly ruleType: RuleType;
  readonly name: string;
  readonly description: string;
  readonly isAvailableForInitialTransition: boolean;
}

const rule = (
  ruleKey: string,
  ruleType: SystemRule['ruleType'],
  name: string,
  description: string,
  isAvailableForInitialTransition = false,
): SystemRule => ({ ruleKey, ruleType, name, description, isAvailableForInitialTransition });

/** The rules of Jira itself that the local Jira takes into a workflow. */
export const SYSTEM_RULES: readonly SystemRule[] = [
  rule(
    'system:restrict-issue-transition',
    'Condition',
    'Restrict who can move an issue',
    'Only certain people can use the transition.',
  ),
  rule(
    'system:check-field-value',
    'Condition',
    'Restrict to when a field is a specific value',
    'Depends on a field of the issue.',
  ),
  rule(
    'system:parent-or-child-blocking-condition',
    'Condition',
    'Restrict based on the status of subtasks',
    'Depends on the sub-tasks.',
  ),
  rule(
    'system:validate-field-value',
    'Validator',
    'Validate a field',
    'Requires or checks the value of a field.',
    true,
  ),
  rule(
    'system:check-permission-validator',
    'Validator',
    'Validate that people have a specific permission',
    'Checks a permission.',
    true,
  ),
  rule('system:proforma-forms-attached', 'Validator', 'Validate that forms are attached', 'Checks for forms.', true),
  rule('system:update-field', 'Function', 'Update an issue field', 'Sets a field when the transition is done.', true),
  rule('system:change-assignee', 'Function', 'Assign an issue', 'Assigns the issue when the transition is done.', true),
  rule('system:transition-screen', 'Screen', 'Show a screen', 'Asks for fields on the way.'),
];

/** Rules of Forge apps; each also names the app's extension. */
const APP_RULES: Readonly<Record<string, RuleType>> = {
  'forge:expression-condition': 'Condition',
  'forge:expression-validator': 'Validator',
  'forge:workflow-post-function': 'Function',
};

/** What kind of rule a key names; `undefined` for keys that no workflow may hold. */
export function ruleTypeOf(ruleKey: string): RuleType | undefined {
  if (Object.hasOwn(APP_RULES, ruleKey)) return APP_RULES[ruleKey];
  return SYSTEM_RULES.find((known) => known.ruleKey === ruleKey)?.ruleType;
}
