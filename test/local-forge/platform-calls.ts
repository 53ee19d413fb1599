/**
 * What one request of a function to the platform is about: whom it goes to, and whether it changes anything.
 */
import type { FetchTarget } from './runtime';

export interface PlatformCall {
  readonly to: 'jira' | 'kvs' | 'queue';
  readonly method: string;
  /** Without its query, so that nothing typed by a person is kept. */
  readonly path: string;
  /** It would change what Jira, the storage or the queue holds. */
  readonly changes: boolean;
}

/** Jira's reading requests that are POSTs, because their question does not fit into a URL. */
const READING_POSTS = [
  /\/search\/(jql|approximate-count)$/,
  /\/jql\/(parse|match|sanitize|pdcleaner|autocompletedata)$/,
  /\/(issue|changelog|comment|worklog)\/(bulkfetch|list)$/,
  /\/permissions\/(check|project)$/,
  /\/expression\/(eval|evaluate|analyse)$/,
  /\/workflows(\/preview|\/(create|update)\/validation)?$/,
  /\/workflowscheme\/(read|update\/mappings)$/,
];

/** Whether a request to Jira changes something. `pathname` without query. */
export function changesJira(method: string, pathname: string): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  return !(method === 'POST' && READING_POSTS.some((pattern) => pattern.test(pathname)));
}

const KVS_CHANGES = /\/(set|delete|transaction)$/;
const QUEUE_CHANGES = /\/queue\/(publish|cancel)\b/;

/** undefined for what the local Forge refuses anyway. */
export function platformCall(
  target: FetchTarget,
  path: string,
  init: RequestInit | undefined,
): PlatformCall | undefined {
  const method = (init?.method ?? (target.type === 'kvs' ? 'POST' : 'GET')).toUpperCase();
  const pathname = path.split('?')[0] ?? path;
  if (target.type === 'kvs') return { to: 'kvs', method, path: pathname, changes: KVS_CHANGES.test(pathname) };
  if (target.type !== 'fpp') return undefined;
  if (target.remote !== 'stargate') {
    return { to: 'jira', method, path: pathname, changes: changesJira(method, pathname) };
  }
  return { to: 'queue', method, path: pathname, changes: QUEUE_CHANGES.test(pathname) };
}
