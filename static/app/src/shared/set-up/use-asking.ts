import { useCallback, useEffect, useState } from 'react';
import type { AppError, Result } from '../../../../../src/contract/result';

export interface Asked<Value> {
  /** The last answer; it stays while a newer one is on its way. */
  readonly value: Value | undefined;
  readonly error: AppError | undefined;
  readonly asking: boolean;
  readonly askAgain: () => void;
}

type Question<Value> = () => Promise<Result<Value>>;

/** Asks when it appears, when the question changes, and again when told to. No question: nothing. */
export function useAsking<Value>(ask: Question<Value> | undefined): Asked<Value> {
  const [round, setRound] = useState(0);
  const [answered, setAnswered] = useState<
    { readonly ask: Question<Value>; readonly round: number; readonly answer: Result<Value> } | undefined
  >(undefined);
  useEffect(() => {
    if (ask === undefined) return undefined;
    let left = false;
    void ask().then((answer) => {
      if (!left) setAnswered({ ask, round, answer });
    });
    return () => {
      left = true;
    };
  }, [ask, round]);
  const askAgain = useCallback(() => setRound((before) => before + 1), []);

  // An answer to another question is none.
  const current = answered?.ask === ask ? answered : undefined;
  const asking = ask !== undefined && current?.round !== round;
  const answer = current?.answer;
  return {
    value: answer?.ok === true ? answer.value : undefined,
    error: answer?.ok === false && !asking ? answer.error : undefined,
    asking,
    askAgain,
  };
}
