import type { HostHistory } from '../../../../../local-forge/browser/host';

const BASE = '/admin/shift-up';

/** Where the app's own page is, below its address in the shell. */
function location() {
  return {
    pathname: window.location.pathname.slice(BASE.length) || '/',
    search: window.location.search,
    hash: window.location.hash,
  };
}

type Target = ReturnType<typeof location>;

function address({ pathname, search, hash }: Target): string {
  return `${BASE}${pathname === '/' ? '' : pathname}${search}${hash}`;
}

const listeners = new Set<Parameters<HostHistory['listen']>[0]>();
window.addEventListener('popstate', () => {
  for (const listener of listeners) listener(location(), 'POP');
});

/** `view.createHistory()` of a full page module, on the browser's own address bar. */
export const adminHistory: HostHistory = {
  action: 'POP',
  get location() {
    return location();
  },
  push(to) {
    window.history.pushState(null, '', address(to));
    for (const listener of listeners) listener(location(), 'PUSH');
  },
  replace(to) {
    window.history.replaceState(null, '', address(to));
    for (const listener of listeners) listener(location(), 'REPLACE');
  },
  go(steps) {
    window.history.go(steps);
  },
  listen(listener) {
    listeners.add(listener);
  },
};
