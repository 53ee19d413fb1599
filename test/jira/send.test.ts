import * as v from 'valibot';
import { JiraError } from '../../src/jira/errors';
import { path, type JiraRequest, type JiraResponse } from '../../src/jira/request';
import { send, sendOnly, type Call } from '../../src/jira/send';

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Answers one after the other; the last one stays. `lost` means that no answer comes. */
function jiraThat(...answers: (Answer | 'lost')[]) {
  const seen: string[] = [];
  const request: JiraRequest = async (_path, init): Promise<JiraResponse> => {
    seen.push(init.method);
    const answer = answers[Math.min(seen.length, answers.length) - 1];
    if (answer === undefined || answer === 'lost') throw new Error('socket hang up');
    const headers = new Headers(answer.headers);
    const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? '');
    return { status: answer.status, headers, text: async () => body };
  };
  return { request, seen };
}

const get: Call = { operation: 'thing.get', method: 'GET', path: path`/rest/api/3/thing` };
const search: Call = {
  operation: 'thing.search',
  method: 'POST',
  readOnly: true,
  path: path`/rest/api/3/thing`,
  body: {},
};
const write: Call = { operation: 'thing.create', method: 'POST', path: path`/rest/api/3/thing`, body: {} };
const schema = v.object({ id: v.string() });

async function errorOf(promise: Promise<unknown>): Promise<JiraError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof JiraError)) throw new Error('no JiraError');
  return error;
}

describe('sending to Jira', () => {
  beforeEach(() => jest.useFakeTimers({ advanceTimers: 50 }));
  afterEach(() => jest.useRealTimers());

  test('gives the parsed answer, without what was not asked for', async () => {
    const { request } = jiraThat({ status: 200, body: { id: '1', more: 'dropped' } });
    expect(await send(request, get, schema)).toEqual({ id: '1' });
  });

  test.each([
    [400, 'refused'],
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [409, 'conflict'],
    [410, 'unexpectedAnswer'],
    [413, 'tooLarge'],
    [422, 'refused'],
    [429, 'rateLimited'],
    [500, 'unavailable'],
    [501, 'unexpectedAnswer'],
    [503, 'unavailable'],
  ] as const)('%d is %s', async (status, kind) => {
    const { request } = jiraThat({ status, body: '<html>' });
    const error = await errorOf(send(request, write, schema));
    expect([error.kind, error.operation, error.details.status]).toEqual([kind, 'thing.create', status]);
  });

  test('an answer that does not fit, or is no JSON, is unexpected and not repeated', async () => {
    for (const body of [{ id: 7 }, {}, 'not json', '']) {
      const { request, seen } = jiraThat({ status: 200, body });
      expect((await errorOf(send(request, get, schema))).kind).toBe('unexpectedAnswer');
      expect(seen).toHaveLength(1);
    }
  });

  test("keeps Jira's own words, a few of them", async () => {
    const { request } = jiraThat({
      status: 400,
      body: { errorMessages: ['First.', 'x'.repeat(1000)], errors: { summary: 'Too long.', other: 7 } },
    });
    const { messages } = (await errorOf(send(request, write, schema))).details;
    expect(messages).toEqual(['First.', 'x'.repeat(300), 'Too long.']);
  });

  test('reads are repeated twice when Jira is away, and then the error comes', async () => {
    for (const call of [get, search]) {
      const away = jiraThat({ status: 503 });
      expect((await errorOf(send(away.request, call, schema))).kind).toBe('unavailable');
      expect(away.seen).toHaveLength(3);
      const back = jiraThat('lost', { status: 500 }, { status: 200, body: { id: '1' } });
      expect(await send(back.request, call, schema)).toEqual({ id: '1' });
    }
  });

  test('writes are never repeated', async () => {
    for (const answer of ['lost', { status: 503 }, { status: 429, headers: { 'Retry-After': '1' } }] as const) {
      const { request, seen } = jiraThat(answer);
      await errorOf(sendOnly(request, write));
      expect(seen).toHaveLength(1);
    }
  });

  test('what Jira refused is not asked again', async () => {
    for (const status of [400, 401, 403, 404, 409, 413, 501]) {
      const { request, seen } = jiraThat({ status });
      await errorOf(send(request, get, schema));
      expect(seen).toHaveLength(1);
    }
  });

  test.each(['jira-quota-global-based', 'jira-quota-tenant-based', 'jira-burst-based', 'jira-per-issue-on-write'])(
    'a long wait for %s is left to the caller, with the seconds',
    async (reason) => {
      const { request, seen } = jiraThat({ status: 429, headers: { 'Retry-After': '40', 'RateLimit-Reason': reason } });
      expect((await errorOf(send(request, get, schema))).details).toEqual({
        status: 429,
        retryAfterSeconds: 40,
        reason,
      });
      expect(seen).toHaveLength(1);
    },
  );

  test('a short wait is obeyed to the second', async () => {
    const { request } = jiraThat({ status: 429, headers: { 'Retry-After': '2' } }, { status: 200, body: { id: '1' } });
    const started = Date.now();
    expect(await send(request, get, schema)).toEqual({ id: '1' });
    expect(Date.now() - started).toBeGreaterThanOrEqual(2000);
  });

  test('those who asked too many at once wait as asked or longer, each by chance, and a third time', async () => {
    const burst = { status: 429, headers: { 'Retry-After': '1', 'RateLimit-Reason': 'jira-burst-based' } } as const;
    const started = Date.now();
    const asking = Array.from({ length: 20 }, async () => {
      const { request, seen } = jiraThat(burst, burst, burst, { status: 200, body: { id: '1' } });
      expect(await send(request, get, schema)).toEqual({ id: '1' });
      return { after: Date.now() - started, asked: seen.length };
    });
    const refused = jiraThat(burst);
    const error = errorOf(send(refused.request, search, schema));
    const written = jiraThat(burst);
    await errorOf(sendOnly(written.request, write));
    await jest.advanceTimersByTimeAsync(11_000);
    const ended = await Promise.all(asking);
    expect(ended.map(({ asked }) => asked)).toEqual(Array.from({ length: 20 }, () => 4));
    // Three to ten seconds, and not all of them at once.
    const times = ended.map(({ after }) => after);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(3_000);
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(500);
    expect((await error).kind).toBe('rateLimited');
    expect([refused.seen.length, written.seen.length]).toEqual([4, 1]);
  });

  test.each(['soon', '-1', '1.5', '', 'Fri, 20 Nov 2026 14:31:00 GMT', '99999999999'])(
    'the header %j costs only its timing',
    async (header) => {
      const { request, seen } = jiraThat({ status: 429, headers: { 'Retry-After': header } });
      const error = await errorOf(send(request, get, schema));
      expect([error.kind, error.details.retryAfterSeconds]).toEqual(['rateLimited', undefined]);
      expect(seen).toHaveLength(3);
    },
  );

  test('the message of an error holds the name of the call and nothing from Jira', async () => {
    const { request } = jiraThat({ status: 400, body: { errorMessages: ['canary'] } });
    const error = await errorOf(send(request, { ...write, path: path`/rest/api/3/issue/${'SHOP-428'}` }, schema));
    expect(error.message).toBe('thing.create: refused (400)');
  });
});
