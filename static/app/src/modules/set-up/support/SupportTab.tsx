import Button from '@atlaskit/button/new';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import type { ReactNode } from 'react';
import type { SupportView } from '../../../../../../src/contract/support';
import { DENIED } from '../../../shared/set-up/FlowNotices';
import { clockSeconds } from '../../../shared/set-up/run-times';
import { useProjectNames } from '../../../shared/set-up/use-project-names';
import { common } from '../../../shared/strings/en-common';
import { support } from '../../../shared/strings/en-support';
import { fill } from '../../../shared/strings/fill';
import { Note } from '../../../shared/ui/Note';
import { ErrorState, StatePanel } from '../../../shared/ui/StatePanel';
import { LiveText } from '../../../shared/ui/VisuallyHidden';
import { CopyForSupport } from './CopyForSupport';
import { Errors } from './Errors';
import { Facts } from './Facts';
import { projectLabels } from './project-labels';
import { Projects } from './Projects';
import { Queues } from './Queues';
import { Schedules } from './Schedules';
import { SupportSkeleton } from './SupportSkeleton';
import { supportText } from './support-text';
import { useSupport, type Support } from './use-support';
import styles from './support.module.css';

/** What Shift-Up knows about its own work on this site: to be looked at, and handed on as text. */
export function SupportTab({ timezone }: { readonly timezone: string }) {
  const reading = useSupport();
  const { view, error, asking, askAgain } = reading;
  if (view === undefined && error !== undefined) {
    return DENIED.has(error.code) ? (
      <StatePanel heading={support.notAdmin.heading}>
        <p>{support.notAdmin.body}</p>
      </StatePanel>
    ) : (
      <ErrorState error={error} heading={support.failed} onRetry={askAgain} />
    );
  }
  return (
    <>
      <LiveText>{asking ? support.reading : support.read}</LiveText>
      {view === undefined ? (
        <SupportSkeleton />
      ) : (
        <div className={styles.page}>
          <header className={styles.head}>
            <div className={styles.lead}>
              <h2 className={styles.heading}>{support.heading}</h2>
              <p>
                {support.intro} {fill(support.asOf, { time: clockSeconds(view.at, timezone) })}
              </p>
            </div>
            <CopyForSupport text={() => supportText(view)}>
              <Button iconBefore={RefreshIcon} isLoading={asking} onClick={askAgain}>
                {support.readAgain}
              </Button>
            </CopyForSupport>
          </header>
          <Whole view={view} reading={reading} timezone={timezone} />
        </div>
      )}
    </>
  );
}

function Whole({
  view,
  reading,
  timezone,
}: {
  readonly view: SupportView;
  readonly reading: Support;
  readonly timezone: string;
}) {
  const ids = [...new Set([...view.projects, ...view.queues].flatMap(({ projectId }) => projectId ?? []))];
  const labels = projectLabels(useProjectNames(ids));
  const { app, projects, unreadable } = view;
  const { more, asksMore, moreError } = reading;
  return (
    <>
      {unreadable.length === 0 ? null : (
        <div className={styles.note}>
          <Note look="warning" heading={support.unreadable.heading}>
            {fill(support.unreadable.body, { keys: unreadable.join(', ') })}
          </Note>
        </div>
      )}
      <Section heading={support.app.heading}>
        <Facts app={app} view={view} timezone={timezone} />
      </Section>
      <Section heading={support.schedules.heading}>
        <Schedules view={view} timezone={timezone} />
      </Section>
      <Section heading={support.queues.heading}>
        <Queues view={view} labels={labels} timezone={timezone} />
      </Section>
      <Section heading={support.errors.heading}>
        <Errors view={view} timezone={timezone} />
      </Section>
      <Section heading={support.projects.heading}>
        <Projects projects={projects} labels={labels} at={view.at} timezone={timezone} />
        {more === undefined ? null : (
          <div className={styles.more}>
            <Button isLoading={asksMore} onClick={more}>
              {support.projects.more}
            </Button>
            {moreError === undefined ? null : (
              <p role="alert">
                {support.projects.moreFailed} {common.errors[moreError.code].heading}.
              </p>
            )}
          </div>
        )}
      </Section>
    </>
  );
}

function Section({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h3>{heading}</h3>
      {children}
    </section>
  );
}
