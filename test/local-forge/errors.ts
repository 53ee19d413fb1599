/**
 * The ways the local Forge refuses. It behaves as Forge does or says what it cannot do; it never answers with nothing.
 */

/** Something Forge may have and the local Forge does not; the message names it. */
export class NotServedError extends Error {
  constructor(readonly what: string) {
    super(`The local Forge does not serve ${what}.`);
    this.name = 'NotServedError';
  }
}

/** A limit of Forge was exceeded; the message names the limit. */
export class LimitExceededError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LimitExceededError';
  }
}

/** The manifest does not fit what is asked of it. */
export class ManifestError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ManifestError';
  }
}

/** The app is not on the site, or not any more. */
export class NotInstalledError extends Error {
  constructor(siteUrl: string) {
    super(`The app is not installed on ${siteUrl}.`);
    this.name = 'NotInstalledError';
  }
}

/**
 * What a page sees when a function failed: Forge puts these words before the message of what was thrown, and the page
 * gets no class, code or stack. `cause` is for tests and the log, it does not cross to the page.
 */
export class FunctionFailedError extends Error {
  constructor(cause: unknown) {
    super(`There was an error invoking the function - ${messageOf(cause)}`, { cause });
    this.name = 'FunctionFailedError';
  }
}

/** The message of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
