import { useEffect, useState } from 'react';
import type { RiskSuggestion } from '../../../../../../src/reads/story-view';
import type { DialogContext } from '../panel-context';
import { suggest } from './use-suggestions';
import type { RiskIds } from './use-suggestions';
import { lookingAlike, tellingWord } from './words';

const PAUSE_MS = 500;

/**
 * Open risks that look like the summary being written: among those seen in this dialog, the highest of the project,
 * and what one search for the longest word finds. Linked risks are left out. A search that fails only means fewer offers.
 */
export function useAlike(
  { setup, project }: RiskIds,
  context: DialogContext,
  summary: string | undefined,
  seen: ReadonlyMap<string, RiskSuggestion>,
): readonly RiskSuggestion[] {
  const [highest, setHighest] = useState<readonly RiskSuggestion[]>([]);
  const [more, setMore] = useState<readonly RiskSuggestion[]>([]);
  const active = summary !== undefined;
  useEffect(() => {
    if (!active) return undefined;
    let over = false;
    suggest({ setup, project }, context, '').then(
      (rows) => {
        if (!over) setHighest(rows);
      },
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [setup, project, context, active]);
  const word = summary === undefined ? undefined : tellingWord(summary);
  useEffect(() => {
    if (word === undefined) return undefined;
    let over = false;
    const timer = setTimeout(() => {
      suggest({ setup, project }, context, word).then(
        (rows) => {
          if (!over) setMore(rows);
        },
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [setup, project, context, word]);
  if (summary === undefined) return [];
  const known = new Map([...seen, ...[...highest, ...more].map((risk) => [risk.id, risk] as const)]);
  const linked = new Set(context.linked.map(({ id }) => id));
  return lookingAlike(
    summary,
    [...known.values()].filter((risk) => !linked.has(risk.id)),
  );
}
