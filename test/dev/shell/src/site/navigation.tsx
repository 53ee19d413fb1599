import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { startView } from '../module/page-calls';
import type { AnchorHTMLAttributes, MouseEvent, ReactNode } from 'react';

export interface Place {
  /** `/browse/SHOP-428` */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Grows with every navigation, also to the same address. */
  readonly visit: number;
}

interface Navigation {
  readonly place: Place;
  readonly go: (to: string) => void;
  /** Loads the same place again. */
  readonly reload: () => void;
}

const NavigationContext = createContext<Navigation | undefined>(undefined);

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === undefined) throw new Error('useNavigation is used outside NavigationProvider.');
  return navigation;
}

function here(visit: number): Place {
  // The server books what the app's pages ask for on this view; a session cookie reaches it with every request.
  const view = crypto.randomUUID();
  document.cookie = `local-jira-view=${view}; path=/; samesite=strict`;
  startView(view);
  return {
    path: window.location.pathname,
    query: new URLSearchParams(window.location.search),
    visit,
  };
}

/** Moves between the shell's pages without loading the document again; the address bar and Back stay true. */
export function NavigationProvider({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<Place>(() => here(0));
  const arrive = useCallback(() => setPlace((old) => here(old.visit + 1)), []);

  useEffect(() => {
    window.addEventListener('popstate', arrive);
    return () => window.removeEventListener('popstate', arrive);
  }, [arrive]);

  const go = useCallback(
    (to: string) => {
      window.history.pushState(null, '', to);
      window.scrollTo(0, 0);
      arrive();
    },
    [arrive],
  );
  const value = useMemo(() => ({ place, go, reload: arrive }), [place, go, arrive]);
  return <NavigationContext.Provider value={value}>{children}</NavigationContext.Provider>;
}

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly to: string;
  readonly children: ReactNode;
}

/** A link inside the shell. Modified clicks and the middle button open a tab, as everywhere. */
export function Link({ to, children, onClick, ...rest }: LinkProps) {
  const { go } = useNavigation();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={to} onClick={follow} {...rest}>
      {children}
    </a>
  );
}
