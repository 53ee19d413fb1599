import type {
  ArrowFunctionExpression,
  CallExpression,
  Expression,
  Identifier,
  Literal,
  MemberExpression,
  NewExpression,
  Node,
  ObjectExpression,
  PrivateIdentifier,
  SpreadElement,
  Super,
  TemplateLiteral,
} from 'acorn';
import { notServed } from '../http/problem';
import { evaluationError, ExpressionError } from './errors';
import { callMethod } from './call-method';
import { Meter } from './meter';
import { binary, textOf } from './operators';
import type { ParsedExpression } from './parse';
import { Scope } from './scope';
import { isBean, isList, isMap, isTruthy, typeName, type Lambda, type Value } from './values';

/** Makes values of Jira's types: `new RichText(document)`. */
export type Constructors = Readonly<Record<string, (args: readonly Value[], fail: (reason: string) => Error) => Value>>;

/** Constructors that Jira has and the local Jira does not. */
const CONSTRUCTORS_NOT_SERVED = new Set(['Issue', 'Project', 'Date', 'CalendarDate', 'Set']);
/** Functions that Jira has and the local Jira does not; `JSON.parse(…)` starts with a variable. */
const FUNCTIONS_NOT_SERVED = new Set(['JSON', 'Boolean']);

export interface Evaluated {
  readonly value: Value;
  readonly meter: Meter;
}

/**
 * Evaluates a parsed expression. Always ends: every step is counted, and there is nothing that repeats without steps.
 * @throws ExpressionError as Jira would answer; JiraProblem 501 for what only the local Jira lacks
 */
