/**
 * The one way from the gateway to Jira: path, request, parse, return. Errors are classified here and nowhere else.
 */
import * as v from 'valibot';
import { JiraError, type JiraErrorDetails, type JiraErrorKind } from './errors';
import type { JiraPath, JiraRequest, JiraRequestInit, JiraResponse } from './request';
import { sleep } from './sleep';

declare const crypto: { randomUUID(): string };

/**
 * How a read is repeated: at most twice, and never waiting longer than a person would. Writes are never repeated.
 *
 * Once more where too many ask at the same moment: Jira then asks all of them to wait a second, after which they would come
 * back together. Each waits up to so many seconds longer, by chance, and more so each time.
 */
const RETRY = {
  pausesInMilliseconds: [300, 900],
  longestRetryAfterSeconds: 3,
  burst: { reason: 'jira-burst-based', secondsLonger: [1, 2, 4] },
} as const;

/** Jira's words are kept for the person who asked, never more than a few lines of them. */
const MESSAGES = { most: 5, longest: 300 } as const;

interface CallBase {
  /** A constant name for errors and logs, for example `issue.get`. */
  readonly operation: string;
  readonly path: JiraPath;
}

interface Get extends CallBase {
  readonly method: 'GET';
}

interface Change extends CallBase {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  /** In place of `body`: a picture, sent as it is. */
  readonly png?: Uint8Array<ArrayBuffer>;
  /** True for a POST that only reads (a search): it may be repeated. */
  readonly readOnly?: boolean;
}

export type Call = Get | Change;

/**
 * Sends one call and parses the answer.
 * @param whenEmpty what an answer without a body means, where Jira may give one.
 * @throws JiraError of every kind; `unexpectedAnswer` when the answer is no JSON or does not fit the schema.
 */
export async function send<Answer>(
  jira: JiraRequest,
  call: Call,
  schema: v.GenericSchema<unknown, Answer>,
  whenEmpty?: Answer,
): Promise<Answer> {
  const text = await exchange(jira, call);
  if (text === '' && whenEmpty !== undefined) return whenEmpty;
  const parsed = v.safeParse(schema, parseJson(text, call));
  if (!parsed.success) throw new JiraError('unexpectedAnswer', call.operation);
  return parsed.output;
}

/** Sends one call whose answer says nothing beyond "done" (201 or 204, often without a body). */
export async function sendOnly(jira: JiraRequest, call: Call): Promise<void> {
  await exchange(jira, call);
}

async function exchange(jira: JiraRequest, call: Call): Promise<string> {
  const mayRepeat = call.method === 'GET' || call.readOnly === true;
  for (let repeated = 0; ; repeated += 1) {
    try {
      return await once(jira, call);
    } catch (error) {
      const wait = mayRepeat ? pauseBeforeRetry(error, repeated) : undefined;
      if (wait === undefined) throw error;
      await sleep(wait);
    }
  }
}

/** Milliseconds to wait before the same read is tried again; `undefined` when it must not be. */
function pauseBeforeRetry(error: unknown, repeated: number): number | undefined {
  if (!(error instanceof JiraError)) return undefined;
  const pause = RETRY.pausesInMilliseconds[repeated];
  if (error.kind === 'unavailable') return pause;
  if (error.kind !== 'rateLimited') return undefined;
  const { retryAfterSeconds: asked, reason } = error.details;
  // What the server asks for is obeyed to the second, or the error goes to the caller, who can show the seconds.
  if (asked !== undefined && asked > RETRY.longestRetryAfterSeconds) return undefined;
  if (asked !== undefined && reason === RETRY.burst.reason) {
    const longer = RETRY.burst.secondsLonger[repeated];
    return longer === undefined ? undefined : (asked + longer * chance()) * 1000;
  }
  return pause === undefined || asked === undefined ? pause : asked * 1000;
}

/** In [0, 1). */
function chance(): number {
  return Number.parseInt(crypto.randomUUID().slice(0, 8), 16) / 2 ** 32;
}

async function once(jira: JiraRequest, call: Call): Promise<string> {
  let response: JiraResponse;
  let text: string;
  try {
    response = await jira(call.path, initOf(call));
    text = await response.text();
  } catch (cause) {
    throw new JiraError('unavailable', call.operation, {}, { cause });
  }
  // 303 names the task in which Jira goes on; where the transport follows it, the answer is that task all the same.
  if ((response.status >= 200 && response.status < 300) || response.status === 303) return text;
  throw new JiraError(kindOf(response.status), call.operation, detailsOf(response, text));
}

function initOf(call: Call): JiraRequestInit {
  const accept = { Accept: 'application/json' };
  if (call.method !== 'GET' && call.png !== undefined) {
    // Jira takes uploads only with this header: it cannot come from a page of somebody else.
    const headers = { ...accept, 'Content-Type': 'image/png', 'X-Atlassian-Token': 'no-check' };
    return { method: call.method, headers, body: call.png.slice().buffer };
  }
  if (call.method === 'GET' || call.body === undefined) return { method: call.method, headers: accept };
  return {
    method: call.method,
    headers: { ...accept, 'Content-Type': 'application/json' },
    body: JSON.stringify(call.body),
  };
}

function kindOf(status: number): JiraErrorKind {
  switch (status) {
    case 400:
    case 422:
      return 'refused';
    case 401:
      return 'unauthenticated';
    case 403:
      return 'forbidden';
    case 404:
      return 'notFound';
    case 409:
      return 'conflict';
    case 413:
      return 'tooLarge';
    case 429:
      return 'rateLimited';
    // "Not implemented" stays so however often it is asked.
    case 501:
      return 'unexpectedAnswer';
    default:
      return status >= 500 ? 'unavailable' : 'unexpectedAnswer';
  }
}

function detailsOf(response: JiraResponse, text: string): JiraErrorDetails {
  const retryAfterSeconds = secondsIn(response.headers.get('Retry-After'));
  const reason = response.headers.get('RateLimit-Reason');
  const messages = messagesIn(text);
  return {
    status: response.status,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(reason === null ? {} : { reason }),
    ...(messages.length === 0 ? {} : { messages }),
  };
}

/** Whole seconds of a Retry-After header. Anything else costs only the timing, never the classification. */
function secondsIn(header: string | null): number | undefined {
  const trimmed = header?.trim();
  return trimmed !== undefined && /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : undefined;
}

/** The two ways in which Jira words a refusal: a list, and one message per field. */
const REFUSAL = v.object({
  errorMessages: v.optional(v.array(v.string()), []),
  errors: v.optional(v.record(v.string(), v.unknown()), {}),
});

function messagesIn(text: string): readonly string[] {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return [];
  }
  const parsed = v.safeParse(REFUSAL, body);
  if (!parsed.success) return [];
  const perField = Object.values(parsed.output.errors).filter((message) => typeof message === 'string');
  return [...parsed.output.errorMessages, ...perField]
    .slice(0, MESSAGES.most)
    .map((message) => message.slice(0, MESSAGES.longest));
}

function parseJson(text: string, call: Call): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new JiraError('unexpectedAnswer', call.operation, {}, { cause });
  }
}
