import { useCallback, useMemo, useState } from 'react';
import { hygieneBasis } from '../../../../../../src/reads/hygiene';
import { isoToday } from '../../../shared/days';
import { BandsProvider } from '../../../shared/risk-matrix/bands';
import type { ProjectStand } from '../ProjectPage';
import { HygienePage } from './HygienePage';

/** One look at the register: what was found until somebody looks again. */
interface Look {
  readonly number: number;
  /** ISO day. */
  readonly today: string;
  readonly changedBefore: readonly string[];
}

/** What is untidy in the register of one project. `within` names the rule that is open. */
export function Hygiene({
  stand,
  timezone,
  within,
  onWithin,
}: {
  readonly stand: ProjectStand;
  readonly timezone: string;
  readonly within: string;
  readonly onWithin: (within: string) => void;
}) {
  const { site, project } = stand;
  // Looking again starts over, with the day it is then.
  const [look, setLook] = useState<Look>(() => ({ number: 1, today: isoToday(timezone), changedBefore: [] }));
  const again = useCallback(
    (changedBefore: readonly string[]) =>
      setLook(({ number }) => ({ number: number + 1, today: isoToday(timezone), changedBefore })),
    [timezone],
  );
  const basis = useMemo(() => hygieneBasis(site, project, look.today), [site, project, look.today]);
  return (
    <BandsProvider value={project.settings.bands}>
      <HygienePage
        key={look.number}
        basis={basis}
        projectKey={stand.projectKey}
        changedBefore={look.changedBefore}
        within={within}
        onWithin={onWithin}
        onLookAgain={again}
      />
    </BandsProvider>
  );
}
