import { evaluate } from '../expressions/evaluate';
import { ExpressionError } from '../expressions/errors';
import { issueBean, type LinkView } from '../expressions/issue-bean';
import { newRichText, projectBean, transitionBean, userBean, workflowBean } from '../expressions/jira-types';
import { parseExpression } from '../expressions/parse';
import { fromJson, isMap, typeName, type Value } from '../expressions/values';
import { badRequest, notServed } from '../http/problem';
import type { RouteContext } from '../http/router';
import type { WorkflowRule } from '../state/config-entities';
import type { InstalledValidator } from '../state/installed-apps';
import { actor, projectOf } from './find';
import type { TransitionAttempt } from './transition-attempt';

/** Shown for rules of apps that are gone; Jira's own sentence is not documented. */
const NOT_INSTALLED = 'This transition uses a rule of an app that is not installed. Ask an administrator to remove it.';

/**
 * A validator that a Forge app declares as a Jira expression. It fails closed: anything but true refuses the
 * transition, also an error, another kind of value and an app that was uninstalled.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-workflow-validator/
 */
export function validateByExpression(context: RouteContext, attempt: TransitionAttempt, rule: WorkflowRule): void {
  const { key = '', disabled = 'false' } = rule.parameters;
  if (disabled !== 'false') throw notServed('a Forge rule that is disabled');
  const module = context.state.apps.validator(key);
  if (module === undefined) throw badRequest(NOT_INSTALLED);
  const verdict = judge(context, attempt, rule, module);
  if (verdict !== true) throw badRequest(verdict);
}

/** True, or the message that refuses the transition. */
function judge(
  context: RouteContext,
  attempt: TransitionAttempt,
  rule: WorkflowRule,
  module: InstalledValidator,
): true | string {
  let variables: ReadonlyMap<string, Value> = new Map();
  let { expression } = module;
  try {
    const config = configOf(rule);
    variables = contextVariables(context, attempt, config);
    expression = expressionFor(module, config);
    const { value } = evaluate(parseExpression(expression), variables, { RichText: newRichText });
    if (value === true || typeof value === 'string') return value;
    if (value !== false) {
      throw new ExpressionError(
        `The expression must give a Boolean or a String, not ${typeName(value)}.`,
        'evaluation',
      );
    }
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    tellApp(context, attempt, rule, module, expression, error);
  }
  return messageOf(module, variables);
}

/** The rule's configuration; null where there is none. */
function configOf({ parameters }: WorkflowRule): Value {
  const { config = '' } = parameters;
  if (config === '') return null;
  try {
    return fromJson(JSON.parse(config));
  } catch {
    throw new ExpressionError('The configuration of the rule is not JSON.', 'evaluation');
  }
}

/** A configuration with an `expression` replaces the module's, as Forge documents. */
function expressionFor(module: InstalledValidator, config: Value): string {
  const own = isMap(config) ? config.get('expression') : undefined;
  return typeof own === 'string' ? own : module.expression;
}

function contextVariables(
  context: RouteContext,
  { workflow, transition, draft, original, after }: TransitionAttempt,
  config: Value,
): ReadonlyMap<string, Value> {
  const { state, access } = context;
  const newLinks = after.links.map(({ type, other, otherIs }): LinkView => ({
    id: null,
    type,
    direction: otherIs,
    other,
  }));
  const variables = new Map<string, Value>([
    ['user', userBean(state, actor(context))],
    ['issue', issueBean(state, access, { issue: draft, newLinks, isNew: original === undefined })],
    ['project', projectBean(state, projectOf(context, draft))],
    ['transition', transitionBean(state, transition, original && state.statuses.require(original.statusId))],
    ['workflow', workflowBean(workflow)],
    ['config', config],
  ]);
  // Not there at all while an issue is created: using it is an error.
  if (original !== undefined) {
    variables.set('originalIssue', issueBean(state, access, { issue: original, newLinks: [], isNew: false }));
  }
  return variables;
}

/** The module's message; one by expression that fails, and a missing one, give the standard sentence. */
function messageOf({ name, errorMessage }: InstalledValidator, variables: ReadonlyMap<string, Value>): string {
  const standard = `Validation failed for validator '${name}'`;
  if (errorMessage === undefined || typeof errorMessage === 'string') return errorMessage ?? standard;
  try {
    const { value } = evaluate(parseExpression(errorMessage.expression), variables, { RichText: newRichText });
    return typeof value === 'string' ? value : standard;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return standard;
  }
}

/** https://developer.atlassian.com/platform/forge/events-reference/jira/#expression-evaluation-failed */
function tellApp(
  { events, clock }: RouteContext,
  { workflow, draft, original }: TransitionAttempt,
  rule: WorkflowRule,
  module: InstalledValidator,
  expression: string,
  error: ExpressionError,
): void {
  events.emit({
    eventType: 'avi:jira:failed:expression',
    timestamp: String(clock.now().getTime()),
    selfGenerated: false,
    extensionId: module.id,
    workflowId: workflow.id,
    workflowName: workflow.name,
    ...(rule.id === undefined ? {} : { validatorId: rule.id }),
    expression,
    errorMessages: [error.message],
    context: {
      ...(original === undefined ? {} : { issue: { id: original.id, key: original.key } }),
      project: { id: draft.projectId },
    },
  });
}
