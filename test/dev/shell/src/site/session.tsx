import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { LabState, Session } from './contract';
import { server } from './server';

interface SessionValue extends Session {
  /** Reads the session again, after something outside this page may have changed it. */
  readonly refresh: () => Promise<void>;
  readonly setLab: (lab: LabState) => void;
}

const SessionContext = createContext<SessionValue | undefined>(undefined);

/** Who is signed in and what the site is. Only inside <SessionProvider>. */
export function useSession(): SessionValue {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('useSession is used outside SessionProvider.');
  return session;
}

export function SessionProvider({
  children,
  fallback,
}: {
  children: ReactNode;
  fallback: (problem?: string) => ReactNode;
}) {
  const [session, setSession] = useState<Session>();
  const [problem, setProblem] = useState<string>();

  const refresh = useCallback(async () => {
    try {
      setSession(await server.session());
      setProblem(undefined);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }, []);
  useEffect(() => {
    let current = true;
    server.session().then(
      (loaded) => current && setSession(loaded),
      (error: unknown) => current && setProblem(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      current = false;
    };
  }, []);

  const setLab = useCallback((lab: LabState) => setSession((old) => (old === undefined ? old : { ...old, lab })), []);
  const value = useMemo(
    () => (session === undefined ? undefined : { ...session, refresh, setLab }),
    [session, refresh, setLab],
  );
  if (value === undefined) return fallback(problem);
  return <SessionContext.Provider value={value}>{children}</SessionContext.Provider>;
}
