import { useEffect, useMemo } from 'react';
import type { HostHistory } from '../../../../local-forge/browser/host';

type Action = 'PUSH' | 'REPLACE' | 'POP';

/** `view.createHistory()` of a full page module whose address in the shell is `base`, on the browser's own address bar. */
export function usePageHistory(base: string): HostHistory {
  const { history, tell } = useMemo(() => historyBelow(base), [base]);
  useEffect(() => {
    const moved = () => tell('POP');
    window.addEventListener('popstate', moved);
    return () => window.removeEventListener('popstate', moved);
  }, [tell]);
  return history;
}

function historyBelow(base: string): { history: HostHistory; tell: (action: Action) => void } {
  /** Where the app's own page is, below its address. */
  const location = () => ({
    pathname: window.location.pathname.slice(base.length) || '/',
    search: window.location.search,
    hash: window.location.hash,
  });
  const address = ({ pathname, search, hash }: ReturnType<typeof location>) =>
    `${base}${pathname === '/' ? '' : pathname}${search}${hash}`;
  const listeners = new Set<Parameters<HostHistory['listen']>[0]>();
  const tell = (action: Action) => {
    for (const listener of listeners) listener(location(), action);
  };
  const history: HostHistory = {
    action: 'POP',
    get location() {
      return location();
    },
    push(to) {
      window.history.pushState(null, '', address(to));
      tell('PUSH');
    },
    replace(to) {
      window.history.replaceState(null, '', address(to));
      tell('REPLACE');
    },
    go(steps) {
      window.history.go(steps);
    },
    listen(listener) {
      listeners.add(listener);
    },
  };
  return { history, tell };
}
