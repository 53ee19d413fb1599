/**
 * The hooks through which the unmodified @forge packages reach their platform from inside a function:
 * `globalThis.__forge_fetch__(target, path, init)` and `globalThis.__forge_runtime__`.
 *
 * Forge keeps a process warm and gives it invocations of several sites. So the hooks are set once and read the current
 * invocation from an AsyncLocalStorage: code that keeps a site's data in a module variable leaks here as it would there.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { InvocationKind } from './ledger';
import type { Site } from './site';

/** The first argument of `__forge_fetch__`: who is asked, and as whom (@forge/api out/api/fetch.js, @forge/kvs). */
export interface FetchTarget {
  readonly type: string;
  readonly provider?: string;
  readonly remote?: string;
  readonly service?: string;
  readonly accountId?: string;
}

/** One run of a function. */
export interface Invocation {
  readonly id: string;
  readonly kind: InvocationKind;
  readonly site: Site;
  readonly moduleKey: string;
  readonly functionKey: string;
  /** The person who asked; absent for consumers, schedules and events without one. */
  readonly accountId: string | undefined;
  readonly appId: string;
  readonly scopes: readonly string[];
  /** On the clock of `performance.now()`, which no change of the site's date moves. */
  readonly deadline: number;
  /** How many queue pushes led here, each made by the consumer of the one before. */
  readonly chain: number;
  /** Answers `__forge_fetch__`. */
  readonly fetch: (target: FetchTarget, path: string, init: RequestInit | undefined) => Promise<Response>;
  /** Ends the run where it stands, as if its process died. */
  readonly stop: (reason: Error) => void;
  /** Set once the run is over: a frozen or dead process makes no requests. */
  ended: 'answered' | 'timed out' | 'been stopped' | undefined;
}

const invocations = new AsyncLocalStorage<Invocation | undefined>();

/** Runs `work` as `invocation`; hooks called within, also after an await, belong to it. */
export function runInvocation<T>(invocation: Invocation, work: () => T): T {
  return invocations.run(invocation, work);
}

/** Runs `work` outside any invocation: the platform's own doing, such as Jira answering. */
export function runAsPlatform<T>(work: () => T): T {
  return invocations.run(undefined, work);
}

function currentInvocation(what: string): Invocation {
  const invocation = invocations.getStore();
  if (invocation === undefined) throw new Error(`${what} was used outside a Forge function.`);
  if (invocation.ended !== undefined) {
    throw new Error(
      `${what} was used by the function ${invocation.functionKey} after it had ${invocation.ended}; await it before returning.`,
    );
  }
  return invocation;
}

/** Sets the hooks; doing it again changes nothing. */
export function installRuntimeHooks(): void {
  const hooks = globalThis as { __forge_fetch__?: unknown; fetch: typeof fetch };
  if (hooks.__forge_fetch__ === forgeFetch) return;
  hooks.__forge_fetch__ = forgeFetch;
  Object.defineProperty(globalThis, '__forge_runtime__', {
    configurable: true,
    // undefined outside a function: there @forge/api says "Forge runtime not found", as on Forge at import time.
    get: () => {
      const invocation = invocations.getStore();
      return invocation === undefined ? undefined : runtimeOf(invocation);
    },
  });
  hooks.fetch = withoutEgress(hooks.fetch);
}

async function forgeFetch(target: FetchTarget, path: string, init?: RequestInit): Promise<Response> {
  const invocation = currentInvocation(`A request to ${target.remote ?? target.service ?? target.type} ${path}`);
  return runAsPlatform(() => invocation.fetch(target, path, init));
}

/** A manifest without external permissions lets a function reach nothing but Atlassian through @forge/api. */
function withoutEgress(outside: typeof fetch): typeof fetch {
  return async (input, init) => {
    const invocation = invocations.getStore();
    if (invocation === undefined) return outside(input, init);
    const url = input instanceof Request ? input.url : String(input);
    throw new Error(`URL not included in the external fetch backend permissions: ${url}. The manifest has none.`);
  };
}

/** What @forge/api reads of `__forge_runtime__` (out/api/runtime.js, out/authorization). */
function runtimeOf(invocation: Invocation): Record<string, unknown> {
  const { site } = invocation;
  return {
    appContext: {
      appId: invocation.appId,
      appVersion: '1.0.0',
      environmentId: site.environmentId,
      environmentType: 'DEVELOPMENT',
      invocationId: invocation.id,
      installationId: site.installationId,
      moduleKey: invocation.moduleKey,
      functionKey: invocation.functionKey,
      license: site.license,
      installation: installationOf(site),
      permissions: { scopes: invocation.scopes, external: {} },
    },
    contextAri: site.installContext,
    aaid: invocation.accountId,
    lambdaContext: { getRemainingTimeInMillis: () => Math.max(0, invocation.deadline - performance.now()) },
    metrics: {
      counter: () => ({ incr: () => undefined }),
      timing: () => ({ measure: () => ({ stop: () => undefined }) }),
    },
    tracing: { traceId: invocation.id, spanId: invocation.id },
    externalAuth: [],
  };
}

/** `context.installation` of a function and of `getAppContext()`. */
export function installationOf(site: Site): Record<string, unknown> {
  return {
    ari: {
      installationId: site.installationId,
      toString: () => `ari:cloud:ecosystem::installation/${site.installationId}`,
    },
    contexts: [{ cloudId: site.cloudId, toString: () => site.installContext }],
  };
}
