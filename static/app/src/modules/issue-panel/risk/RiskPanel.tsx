import { useCallback, useEffect, useState } from 'react';
import type { SiteSetup } from '../../../../../../src/domain/site-setup';
import { readRisk } from '../../../../../../src/reads/risk';
import type { RiskView } from '../../../../../../src/reads/risk-view';
import { invoke, jiraAsViewer } from '../../../shared/bridge';
import { isoToday } from '../../../shared/days';
import { panel } from '../../../shared/strings/en-panel';
import { fill, fillWith } from '../../../shared/strings/fill';
import { firstCellId } from '../parts/Matrix';
import { NoticeVoice } from '../parts/NoticeBar';
import { ReadOnlyNote } from '../parts/ReadOnlyNote';
import { RiskSkeleton } from '../parts/Skeletons';
import { PanelError, PanelFrame } from '../parts/PanelFrame';
import { useChange } from '../parts/use-change';
import type { Change } from '../parts/use-change';
import { useIssueChanges } from '../parts/use-issue-changes';
import { useReading } from '../parts/use-reading';
import { useShortcuts } from '../parts/use-shortcuts';
import { Enablers } from './Enablers';
import { Facts } from './Facts';
import { LevelSection } from './LevelSection';
import { Problems, fixControl } from './Problems';
import { ThreatenedStories } from './ThreatenedStories';
import { problemLines } from './problem-lines';
import type { ProblemFix, ProblemLine } from './problem-lines';
import type { ScoreKind } from './score-change';

/** The Security panel on a security risk: what is wrong with it first, then its level, facts, enablers and stories. */
export function RiskPanel({
  issueId,
  setup,
  timezone,
}: {
  readonly issueId: string;
  /** The ids that hold in the risk's project. */
  readonly setup: SiteSetup;
  readonly timezone: string;
}) {
  const read = useCallback(
    () => readRisk(jiraAsViewer, setup, issueId, isoToday(timezone)),
    [setup, issueId, timezone],
  );
  const { reading, refresh, restart } = useReading(read);
  useIssueChanges(refresh);
  if (reading.state === 'loading') return <RiskSkeleton />;
  if (reading.state === 'failed') return <PanelError error={reading.error} onRetry={restart} />;
  return <Risk risk={reading.value} refresh={refresh} today={isoToday(timezone)} />;
}

function Risk({
  risk,
  refresh,
  today,
}: {
  readonly risk: RiskView;
  readonly refresh: () => Promise<boolean>;
  readonly today: string;
}) {
  const changes = useChange(refresh);
  const [kind, setKind] = useState<ScoreKind>(risk.inherent === undefined ? 'inherent' : 'residual');
  // A fix that leads to the matrix focuses it once the right one is on screen.
  const [seek, setSeek] = useState<{ readonly cell: string }>();
  useEffect(() => {
    if (seek === undefined) return;
    const cell = document.getElementById(seek.cell);
    cell?.scrollIntoView({ block: 'center' });
    cell?.focus();
  }, [seek]);
  useShortcuts({
    u: () => {
      if (changes.notice?.kind === 'saved' && changes.notice.undo !== undefined) changes.make(changes.notice.undo);
    },
  });

  const onFix = (line: ProblemLine, fix: ProblemFix) => {
    if (fix.kind === 'markRelevant') {
      changes.make(markRelevant(line, fix.story));
      return;
    }
    setKind(fix.which);
    setSeek({ cell: firstCellId(fix.which, risk[fix.which]) });
  };
  return (
    <PanelFrame>
      <NoticeVoice changes={changes} />
      <Problems lines={problemLines(risk, today)} changes={changes} onFix={onFix} />
      <LevelSection risk={risk} kind={kind} onKind={setKind} changes={changes} />
      <Facts risk={risk} today={today} />
      <Enablers risk={risk} />
      <ThreatenedStories risk={risk} />
      {risk.mayEdit ? null : <ReadOnly risk={risk} />}
    </PanelFrame>
  );
}

function ReadOnly({ risk: { owner } }: { readonly risk: RiskView }) {
  if (owner === undefined) return <ReadOnlyNote>{panel.readOnly.riskNobody}</ReadOnlyNote>;
  return <ReadOnlyNote>{fillWith(panel.readOnly.risk, { name: <b key="name">{owner.name}</b> })}</ReadOnlyNote>;
}

/** Sets a threatened story to Relevant; Shift-Up asks Jira whether the viewer may edit that story. */
function markRelevant(line: ProblemLine, story: { readonly id: string; readonly key: string }): Change {
  const words = panel.risk.problems;
  const set = (relevance: 'relevant' | 'unassessed') => () =>
    invoke('assessRelevance', { issueId: story.id, assessment: { relevance } });
  return {
    control: fixControl(line),
    place: 'problems',
    save: set('relevant'),
    saved: fill(words.markedRelevant, { key: story.key }),
    undo: {
      control: fixControl(line),
      place: 'problems',
      save: set('unassessed'),
      saved: fill(words.markUndone, { key: story.key }),
    },
  };
}
