import * as v from 'valibot';
import { numberOrText, readBody } from '../config/body';
import { evaluate } from '../expressions/evaluate';
import { ExpressionError } from '../expressions/errors';
import { issueBean } from '../expressions/issue-bean';
import { newRichText, projectBean, userBean } from '../expressions/jira-types';
import { LONGEST_REST_EXPRESSION, parseExpression } from '../expressions/parse';
import { toJson, type Value } from '../expressions/values';
import { badRequest, notFound, notServed } from '../http/problem';
import { listParam } from '../http/paging';
import { json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import { visibleIssue } from '../issues/find';

const idOrKey = v.strictObject({ id: v.optional(numberOrText), key: v.optional(v.string()) });
const EvaluateBody = v.strictObject({
  expression: v.string(),
  context: v.optional(v.looseObject({ issue: v.optional(idOrKey), project: v.optional(idOrKey) })),
});
const AnalyseBody = v.strictObject({
  expressions: v.pipe(v.array(v.string()), v.minLength(1)),
  contextVariables: v.optional(v.record(v.string(), v.string())),
});

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-jira-expressions/ */
export function register(router: RouteRegistrar): void {
  const scopes = ['read:jira-work', 'read:jira-user'];
  const path = '/rest/api/3/expression';
  const add = (name: string, handler: (context: RouteContext) => Reply): void =>
    router.route({ method: 'POST', path: `${path}/${name}`, scopes, cost: 'read', anonymous: true, handler });
  add('evaluate', evaluateExpression);
  add('analyse', analyseExpressions);
}

function evaluateExpression(context: RouteContext): Reply {
  const body = readBody(EvaluateBody, context.body);
  const variables = contextVariables(context, body.context ?? {});
  try {
    const parsed = parseExpression(body.expression, LONGEST_REST_EXPRESSION);
    const { value, meter } = evaluate(parsed, variables, { RichText: newRichText });
    const complexity = {
      steps: { value: meter.steps, limit: meter.limits.steps },
      expensiveOperations: { value: meter.expensiveOperations, limit: meter.limits.expensiveOperations },
      beans: { value: 0, limit: 1_000 },
      primitiveValues: { value: 1, limit: 10_000 },
    };
    return json({
      value: toJson(value),
      ...(listParam(context.query, 'expand').includes('meta.complexity') ? { meta: { complexity } } : {}),
    });
  } catch (error) {
    if (error instanceof ExpressionError) throw badRequest(error.message);
    throw error;
  }
}

function contextVariables(
  context: RouteContext,
  asked: NonNullable<v.InferOutput<typeof EvaluateBody>['context']>,
): ReadonlyMap<string, Value> {
  const { state, access } = context;
  const odd = Object.keys(asked).find((name) => name !== 'issue' && name !== 'project');
  if (odd !== undefined) throw notServed(`'${odd}' in the context of an expression`);
  const variables = new Map<string, Value>([['user', userBean(state, access.accountId ?? null)]]);
  if (asked.issue !== undefined) {
    const issue = visibleIssue(context, oneOf(asked.issue));
    variables.set('issue', issueBean(state, access, { issue, newLinks: [], isNew: false }));
  }
  if (asked.project !== undefined) {
    const named = oneOf(asked.project);
    const project = state.projects.find(({ id, key }) => id === named || key === named);
    if (project === undefined || !access.mayBrowse(project)) throw notFound(`No project could be found: '${named}'.`);
    variables.set('project', projectBean(state, project));
  }
  return variables;
}

function oneOf({ id, key }: v.InferOutput<typeof idOrKey>): string {
  const named = id ?? key;
  if (named === undefined || (id !== undefined && key !== undefined)) {
    throw badRequest('Exactly one of id and key has to be provided.');
  }
  return named;
}

/** Syntax only; types and complexity are Jira's to judge. */
function analyseExpressions({ body, query }: RouteContext): Reply {
  const { expressions } = readBody(AnalyseBody, body);
  const check = query.get('check') ?? 'syntax';
  if (check !== 'syntax') throw notServed(`the check '${check}' of expressions`);
  return json({
    results: expressions.map((expression) => {
      try {
        parseExpression(expression, LONGEST_REST_EXPRESSION);
        return { expression, valid: true };
      } catch (error) {
        if (!(error instanceof ExpressionError)) throw error;
        const type = error.kind === 'syntax' ? 'syntax' : 'other';
        return { expression, valid: false, errors: [{ message: error.message, type }] };
      }
    }),
  });
}
