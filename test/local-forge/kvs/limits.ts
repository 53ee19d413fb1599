/**
 * What Forge's key-value store accepts. The codes are those of Forge's page on its errors.
 */
import { KVS } from '../limits';

/** An answer other than success. `code` and `message` reach the app as ForgeKvsAPIError. */
export class KvsRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'KvsRefusal';
  }
}

/** @throws KvsRefusal */
export function checkKey(key: unknown): string {
  if (typeof key !== 'string') throw new KvsRefusal(400, 'INVALID_KEY', 'The key is not a string.');
  if (key.length === 0) throw new KvsRefusal(400, 'KEY_TOO_SHORT', 'The provided key is empty.');
  if (key.length > KVS.keyLength) {
    throw new KvsRefusal(400, 'KEY_TOO_LONG', `The provided key has exceeded the maximum ${KVS.keyLength} characters.`);
  }
  if (!KVS.keyPattern.test(key)) {
    throw new KvsRefusal(400, 'INVALID_KEY', `The provided key does not match the regex: ${String(KVS.keyPattern)}`);
  }
  return key;
}

/** @returns the value as JSON. @throws KvsRefusal */
export function checkValue(value: unknown): string {
  // Documented values: array, boolean, number, object, string. What JSON drops or turns into null is none of these.
  if (value === undefined || value === null) {
    throw new KvsRefusal(400, 'INVALID_VALUE', 'A value is an array, boolean, number, object or string.');
  }
  if (depth(value) > KVS.valueDepth) {
    throw new KvsRefusal(400, 'MAX_DEPTH', `The value is nested deeper than ${KVS.valueDepth} levels.`);
  }
  const json = JSON.stringify(value);
  if (Buffer.byteLength(json) > KVS.valueBytes) {
    throw new KvsRefusal(400, 'MAX_SIZE', `The value has more than ${KVS.valueBytes} bytes.`);
  }
  return json;
}

const UNIT_MS = { SECONDS: 1000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 } as const;

/** @returns milliseconds, or undefined where none is asked for. @throws KvsRefusal */
export function checkTtl(ttl: unknown): number | undefined {
  if (ttl === undefined) return undefined;
  const { unit, value } = ttl as { unit?: unknown; value?: unknown };
  if (typeof unit !== 'string' || !Object.hasOwn(UNIT_MS, unit) || typeof value !== 'number' || !(value > 0)) {
    throw new KvsRefusal(400, 'INVALID_TTL', 'A ttl has a unit (SECONDS, MINUTES, HOURS, DAYS) and a positive value.');
  }
  const ms = value * UNIT_MS[unit as keyof typeof UNIT_MS];
  if (ms > KVS.ttlMs) throw new KvsRefusal(400, 'INVALID_TTL', 'The longest ttl is one year.');
  return ms;
}

/** One to 25 entries, each key once, 4 MB together. @throws KvsRefusal */
export function checkGroup(what: string, keys: readonly string[], bytes: number): void {
  if (keys.length === 0) throw new KvsRefusal(400, 'EMPTY', `A ${what} needs at least one key.`);
  if (keys.length > KVS.groupSize) {
    throw new KvsRefusal(400, 'TOO_MANY_OPERATIONS', `A ${what} has at most ${KVS.groupSize} operations.`);
  }
  if (new Set(keys).size !== keys.length) {
    throw new KvsRefusal(400, 'DUPLICATE_KEY', `Each key can be used once in a ${what}.`);
  }
  if (bytes > KVS.groupBytes) throw new KvsRefusal(400, 'MAX_SIZE', `A ${what} has at most ${KVS.groupBytes} bytes.`);
}

function depth(value: unknown): number {
  let deepest = 0;
  // A list of what is still to visit, not recursion: hostile nesting must not end in a stack overflow.
  const open: { value: unknown; level: number }[] = [{ value, level: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    deepest = Math.max(deepest, next.level);
    if (typeof next.value !== 'object' || next.value === null || next.level > KVS.valueDepth) continue;
    const level = next.level + 1;
    deepest = Math.max(deepest, level);
    for (const inner of Object.values(next.value)) {
      if (typeof inner === 'object' && inner !== null) open.push({ value: inner, level });
    }
  }
  return deepest;
}
