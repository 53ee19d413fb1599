import type { Access } from '../access/access';
import type { Clock } from '../clock';
import type { EventHub } from '../state/events';
import type { SiteState } from '../state/site-state';
import type { Faults } from './faults';
import type { Principal, Tokens } from './principal';
import type { Limits } from './rate-limits';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * What a call costs in points: `read` 1 + 1 per issue returned; `people` (users, groups, roles, permissions) 2;
 * `write` and `count` 1; `none` for calls that are refused by design.
 */
export type CostKind = 'read' | 'people' | 'write' | 'count' | 'none';

/** An answer. No `body` = empty body, as `PUT /issue` (204) and `POST /issueLink` (201) give. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  /** In place of `body`: an answer that is no JSON; its type is in `headers`. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a route that takes an image finds as its body. */
export interface ImageBody {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Everything a handler may use. */
export interface RouteContext {
  /** Path parameters by the name in the route's path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Parsed JSON, `undefined` when the request had no body; an ImageBody for routes that take an image. */
  readonly body: unknown;
  readonly headers: Headers;
  readonly state: SiteState;
  readonly clock: Clock;
  readonly principal: Principal;
  readonly access: Access;
  readonly events: EventHub;
  readonly limits: Limits;
  readonly tokens: Tokens;
  readonly faults: Faults;
  /** For `self` links: https://shop.atlassian.net */
  readonly baseUrl: string;
  /** Counts issues given back, for points. */
  countIssues(issues: number): void;
}

export interface Route {
  readonly method: Method;
  /** As in Atlassian's OpenAPI, parameters in braces: `/rest/api/3/issue/{issueIdOrKey}`. */
  readonly path: string;
  /** OAuth 2.0 scopes of the operation's `security`; all of them are needed. Empty = none. */
  readonly scopes: readonly string[];
  readonly cost: CostKind;
  /** True: also answers without any authentication. */
  readonly anonymous?: boolean;
  /** `image`: the body is the bytes of a picture instead of JSON. */
  readonly takes?: 'image';
  readonly handler: (context: RouteContext) => Reply | Promise<Reply>;
}

export interface RouteRegistrar {
  route(route: Route): void;
}

/** Collects routes; more specific paths are matched first, whatever the order of registration. */
export class RouteTable implements RouteRegistrar {
  readonly #routes = new Map<string, Route>();

  route(route: Route): void {
    const name = `${route.method} ${route.path}`;
    if (this.#routes.has(name)) throw new Error(`two routes for ${name}`);
    this.#routes.set(name, route);
  }

  sorted(): readonly Route[] {
    return [...this.#routes.values()].sort((a, b) => (order(a.path) < order(b.path) ? -1 : 1));
  }
}

/** Sorts fixed segments before parameters. */
function order(path: string): string {
  return path
    .split('/')
    .map((segment) => (segment.startsWith('{') ? '~' : segment))
    .join('/');
}

export function json(body: unknown, status = 200): Reply {
  return { status, body };
}

export function empty(status = 204): Reply {
  return { status };
}
