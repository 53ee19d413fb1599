import Button from '@atlaskit/button/new';
import { useCallback } from 'react';
import { readDueRisks } from '../../../../../../../src/reads/review';
import { jiraAsViewer } from '../../../../shared/bridge';
import { isoToday } from '../../../../shared/days';
import { BandsProvider } from '../../../../shared/risk-matrix/bands';
import { review as words } from '../../../../shared/strings/en-review';
import { ErrorState, StatePanel } from '../../../../shared/ui/StatePanel';
import { LiveText } from '../../../../shared/ui/VisuallyHidden';
import { useReading } from '../../../../shared/use-reading';
import type { ProjectStand } from '../../ProjectPage';
import { MeetingRoom } from './MeetingRoom';
import { ReviewSkeleton } from './ReviewSkeleton';
import styles from './review.module.css';

/** Walks the risks of a project that are due for review, one at a time, with a room looking on. */
export function ReviewMode({
  stand,
  timezone,
  onEnd,
  onChanged,
}: {
  readonly stand: ProjectStand;
  readonly timezone: string;
  readonly onEnd: () => void;
  /** Ids of risks that were written. */
  readonly onChanged?: ((issueIds: readonly string[]) => void) | undefined;
}) {
  const { site, project } = stand;
  const read = useCallback(
    () => readDueRisks(jiraAsViewer, site, project, isoToday(timezone)),
    [site, project, timezone],
  );
  const { reading, restart } = useReading(read);
  if (reading.state === 'loading') {
    return (
      <>
        <LiveText>{words.loading}</LiveText>
        <ReviewSkeleton />
      </>
    );
  }
  if (reading.state === 'failed') {
    return (
      <div className={styles.state}>
        <ErrorState error={reading.error} heading={words.loadFailed} onRetry={restart} />
      </div>
    );
  }
  const due = reading.value;
  if (due.risks.length === 0) {
    return (
      <div className={styles.state}>
        <StatePanel heading={words.none.heading} actions={<Button onClick={onEnd}>{words.none.close}</Button>}>
          <p>{words.none.body}</p>
        </StatePanel>
      </div>
    );
  }
  return (
    <BandsProvider value={project.settings.bands}>
      <MeetingRoom stand={stand} timezone={timezone} due={due} onEnd={onEnd} onChanged={onChanged} />
    </BandsProvider>
  );
}
