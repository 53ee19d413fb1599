import { useCallback } from 'react';
import type { ProjectSetup, SiteSetup } from '../../../../../src/domain/site-setup';
import { readStory } from '../../../../../src/reads/story';
import { jiraAsViewer } from '../../shared/bridge';
import { isoToday } from '../../shared/days';
import { panel } from '../../shared/strings/en-panel';
import { PanelFrame } from './parts/PanelFrame';
import panelStyles from './parts/panel.module.css';
import { useIssueChanges } from './parts/use-issue-changes';
import { useReading } from './parts/use-reading';
import { RiskCard } from './story/RiskCard';

/** An issue that is neither story nor risk: nothing to decide, but the risks it is linked to. */
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
  const risks = reading.state === 'ready' ? reading.value.risks : [];
  return (
    <PanelFrame>
      <p className={panelStyles.subtle}>{panel.other.sentence}</p>
      {risks.map((risk) => (
        <RiskCard key={risk.linkId} risk={risk} isStory={false} today={isoToday(timezone)} />
      ))}
    </PanelFrame>
  );
}
