import { lazy, Suspense, useCallback, useMemo } from 'react';
import type { SetupView } from '../../../../../src/contract/defs';
import { DEFAULT_BANDS } from '../../../../../src/domain/level';
import { setupOf } from '../../../../../src/domain/site-setup';
import { linkReads } from '../../../../../src/reads/link-reads';
import { invoke } from '../../shared/bridge';
import type { PageContext } from '../../shared/bridge';
import { OperationError } from '../../shared/app-error';
import { parseLinkDialog } from '../../shared/link/context';
import { parsePlace } from './panel-context';
import type { PagePlace } from './panel-context';
import { BandsProvider } from '../../shared/risk-matrix/bands';
import { NotSetUpHere } from './parts/NotSetUpHere';
import { PanelSkeleton, RiskSkeleton } from './parts/Skeletons';
import { PanelError, PanelFrame } from './parts/PanelFrame';
import { useReading } from '../../shared/use-reading';

const loadStory = () => import('./story/StoryPanel');
const StoryPanel = lazy(async () => ({ default: (await loadStory()).StoryPanel }));
const OtherIssue = lazy(async () => ({ default: (await import('./OtherIssue')).OtherIssue }));
const RiskPanel = lazy(async () => ({ default: (await import('./risk/RiskPanel')).RiskPanel }));
const LinkDialog = lazy(async () => ({ default: (await import('../../shared/link/LinkDialog')).LinkDialog }));

interface Stand {
  readonly place: PagePlace;
  readonly setup: SetupView;
}

/** The page of the panel, and of the dialogs that the panel opens. */
export function IssuePanel({ context }: { readonly context: PageContext }) {
  const { extension } = context;
  const dialog = useMemo(() => parseLinkDialog(extension), [extension]);
  if (dialog === undefined) return <Panel context={context} />;
  return (
    <Suspense fallback={null}>
      <LinkDialog context={dialog} reads={linkReads} />
    </Suspense>
  );
}

/** Finds out where the page stands and shows what belongs there. */
function Panel({ context }: { readonly context: PageContext }) {
  const { extension } = context;
  const read = useCallback(() => readStand(extension), [extension]);
  const { reading, restart } = useReading(read);
  if (reading.state === 'loading') return <PanelSkeleton />;
  if (reading.state === 'failed') return <PanelError error={reading.error} onRetry={restart} />;
  return <View context={context} stand={reading.value} />;
}

async function readStand(extension: unknown): Promise<Stand> {
  const place = parsePlace(extension);
  // Most issues are stories: their part, with the words of the hints, comes while the settings are read. Should it not
  // come, showing it says so.
  loadStory().catch(() => undefined);
  const answer = await invoke('getSetup', { projectIds: [place.projectId] });
  if (!answer.ok) throw new OperationError(answer.error);
  return { place, setup: answer.value };
}

function View({ context, stand: { place, setup: view } }: { readonly context: PageContext; readonly stand: Stand }) {
  const { site, projects } = view;
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
  const Content = project.storyTypeIds.includes(typeId) ? StoryPanel : OtherIssue;
  return (
    <Suspense fallback={<PanelSkeleton />}>
      <Content issueId={issueId} setup={site} project={project} timezone={timezone} />
    </Suspense>
  );
}
