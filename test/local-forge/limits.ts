/**
 * Forge's limits, in one place. Sources: Forge documentation, pages "Invocation limits", "Key-value store and Custom
 * Entity Store limits", "Async events limits" and the modules' own reference pages, as of August 2026.
 */

const KIB = 1024;

/** Run time of a function that a person waits for (resolver, dynamic properties, product event). */
export const INTERACTIVE_SECONDS = 25;
/** Run time of a queue consumer or scheduled trigger, where the manifest names none … */
export const BACKGROUND_SECONDS = 55;
/** … and the longest it may name. */
export const LONGEST_BACKGROUND_SECONDS = 900;
/** Run time of a preUninstall function, whatever its timeoutSeconds says. */
export const PRE_UNINSTALL_SECONDS = 55;

/** Request of the page's `invoke`. */
export const INVOKE_REQUEST_BYTES = 500 * KIB;
/** Answer of the page's `invoke`. */
export const INVOKE_RESPONSE_BYTES = 5 * KIB * KIB;

export const KVS = {
  keyLength: 500,
  keyPattern: /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/,
  valueBytes: 240 * KIB,
  /** Nesting of a value; a scalar has depth 0, `{a: 1}` has depth 1. */
  valueDepth: 31,
  /** Operations of one transaction, keys of one batch. */
  groupSize: 25,
  groupBytes: 4 * KIB * KIB,
  queryDefault: 10,
  queryLargest: 100,
  ttlMs: 365 * 24 * 3600 * 1000,
  /** An expired value may still be read for this long. The local Forge always takes that long. */
  expiryLagMs: 48 * 3600 * 1000,
} as const;

export const QUEUE = {
  eventsPerPush: 50,
  pushBytes: 200 * KIB,
  /** Per event, where its consumer may run longer than BACKGROUND_SECONDS. */
  longConsumerEventBytes: 100 * KIB,
  eventsPerMinute: 500,
  delaySeconds: 900,
  /** Pushes in a chain, each made by the consumer of the one before. */
  chainLength: 1000,
  retentionMs: 24 * 3600 * 1000,
  longestBackoffMs: 15 * 60 * 1000,
  retryDataBytes: 4 * KIB,
} as const;

export const PRODUCT_EVENTS = {
  /** Larger ones are not delivered at all. */
  eventBytes: 200 * KIB,
  /** Retries an app may ask for. */
  retries: 4,
  retryAfterSeconds: 900,
} as const;

export const SCHEDULES = {
  perApp: 5,
  /** From installing to the first run. */
  firstRunMs: 5 * 60 * 1000,
} as const;

/** Values of entity properties that Jira indexes for one app. */
export const INDEXED_VALUES_MOST = 100;
