import { useCallback } from 'react';
import type { ProjectStand } from '../ProjectPage';
import { DraftReport } from './DraftReport';
import { FrozenReport } from './FrozenReport';

/** One slide for management: the draft, or the report that the address names by its number. */
export function Report({
  stand,
  timezone,
  within,
  onWithin,
}: {
  readonly stand: ProjectStand;
  readonly timezone: string;
  /** The number of a frozen report; empty: the draft. */
  readonly within: string;
  readonly onWithin: (within: string) => void;
}) {
  const onOpen = useCallback(
    (number: number | undefined) => onWithin(number === undefined ? '' : String(number)),
    [onWithin],
  );
  const number = /^[1-9]\d{0,5}$/.test(within) ? Number(within) : undefined;
  return number === undefined ? (
    <DraftReport stand={stand} timezone={timezone} onOpen={onOpen} />
  ) : (
    <FrozenReport key={number} number={number} stand={stand} timezone={timezone} onOpen={onOpen} />
  );
}
