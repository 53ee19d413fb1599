import { useCallback, useEffect, useState } from 'react';
import type { RiskMove } from '../../../../../../src/contract/risks';
import type { Relevance } from '../../../../../../src/domain/relevance';
import type { SiteSetup } from '../../../../../../src/domain/site-setup';
import { readRisk } from '../../../../../../src/reads/risk';
import type { RiskView } from '../../../../../../src/reads/risk-view';
import { goToIssue, invoke, jiraAsViewer } from '../../../shared/bridge';
import { isoToday } from '../../../shared/days';
import { useSingleKeys } from '../../../shared/single-keys';
import { panel } from '../../../shared/strings/en-panel';
import { fill, fillWith } from '../../../shared/strings/fill';
import { firstCellId } from '../../../shared/risk-matrix/Matrix';
import { KeysOnProvider } from '../../../shared/panel/Key';
import { NoticeVoice } from '../../../shared/panel/NoticeBar';
import { ReadOnlyNote } from '../../../shared/panel/ReadOnlyNote';
import { RiskSkeleton } from '../parts/Skeletons';
import { PanelError, PanelFrame } from '../parts/PanelFrame';
import { useChange } from '../../../shared/panel/use-change';
import type { Change, Changes, NoticePlace } from '../../../shared/panel/use-change';
import { useIssueChanges } from '../parts/use-issue-changes';
import { useReading } from '../../../shared/use-reading';
import type { Read } from '../../../shared/use-reading';
import { AcceptanceSection } from './acceptance/AcceptanceSection';
import { DECISION_NOTE } from './acceptance/DecideForm';
import { requestLine } from './acceptance/request-line';
import { useDecisions } from './acceptance/use-decisions';
import type { Decisions } from './acceptance/use-decisions';
import { useShortcuts } from '../../../shared/panel/use-shortcuts';
import { Enablers } from './Enablers';
import { Facts } from './Facts';
import { LevelSection } from './LevelSection';
import { Problems, fixControl } from './Problems';
import { ThreatenedStories } from './ThreatenedStories';
import { problemLines } from './problem-lines';
import type { ProblemFix, ProblemLine } from './problem-lines';
import type { ScoreKind } from '../../../shared/risk/score-change';
import { CloseEditor } from './CloseEditor';
import { OwnerEditor } from '../../../shared/risk/OwnerEditor';
import { ReviewEditor } from '../../../shared/risk/ReviewEditor';
import { StatusSection } from './StatusSection';
import { TreatmentEditor } from '../../../shared/risk/TreatmentEditor';
import { moveChange } from '../../../shared/risk/risk-changes';
import { useEditing } from '../../../shared/risk/use-editing';
import type { Edited, Editing } from '../../../shared/risk/use-editing';
import { useRiskLinking } from './use-risk-linking';

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
  const decisions = useDecisions(issueId);
  const { refresh: refreshDecisions } = decisions;
  // A step in the workflow can void a request, and a decision moves the risk.
  const refreshAll = useCallback(async () => {
    const [risk, decided] = await Promise.all([refresh(), refreshDecisions()]);
    return risk && decided;
  }, [refresh, refreshDecisions]);
  useIssueChanges(refreshAll);
  if (reading.state === 'loading') return <RiskSkeleton />;
  if (reading.state === 'failed') return <PanelError error={reading.error} onRetry={restart} />;
  return <Risk risk={reading.value} decisions={decisions} refresh={refreshAll} today={isoToday(timezone)} />;
}