export function evaluate(
  { source, variables: declared, root }: ParsedExpression,
  variables: ReadonlyMap<string, Value>,
  constructors: Constructors = {},
  meter: Meter = new Meter(),
): Evaluated {
  const evaluation = new Evaluation(source, constructors, meter);
  try {
    let scope = new Scope(variables);
    for (const { name, value } of declared) {
      scope = scope.with(new Map([[name, evaluation.value(value, scope)]]));
    }
    return { value: evaluation.value(root, scope), meter };
  } catch (error) {
    // Values nested in each other a thousand times, when they are compared.
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
}

/** How deep evaluation may nest, calls of the expression's own functions included. */
const DEEPEST = 1_000;

function tooDeep(): ExpressionError {
  return new ExpressionError('The expression is too complex: it nests too deeply.', 'limit');
}

class Evaluation {
  #depth = 0;

  constructor(
    private readonly source: string,
    private readonly constructors: Constructors,
    private readonly meter: Meter,
  ) {}

  value(node: Expression | SpreadElement | Super | PrivateIdentifier, scope: Scope): Value {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw tooDeep();
    const value = this.#value(node, scope);
    this.#depth -= 1;
    return value;
  }

  #value(node: Expression | SpreadElement | Super | PrivateIdentifier, scope: Scope): Value {
    switch (node.type) {
      case 'Literal':
        return literal(node);
      case 'TemplateLiteral':
        return this.#template(node, scope);
      case 'Identifier':
        return this.#variable(node, scope);
      case 'ArrayExpression':
        return node.elements.map((element) => (element === null ? null : this.value(element, scope)));
      case 'ObjectExpression':
        return this.#map(node, scope);
      case 'MemberExpression':
        return this.#member(node, scope);
      case 'ChainExpression':
      case 'ParenthesizedExpression':
        return this.value(node.expression, scope);
      case 'CallExpression':
        return this.#call(node, scope);
      case 'NewExpression':
        return this.#construct(node, scope);
      case 'UnaryExpression': {
        this.meter.step();
        if (node.operator === 'typeof') return this.#typeOf(node.argument, scope);
        const value = this.value(node.argument, scope);
        if (node.operator === '!') return !isTruthy(value);
        if (typeof value !== 'number') throw this.#error(node, `Can't negate ${typeName(value)}.`);
        return -value;
      }
      case 'BinaryExpression': {
        this.meter.step();
        const left = this.value(node.left, scope);
        const right = this.value(node.right, scope);
        return binary(node.operator, left, right, this.meter, (reason) => this.#error(node, reason));
      }
      case 'LogicalExpression': {
        this.meter.step();
        const left = this.value(node.left, scope);
        if (node.operator === '??') return left ?? this.value(node.right, scope);
        return isTruthy(left) === (node.operator === '&&') ? this.value(node.right, scope) : left;
      }
      case 'ConditionalExpression':
        this.meter.step();
        return this.value(isTruthy(this.value(node.test, scope)) ? node.consequent : node.alternate, scope);
      case 'ArrowFunctionExpression':
        return { kind: 'lambda', node, scope };
      default:
        // The parser has refused everything else.
        throw new Error(`the expression holds a ${node.type}`);
    }
  }

  #template(node: TemplateLiteral, scope: Scope): Value {
    const parts = node.quasis.flatMap((quasi, at) => {
      const expression = node.expressions[at];
      const text = quasi.value.cooked ?? '';
      if (expression === undefined) return [text];
      this.meter.step();
      return [text, textOf(this.value(expression, scope), (reason) => this.#error(expression, reason))];
    });
    this.meter.text(parts.reduce((sum, part) => sum + part.length, 0));
    return parts.join('');
  }

  #variable(node: Identifier, scope: Scope): Value {
    this.meter.step();
    if (scope.has(node.name)) return scope.get(node.name);
    if (FUNCTIONS_NOT_SERVED.has(node.name)) throw notServed(`${node.name} in Jira expressions`);
    throw this.#error(node, `Unrecognized variable: "${node.name}".`);
  }

  #typeOf(node: Expression, scope: Scope): Value {
    if (node.type === 'Identifier' && !scope.has(node.name)) return 'undefined';
    return typeName(this.value(node, scope));
  }

  #map(node: ObjectExpression, scope: Scope): Value {
    return new Map(
      node.properties.map((property) => {
        if (property.type !== 'Property') throw new Error(`the expression holds a ${property.type}`);
        const { key } = property;
        const name = key.type === 'Identifier' ? key.name : String(key.type === 'Literal' ? key.value : '');
        return [name, this.value(property.value, scope)];
      }),
    );
  }

  #member(node: MemberExpression, scope: Scope): Value {
    const target = this.value(node.object, scope);
    const name = node.computed ? this.value(node.property, scope) : (node.property as Identifier).name;
    this.meter.step();
    return this.#property(target, name, node);
  }

  /** `?.` turns a failing access into null, for that access only. */
  #property(target: Value, name: Value, node: MemberExpression): Value {
    const missing = (reason: string): Value => {
      if (node.optional) return null;
      throw this.#error(node, reason);
    };
    if (target === null) return missing('Type null does not have any properties.');
    if (isList(target)) {
      if (name === 'length') return target.length;
      const item = typeof name === 'number' && Number.isInteger(name) ? target[name] : undefined;
      return item === undefined ? missing(`The list has no item ${this.#shown(name)}.`) : item;
    }
    if (typeof name !== 'string') return missing(`${typeName(name)} is no name of a property.`);
    if (typeof target === 'string' && name === 'length') return target.length;
    if (isMap(target)) return target.get(name) ?? null;
    if (!isBean(target)) return missing(this.#unrecognized(node, name, typeName(target), []));
    const property = Object.hasOwn(target.properties, name) ? target.properties[name] : target.property(name);
    if (property === undefined) {
      if (target.notServed.has(name)) throw notServed(`${target.type}.${name} in Jira expressions`);
      return missing(this.#unrecognized(node, name, target.type, Object.keys(target.properties)));
    }
    if (property.expensive) this.meter.expensive();
    return property.read();
  }

  #unrecognized(node: MemberExpression, name: string, type: string, known: readonly string[]): string {
    const available = known.map((it) => `'${it}'`).sort();
    const list = available.length === 0 ? 'none' : available.join(', ');
    return `Unrecognized property of \`${this.#text(node.object)}\`: "${name}". Available properties of type '${type}' are: ${list}.`;
  }

  #call(node: CallExpression, scope: Scope): Value {
    this.meter.step();
    const { callee } = node;
    if (callee.type === 'Identifier' && callee.name === 'Number' && !scope.has('Number')) {
      return this.#number(node, scope);
    }
    if (callee.type !== 'MemberExpression') {
      const called = this.value(callee, scope);
      const args = node.arguments.map((argument) => this.value(argument, scope));
      if (typeof called === 'object' && called !== null && 'kind' in called && called.kind === 'lambda') {
        return this.#invoke(called, args, node);
      }
      throw this.#error(node, `${typeName(called)} is no function.`);
    }
    const target = this.value(callee.object, scope);
    if (target === null && callee.optional) return null;
    const name = callee.computed ? this.value(callee.property, scope) : (callee.property as Identifier).name;
    const args = node.arguments.map((argument) => this.value(argument, scope));
    return callMethod(target, this.#shown(name), args, {
      meter: this.meter,
      call: (lambda, given) => this.#invoke(lambda, given, node),
      fail: (reason) => this.#error(node, reason),
    });
  }

  #number(node: CallExpression, scope: Scope): Value {
    const [argument, ...others] = node.arguments.map((it) => this.value(it, scope));
    if (argument === undefined || others.length > 0) throw this.#error(node, 'Number takes one argument.');
    if (typeof argument !== 'string' && typeof argument !== 'number') {
      throw this.#error(node, `Can't convert ${typeName(argument)} to Number.`);
    }
    return Number(argument);
  }

  #invoke(lambda: Lambda, args: readonly Value[], node: Node): Value {
    this.meter.step();
    const { params, body }: ArrowFunctionExpression = lambda.node;
    if (params.length > args.length) {
      throw this.#error(node, `The function takes ${params.length} argument(s), it is given ${args.length}.`);
    }
    if (body.type === 'BlockStatement') throw notServed('functions with a body in braces in Jira expressions');
    const names = params.map((param, at) => [(param as Identifier).name, args[at] ?? null] as const);
    return this.value(body, lambda.scope.with(new Map(names)));
  }

  #construct(node: NewExpression, scope: Scope): Value {
    this.meter.step();
    const { name } = node.callee as Identifier;
    if (name === 'Map' && node.arguments.length === 0) return new Map<string, Value>();
    const make = Object.hasOwn(this.constructors, name) ? this.constructors[name] : undefined;
    if (make === undefined) {
      if (CONSTRUCTORS_NOT_SERVED.has(name)) throw notServed(`new ${name}(…) in Jira expressions`);
      throw this.#error(node, `Unrecognized type: "${name}".`);
    }
    const args = node.arguments.map((argument) => this.value(argument, scope));
    return make(args, (reason) => this.#error(node, reason));
  }

  #shown(name: Value): string {
    return typeof name === 'string' ? name : typeof name === 'number' ? String(name) : typeName(name);
  }

  #text(node: Node): string {
    return this.source.slice(node.start, node.end);
  }

  #error(node: Node, reason: string): ExpressionError {
    return evaluationError(this.#text(node), reason);
  }
}

function literal(node: Literal): Value {
  const { value } = node;
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  throw new Error(`the expression holds the literal ${node.raw ?? ''}`);
}
