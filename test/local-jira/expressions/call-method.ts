import { notServed } from '../http/problem';
import { LIST_METHODS } from './list-methods';
import { MAP_METHODS } from './map-methods';
import type { Method, MethodCall } from './methods';
import { STRING_METHODS, STRING_METHODS_NOT_SERVED } from './string-methods';
import { isBean, isLambda, isList, isMap, typeName, type Value } from './values';

/** Calls a method by name; a name that the target's type does not have is an error. */
export function callMethod(target: Value, name: string, args: readonly Value[], call: MethodCall): Value {
  if (target === null) throw call.fail('Type null does not have any methods.');
  if (typeof target === 'string') {
    if (STRING_METHODS_NOT_SERVED.has(name)) throw notServed(`String.${name}() in Jira expressions`);
    return run(STRING_METHODS, target, name, args, call);
  }
  if (isList(target)) return run(LIST_METHODS, target, name, args, call);
  if (isMap(target)) {
    // A Map may hold functions of the expression itself.
    const held = target.get(name) ?? null;
    return isLambda(held) ? call.call(held, args) : run(MAP_METHODS, target, name, args, call);
  }
  if (isBean(target)) {
    const method = Object.hasOwn(target.methods, name) ? target.methods[name] : undefined;
    if (method !== undefined) return method(args, call);
    if (target.notServed.has(name)) throw notServed(`${target.type}.${name}() in Jira expressions`);
  }
  throw unrecognized(name, typeName(target), call);
}

function run<T extends Value>(
  methods: Readonly<Record<string, Method<T>>>,
  target: T,
  name: string,
  args: readonly Value[],
  call: MethodCall,
): Value {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (method === undefined) throw unrecognized(name, typeName(target), call);
  return method(target, args, call);
}

function unrecognized(name: string, type: string, call: MethodCall): Error {
  return call.fail(`Unrecognized method: "${name}". Type '${type}' does not have it.`);
}
