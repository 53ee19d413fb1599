import { useCallback, useMemo } from 'react';
import { startGadget } from '../../../../../../src/reads/gadget';
import { readTimeToClose } from '../../../../../../src/reads/time-to-close';
import { BLOCKS } from '../../../shared/risk-summary/blocks';
import { RiskSummary } from '../../../shared/risk-summary/RiskSummary';
import type { CountedProject } from '../../../shared/risk-summary/RiskSummary';
import { TimeToClose } from '../../../shared/time-to-close/TimeToClose';
import type { ProjectStand } from '../ProjectPage';
import styles from './overview.module.css';

/** The security risks of the project: the same numbers as on a dashboard. */
export function Overview({
  stand: { projectId, projectName },
  timezone,
  siteUrl,
  accountId,
}: {
  readonly stand: ProjectStand;
  readonly timezone: string;
  readonly siteUrl: string;
  readonly accountId: string;
}) {
  const source = useMemo(() => ({ kind: 'projects', projectIds: [projectId] }) as const, [projectId]);
  const projects = useMemo(() => [{ id: projectId, name: projectName }], [projectId, projectName]);
  const timeToClose = useCallback(
    (counted: CountedProject) => <TimeToClose read={readTimeToClose} timezone={timezone} {...counted} />,
    [timezone],
  );
  return (
    <div className={styles.overview}>
      <RiskSummary
        read={startGadget}
        source={source}
        projects={projects}
        blocks={BLOCKS}
        columns="board"
        timezone={timezone}
        siteUrl={siteUrl}
        accountId={accountId}
        timeToClose={timeToClose}
      />
    </div>
  );
}