function Risk({
  risk,
  decisions,
  refresh,
  today,
}: {
  readonly risk: RiskView;
  readonly decisions: Read<Decisions>;
  readonly refresh: () => Promise<boolean>;
  readonly today: string;
}) {
  const changes = useChange(refresh);
  const editing = useEditing();
  const [asking, setAsking] = useState(false);
  const mayAsk = decisions.reading.state === 'ready' && decisions.reading.value.view.mayAsk;
  const waits = decisions.reading.state === 'ready' ? requestLine(decisions.reading.value, isoToday('UTC')) : undefined;
  const lines = [...(waits === undefined ? [] : [waits]), ...problemLines(risk, today, mayAsk)];
  const linking = useRiskLinking(risk, refresh, changes);
  const [kind, setKind] = useState<ScoreKind>(risk.inherent === undefined ? 'inherent' : 'residual');
  // A fix that leads to another part of the panel focuses it once it is on screen.
  const [seek, setSeek] = useState<{ readonly id: string }>();
  useEffect(() => {
    if (seek === undefined) return;
    const sought = document.getElementById(seek.id);
    sought?.scrollIntoView({ block: 'center' });
    sought?.focus();
  }, [seek]);
  const singleKeys = useSingleKeys();
  useShortcuts(
    {
      u: () => {
        if (changes.notice?.kind === 'saved' && changes.notice.undo !== undefined) changes.make(changes.notice.undo);
      },
    },
    singleKeys.on,
  );

  const seekCell = (which: ScoreKind) => {
    setKind(which);
    setSeek({ id: firstCellId(which, risk[which]) });
  };
  // Closing asks first; verifying leads to the score of what is left.
  const move = (to: RiskMove, control: string, place: NoticePlace) => {
    if (to === 'closed') editing.toggle('close', control);
    else if (to === 'verification')
      changes.make(moveChange(risk, to, { control, place }, {}, () => seekCell('residual')));
    else changes.make(moveChange(risk, to, { control, place }, {}));
  };
  const form = (place: NoticePlace) => (anchor: string) =>
    editing.open?.anchor === anchor ? (
      <Form what={editing.open.what} risk={risk} changes={changes} editing={editing} place={place} today={today} />
    ) : null;

  const onFix = (line: ProblemLine, fix: ProblemFix) => {
    if (fix.kind === 'markRelevant') {
      changes.make(markRelevant(line, fix.story));
      return;
    }
    if (fix.kind === 'linkEnabler') {
      linking?.link('isReducedBy');
      return;
    }
    if (fix.kind === 'open') {
      void goToIssue(fix.key);
      return;
    }
    if (fix.kind === 'decide') {
      setSeek({ id: DECISION_NOTE });
      return;
    }
    if (fix.kind === 'ask') {
      setAsking(true);
      return;
    }
    if (fix.kind === 'owner' || fix.kind === 'review') {
      editing.toggle(fix.kind, fixControl(line));
      return;
    }
    if (fix.kind === 'move') {
      move(fix.to, fixControl(line), 'problems');
      return;
    }
    seekCell(fix.which);
  };
  return (
    <KeysOnProvider value={singleKeys.on}>
      <PanelFrame>
        <NoticeVoice changes={changes} />
        <Problems lines={lines} changes={changes} onFix={onFix} form={form('problems')} />
        <LevelSection risk={risk} kind={kind} onKind={setKind} changes={changes} />
        <StatusSection
          risk={risk}
          changes={changes}
          onMove={(to, control) => move(to, control, 'status')}
          form={form('status')}
        />
        <Facts risk={risk} today={today} changes={changes} editing={editing} form={form('facts')} />
        <Enablers risk={risk} changes={changes} linking={linking} />
        <ThreatenedStories risk={risk} changes={changes} linking={linking} />
        <AcceptanceSection risk={risk} read={decisions} changes={changes} asking={asking} onAsking={setAsking} />
        {risk.mayEdit ? null : <ReadOnly risk={risk} />}
      </PanelFrame>
    </KeysOnProvider>
  );
}

/** The form that is open. */
function Form({
  what,
  ...props
}: {
  readonly what: Edited;
  readonly risk: RiskView;
  readonly changes: Changes;
  readonly editing: Editing;
  readonly place: NoticePlace;
  readonly today: string;
}) {
  switch (what) {
    case 'owner':
      return <OwnerEditor {...props} />;
    case 'treatment':
      return <TreatmentEditor {...props} />;
    case 'review':
      return <ReviewEditor {...props} />;
    case 'close':
      return <CloseEditor {...props} />;
  }
}

function ReadOnly({ risk: { owner } }: { readonly risk: RiskView }) {
  if (owner === undefined) return <ReadOnlyNote>{panel.readOnly.riskNobody}</ReadOnlyNote>;
  return <ReadOnlyNote>{fillWith(panel.readOnly.risk, { name: <b key="name">{owner.name}</b> })}</ReadOnlyNote>;
}

/** Sets a threatened story to Relevant; Shift-Up asks Jira whether the viewer may edit that story. */
function markRelevant(line: ProblemLine, story: { readonly id: string; readonly key: string }): Change {
  const words = panel.risk.problems;
  const set = (relevance: 'relevant' | 'unassessed', expected: Relevance) => () =>
    invoke('assessRelevance', { issueId: story.id, assessment: { relevance }, expected });
  return {
    control: fixControl(line),
    place: 'problems',
    save: set('relevant', 'unassessed'),
    saved: fill(words.markedRelevant, { key: story.key }),
    undo: {
      control: fixControl(line),
      place: 'problems',
      save: set('unassessed', 'relevant'),
      saved: fill(words.markUndone, { key: story.key }),
    },
  };
}
