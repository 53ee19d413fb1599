import { useCallback, useEffect, useState } from 'react';

/** Says nothing about anybody: only that this browser's user does not want single keys. */
const REMEMBERED = 'shift-up.single-keys';
const OFF = 'off';

export interface SingleKeys {
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}

/**
 * Whether keys without a modifier do something (WCAG 2.1.4: they can be switched off). One switch for all pages of the
 * app in this browser; on until somebody turns it off. Call it once in a page and hand it down.
 */
export function useSingleKeys(): SingleKeys {
  const [on, setOn] = useState(remembered);
  useEffect(() => {
    // Another page of the app, in another frame or tab, was told.
    const onStorage = ({ key, newValue }: StorageEvent) => {
      if (key === REMEMBERED) setOn(newValue !== OFF);
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, []);
  const set = useCallback((next: boolean) => {
    setOn(next);
    try {
      if (next) localStorage.removeItem(REMEMBERED);
      else localStorage.setItem(REMEMBERED, OFF);
    } catch {
      // A browser that stores nothing in frames forgets it with the page.
    }
  }, []);
  return { on, set };
}

function remembered(): boolean {
  try {
    return localStorage.getItem(REMEMBERED) !== OFF;
  } catch {
    return true;
  }
}
