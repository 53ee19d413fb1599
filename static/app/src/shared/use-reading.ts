import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../../src/contract/result';
import { appErrorOf } from './app-error';

/** Something on its way from Jira. */
export type Reading<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: AppError };

export interface Read<T> {
  readonly reading: Reading<T>;
  /**
   * Reads again while the old value stays in view. True when the new one arrived. A failure leaves the old value;
   * where there is none it becomes the state.
   */
  readonly refresh: () => Promise<boolean>;
  /** Starts over: loading, then the value or the failure. */
  readonly restart: () => void;
}

/**
 * Reads when the component appears; keep `read` stable with useCallback, and give the component a key where another
 * issue is another reading. Only the answer to the latest question counts.
 */
export function useReading<T>(read: () => Promise<T>): Read<T> {
  const [reading, setReading] = useState<Reading<T>>({ state: 'loading' });
  const latest = useRef(0);

  const ask = useCallback(
    async (keepOld: boolean): Promise<boolean> => {
      const question = ++latest.current;
      try {
        const value = await read();
        if (question === latest.current) setReading({ state: 'ready', value });
        return true;
      } catch (error) {
        if (question === latest.current) {
          setReading((old) => (keepOld && old.state === 'ready' ? old : { state: 'failed', error: appErrorOf(error) }));
        }
        return false;
      }
    },
    [read],
  );

  const restart = useCallback(() => {
    setReading({ state: 'loading' });
    void ask(false);
  }, [ask]);

  useEffect(() => {
    void ask(false);
    return () => {
      latest.current += 1;
    };
  }, [ask]);

  const refresh = useCallback(() => ask(true), [ask]);
  return { reading, refresh, restart };
}
