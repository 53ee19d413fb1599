/** An error answer in Jira's shape. Handlers throw it; the server writes it. */
export class JiraProblem extends Error {
  readonly body: unknown;

  constructor(
    readonly status: number,
    messages: readonly string[],
    errors: Readonly<Record<string, string>> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(messages.join(' ') || JSON.stringify(errors));
    this.name = 'JiraProblem';
    this.body = { errorMessages: messages, errors };
  }
}

/** What the gateway in front of Jira answers when a token lacks a scope: 401, in a shape of its own. */
export class ScopeProblem extends JiraProblem {
  override readonly body: unknown;

  constructor(operation: string, missing: readonly string[]) {
    const message = `Unauthorized; scope does not match: ${operation} needs ${missing.join(', ')}`;
    super(401, [message]);
    this.body = { code: 401, message };
  }
}

export function badRequest(message: string, errors: Readonly<Record<string, string>> = {}): JiraProblem {
  return new JiraProblem(400, message === '' ? [] : [message], errors);
}

/** 400 about one field of the body. */
export function fieldProblem(field: string, message: string): JiraProblem {
  return new JiraProblem(400, [], { [field]: message });
}

export function notFound(message: string): JiraProblem {
  return new JiraProblem(404, [message]);
}

export function forbidden(message: string): JiraProblem {
  return new JiraProblem(403, [message]);
}

export function conflict(message: string): JiraProblem {
  return new JiraProblem(409, [message]);
}

/** Jira can do this, the local Jira cannot: the answer names what was asked for. */
export function notServed(what: string): JiraProblem {
  return new JiraProblem(501, [`local Jira does not serve ${what}`]);
}

export const ISSUE_NOT_FOUND = 'Issue does not exist or you do not have permission to see it.';
