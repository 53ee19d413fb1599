import type { Clause, Operand } from '@atlaskit/jql-ast';
import { badRequest } from '../http/problem';
import { json, type RouteContext, type RouteRegistrar } from '../http/router';
import { bodyObject, stringsOf } from '../issues/body';
import { tryCompile } from '../jql/compile';
import { parseJql, type ParsedJql } from '../jql/parse';

const MOST_MATCHED = 1_000;

/** JQL as data: `parse` (is it valid, and its structure) and `match` (which of these issues fit). */
export function register(router: RouteRegistrar): void {
  router.route({
    method: 'POST',
    path: '/rest/api/3/jql/parse',
    scopes: ['read:jira-work'],
    cost: 'read',
    handler: parse,
  });
  router.route({
    method: 'POST',
    path: '/rest/api/3/jql/match',
    scopes: ['read:jira-work'],
    cost: 'read',
    handler: match,
  });
}

/** Always 200; what is wrong with a query stands beside it. */
function parse(context: RouteContext) {
  const { query, state, access, clock } = context;
  const validation = query.get('validation') ?? 'strict';
  if (!['strict', 'warn', 'none'].includes(validation)) throw badRequest(`Unknown validation '${validation}'.`);
  const queries = stringsOf(bodyObject(context, ['queries'])['queries'], 'queries');
  return json({
    queries: queries.map((text) => {
      const { parsed, errors } =
        validation === 'none'
          ? { parsed: parseJql(text), errors: parseJql(text).errors }
          : tryCompile(state, access, clock.now().getTime(), text);
      if (parsed.errors.length > 0 || (errors.length > 0 && validation === 'strict')) return { query: text, errors };
      const structure = structureOf(parsed);
      return errors.length > 0 ? { query: text, structure, warnings: errors } : { query: text, structure };
    }),
  });
}

/** Against the issues as they are now, not as search sees them. */
function match(context: RouteContext) {
  const { state, access, clock } = context;
  const body = bodyObject(context, ['issueIds', 'jqls']);
  const issueIds = stringsOf(body['issueIds'], 'issueIds');
  if (issueIds.length > MOST_MATCHED) throw badRequest(`At most ${MOST_MATCHED} issues can be matched.`);
  const issues = issueIds.flatMap((id) => {
    const issue = state.issues.get(id);
    return issue !== undefined && access.maySee(issue) ? [issue] : [];
  });
  const matches = stringsOf(body['jqls'], 'jqls').map((text) => {
    const { compiled, errors } = tryCompile(state, access, clock.now().getTime(), text);
    if (compiled === undefined) return { matchedIssues: [], errors };
    return { matchedIssues: issues.filter(compiled.test).map((issue) => Number(issue.id)), errors: [] };
  });
  return json({ matches });
}

function structureOf(parsed: ParsedJql): Record<string, unknown> {
  return {
    ...(parsed.where === undefined ? {} : { where: clauseJson(parsed.where) }),
    ...(parsed.orderBy.length === 0
      ? {}
      : {
          orderBy: {
            fields: parsed.orderBy.map(({ field, direction }) => ({
              field: { name: field.value, encodedName: field.text },
              ...(direction ? { direction: direction.value.toLowerCase() } : {}),
            })),
          },
        }),
  };
}

function clauseJson(clause: Clause): Record<string, unknown> {
  switch (clause.clauseType) {
    case 'compound':
      return { clauses: clause.clauses.map(clauseJson), operator: clause.operator.value };
    case 'not':
      return { clauses: [clauseJson(clause.clause)], operator: 'not' };
    case 'terminal':
      return {
        field: { name: clause.field.value, encodedName: clause.field.text },
        operator: clause.operator?.value,
        ...(clause.operand ? { operand: operandJson(clause.operand) } : {}),
      };
  }
}

function operandJson(operand: Operand): Record<string, unknown> {
  switch (operand.operandType) {
    case 'value':
      return { value: operand.value, encodedValue: operand.text };
    case 'keyword':
      return { keyword: 'empty' };
    case 'function':
      return {
        function: operand.function.value,
        arguments: operand.arguments.map((argument) => argument.value),
        encodedOperand: `${operand.function.text}(${operand.arguments.map((argument) => argument.text).join(', ')})`,
      };
    case 'list':
      return { values: operand.values.map(operandJson) };
  }
}
