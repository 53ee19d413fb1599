/**
 * What can go wrong between the gateway and Jira, as a closed set. Messages are never matched on.
 */

export type JiraErrorKind =
  /** 400: Jira refused the content. `messages` holds its own words. */
  | 'refused'
  /** 401: nobody is signed in, the token is not accepted, or the app lacks a scope. */
  | 'unauthenticated'
  /** 403. */
  | 'forbidden'
  /** 404: not there, or not visible to the caller; Jira does not tell which. */
  | 'notFound'
  /** 409: somebody else changed it, or another task runs. */
  | 'conflict'
  /** 413: too many links, too large. */
  | 'tooLarge'
  /** 429. `retryAfterSeconds` says how long to wait; `reason` which limit was hit. */
  | 'rateLimited'
  /** 5xx, no answer, or a time-out. */
  | 'unavailable'
  /** Jira answered with something this gateway does not understand. */
  | 'unexpectedAnswer';

export interface JiraErrorDetails {
  readonly status?: number;
  readonly retryAfterSeconds?: number;
  readonly reason?: string;
  readonly messages?: readonly string[];
}

/** Thrown by every gateway function; `operation` is a constant name, never a path or text from Jira. */
export class JiraError extends Error {
  constructor(
    readonly kind: JiraErrorKind,
    readonly operation: string,
    readonly details: JiraErrorDetails = {},
    options?: ErrorOptions,
  ) {
    super(`${operation}: ${kind}${details.status === undefined ? '' : ` (${details.status})`}`, options);
    this.name = 'JiraError';
  }
}
