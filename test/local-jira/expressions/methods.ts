import type { Meter } from './meter';
import { isLambda, typeName, type Lambda, type Value } from './values';

/** What a method gets beside its target and arguments. */
export interface MethodCall {
  readonly meter: Meter;
  /** Calls a function of the expression. */
  readonly call: (lambda: Lambda, args: readonly Value[]) => Value;
  readonly fail: (reason: string) => Error;
}

export type Method<T> = (target: T, args: readonly Value[], call: MethodCall) => Value;

/** Arguments beyond the last one are an error, as is a missing one. */
export function argumentCount(args: readonly Value[], least: number, most: number, { fail }: MethodCall): void {
  if (args.length >= least && args.length <= most) return;
  const wanted = least === most ? String(least) : `${least} to ${most}`;
  throw fail(`Expected ${wanted} argument(s), got ${args.length}.`);
}

export function textArgument(args: readonly Value[], at: number, { fail }: MethodCall): string {
  const value = args[at] ?? null;
  if (typeof value !== 'string') throw fail(`Argument ${at + 1} must be a String, not ${typeName(value)}.`);
  return value;
}

export function numberArgument(args: readonly Value[], at: number, { fail }: MethodCall): number {
  const value = args[at] ?? null;
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw fail(`Argument ${at + 1} must be a whole Number, not ${typeName(value)}.`);
  }
  return value;
}

export function lambdaArgument(args: readonly Value[], at: number, { fail }: MethodCall): Lambda {
  const value = args[at] ?? null;
  if (!isLambda(value)) throw fail(`Argument ${at + 1} must be a function, not ${typeName(value)}.`);
  return value;
}

/** Start and end of `slice`, as JavaScript reads them. */
export function sliceArguments(args: readonly Value[], call: MethodCall): [number, number | undefined] {
  argumentCount(args, 1, 2, call);
  return [numberArgument(args, 0, call), args.length > 1 ? numberArgument(args, 1, call) : undefined];
}
