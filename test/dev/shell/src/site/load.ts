import { useCallback, useEffect, useRef, useState } from 'react';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: Error };

/**
 * Runs `load` for `key` and again for every new key. While a new key loads, nothing of the old one is shown;
 * `again` loads the same key without hiding what is there.
 */
export function useLoad<T>(key: string, load: () => Promise<T>): Loaded<T> & { readonly again: () => void } {
  const [held, setHeld] = useState<{ readonly key: string; readonly loaded: Loaded<T> }>();
  const [round, setRound] = useState(0);
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });
  useEffect(() => {
    let current = true;
    latest.current().then(
      (value) => current && setHeld({ key, loaded: { state: 'ready', value } }),
      (error: unknown) =>
        current &&
        setHeld({ key, loaded: { state: 'failed', error: error instanceof Error ? error : new Error(String(error)) } }),
    );
    return () => {
      current = false;
    };
  }, [key, round]);
  const again = useCallback(() => setRound((old) => old + 1), []);
  const loaded: Loaded<T> = held?.key === key ? held.loaded : { state: 'loading' };
  return { ...loaded, again };
}

/** The tab's title while a page is shown. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Local Jira`;
  }, [title]);
}
