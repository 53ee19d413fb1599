/**
 * What Jira reports when an expression cannot be read or evaluated. The wording follows the examples in Atlassian's
 * OpenAPI document (`POST /rest/api/3/expression/evaluate`, 400).
 */
export class ExpressionError extends Error {
  constructor(
    message: string,
    /** `syntax`: it cannot be parsed; `evaluation`: it can, and fails on these values; `limit`: it is too costly. */
    readonly kind: 'syntax' | 'evaluation' | 'limit',
  ) {
    super(message);
    this.name = 'ExpressionError';
  }
}

export function evaluationError(source: string, reason: string): ExpressionError {
  return new ExpressionError(`Evaluation failed: "${source}" - ${reason}`, 'evaluation');
}
