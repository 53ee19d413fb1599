import { useCallback, useRef, useState } from 'react';
import type { AppError } from '../../../../../src/contract/result';
import { appErrorOf } from '../app-error';

export interface Work<Name extends string> {
  readonly busy: Name | undefined;
  /** Why the last piece of work failed. */
  readonly error: AppError | undefined;
  /** Does nothing while other work is going on, so that a double click is one. The work answers why it failed. */
  readonly run: (name: Name, work: () => Promise<AppError | undefined>) => void;
  readonly forgetError: () => void;
}

/** One thing at a time. */
export function useWork<Name extends string>(): Work<Name> {
  const [busy, setBusy] = useState<Name>();
  const [error, setError] = useState<AppError>();
  const going = useRef(false);
  const run = useCallback((name: Name, work: () => Promise<AppError | undefined>) => {
    if (going.current) return;
    going.current = true;
    setBusy(name);
    setError(undefined);
    void work()
      .catch(appErrorOf)
      .then((failed) => {
        going.current = false;
        setBusy(undefined);
        setError(failed);
      });
  }, []);
  const forgetError = useCallback(() => setError(undefined), []);
  return { busy, error, run, forgetError };
}
