/**
 * What goes between a page and its host by postMessage. Functions cannot cross, so each becomes a handle that the other
 * side calls.
 */
import * as v from 'valibot';

/** Page → host. */
const fromPage = v.variant('forge', [
  /** A bridge command; answered by `answer` with the same id. */
  v.object({ forge: v.literal('call'), id: v.number(), command: v.string(), payload: v.optional(v.unknown()) }),
  /** Calls a function that an answer carried. */
  v.object({ forge: v.literal('run'), handle: v.number(), args: v.array(v.unknown()) }),
  /** The height of the page's content, in CSS pixels. */
  v.object({ forge: v.literal('height'), height: v.number() }),
  /** Escape was pressed in the page, and the page did not use it. */
  v.object({ forge: v.literal('escape') }),
]);

/** Host → page. */
const fromHost = v.variant('forge', [
  v.object({ forge: v.literal('answer'), id: v.number(), value: v.optional(v.unknown()) }),
  v.object({ forge: v.literal('failure'), id: v.number(), message: v.string() }),
  /** Calls a function that a payload carried. */
  v.object({ forge: v.literal('run'), handle: v.number(), args: v.array(v.unknown()) }),
  v.object({ forge: v.literal('theme'), colorMode: v.picklist(['light', 'dark']) }),
]);

export type PageMessage = v.InferOutput<typeof fromPage>;
export type HostMessage = v.InferOutput<typeof fromHost>;
export type ColorMode = 'light' | 'dark';

/** undefined for whatever else is posted to a window. */
export function parsePageMessage(data: unknown): PageMessage | undefined {
  const result = v.safeParse(fromPage, data);
  return result.success ? result.output : undefined;
}

/** undefined for whatever else is posted to a window. */
export function parseHostMessage(data: unknown): HostMessage | undefined {
  const result = v.safeParse(fromHost, data);
  return result.success ? result.output : undefined;
}

const HANDLE = '__forgeFunction';

/** The functions one side has given away. */
export class Handles {
  readonly #functions = new Map<number, (...args: unknown[]) => unknown>();
  #last = 0;

  /** Replaces every function in `value` by a handle. */
  export(value: unknown): unknown {
    if (typeof value === 'function') {
      this.#last += 1;
      this.#functions.set(this.#last, value as (...args: unknown[]) => unknown);
      return { [HANDLE]: this.#last };
    }
    return mapInside(value, (inner) => this.export(inner));
  }

  run(handle: number, args: readonly unknown[]): void {
    this.#functions.get(handle)?.(...args);
  }
}

/** Replaces every handle in `value` by a function that has the other side run it. It gives no result. */
export function importHandles(value: unknown, run: (handle: number, args: unknown[]) => void): unknown {
  if (isPlain(value) && typeof value[HANDLE] === 'number') {
    const handle = value[HANDLE];
    return (...args: unknown[]) => run(handle, args);
  }
  return mapInside(value, (inner) => importHandles(inner, run));
}

function mapInside(value: unknown, change: (inner: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, change(inner)]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
