import { useCallback } from 'react';
import type { ProjectSetup, SiteSetup } from '../../../../../../src/domain/site-setup';
import { readStory } from '../../../../../../src/reads/story';
import type { StoryView } from '../../../../../../src/reads/story-view';
import { jiraAsViewer } from '../../../shared/bridge';
import { isoToday } from '../../../shared/days';
import { NoticeBar, NoticeVoice } from '../parts/NoticeBar';
import { ReadOnlyNote } from '../parts/ReadOnlyNote';
import { PanelSkeleton } from '../parts/Skeletons';
import { PanelError, PanelFrame } from '../parts/PanelFrame';
import { useChange } from '../parts/use-change';
import { useIssueChanges } from '../parts/use-issue-changes';
import { useReading } from '../parts/use-reading';
import { panel } from '../../../shared/strings/en-panel';
import { fillWith } from '../../../shared/strings/fill';
import { Assess } from './Assess';
import { Checks } from './Checks';
import { LinkedRisks, SecuringEnablers } from './LinkedRisks';
import { NextSteps } from './NextSteps';
import { RELEVANT_BUTTON } from './Question';
import { STATE_HEADING } from './StateLine';
import { useAssessing } from './use-assessing';
import { useLinking } from './use-linking';

/** Where the focus goes when the control that had it is gone. */
const LANDING = [STATE_HEADING, RELEVANT_BUTTON];

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
  const read = useCallback(() => readStory(jiraAsViewer, setup, project, issueId), [setup, project, issueId]);
  const { reading, refresh, restart } = useReading(read);
  useIssueChanges(refresh);
  if (reading.state === 'loading') return <PanelSkeleton />;
  if (reading.state === 'failed') return <PanelError error={reading.error} onRetry={restart} />;
  return <Story story={reading.value} project={project} read={read} refresh={refresh} timezone={timezone} />;
}

function Story({
  story,
  project,
  read,
  refresh,
  timezone,
}: {
  readonly story: StoryView;
  readonly project: ProjectSetup;
  readonly read: () => Promise<StoryView>;
  readonly refresh: () => Promise<boolean>;
  readonly timezone: string;
}) {
  const today = isoToday(timezone);
  const changes = useChange(refresh);
  const linking = useLinking(story, read, refresh, changes);
  const assessing = useAssessing(story, project.settings.reasons, changes);
  const justSaved = changes.notice?.kind === 'saved' && changes.notice.place === 'top';
  const relevant = story.relevance === 'relevant';
  const unanswered = story.readiness.missing.includes('answer');
  const offersNext = justSaved && relevant && unanswered && linking !== undefined;
  return (
    <PanelFrame>
      <NoticeVoice changes={changes} />
      <NoticeBar changes={changes} place="top" landing={LANDING} />
      <Assess story={story} assessing={assessing} justNow={justSaved} timezone={timezone} today={today} />
      {relevant && offersNext ? <NextSteps linking={linking} /> : null}
      {relevant && !offersNext ? <Checks story={story} linking={linking} /> : null}
      <LinkedRisks
        story={story}
        today={today}
        changes={changes}
        linking={linking}
        offerLink={relevant ? !unanswered : story.relevance === 'unassessed' || story.risks.length > 0}
      />
      <SecuringEnablers story={story} changes={changes} mayLink={linking !== undefined} />
      <Limits story={story} />
    </PanelFrame>
  );
}

/** Says who can do what the viewer may not. */
function Limits({ story: { mayEdit, mayLink, reporter } }: { readonly story: StoryView }) {
  const words = panel.readOnly;
  if (mayEdit && mayLink) return null;
  if (mayEdit) return <ReadOnlyNote>{words.noLinking}</ReadOnlyNote>;
  if (reporter === undefined) return <ReadOnlyNote>{words.storyNobody}</ReadOnlyNote>;
  return <ReadOnlyNote>{fillWith(words.story, { name: <b key="name">{reporter}</b> })}</ReadOnlyNote>;
}
