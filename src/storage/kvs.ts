/**
 * Forge's key-value store with typed keys and parsed values. Nothing of a person or an issue's text is stored.
 * https://developer.atlassian.com/platform/forge/storage-reference/kvs/
 */
import { ForgeKvsAPIError, kvs, WhereConditions } from '@forge/kvs';
import * as v from 'valibot';
import { isIdempotencyKey, isNumericId } from '../domain/identifiers';

/** What is stored under one key, and how it is read back. */
export interface Entry<T> {
  readonly key: string;
  readonly schema: v.GenericSchema<unknown, T>;
}

/** Something stored does not have the shape this version writes. It is left as it is. */
export class DamagedValueError extends Error {
  constructor(readonly key: string) {
    super('a stored value could not be read');
    this.name = 'DamagedValueError';
  }
}

/** `prefix:12345`. @throws RangeError for anything but a numeric Jira id, so that no text can become part of a key. */
export function keyOfId(prefix: string, id: string): string {
  if (!isNumericId(id)) throw new RangeError('not a numeric id');
  return `${prefix}:${id}`;
}

/** `prefix:<idempotency key>`. @throws RangeError for another pattern. */
export function keyOfAction(prefix: string, idempotencyKey: string): string {
  if (!isIdempotencyKey(idempotencyKey)) throw new RangeError('not an idempotency key');
  return `${prefix}:${idempotencyKey}`;
}

/**
 * Forge refused a request because the site asked for too much within a minute; nothing was done, and later it is.
 * https://developer.atlassian.com/platform/forge/limits-kvs-ce/
 */
export function isStorageLimit(error: unknown): boolean {
  return error instanceof ForgeKvsAPIError && error.responseDetails.status === 429;
}

/** @throws DamagedValueError; `undefined` when nothing is stored. Strictly consistent. */
export async function readValue<T>({ key, schema }: Entry<T>): Promise<T | undefined> {
  const value = await kvs.get(key);
  if (value === undefined || value === null) return undefined;
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw new DamagedValueError(key);
  return parsed.output;
}

/**
 * How far some work is. What cannot be read is none, so that the work begins anew: damage here, or what another version of
 * the app wrote, would stop it for ever.
 */
export async function readProgress<T>(entry: Entry<T>): Promise<T | undefined> {
  try {
    return await readValue(entry);
  } catch (error) {
    if (error instanceof DamagedValueError) return undefined;
    throw error;
  }
}

export interface Lifetime {
  /** Forge deletes the value some time after so many days. */
  readonly days: number;
}

export async function writeValue<T>({ key }: Entry<T>, value: T, lifetime?: Lifetime): Promise<void> {
  await kvs.set(key, value, ttlOf(lifetime));
}

/**
 * Stores a value where there is none, atomically.
 * @returns false when somebody else was first; what they stored stays.
 */
export async function createValue<T>({ key }: Entry<T>, value: T, lifetime?: Lifetime): Promise<boolean> {
  try {
    await kvs.set(key, value, { ...ttlOf(lifetime), keyPolicy: 'FAIL_IF_EXISTS' });
    return true;
  } catch (error) {
    // Which code Forge gives for a taken key is not documented; whether it is taken can be seen.
    if (error instanceof ForgeKvsAPIError && (await kvs.get(key)) !== undefined) return false;
    throw error;
  }
}

/** What one question to Forge answers at most. */
const LISTED_MOST = 100;

/**
 * What is stored under keys that begin so, in the order of the keys; at most a hundred. What cannot be read is left out,
 * and what was written in the last seconds may be: Forge's query is eventually consistent.
 */
export async function listValues<T>(prefix: string, schema: v.GenericSchema<unknown, T>): Promise<readonly T[]> {
  const { results } = await kvs
    .query()
    .where('key', WhereConditions.beginsWith(prefix))
    .limit(LISTED_MOST)
    .getMany<unknown>();
  return results.flatMap(({ value }) => {
    const parsed = v.safeParse(schema, value);
    return parsed.success ? [parsed.output] : [];
  });
}

export async function removeValue({ key }: Entry<unknown>): Promise<void> {
  await kvs.delete(key);
}

function ttlOf(lifetime: Lifetime | undefined) {
  return lifetime === undefined ? {} : { ttl: { value: lifetime.days, unit: 'DAYS' as const } };
}
