import { useCallback } from 'react';
import { countRefinement, readRefinementBasis } from '../../../../../../src/reads/refinement';
import { REFINEMENT_LISTS } from '../../../../../../src/reads/refinement-view';
import type { RefinementBasis, RefinementCounts } from '../../../../../../src/reads/refinement-view';
import { jiraAsViewer } from '../../../shared/bridge';
import { refinement } from '../../../shared/strings/en-refinement';
import { ErrorState } from '../../../shared/ui/StatePanel';
import { useReading } from '../../../shared/use-reading';
import type { ProjectStand } from '../ProjectPage';
import { MeetingPage } from './MeetingPage';
import { MeetingSkeleton } from './MeetingSkeleton';
import styles from './meeting.module.css';

interface Beginning {
  readonly basis: RefinementBasis;
  readonly counts: RefinementCounts;
}

/** The security refinement meeting of one project. `within`: which list is open. */
export function Refinement({
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
  const read = useCallback(async (): Promise<Beginning> => {
    const basis = await readRefinementBasis(jiraAsViewer, site, project);
    return { basis, counts: await countRefinement(jiraAsViewer, basis) };
  }, [site, project]);
  const { reading, restart } = useReading(read);
  if (reading.state === 'loading') return <MeetingSkeleton />;
  if (reading.state === 'failed') {
    return (
      <div className={styles.tab}>
        <ErrorState error={reading.error} heading={refinement.beginFailed} onRetry={restart} />
      </div>
    );
  }
  return (
    <MeetingPage
      {...reading.value}
      stand={stand}
      timezone={timezone}
      open={REFINEMENT_LISTS.find((list) => list === within) ?? REFINEMENT_LISTS[0]}
      onOpen={onWithin}
    />
  );
}
