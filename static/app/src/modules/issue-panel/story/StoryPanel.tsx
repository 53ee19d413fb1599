import { useCallback } from 'react';
import type { ProjectSetup, SiteSetup } from '../../../../../../src/domain/site-setup';
import { readStory } from '../../../../../../src/reads/story';
import type { StoryView } from '../../../../../../src/reads/story-view';
import { jiraAsViewer } from '../../../shared/bridge';
import { useReading } from '../../../shared/use-reading';
import { PanelError } from '../parts/PanelFrame';
import { PanelSkeleton } from '../parts/Skeletons';
import { useIssueChanges } from '../parts/use-issue-changes';
import { Story } from './Story';

/** The Security panel on a story: is it relevant, what is missing for Ready, why does it matter. */
export function StoryPanel({
  issueId,
  setup,
  project,
  timezone,
}: {
  readonly issueId: string;
  readonly setup: SiteSetup;
  readonly project: ProjectSetup;
  readonly timezone: string;
}) {
  const read = useCallback(
    (): Promise<StoryView> => readStory(jiraAsViewer, setup, project, issueId),
    [setup, project, issueId],
  );
  const { reading, refresh, restart } = useReading(read);
  useIssueChanges(refresh);
  if (reading.state === 'loading') return <PanelSkeleton />;
  if (reading.state === 'failed') return <PanelError error={reading.error} onRetry={restart} />;
  return <Story story={reading.value} project={project} refresh={refresh} timezone={timezone} />;
}
