import { useCallback, useState } from 'react';
import type { AppError } from '../../../../../../src/contract/result';
import type { SupportView } from '../../../../../../src/contract/support';
import { invoke } from '../../../shared/bridge';
import { useAsking } from '../../../shared/set-up/use-asking';
import { joined } from './joined';

export interface Support {
  /** With every further portion of projects that was asked for. */
  readonly view: SupportView | undefined;
  readonly error: AppError | undefined;
  readonly asking: boolean;
  /** Begins again with the first portion. */
  readonly askAgain: () => void;
  /** The next projects; missing where there are none. */
  readonly more: (() => void) | undefined;
  readonly asksMore: boolean;
  readonly moreError: AppError | undefined;
}

const ask = () => invoke('getSupport', {});

interface More {
  /** What the portions follow. */
  readonly first: SupportView;
  readonly view: SupportView;
  readonly asks: boolean;
  readonly error?: AppError;
}

/** Fifty projects at a time: each costs five reads of the four thousand that Forge gives a site in a minute. */
export function useSupport(): Support {
  const { value: first, error, asking, askAgain } = useAsking(ask);
  const [kept, setMore] = useState<More | undefined>(undefined);
  // Portions after an older reading belong to that.
  const more = kept !== undefined && kept.first === first ? kept : undefined;
  const view = more?.view ?? first;
  const askMore = useCallback(async () => {
    if (first === undefined || view?.next === undefined) return;
    setMore({ first, view, asks: true });
    const answer = await invoke('getSupport', { after: view.next });
    const next: More = answer.ok
      ? { first, view: joined(view, answer.value), asks: false }
      : { first, view, asks: false, error: answer.error };
    setMore((now) => (now?.first === first ? next : now));
  }, [first, view]);
  return {
    view,
    error,
    asking,
    askAgain,
    more: view?.next === undefined ? undefined : () => void askMore(),
    asksMore: more?.asks ?? false,
    moreError: more?.error,
  };
}
