import { useCallback } from 'react';
import type { ProjectSetup, SiteSetup } from '../../../../../src/domain/site-setup';
import { readStory } from '../../../../../src/reads/story';
import type { StoryView } from '../../../../../src/reads/story-view';
import { jiraAsViewer } from '../../shared/bridge';
import { isoToday } from '../../shared/days';
import { panel } from '../../shared/strings/en-panel';
import { useReading } from '../../shared/use-reading';
import { NoticeVoice } from '../../shared/panel/NoticeBar';
import { PanelFrame } from './parts/PanelFrame';
import panelStyles from '../../shared/panel/panel.module.css';
import { useChange } from '../../shared/panel/use-change';
import { useIssueChanges } from './parts/use-issue-changes';
import { LinkedRisks, SecuringEnablers } from './story/LinkedRisks';
import { useLinking } from './story/use-linking';

/**
 * An issue that is neither story nor risk: nothing to decide, but it can be an enabler all the same. So it shows the
 * risks it is linked to, and links more.
 */
export function OtherIssue({
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
  const { reading, refresh } = useReading(read);
  useIssueChanges(refresh);
  return (
    <PanelFrame>
      <p className={panelStyles.subtle}>{panel.other.sentence}</p>
      {reading.state === 'ready' ? <Links issue={reading.value} refresh={refresh} today={isoToday(timezone)} /> : null}
    </PanelFrame>
  );
}

function Links({
  issue,
  refresh,
  today,
}: {
  readonly issue: StoryView;
  readonly refresh: () => Promise<boolean>;
  readonly today: string;
}) {
  const changes = useChange(refresh);
  const linking = useLinking(issue, refresh, changes);
  return (
    <>
      <NoticeVoice changes={changes} />
      <LinkedRisks story={issue} today={today} changes={changes} linking={linking} offerLink />
      <SecuringEnablers story={issue} changes={changes} mayLink={linking !== undefined} />
    </>
  );
}
