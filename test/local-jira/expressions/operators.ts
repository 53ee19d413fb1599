import type { Meter } from './meter';
import { isBean, isLambda, isList, isMap, sameValue, typeName, type Value } from './values';

type Fail = (reason: string) => Error;

/** `+ - * / %` and comparisons. Nothing is converted except to text by `+`. */
export function binary(operator: string, left: Value, right: Value, meter: Meter, fail: Fail): Value {
  switch (operator) {
    case '+':
      return plus(left, right, meter, fail);
    case '==':
      return equal(left, right, meter, fail);
    case '!=':
      return !equal(left, right, meter, fail);
    case '<':
      return compare(left, right, fail) < 0;
    case '>':
      return compare(left, right, fail) > 0;
    case '<=':
      return compare(left, right, fail) <= 0;
    case '>=':
      return compare(left, right, fail) >= 0;
    default:
      return arithmetic(operator, left, right, fail);
  }
}

function plus(left: Value, right: Value, meter: Meter, fail: Fail): Value {
  if (typeof left === 'number' && typeof right === 'number') return left + right;
  if (typeof left !== 'string' && typeof right !== 'string') {
    throw fail(`Can't add ${typeName(right)} to ${typeName(left)}.`);
  }
  const [start, end] = [textOf(left, fail), textOf(right, fail)];
  meter.text(start.length + end.length);
  return start + end;
}

/** A value inside a text. Lists and objects have no documented form as text. */
export function textOf(value: Value, fail: Fail): string {
  if (isList(value) || isMap(value) || isBean(value) || isLambda(value)) {
    throw fail(`Can't convert ${typeName(value)} to String.`);
  }
  return typeof value === 'string' ? value : String(value);
}

/** Anything compares with null; two values of different types do not compare at all: Jira's `==` is strict. */
function equal(left: Value, right: Value, meter: Meter, fail: Fail): boolean {
  if (left !== null && right !== null && typeName(left) !== typeName(right)) {
    throw fail(`Can't compare ${typeName(left)} to ${typeName(right)}.`);
  }
  return sameValue(left, right, meter);
}

/** Negative, zero or positive; NaN where a number is none, so that every comparison is false. */
function compare(left: Value, right: Value, fail: Fail): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  throw fail(`Can't compare ${typeName(left)} to ${typeName(right)}.`);
}

function arithmetic(operator: string, left: Value, right: Value, fail: Fail): number {
  if (typeof left !== 'number' || typeof right !== 'number') {
    throw fail(`The operator ${operator} needs two Numbers, not ${typeName(left)} and ${typeName(right)}.`);
  }
  switch (operator) {
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
    default:
      throw fail(`The operator ${operator} does not exist.`);
  }
}
