import { useCallback, useEffect, useState } from 'react';
import type { AppError } from '../../../../../src/contract/result';
import type { CandidateQuery, LinkCandidates } from '../../../../../src/reads/link-candidate';
import { appErrorOf } from '../app-error';

/** Long enough to finish a word. */
const PAUSE_MS = 250;

/** Finds what was typed. Keeps its identity while it looks for the same kind of issue. */
export type FindCandidates = (text: CandidateQuery['text']) => Promise<LinkCandidates>;

export interface Found {
  /** What was looked for, and with what; the rows stay in view while the next ones are on their way. */
  readonly text: string;
  readonly find: FindCandidates;
  readonly candidates: LinkCandidates;
  readonly error: AppError | undefined;
}

const NOTHING: LinkCandidates = { recent: [], found: [], refused: undefined };

/**
 * Candidates for what was typed; the likeliest ones for nothing typed. `undefined` until the first answer, and after a
 * change of what is looked for.
 */
export function useCandidates(
  find: FindCandidates,
  typed: string,
): { readonly found: Found | undefined; readonly searching: boolean; readonly retry: () => void } {
  const [found, setFound] = useState<Found>();
  const [attempt, setAttempt] = useState(0);
  const text = typed.trim();
  useEffect(() => {
    let over = false;
    const ask = async () => {
      try {
        const candidates = await find(text);
        if (!over) setFound({ text, find, candidates, error: undefined });
      } catch (error) {
        if (!over) setFound({ text, find, candidates: NOTHING, error: appErrorOf(error) });
      }
    };
    const timer = setTimeout(() => void ask(), text === '' ? 0 : PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [find, text, attempt]);
  const retry = useCallback(() => {
    setFound(undefined);
    setAttempt((old) => old + 1);
  }, []);
  // Stories among which risks were looked for would be wrong to show.
  const shown = found?.find === find ? found : undefined;
  return { found: shown, searching: shown?.text !== text, retry };
}
