import { useCallback, useEffect, useRef, useState } from 'react';
import { pageAddress } from '../../shared/bridge';
import type { PageAddress } from '../../shared/bridge';
import { pathOf, spotOf } from './page-place';
import type { Spot } from './page-place';

/**
 * Which tab is open, kept in the page's address: it can be bookmarked, and the browser's Back works. `undefined` until
 * the host told the address.
 */
export function useSpot(): { readonly spot: Spot | undefined; readonly go: (spot: Spot) => void } {
  const [spot, setSpot] = useState<Spot>();
  const address = useRef<PageAddress>();
  useEffect(() => {
    let left = false;
    let stop: (() => void) | undefined;
    void pageAddress().then((found) => {
      if (left) return;
      address.current = found;
      stop = found?.onMoved((path) => setSpot(spotOf(path)));
      setSpot(spotOf(found?.path ?? '/'));
    });
    return () => {
      left = true;
      stop?.();
    };
  }, []);
  const go = useCallback((to: Spot) => {
    setSpot(to);
    address.current?.go(pathOf(to));
  }, []);
  return { spot, go };
}
