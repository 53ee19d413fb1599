import { ExpressionError } from './errors';

/** What one evaluation may cost. */
export interface ExpressionLimits {
  /** Operations: arithmetic, reading a property or variable, calling a function. */
  readonly steps: number;
  /** Operations that load more data: custom fields, links, people, entity properties. */
  readonly expensiveOperations: number;
}

/** As Atlassian's OpenAPI shows them for `/expression/evaluate`; nothing else is documented for workflow rules. */
export const EXPRESSION_LIMITS: ExpressionLimits = { steps: 10_000, expensiveOperations: 10 };

/** Longest text that an expression may build (characters). The local Jira's own bound, so that memory is one too. */
export const LONGEST_BUILT_TEXT = 2_000_000;

/** Counts what an evaluation costs and ends it at the limit. */
export class Meter {
  steps = 0;
  expensiveOperations = 0;

  constructor(readonly limits: ExpressionLimits = EXPRESSION_LIMITS) {}

  step(count = 1): void {
    this.steps += count;
    if (this.steps > this.limits.steps) {
      throw new ExpressionError(
        `The expression is too complex: it takes more than ${this.limits.steps} steps to evaluate.`,
        'limit',
      );
    }
  }

  expensive(): void {
    this.expensiveOperations += 1;
    if (this.expensiveOperations > this.limits.expensiveOperations) {
      throw new ExpressionError(
        `The expression is too complex: it executes more than ${this.limits.expensiveOperations} expensive operations.`,
        'limit',
      );
    }
  }

  /** Checks a text before it is built. */
  text(length: number): void {
    if (length > LONGEST_BUILT_TEXT) {
      throw new ExpressionError(`The expression builds a text of more than ${LONGEST_BUILT_TEXT} characters.`, 'limit');
    }
  }
}
