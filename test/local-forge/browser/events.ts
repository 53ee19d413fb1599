/**
 * `events.on` and `events.emit`: between the app's modules on one host page, and from the host to them.
 */
type Listener = (payload: unknown) => void;

const listeners = new Map<string, Set<Listener>>();

/** @returns what ends the subscription. */
export function onAppEvent(event: string, listener: Listener): () => void {
  const known = listeners.get(event) ?? new Set<Listener>();
  listeners.set(event, known);
  known.add(listener);
  return () => known.delete(listener);
}

/** Tells every module on this page, for example `JIRA_ISSUE_CHANGED` or `JIRA_DASHBOARD_GADGET_REFRESH`. */
export function emitAppEvent(event: string, payload: unknown): void {
  for (const listener of listeners.get(event) ?? []) listener(payload);
}
