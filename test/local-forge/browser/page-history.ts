/**
 * The object that `view.createHistory()` gives a full page: the shape of the npm package "history", version 4.
 */

export interface HistoryLocation {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly state?: unknown;
}

type Action = 'PUSH' | 'REPLACE' | 'POP';
type Listener = (location: HistoryLocation, action: Action) => void;

/** What the host gives over: where the page is, and functions to move it. Paths are relative to the app's own page. */
export interface HostHistory {
  readonly action: Action;
  readonly location: HistoryLocation;
  push(location: HistoryLocation): void;
  replace(location: HistoryLocation): void;
  go(steps: number): void;
  listen(listener: Listener): void;
}

/** Wraps the host's functions so that `listen` answers at once. */
export function createPageHistory(fromHost: unknown): Record<string, unknown> {
  const host = fromHost as HostHistory;
  const listeners = new Set<Listener>();
  const history: Record<string, unknown> = {
    action: host.action,
    location: host.location,
    push: (to: string | HistoryLocation, state?: unknown) => host.push(toLocation(to, state)),
    replace: (to: string | HistoryLocation, state?: unknown) => host.replace(toLocation(to, state)),
    go: (steps: number) => host.go(steps),
    goBack: () => host.go(-1),
    goForward: () => host.go(1),
    listen: (listener: Listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  host.listen((location, action) => {
    history['action'] = action;
    history['location'] = location;
    for (const listener of listeners) listener(location, action);
  });
  return history;
}

function toLocation(to: string | Partial<HistoryLocation>, state: unknown): HistoryLocation {
  if (typeof to !== 'string') {
    return { pathname: to.pathname ?? '/', search: to.search ?? '', hash: to.hash ?? '', state: to.state ?? state };
  }
  const url = new URL(to, 'http://page.invalid/');
  return { pathname: url.pathname, search: url.search, hash: url.hash, state };
}
