import Button from '@atlaskit/button/new';
import { useCallback } from 'react';
import type { ProjectSetup, SiteSetup } from '../../../../../src/domain/site-setup';
import type { JiraRequest } from '../../../../../src/jira/request';
import type { TimeToClose as Times } from '../../../../../src/reads/time-to-close';
import { jiraAsViewer } from '../bridge';
import { isoToday } from '../days';
import { LightButton } from '../light/LightButton';
import { useLightRule } from '../risk-summary/use-light-rule';
import { common } from '../strings/en-common';
import { timeToClose as words } from '../strings/en-time-to-close';
import { Skeleton } from '../ui/Skeleton';
import { VisuallyHidden } from '../ui/VisuallyHidden';
import { useReading } from '../use-reading';
import { CloseRule } from './CloseRule';
import { TimeToCloseTable } from './TimeToCloseTable';
import styles from './time-to-close.module.css';

export type ReadTimes = (jira: JiraRequest, site: SiteSetup, project: ProjectSetup, today: string) => Promise<Times>;

/** How long it takes to close a risk of one project: heading, light and table. Reads when it appears. */
export function TimeToClose({
  read: readTimes,
  site,
  project,
  timezone,
}: {
  /** `readTimeToClose`; handed in, because what is shared reads nothing by itself. */
  readonly read: ReadTimes;
  readonly site: SiteSetup;
  readonly project: ProjectSetup;
  readonly timezone: string;
}) {
  const read = useCallback(async () => {
    const today = isoToday(timezone);
    return { today, times: await readTimes(jiraAsViewer, site, project, today) };
  }, [readTimes, site, project, timezone]);
  const { reading, restart } = useReading(read);
  const { open, ruleId, toggle, group } = useLightRule();
  return (
    <section>
      {/* The keys belong to the button inside; the group only hears them pass. */}
      <div {...group}>
        <div className={styles.head}>
          <h2 className={styles.heading}>{words.heading}</h2>
          {reading.state === 'loading' ? <Skeleton width="5.5rem" height="1.5rem" /> : null}
          {reading.state === 'ready' ? (
            <LightButton
              group={words.name}
              state={reading.value.times.verdict.light}
              open={open}
              ruleId={ruleId}
              onToggle={toggle}
            />
          ) : null}
        </div>
        {reading.state === 'ready' && open ? <CloseRule id={ruleId} times={reading.value.times} /> : null}
      </div>
      {reading.state === 'loading' ? <TableSkeleton /> : null}
      {reading.state === 'failed' ? (
        <p className={styles.failed}>
          {words.failed} {common.errors[reading.error.code].heading}.
          {/* Around it somebody waits as long as Jira asks, and then everything is read again. */}
          {reading.error.code === 'rate-limited' ? null : (
            <Button spacing="compact" onClick={restart}>
              {common.tryAgain}
            </Button>
          )}
        </p>
      ) : null}
      {reading.state === 'ready' ? <TimeToCloseTable times={reading.value.times} today={reading.value.today} /> : null}
    </section>
  );
}

/** As high as the table. */
function TableSkeleton() {
  return (
    <div aria-busy="true">
      <VisuallyHidden>{words.loading}</VisuallyHidden>
      <Skeleton height="13rem" radius="var(--ds-radius-large)" />
    </div>
  );
}
