/**
 * The HTTP face of the key-value store, as @forge/kvs speaks it (out/storage-api.js): POST, JSON, one path a verb.
 */
import { messageOf } from '../errors';
import { KVS } from '../limits';
import { checkGroup, checkKey, checkTtl, checkValue, KvsRefusal } from './limits';
import type { KvsRecord, KvsStore } from './store';

type Body = Readonly<Record<string, unknown>>;
type Verb = (store: KvsStore, body: unknown) => unknown;

const READS: Readonly<Record<string, Verb>> = {
  '/api/v1/get': get,
  '/api/v1/query': query,
  '/api/v1/batch/get': batchGet,
};
const WRITES: Readonly<Record<string, Verb>> = {
  '/api/v1/set': set,
  '/api/v1/delete': remove,
  '/api/v1/batch/set': batchSet,
  '/api/v1/batch/delete': batchDelete,
  '/api/v1/transaction': transact,
};

/** Answers one request of @forge/kvs. Everything that is wrong becomes a status with a code, never a throw. */
export function answerKvs(
  store: KvsStore,
  scopes: readonly string[],
  path: string,
  body: RequestInit['body'] | undefined,
): Response {
  try {
    if (!scopes.includes('storage:app')) {
      throw new KvsRefusal(403, 'FORBIDDEN', 'The manifest lacks the scope storage:app, which @forge/kvs needs.');
    }
    const isRead = Object.hasOwn(READS, path);
    const fault = store.takeFault(!isRead);
    if (fault !== undefined) throw new KvsRefusal(fault.status, fault.code, fault.message ?? 'An injected fault.');
    const verb = isRead ? READS[path] : Object.hasOwn(WRITES, path) ? WRITES[path] : undefined;
    if (verb === undefined) {
      throw new KvsRefusal(501, 'NOT_SERVED', `The local Forge does not serve ${path} of the key-value store.`);
    }
    store.requests[isRead ? 'reads' : 'writes'] += 1;
    const answer = verb(store, JSON.parse(typeof body === 'string' ? body : 'null'));
    return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
  } catch (error) {
    const refusal = error instanceof KvsRefusal ? error : new KvsRefusal(400, 'INVALID_REQUEST', messageOf(error));
    return Response.json({ code: refusal.code, message: refusal.message }, { status: refusal.status });
  }
}

function get(store: KvsStore, body: unknown): unknown {
  const { key, options } = record(body);
  return found(store, checkKey(key), options);
}

function found(store: KvsStore, key: string, options: unknown): Body {
  const entry = store.read(key);
  if (entry === undefined) throw new KvsRefusal(404, 'KEY_NOT_FOUND', 'The specified key does not exist.');
  return { key, ...described(entry, record(options ?? {})['metadataFields']) };
}

function set(store: KvsStore, body: unknown): unknown {
  const { key: rawKey, value, options: rawOptions } = plain(record(body));
  const options = record(rawOptions ?? {});
  const key = checkKey(rawKey);
  const json = checkValue(value);
  const ttl = checkTtl(options['ttl']);
  const previous = store.read(key);
  if (options['keyPolicy'] === 'FAIL_IF_EXISTS') {
    if (options['returnValue'] !== undefined) {
      throw new KvsRefusal(400, 'INVALID_OPTIONS', 'returnValue needs keyPolicy OVERRIDE.');
    }
    // Forge documents that this fails, not with which code; an app must not depend on it.
    if (previous !== undefined) throw new KvsRefusal(409, 'KEY_ALREADY_EXISTS', 'The key already exists.');
  } else if (options['keyPolicy'] !== undefined && options['keyPolicy'] !== 'OVERRIDE') {
    throw new KvsRefusal(400, 'INVALID_OPTIONS', 'keyPolicy is OVERRIDE or FAIL_IF_EXISTS.');
  }
  const latest = store.write(key, json, ttl);
  const returned =
    options['returnValue'] === 'LATEST' ? latest : options['returnValue'] === 'PREVIOUS' ? previous : undefined;
  return returned === undefined ? undefined : { key, ...described(returned, options['returnMetadataFields']) };
}

function remove(store: KvsStore, body: unknown): undefined {
  store.remove(checkKey(record(body)['key']));
  return undefined;
}

function query(store: KvsStore, body: unknown): unknown {
  const { limit = KVS.queryDefault, after, where, options } = record(body);
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > KVS.queryLargest) {
    throw new KvsRefusal(400, 'LIST_QUERY_LIMIT_EXCEEDED', `The limit is between 1 and ${KVS.queryLargest}.`);
  }
  const matching = store.list(prefixOf(where), after === undefined ? undefined : keyOfCursor(after));
  const page = matching.slice(0, limit);
  const last = page.at(-1);
  const metadata = record(options ?? {})['metadataFields'];
  return {
    data: page.map(({ key, record: entry }) => ({ key, ...described(entry, metadata) })),
    ...(last !== undefined && matching.length > limit ? { cursor: cursorOf(last.key) } : {}),
  };
}

