import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { AppError } from '../../../../../src/contract/result';
import type { ProjectSettingsView } from '../../../../../src/contract/settings';
import { invoke } from '../../shared/bridge';
import type { PageContext } from '../../shared/bridge';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { fill } from '../../shared/strings/fill';
import { Note } from '../../shared/ui/Note';
import { Skeleton } from '../../shared/ui/Skeleton';
import { ErrorState, StatePanel } from '../../shared/ui/StatePanel';
import { HistorySection } from './HistorySection';
import { Loading } from './Loading';
import { NotSetUp } from './NotSetUp';
import { projectIdOf } from './page-context';
import { SettingsForm } from './SettingsForm';
import styles from './layout.module.css';

/** Plan, run and health of the project are loaded when the page stands: most visits never look at them. */
const ProjectSetUp = lazy(async () => ({ default: (await import('../../shared/set-up/ProjectSetUp')).ProjectSetUp }));

type Reading =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly view: ProjectSettingsView }
  | { readonly state: 'failed'; readonly error: AppError };

/** The settings of the project in whose settings this page stands. */
export function ProjectSettingsPage({ context }: { readonly context: PageContext }) {
  const projectId = projectIdOf(context.extension);
  if (projectId === undefined) {
    return (
      <Frame>
        <StatePanel heading={projectSettings.noProject.heading}>
          <p>{projectSettings.noProject.body}</p>
        </StatePanel>
      </Frame>
    );
  }
  return <OfProject projectId={projectId} context={context} />;
}

function OfProject({ projectId, context }: { readonly projectId: string; readonly context: PageContext }) {
  const { siteUrl, timezone } = context;
  const [reading, setReading] = useState<Reading>({ state: 'loading' });
  const latest = useRef(0);
  const read = useCallback(async () => {
    const turn = ++latest.current;
    const next = await readingOf(projectId);
    if (turn === latest.current) setReading(next);
  }, [projectId]);
  const reread = useCallback(() => void read(), [read]);
  useEffect(() => {
    void read();
    return () => {
      latest.current += 1;
    };
  }, [read]);

  if (reading.state === 'loading') return <Loading />;
  if (reading.state === 'failed') {
    const again = () => {
      setReading({ state: 'loading' });
      void read();
    };
    return (
      <Frame>
        <Failed error={reading.error} siteUrl={siteUrl} onRetry={again} />
      </Frame>
    );
  }
  const { view } = reading;
  return (
    <Frame projectName={view.project.name}>
      {view.saved === undefined ? (
        <div className={styles.wide}>
          <h2 className={styles.stateHeading}>{projectSettings.notAdded.heading}</h2>
          <p className={styles.lead}>{projectSettings.notAdded.body}</p>
          <SetUpOf view={view} timezone={timezone} onReady={reread} />
        </div>
      ) : (
        <>
          {view.teamManaged ? (
            <div className={styles.note}>
              <Note look="information" heading={projectSettings.teamManaged.heading}>
                <p>{projectSettings.teamManaged.body}</p>
              </Note>
            </div>
          ) : null}
          <SettingsForm key={view.project.id} view={view} siteUrl={siteUrl} />
          <HistorySection key={`history-${view.project.id}`} projectId={view.project.id} />
          <section className={styles.wide} aria-labelledby="section-set-up">
            <h2 id="section-set-up" className={styles.stateHeading}>
              {projectSettings.setUp.heading}
            </h2>
            <p className={styles.lead}>{projectSettings.setUp.help}</p>
            <SetUpOf view={view} timezone={timezone} onReady={reread} />
          </section>
        </>
      )}
    </Frame>
  );
}

async function readingOf(projectId: string): Promise<Reading> {
  const [settings, setup] = await Promise.all([
    invoke('readProjectSettings', { projectId }),
    invoke('getSetup', { projectIds: [projectId] }),
  ]);
  if (!settings.ok) return { state: 'failed', error: settings.error };
  // Nothing can be added to a project before the site itself is set up.
  if (setup.ok && setup.value.site === undefined) return { state: 'failed', error: { code: 'not-set-up' } };
  return { state: 'ready', view: settings.value };
}

function SetUpOf({
  view,
  timezone,
  onReady,
}: {
  readonly view: ProjectSettingsView;
  readonly timezone: string;
  readonly onReady: () => void;
}) {
  return (
    <Suspense fallback={<Skeleton height="20rem" radius="var(--ds-radius-large)" />}>
      <ProjectSetUp project={view.project} timezone={timezone} onReady={onReady} />
    </Suspense>
  );
}

function Failed({
  error,
  siteUrl,
  onRetry,
}: {
  readonly error: AppError;
  readonly siteUrl: string;
  readonly onRetry: () => void;
}) {
  switch (error.code) {
    // A project that may not be seen is answered like one that does not exist.
    case 'not-found':
    case 'no-permission':
      return (
        <StatePanel heading={projectSettings.refused.heading}>
          <p>{projectSettings.refused.body}</p>
        </StatePanel>
      );
    case 'not-set-up':
      return <NotSetUp siteUrl={siteUrl} />;
    default:
      return <ErrorState error={error} heading={projectSettings.loadFailed} onRetry={onRetry} />;
  }
}

function Frame({ projectName, children }: { readonly projectName?: string; readonly children: ReactNode }) {
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        {projectName === undefined ? null : (
          <p className={styles.place}>{fill(projectSettings.place, { project: projectName })}</p>
        )}
        <h1 className={styles.title}>{projectSettings.title}</h1>
      </header>
      {children}
    </main>
  );
}
