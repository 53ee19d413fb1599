import { sendToServer } from '../../../../local-forge/browser/send';
import type { SendToServer } from '../../../../local-forge/browser/send';

interface Call {
  /** Which page on the screen: two gadgets do not wait for each other. */
  readonly page: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

let view = '';
let calls: Call[] = [];

/** A new look at a page: what was counted before belongs to the last one. */
export function startView(name: string): void {
  view = name;
  calls = [];
}

/** Sends a page's bridge commands to the server and remembers when each began and ended. */
export function countingSend(page: string): SendToServer {
  return async (command) => {
    const asked = view;
    const startedAt = performance.now();
    try {
      return await sendToServer(command);
    } finally {
      if (asked === view) calls.push({ page, startedAt, endedAt: performance.now() });
    }
  };
}

/**
 * Sequential round trips of the slowest page: the longest chain of calls of which each began only after the one before
 * had been answered. Measured where the page asks, so that the browser's limit of connections does not count.
 */
export function roundTrips(): number {
  const pages = new Set(calls.map(({ page }) => page));
  return Math.max(0, ...[...pages].map((page) => longestChain(calls.filter((call) => call.page === page))));
}

function longestChain(of: readonly Call[]): number {
  let chain = 0;
  let lastEnd = -1;
  for (const call of [...of].sort((a, b) => a.endedAt - b.endedAt)) {
    if (call.startedAt <= lastEnd) continue;
    chain += 1;
    lastEnd = call.endedAt;
  }
  return chain;
}
