import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { riskBoardBasis } from '../../../../../../src/reads/risk-board';
import { isoToday } from '../../../shared/days';
import { BandsProvider } from '../../../shared/risk-matrix/bands';
import { PageSkeleton } from '../parts/PageSkeleton';
import type { ProjectStand } from '../ProjectPage';
import { BoardPage } from './BoardPage';
import type { RiskPlace } from './place';
import { useBoard } from './use-board';
import { useView } from './use-view';
import styles from './board.module.css';

const ImportPage = lazy(async () => ({ default: (await import('./register/ImportPage')).ImportPage }));
const ReviewMode = lazy(async () => ({ default: (await import('./review/ReviewMode')).ReviewMode }));

/**
 * The register of one project. `within` says which part of the tab is open: the board itself where it is empty.
 * What the board has read, and what somebody set on it, stays while another part is open.
 */
export function Risks({
  stand,
  timezone,
  accountId,
  within,
  onWithin,
}: {
  readonly stand: ProjectStand;
  readonly timezone: string;
  readonly accountId: string;
  readonly within: string;
  readonly onWithin: (within: string) => void;
}) {
  const { site, project } = stand;
  const basis = useMemo(() => riskBoardBasis(site, project), [site, project]);
  const [today] = useState(() => isoToday(timezone));
  const { store, state, rights } = useBoard(basis, today);
  const view = useView();
  const place: RiskPlace = { stand, basis, rights, today, timezone, accountId };
  const back = useCallback(() => onWithin(''), [onWithin]);
  const lookAgain = useCallback((ids: readonly string[]) => void store.lookAgain(ids), [store]);
  if (within === 'review') {
    return (
      <Suspense fallback={<PageSkeleton tabs={false} />}>
        <ReviewMode stand={stand} timezone={timezone} onEnd={back} onChanged={lookAgain} />
      </Suspense>
    );
  }
  if (within === 'import') {
    return (
      <Suspense fallback={<PageSkeleton tabs={false} />}>
        <ImportPage stand={stand} onBack={back} onChanged={lookAgain} />
      </Suspense>
    );
  }
  return (
    <BandsProvider value={project.settings.bands}>
      <div className={styles.tab}>
        <BoardPage place={place} store={store} state={state} view={view} onOpen={onWithin} />
      </div>
    </BandsProvider>
  );
}
