import * as v from 'valibot';

/** Jira refused or did not answer; the message is Jira's own where it sent one. */
export class JiraProblem extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const Refusal = v.object({
  errorMessages: v.optional(v.array(v.string()), []),
  errors: v.optional(v.record(v.string(), v.string()), {}),
});

async function send(method: string, path: string, body?: unknown): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new JiraProblem(0, 'Local Jira does not answer. Is npm start still running?');
  }
  const text = await response.text();
  const content: unknown = text === '' ? undefined : parseJson(text);
  if (!response.ok) throw new JiraProblem(response.status, refusalText(response.status, content));
  return content;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function refusalText(status: number, content: unknown): string {
  const refusal = v.safeParse(Refusal, content);
  // A validator says the same sentence for the issue and for the field.
  const words = refusal.success
    ? [...new Set([...refusal.output.errorMessages, ...Object.values(refusal.output.errors)])]
    : [];
  if (words.length > 0) return words.join(' ');
  if (status === 429) return 'Jira is busy and asked us to wait.';
  if (status === 404) return 'It does not exist, or you may not see it.';
  if (status === 403) return 'You may not do this.';
  return `Jira answered ${status}.`;
}

/** A request as the user chosen in the shell; the answer is checked against `shape`. Throws {@link JiraProblem}. */
export async function ask<S extends v.GenericSchema>(
  shape: S,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<v.InferOutput<S>> {
  return v.parse(shape, await send(method, path, body));
}

/** A write whose answer does not matter. Throws {@link JiraProblem}. */
export async function tell(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<void> {
  await send(method, path, body);
}
