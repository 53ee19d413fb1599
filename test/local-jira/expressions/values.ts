import type { ArrowFunctionExpression } from 'acorn';
import { notServed } from '../http/problem';
import { ExpressionError } from './errors';
import type { Meter } from './meter';
import type { MethodCall } from './methods';
import type { Scope } from './scope';

/**
 * Values of Jira expressions.
 * https://developer.atlassian.com/cloud/jira/platform/jira-expressions-type-reference/
 */
export type Value = null | boolean | number | string | readonly Value[] | ReadonlyMap<string, Value> | Bean | Lambda;

/** A function that the expression itself wrote: `link => link.id`. */
export interface Lambda {
  readonly kind: 'lambda';
  readonly node: ArrowFunctionExpression;
  readonly scope: Scope;
}

export interface Property {
  readonly read: () => Value;
  /** True: reading it loads data and counts as an expensive operation, at every access. */
  readonly expensive: boolean;
}

/** An object of a Jira type, such as an Issue. What it has is fixed: anything else is an error, not null. */
export interface Bean {
  readonly kind: 'bean';
  /** As `typeof` names it. */
  readonly type: string;
  /** Equal for two views of the same thing. */
  readonly identity: string;
  readonly properties: Readonly<Record<string, Property>>;
  readonly methods: Readonly<Record<string, (args: readonly Value[], call: MethodCall) => Value>>;
  /** Properties whose names are not fixed: custom fields, entity properties. */
  readonly property: (name: string) => Property | undefined;
  /** What Jira has and the local Jira does not: asking for it is a 501 by name. */
  readonly notServed: ReadonlySet<string>;
}

/** A property that costs nothing beyond a step. */
export function free(read: () => Value): Property {
  return { read, expensive: false };
}

/** A property that loads data. */
export function expensive(read: () => Value): Property {
  return { read, expensive: true };
}

export function bean(
  type: string,
  identity: string,
  parts: Partial<Pick<Bean, 'properties' | 'methods' | 'property'>> & { readonly notServed?: readonly string[] },
): Bean {
  return {
    kind: 'bean',
    type,
    identity,
    properties: parts.properties ?? {},
    methods: parts.methods ?? {},
    property: parts.property ?? (() => undefined),
    notServed: new Set(parts.notServed),
  };
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isMap(value: Value): value is ReadonlyMap<string, Value> {
  return value instanceof Map;
}

export function isBean(value: Value): value is Bean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'bean';
}

export function isLambda(value: Value): value is Lambda {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'lambda';
}

/** What `typeof` answers. */
export function typeName(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return 'Number';
  if (typeof value === 'string') return 'String';
  if (isList(value)) return 'List';
  if (isMap(value)) return 'Map';
  return isBean(value) ? value.type : 'Function';
}

/** As in JavaScript: null, false, 0, NaN and the empty text are false, empty lists and maps are true. */
export function isTruthy(value: Value): boolean {
  return !(value === null || value === false || value === 0 || value === '' || Number.isNaN(value));
}

/**
 * Whether two values are the same, without any conversion; values of different types never are. Every pair that is
 * compared is a step, since values may hold the same list many times over.
 */
export function sameValue(left: Value, right: Value, meter: Meter): boolean {
  if (left === right) return true;
  if (left === null || right === null) return false;
  const same = (one: Value | undefined, other: Value | undefined): boolean => {
    meter.step();
    return one !== undefined && other !== undefined && sameValue(one, other, meter);
  };
  if (isList(left) && isList(right)) {
    return left.length === right.length && left.every((item, at) => same(item, right[at]));
  }
  if (isMap(left) && isMap(right)) {
    return left.size === right.size && [...left].every(([key, value]) => same(value, right.get(key)));
  }
  return isBean(left) && isBean(right) && left.type === right.type && left.identity === right.identity;
}

/** JSON as an expression sees it: objects are Maps. */
export function fromJson(json: unknown): Value {
  if (json === null || json === undefined) return null;
  if (typeof json === 'boolean' || typeof json === 'number' || typeof json === 'string') return json;
  if (Array.isArray(json)) return json.map(fromJson);
  if (typeof json === 'object') return new Map(Object.entries(json).map(([key, value]) => [key, fromJson(value)]));
  throw new TypeError(`${typeof json} is no JSON`);
}

/** Most values in the result of `/expression/evaluate`, as Atlassian's OpenAPI shows it. */
export const MOST_RESULT_VALUES = 10_000;

/**
 * A value as JSON, functions as a word. Throws an ExpressionError when it holds too many values; objects of Jira's types
 * are a 501: Jira answers them as REST shows them.
 */
export function toJson(value: Value): unknown {
  let count = 0;
  const convert = (part: Value): unknown => {
    count += 1;
    if (count > MOST_RESULT_VALUES) {
      throw new ExpressionError(`The result holds more than ${MOST_RESULT_VALUES} values.`, 'limit');
    }
    if (isList(part)) return part.map(convert);
    if (isMap(part)) return Object.fromEntries([...part].map(([key, item]) => [key, convert(item)]));
    if (isBean(part)) throw notServed(`a value of type ${part.type} as the result of an expression`);
    return isLambda(part) ? 'a function' : part;
  };
  return convert(value);
}
