import { useEffect, useState } from 'react';
import type { LinkCandidate } from '../../../../../src/reads/link-candidate';
import type { FindCandidates } from './use-candidates';
import { lookingAlike, tellingWord } from './words';

const PAUSE_MS = 500;

/**
 * Open risks that look like the summary being written: the highest of the project, those seen lately, and what one search
 * for the longest word finds. `linked` are left out. A search that fails only means fewer offers.
 */
export function useAlike(
  findRisks: FindCandidates,
  summary: string | undefined,
  linked: ReadonlySet<string>,
): readonly LinkCandidate[] {
  const [highest, setHighest] = useState<readonly LinkCandidate[]>([]);
  const [more, setMore] = useState<readonly LinkCandidate[]>([]);
  const active = summary !== undefined;
  useEffect(() => {
    if (!active) return undefined;
    let over = false;
    findRisks('').then(
      ({ recent, found }) => {
        if (!over) setHighest([...recent, ...found]);
      },
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [findRisks, active]);
  const word = summary === undefined ? undefined : tellingWord(summary);
  useEffect(() => {
    if (word === undefined) return undefined;
    let over = false;
    const timer = setTimeout(() => {
      findRisks(word).then(
        ({ found }) => {
          if (!over) setMore(found);
        },
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [findRisks, word]);
  if (summary === undefined) return [];
  const known = new Map([...highest, ...more].map((risk) => [risk.id, risk]));
  return lookingAlike(
    summary,
    [...known.values()].filter(({ id }) => !linked.has(id)),
  );
}
