/** One entry of the rule catalogue, as `GET /workflows/capabilities` shows it. */
interface SystemRule {
  readonly ruleKey: string;
  readonly ruleType: 'Condition' | 'Validator' | 'Function' | 'Screen';
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

const SYSTEM_KEYS: ReadonlySet<string> = new Set(SYSTEM_RULES.map(({ ruleKey }) => ruleKey));
const APP_KEYS: ReadonlySet<string> = new Set([
  'forge:expression-condition',
  'forge:expression-validator',
  'forge:workflow-post-function',
]);

/** Whether a workflow may hold a rule with this key; rules of Forge apps also need the app's extension as `key`. */
export function isKnownRule(ruleKey: string): boolean {
  return SYSTEM_KEYS.has(ruleKey) || APP_KEYS.has(ruleKey);
}

/** Whether the rule belongs to a Forge app. */
export function isAppRule(ruleKey: string): boolean {
  return APP_KEYS.has(ruleKey);
}
