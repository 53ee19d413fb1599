import { Hono } from 'hono';
import { Access } from '../access/access';
import { runDueTasks } from '../config/tasks';
import { authenticate } from './authenticate';
import { pointsOf } from './costs';
import { ConnectionLost, faultProblem } from './faults';
import { badRequest, JiraProblem, ScopeProblem } from './problem';
import { ANONYMOUS, type Principal } from './principal';
import type { ImageBody, Method, Reply, Route, RouteTable } from './router';
import type { Site } from './site';

/** What is shown to whoever watches the requests (OpenAPI checks, recorders). */
export interface SeenRequest {
  readonly method: Method;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly principal: Principal;
}

/** One call on its way through. */
interface Call {
  readonly request: Request;
  readonly url: URL;
  readonly method: Method;
  readonly route: Route | undefined;
  readonly params: Readonly<Record<string, string>>;
}

/** Wires the routes of a site into a fetch handler. `control` answers everything under /__local-jira. */
export function buildServer(site: Site, table: RouteTable, control: (request: Request) => Promise<Response>): Hono {
  const app = new Hono({ strict: false });
  app.all('/__local-jira/*', (c) => control(c.req.raw));
  for (const route of table.sorted()) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1');
    app.on(route.method, path, (c) => answer(site, callOf(c.req.raw, route, c.req.param())));
  }
  app.all('*', (c) => answer(site, callOf(c.req.raw, undefined, {})));
  app.onError((error) => {
    throw error;
  });
  return app;
}

function callOf(request: Request, route: Route | undefined, params: Readonly<Record<string, string>>): Call {
  return { request, url: new URL(request.url), method: request.method as Method, route, params };
}

async function answer(site: Site, call: Call): Promise<Response> {
  const { method, url, route, request } = call;
  const startedAt = site.costs.tick();
  // Lets calls that were sent together all start before the first of them ends, as over a network.
  await new Promise((resolve) => (site.latencyMs > 0 ? setTimeout(resolve, site.latencyMs) : setImmediate(resolve)));
  let issuesReturned = 0;
  const received = method === 'GET' ? new Uint8Array() : new Uint8Array(await request.arrayBuffer());
  const reply = await reach(site, call, received, (issues) => (issuesReturned += issues));
  const body = reply.bytes ?? (reply.body === undefined ? undefined : JSON.stringify(reply.body));
  const points = reply.status < 400 ? pointsOf(route?.cost ?? 'none', issuesReturned) : 1;
  site.limits.spend(points);
  site.costs.add({
    method,
    route: route?.path ?? url.pathname,
    path: url.pathname,
    status: reply.status,
    points,
    issuesReturned,
    bytesIn: received.length,
    bytesOut: body === undefined ? 0 : Buffer.byteLength(body),
    view: request.headers.get('x-local-jira-view') ?? undefined,
    startedAt,
    endedAt: site.costs.tick(),
  });
  if (site.faults.take(['timeout-after'], method, url.pathname)) throw new ConnectionLost();
  const headers: Record<string, string> = { ...reply.headers };
  if (typeof body === 'string') headers['Content-Type'] = 'application/json;charset=UTF-8';
  return new Response(body ?? null, { status: reply.status, headers });
}

/** Authentication, scopes, faults, limits, handler; every refusal becomes an answer. */
async function reach(site: Site, call: Call, received: Uint8Array, countIssues: (n: number) => void): Promise<Reply> {
  const { method, url, route, request } = call;
  try {
    const fault = site.faults.take(
      ['rate-limit', 'error-500', 'error-503', 'timeout-before', 'delay'],
      method,
      url.pathname,
    );
    if (fault?.kind === 'timeout-before') throw new ConnectionLost();
    if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.delayMs ?? 1000));
    else if (fault !== undefined) throw faultProblem(fault, site.clock);

    const principal = authenticate(request.headers, site.tokens, site.state);
    if (route === undefined) return notServedReply(call, principal);
    checkScopes(route, principal);
    if (principal === ANONYMOUS && route.anonymous !== true) {
      throw new JiraProblem(401, ['Client must be authenticated to access this resource.']);
    }
    const headers = site.limits.request(method, route.path);
    const body = parseBody(call, received);
    runDueTasks(site.state, site.clock);
    site.onRequest?.({ method, path: url.pathname, query: url.searchParams, body, principal });
    const reply = await route.handler({
      params: call.params,
      query: url.searchParams,
      body,
      headers: request.headers,
      state: site.state,
      clock: site.clock,
      principal,
      access: new Access(site.state, principal),
      events: site.events,
      limits: site.limits,
      tokens: site.tokens,
      faults: site.faults,
      baseUrl: site.state.site.baseUrl,
      countIssues,
    });
    return { ...reply, headers: { ...headers, ...reply.headers } };
  } catch (error) {
    if (error instanceof JiraProblem) return { status: error.status, body: error.body, headers: error.headers };
    throw error;
  }
}

function notServedReply(call: Call, principal: Principal): Reply {
  if (principal === ANONYMOUS && !call.url.pathname.startsWith('/rest/')) {
    return { status: 404, body: { errorMessages: [`local Jira has no ${call.url.pathname}`], errors: {} } };
  }
  return {
    status: 501,
    body: { errorMessages: [`local Jira does not serve ${call.method} ${call.url.pathname}`], errors: {} },
  };
}

function checkScopes(route: Route, principal: Principal): void {
  if (principal.scopes === 'all') return;
  const { scopes } = principal;
  const missing = route.scopes.filter((scope) => !scopes.has(scope));
  if (missing.length > 0) throw new ScopeProblem(`${route.method} ${route.path}`, missing);
}

/** Jira answers 415 to content that is not declared as JSON and 400 to content that is not JSON. */
function parseBody(call: Call, received: Uint8Array): unknown {
  const type = call.request.headers.get('content-type') ?? '';
  if (call.route?.takes === 'image') return { contentType: type, bytes: received } satisfies ImageBody;
  if (received.length === 0) return undefined;
  if (!/^application\/json\b/i.test(type)) {
    throw new JiraProblem(415, [`Unsupported Media Type: '${type}'; send application/json`]);
  }
  try {
    return JSON.parse(new TextDecoder().decode(received)) as unknown;
  } catch {
    throw badRequest('Invalid request payload. Refer to the REST API documentation and try again.');
  }
}
