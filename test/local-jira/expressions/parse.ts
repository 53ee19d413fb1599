import { parse, parseExpressionAt, type AnyNode, type Expression, type Node, type Options } from 'acorn';
import { notServed } from '../http/problem';
import { ExpressionError } from './errors';

/** A parsed expression with its text, which errors quote. */
export interface ParsedExpression {
  readonly source: string;
  /** `let name = value;` in front of the expression, in their order. */
  readonly variables: readonly { readonly name: string; readonly value: Expression }[];
  readonly root: Expression;
}

/**
 * Longest expression of a workflow rule (characters). Atlassian documents 10,000 for Forge's event filters and nothing
 * for workflow rules; https://developer.atlassian.com/platform/forge/manifest-reference/modules/trigger/
 */
export const LONGEST_RULE_EXPRESSION = 10_000;
/** Longest expression over REST, from the example of `POST /rest/api/3/expression/analyse` in Atlassian's OpenAPI. */
export const LONGEST_REST_EXPRESSION = 1_000;
/** How deep an expression may be nested; the local Jira's own bound, far above anything written by hand. */
const DEEPEST = 150;

/**
 * Reads one Jira expression. They look like JavaScript and are less: what Jira does not know is a syntax error, what
 * Jira knows and the local Jira does not is a 501 by name, both before anything is evaluated.
 */
export function parseExpression(source: string, longest: number = LONGEST_RULE_EXPRESSION): ParsedExpression {
  if (source.length > longest) {
    throw new ExpressionError(`Jira expression is too long (${source.length}), limit: ${longest} characters`, 'limit');
  }
  const parsed = /^\s*let\s/.test(source) ? withVariables(source) : { source, variables: [], root: single(source) };
  for (const { value } of parsed.variables) check(value, source, 0);
  check(parsed.root, source, 0);
  return parsed;
}

/** One expression and nothing behind it. Read as such, since `{` would start a block in a program. */
function single(source: string): Expression {
  const root = attempt(() => parseExpressionAt(source, 0, OPTIONS));
  const rest = source.slice(root.end).trim();
  if (rest !== '') throw syntaxError(`unexpected '${rest.slice(0, 20)}'`);
  return root;
}

/** `let a = …; let b = …; expression` */
function withVariables(source: string): ParsedExpression {
  const statements = attempt(() => parse(source, OPTIONS)).body;
  const last = statements.at(-1);
  if (last?.type !== 'ExpressionStatement') throw syntaxError('an expression has to end with a value');
  const variables = statements.slice(0, -1).flatMap((statement) => {
    if (statement.type !== 'VariableDeclaration' || statement.kind !== 'let') throw unknown(statement, source);
    return statement.declarations.map(({ id, init }) => {
      if (id.type !== 'Identifier' || !init) throw unknown(statement, source);
      return { name: id.name, value: init };
    });
  });
  return { source, variables, root: last.expression };
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof SyntaxError) throw syntaxError(error.message);
    // Thousands of brackets exhaust the parser's stack.
    if (error instanceof RangeError) throw syntaxError('nested too deeply');
    throw error;
  }
}

// Brackets are kept, so that the end of the tree is the end of what was read.
const OPTIONS: Options = { ecmaVersion: 2022, preserveParens: true };
const UNARY = new Set(['!', '-', 'typeof']);
const BINARY = new Set(['+', '-', '*', '/', '%', '==', '!=', '<', '>', '<=', '>=']);
/** What Jira has and the local Jira does not read. */
const NOT_SERVED: Readonly<Record<string, string>> = {
  BlockStatement: 'functions with a body in braces',
  AssignmentExpression: 'variables',
};

function check(node: AnyNode, source: string, depth: number): void {
  if (depth > DEEPEST) throw syntaxError('nested too deeply');
  for (const child of partsOf(node, source)) {
    if (child !== null) check(child as AnyNode, source, depth + 1);
  }
}

/** What is inside a node, when the node is part of the language. */
function partsOf(node: AnyNode, source: string): readonly (Node | null)[] {
  switch (node.type) {
    case 'Literal':
      if (node.regex) throw notServed('regular expressions in Jira expressions');
      if (node.bigint) throw unknown(node, source);
      return [];
    case 'Identifier':
      return [];
    case 'TemplateLiteral':
      return node.expressions;
    case 'ArrayExpression':
      if (node.elements.includes(null)) throw unknown(node, source);
      return node.elements;
    case 'ObjectExpression':
      return node.properties.map((property) => {
        const plain = property.type === 'Property' && property.kind === 'init';
        if (!plain || property.computed || property.method || property.shorthand) throw unknown(property, source);
        return property.value;
      });
    case 'MemberExpression':
      if (node.computed) return [node.object, node.property];
      if (node.property.type !== 'Identifier') throw unknown(node, source);
      return [node.object];
    case 'ChainExpression':
    case 'ParenthesizedExpression':
      return [node.expression];
    case 'CallExpression':
      if (node.optional) throw unknown(node, source);
      return [node.callee, ...node.arguments];
    case 'NewExpression':
      if (node.callee.type !== 'Identifier') throw unknown(node, source);
      return node.arguments;
    case 'UnaryExpression':
      if (!UNARY.has(node.operator)) throw unknown(node, source);
      return [node.argument];
    case 'BinaryExpression':
      if (!BINARY.has(node.operator)) throw syntaxError(`the operator ${node.operator} does not exist`);
      return [node.left, node.right];
    case 'LogicalExpression':
      return [node.left, node.right];
    case 'ConditionalExpression':
      return [node.test, node.consequent, node.alternate];
    case 'ArrowFunctionExpression': {
      const odd = node.params.find((param) => param.type !== 'Identifier');
      if (odd !== undefined || node.async) throw unknown(odd ?? node, source);
      return [node.body];
    }
    default: {
      const missing = NOT_SERVED[node.type];
      throw missing === undefined ? unknown(node, source) : notServed(`${missing} in Jira expressions`);
    }
  }
}

function unknown(node: Node, source: string): ExpressionError {
  return syntaxError(`"${source.slice(node.start, node.end)}" (${node.type}) is not part of the language`);
}

function syntaxError(reason: string): ExpressionError {
  return new ExpressionError(`Jira expression cannot be parsed: ${reason}.`, 'syntax');
}
