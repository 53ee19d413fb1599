import { useState } from 'react';
import { forgetOnceKey, onceKey } from './once-key';

export interface OnceKey {
  readonly key: string;
  /** After this, the same wish makes another one. */
  readonly renew: () => void;
}

/**
 * The key of what is made in this dialog. It is taken when the dialog opens, so that two tabs have agreed on one before
 * anybody can click. `wish` is looked at once.
 */
export function useOnceKey(wish: readonly string[]): OnceKey {
  const [key, setKey] = useState(() => onceKey(wish));
  return {
    key,
    renew: () => {
      forgetOnceKey(wish);
      setKey(onceKey(wish));
    },
  };
}
