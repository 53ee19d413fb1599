import { lazy, Suspense, useCallback } from 'react';
import type { SetupView } from '../../../../../src/contract/defs';
import { DEFAULT_BANDS } from '../../../../../src/domain/level';
import { setupOf } from '../../../../../src/domain/site-setup';
import { invoke } from '../../shared/bridge';
import type { PageContext } from '../../shared/bridge';
import { OperationError } from '../../shared/app-error';
import { ErrorState } from '../../shared/ui/StatePanel';
import { OtherIssue } from './OtherIssue';
import { parsePlace } from './panel-context';
import type { PagePlace } from './panel-context';
import { BandsProvider } from './parts/bands';
import { NotSetUpHere } from './parts/NotSetUpHere';
import { PanelSkeleton, RiskSkeleton } from './parts/Skeletons';
import { PanelError, PanelFrame } from './parts/PanelFrame';
import { useReading } from './parts/use-reading';
import { StoryPanel } from './story/StoryPanel';

const RiskPanel = lazy(async () => ({ default: (await import('./risk/RiskPanel')).RiskPanel }));
const LinkPage = lazy(async () => ({ default: (await import('./link/LinkPage')).LinkPage }));

interface Stand {
  readonly place: PagePlace;
  readonly setup: SetupView;
}

/** Finds out where the page stands and shows what belongs there. */
export function IssuePanel({ context }: { readonly context: PageContext }) {
  const { extension } = context;
  const read = useCallback(() => readStand(extension), [extension]);
  const { reading, restart } = useReading(read);
  if (reading.state === 'loading') return <PanelSkeleton />;
  if (reading.state === 'failed') return <PanelError error={reading.error} onRetry={restart} />;
  return <View context={context} stand={reading.value} />;
}

async function readStand(extension: unknown): Promise<Stand> {
  const place = parsePlace(extension);
  const projectId = place.kind === 'dialog' ? place.dialog.projectId : place.projectId;
  const answer = await invoke('getSetup', { projectIds: [projectId] });
  if (!answer.ok) throw new OperationError(answer.error);
  return { place, setup: answer.value };
}

function View({ context, stand: { place, setup: view } }: { readonly context: PageContext; readonly stand: Stand }) {
  const { site, projects } = view;
  if (place.kind === 'dialog') {
    if (site === undefined) return <ErrorState error={{ code: 'not-set-up' }} />;
    return (
      <Suspense fallback={null}>
        <BandsProvider value={projects[0]?.settings.bands ?? DEFAULT_BANDS}>
          <LinkPage context={place.dialog} setup={site} project={projects[0]} />
        </BandsProvider>
      </Suspense>
    );
  }
  const { issueId, typeId, projectKey } = place;
  const { timezone, siteUrl } = context;
  const project = projects.find((candidate) => candidate.projectId === place.projectId);
  const setup = site && setupOf(site, project);
  if (typeId === setup?.riskTypeId) {
    return (
      <Suspense fallback={<RiskSkeleton />}>
        <BandsProvider value={project?.settings.bands ?? DEFAULT_BANDS}>
          <RiskPanel issueId={issueId} setup={setup} timezone={timezone} />
        </BandsProvider>
      </Suspense>
    );
  }
  if (site === undefined || project === undefined) {
    return (
      <PanelFrame>
        <NotSetUpHere siteUrl={siteUrl} projectKey={projectKey} />
      </PanelFrame>
    );
  }
  const Panel = project.storyTypeIds.includes(typeId) ? StoryPanel : OtherIssue;
  return <Panel issueId={issueId} setup={site} project={project} timezone={timezone} />;
}
