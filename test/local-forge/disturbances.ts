/**
 * Trouble on purpose, at one chosen request of a site's functions to the platform: the process dies, the answer is lost,
 * or the request is refused. For tests that go through every single write and look at what is left afterwards.
 */
import type { InvocationKind } from './ledger';
import type { PlatformCall } from './platform-calls';
import type { Invocation } from './runtime';
import type { Site } from './site';

/**
 * - `kill before`: the function's process dies, the request was never made
 * - `kill after`: the request was carried out, and the process died before it saw the answer
 * - `lose answer`: the request was carried out, and the function gets a network error
 * - a refusal: the request is not carried out, and this is the answer, for example `{ status: 500, body: { code } }`
 */
export type Trouble =
  'kill before' | 'kill after' | 'lose answer' | { readonly status: number; readonly body?: unknown };

export interface Disturbance {
  /** The how-manieth call it hits, of those that count, over all invocations of the site since arming; 1 = the first. */
  readonly atCall: number;
  readonly by: Trouble;
  /** Which calls count; without it every one. */
  readonly counts?: (call: PlatformCall) => boolean;
  /** Which functions' calls count; without it all. */
  readonly kind?: InvocationKind;
}

/** What a test learns of a disturbance it armed. */
export interface ArmedDisturbance {
  /** How many calls counted so far; an armed disturbance that never fires counts an undisturbed run. */
  readonly counted: number;
  /** The call that was hit, once it was. */
  readonly hit: PlatformCall | undefined;
  disarm(): void;
}

interface Armed {
  readonly disturbance: Disturbance;
  counted: number;
  hit: PlatformCall | undefined;
}

/** Why a run ended in the middle; what the ledger and the queue see. */
export class ProcessKilledError extends Error {
  constructor(reason = 'The process was killed.') {
    super(reason);
    this.name = 'ProcessKilledError';
  }
}

export class Disturbances {
  readonly #armed = new Map<Site, Set<Armed>>();

  arm(site: Site, disturbance: Disturbance): ArmedDisturbance {
    const armed: Armed = { disturbance, counted: 0, hit: undefined };
    const all = this.#armed.get(site) ?? new Set();
    this.#armed.set(site, all.add(armed));
    return {
      get counted() {
        return armed.counted;
      },
      get hit() {
        return armed.hit;
      },
      disarm: () => void all.delete(armed),
    };
  }

  /** Carries a call out, unless it is the one that is disturbed. */
  async around(
    invocation: Invocation,
    call: PlatformCall | undefined,
    carryOut: () => Promise<Response>,
  ): Promise<Response> {
    const trouble = call === undefined ? undefined : this.#troubleFor(invocation, call);
    switch (trouble) {
      case undefined:
        return carryOut();
      case 'kill before':
        return dead(invocation);
      case 'kill after':
        await carryOut();
        return dead(invocation);
      case 'lose answer':
        await carryOut();
        throw new TypeError('fetch failed: the answer was lost (disturbance)');
      default:
        return trouble.body === undefined
          ? new Response(null, { status: trouble.status })
          : Response.json(trouble.body, { status: trouble.status });
    }
  }

  #troubleFor(invocation: Invocation, call: PlatformCall): Trouble | undefined {
    let found: Trouble | undefined;
    const all = this.#armed.get(invocation.site) ?? new Set<Armed>();
    for (const armed of all) {
      const { atCall, by, counts, kind } = armed.disturbance;
      if (kind !== undefined && kind !== invocation.kind) continue;
      if (counts !== undefined && !counts(call)) continue;
      armed.counted += 1;
      if (armed.counted !== atCall) continue;
      armed.hit = call;
      all.delete(armed);
      found ??= by;
    }
    return found;
  }
}

/** The function is abandoned where it stands: what it awaits never comes. */
function dead(invocation: Invocation): Promise<never> {
  invocation.stop(new ProcessKilledError());
  return new Promise(() => undefined);
}
