import { lazy, Suspense, useCallback } from 'react';
import type { ProjectSetup, SiteSetup } from '../../../../../src/domain/site-setup';
import { visibleProjects } from '../../../../../src/jira/project';
import { linkReads } from '../../../../../src/reads/link-reads';
import { OperationError } from '../../shared/app-error';
import { invoke, jiraAsViewer } from '../../shared/bridge';
import type { PageContext } from '../../shared/bridge';
import { Tabs } from '../../shared/ui/Tabs';
import { parseLinkDialog } from '../../shared/link/context';
import { projectPage } from '../../shared/strings/en-project-page';
import { ErrorState, NotSetUp, StatePanel } from '../../shared/ui/StatePanel';
import { useReading } from '../../shared/use-reading';
import { PAGE_TABS, placeOf } from './page-place';
import type { PagePlace, Spot } from './page-place';
import { NotAdded } from './parts/NotAdded';
import { PageFrame } from './parts/PageFrame';
import { PageSkeleton } from './parts/PageSkeleton';
import { useSpot } from './use-spot';

const LinkDialog = lazy(async () => ({ default: (await import('../../shared/link/LinkDialog')).LinkDialog }));
const Overview = lazy(async () => ({ default: (await import('./overview/Overview')).Overview }));
const Refinement = lazy(async () => ({ default: (await import('./refinement/Refinement')).Refinement }));
const Hygiene = lazy(async () => ({ default: (await import('./hygiene/Hygiene')).Hygiene }));
const Risks = lazy(async () => ({ default: (await import('./risks/Risks')).Risks }));
const Report = lazy(async () => ({ default: (await import('./report/Report')).Report }));

const TABS = PAGE_TABS.map((id) => ({ id, label: projectPage.tabs[id] }));

/** What the tabs need of the project. */
export interface ProjectStand extends PagePlace {
  readonly projectName: string;
  readonly site: SiteSetup;
  readonly project: ProjectSetup;
}

/** Security of one project: a page with tabs, each loaded when it is opened. Also the dialogs that it opens. */
export function ProjectPage({ context }: { readonly context: PageContext }) {
  const dialog = parseLinkDialog(context.extension);
  if (dialog !== undefined) {
    return (
      <Suspense fallback={null}>
        <LinkDialog context={dialog} reads={linkReads} />
      </Suspense>
    );
  }
  const place = placeOf(context.extension);
  if (place === undefined) {
    return (
      <PageFrame>
        <StatePanel heading={projectPage.noProject.heading}>
          <p>{projectPage.noProject.body}</p>
        </StatePanel>
      </PageFrame>
    );
  }
  return <OfProject key={place.projectId} {...place} context={context} />;
}

function OfProject({ projectId, projectKey, context }: PagePlace & { readonly context: PageContext }) {
  const read = useCallback(() => readStand({ projectId, projectKey }), [projectId, projectKey]);
  const { reading, restart } = useReading(read);
  if (reading.state === 'loading') {
    return (
      <PageFrame projectKey={projectKey} loading>
        <PageSkeleton />
      </PageFrame>
    );
  }
  if (reading.state === 'failed') {
    return (
      <PageFrame projectKey={projectKey}>
        {reading.error.code === 'not-set-up' ? (
          <NotSetUp siteUrl={context.siteUrl} />
        ) : (
          <ErrorState error={reading.error} onRetry={restart} />
        )}
      </PageFrame>
    );
  }
  const stand = reading.value;
  if (!('site' in stand)) {
    return (
      <PageFrame projectKey={projectKey} projectName={stand.projectName}>
        <NotAdded projectId={projectId} projectKey={projectKey} />
      </PageFrame>
    );
  }
  return (
    <PageFrame projectKey={projectKey} projectName={stand.projectName}>
      <InTabs stand={stand} context={context} />
    </PageFrame>
  );
}

/** Without `site` and `project`: Shift-Up was not added to it. */
async function readStand(place: PagePlace): Promise<ProjectStand | Pick<ProjectStand, 'projectName'>> {
  const projectIds = [place.projectId];
  const [setup, [visible]] = await Promise.all([
    invoke('getSetup', { projectIds }),
    visibleProjects(jiraAsViewer, projectIds),
  ]);
  if (!setup.ok) throw new OperationError(setup.error);
  const { site, projects } = setup.value;
  const [project] = projects;
  if (site === undefined) throw new OperationError({ code: 'not-set-up' });
  if (visible === undefined) throw new OperationError({ code: 'not-found' });
  const projectName = visible.name;
  return project === undefined ? { projectName } : { ...place, projectName, site, project };
}

function InTabs({ stand, context }: { readonly stand: ProjectStand; readonly context: PageContext }) {
  const { spot, go } = useSpot();
  if (spot === undefined) return <PageSkeleton />;
  return (
    <Tabs label={projectPage.tabsLabel} tabs={TABS} open={spot.tab} onOpen={(tab) => go({ tab, within: '' })}>
      <Suspense fallback={<PageSkeleton tabs={false} />}>
        <OpenTab spot={spot} go={go} stand={stand} context={context} />
      </Suspense>
    </Tabs>
  );
}

function OpenTab({
  spot: { tab, within },
  go,
  stand,
  context,
}: {
  readonly spot: Spot;
  readonly go: (spot: Spot) => void;
  readonly stand: ProjectStand;
  readonly context: PageContext;
}) {
  const goWithin = useCallback((to: string) => go({ tab, within: to }), [go, tab]);
  switch (tab) {
    case 'overview':
      return (
        <Overview stand={stand} timezone={context.timezone} siteUrl={context.siteUrl} accountId={context.accountId} />
      );
    case 'refinement':
      return <Refinement stand={stand} timezone={context.timezone} within={within} onWithin={goWithin} />;
    case 'risks':
      return (
        <Risks
          stand={stand}
          timezone={context.timezone}
          accountId={context.accountId}
          within={within}
          onWithin={goWithin}
        />
      );
    case 'hygiene':
      return <Hygiene stand={stand} timezone={context.timezone} within={within} onWithin={goWithin} />;
    case 'report':
      return <Report stand={stand} timezone={context.timezone} within={within} onWithin={goWithin} />;
  }
}