function prefixOf(where: unknown): string {
  if (where === undefined) return '';
  if (!Array.isArray(where) || where.length !== 1) {
    throw new KvsRefusal(400, 'QUERY_WHERE_INVALID', 'KVS queries should contain only a single "where" clause.');
  }
  const { property, condition, values } = record(where[0]);
  if (property !== 'key') throw new KvsRefusal(400, 'QUERY_WHERE_FIELD_INVALID', 'Only the key can be filtered.');
  if (condition !== 'BEGINS_WITH') {
    throw new KvsRefusal(400, 'INVALID_FILTER_CONDITION', `Only BEGINS_WITH is supported, not ${String(condition)}.`);
  }
  if (!Array.isArray(values) || values.length !== 1 || typeof values[0] !== 'string') {
    throw new KvsRefusal(400, 'INVALID_FILTER_VALUES', 'BEGINS_WITH takes one string.');
  }
  return values[0];
}

function cursorOf(key: string): string {
  return Buffer.from(JSON.stringify({ key })).toString('base64');
}

function keyOfCursor(cursor: unknown): string {
  try {
    const { key } = record(JSON.parse(Buffer.from(String(cursor), 'base64').toString('utf8')));
    if (typeof key === 'string') return key;
  } catch {
    // Falls through: the same answer as for a cursor without key.
  }
  throw new KvsRefusal(400, 'INVALID_CURSOR', 'The cursor is not one that a query returned.');
}

function batchSet(store: KvsStore, body: unknown): unknown {
  return batch('batch', body, (item) => {
    set(store, { key: item['key'], value: item['value'], options: item['options'] });
    return {};
  });
}

function batchGet(store: KvsStore, body: unknown): unknown {
  return batch('batch', body, (item) => found(store, checkKey(item['key']), item['options']));
}

function batchDelete(store: KvsStore, body: unknown): unknown {
  return batch('batch', body, (item) => {
    store.remove(checkKey(item['key']));
    return {};
  });
}

/** Each item succeeds or fails by itself. */
function batch(what: string, body: unknown, one: (item: Body) => Body): unknown {
  const items = Array.isArray(body) ? body.map((item) => plain(record(item))) : [];
  const keyOf = ({ key }: Body) => (typeof key === 'string' ? key : '');
  checkGroup(what, items.map(keyOf), Buffer.byteLength(JSON.stringify(items)));
  const successfulKeys: Body[] = [];
  const failedKeys: Body[] = [];
  for (const item of items) {
    try {
      successfulKeys.push({ key: keyOf(item), ...one(item) });
    } catch (error) {
      if (!(error instanceof KvsRefusal)) throw error;
      failedKeys.push({ key: keyOf(item), error: { code: error.code, message: error.message } });
    }
  }
  return { successfulKeys, failedKeys };
}

/** All or nothing: everything is checked before anything is written. */
function transact(store: KvsStore, body: unknown): undefined {
  const { set: sets, delete: deletes, check } = record(body);
  if (check !== undefined)
    throw new KvsRefusal(
      501,
      'NOT_SERVED',
      'The local Forge does not serve transact().check: it needs custom entities.',
    );
  const settings = list(sets).map((item) => {
    const { key, value, options } = plain(record(item));
    return { key: checkKey(key), json: checkValue(value), ttl: checkTtl(record(options ?? {})['ttl']) };
  });
  const removals = list(deletes).map((item) => checkKey(plain(record(item))['key']));
  const keys = [...settings.map(({ key }) => key), ...removals];
  checkGroup('transaction', keys, Buffer.byteLength(JSON.stringify(body)));
  for (const { key, json, ttl } of settings) store.write(key, json, ttl);
  for (const key of removals) store.remove(key);
  return undefined;
}

function described({ json, createdAt, updatedAt, expiresAt }: KvsRecord, metadata: unknown): Body {
  const wanted = list(metadata);
  return {
    value: JSON.parse(json) as unknown,
    ...(wanted.includes('CREATED_AT') ? { createdAt } : {}),
    ...(wanted.includes('UPDATED_AT') ? { updatedAt } : {}),
    ...(wanted.includes('EXPIRE_TIME') && expiresAt !== undefined
      ? { expireTime: new Date(expiresAt).toISOString() }
      : {}),
  };
}

/** Refuses custom entities, which the local Forge does not have. */
function plain(body: Body): Body {
  if (body['entityName'] !== undefined || body['conditions'] !== undefined) {
    throw new KvsRefusal(
      501,
      'NOT_SERVED',
      `The local Forge does not serve custom entities (${String(body['entityName'])}).`,
    );
  }
  return body;
}

function record(value: unknown): Body {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Body;
  throw new KvsRefusal(400, 'INVALID_REQUEST', 'The request is not an object.');
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
