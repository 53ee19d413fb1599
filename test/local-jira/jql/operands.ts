import type { FunctionOperand, Operand } from '@atlaskit/jql-ast';
import { plainValue } from './parse';

/** What stands on the right of an operator, flattened: lists become their members. */
export type Value =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'empty' }
  | { readonly type: 'function'; readonly name: string; readonly args: readonly string[] };

export function valuesOf(operand: Operand | undefined): readonly Value[] {
  if (operand === undefined) return [];
  switch (operand.operandType) {
    case 'value':
      return [{ type: 'text', text: plainValue(operand.value) }];
    case 'keyword':
      return [{ type: 'empty' }];
    case 'function':
      return [callOf(operand)];
    case 'list':
      return operand.values.flatMap(valuesOf);
  }
}

function callOf(operand: FunctionOperand): Value {
  return {
    type: 'function',
    name: operand.function.value,
    args: operand.arguments.map((argument) => plainValue(argument.value)),
  };
}
