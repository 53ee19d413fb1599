import { useMemo, useState } from 'react';
import { setupOf } from '../../../../../../../src/domain/site-setup';
import { readRiskInReview } from '../../../../../../../src/reads/review';
import type { DueRisks } from '../../../../../../../src/reads/review-view';
import { jiraAsViewer } from '../../../../shared/bridge';
import { isoToday, shortDay } from '../../../../shared/days';
import { KeysOnProvider } from '../../../../shared/panel/Key';
import { useSingleKeys } from '../../../../shared/single-keys';
import { review as words } from '../../../../shared/strings/en-review';
import { fill, formatCount } from '../../../../shared/strings/fill';
import { LiveText } from '../../../../shared/ui/VisuallyHidden';
import type { ProjectStand } from '../../ProjectPage';
import { Keys } from './Keys';
import { NO_DRAFT, again, begin, current, enter, goBack, goOn, goTo, stop, stillDue, unsaved } from './meeting';
import type { Meeting, Outcome } from './meeting';
import { OneRisk } from './OneRisk';
import { Over } from './Over';
import { RoomHead } from './RoomHead';
import { Unsaved } from './Unsaved';
import { riskReads } from './risk-reads';
import styles from './review.module.css';

/** The meeting itself: head, the risk on screen, and at the end what became of each. */
export function MeetingRoom({
  stand,
  timezone,
  due,
  onEnd,
  onChanged,
}: {
  readonly stand: ProjectStand;
  readonly timezone: string;
  readonly due: DueRisks;
  readonly onEnd: () => void;
  readonly onChanged: ((issueIds: readonly string[]) => void) | undefined;
}) {
  const { site, project } = stand;
  const setup = useMemo(() => setupOf(site, project), [site, project]);
  const reads = useMemo(
    () => riskReads((riskId) => readRiskInReview(jiraAsViewer, setup, riskId, isoToday(timezone))),
    [setup, timezone],
  );
  const [meeting, setMeeting] = useState(() => begin(due.risks));
  const [leaving, setLeaving] = useState(false);
  const singleKeys = useSingleKeys();
  const today = isoToday(timezone);
  const risk = current(meeting);
  const open = unsaved(meeting);

  const leave = () => {
    if (open.length > 0) setLeaving(true);
    else onEnd();
  };
  // Ending in the middle shows what became of the risks, unless nothing did yet.
  const end = () => {
    if (risk !== undefined && meeting.outcomes.size > 0) setMeeting(stop);
    else leave();
  };
  const returnTo = (riskId: string) => {
    setLeaving(false);
    setMeeting((before) => goTo(before, riskId));
  };

  return (
    <KeysOnProvider value={singleKeys.on}>
      <div className={styles.room}>
        <RoomHead meeting={meeting} last={lastOf(meeting, today)} onEnd={end} />
        <LiveText>{saidOf(meeting, today)}</LiveText>
        {leaving ? <Unsaved risks={open} onStay={returnTo} onEnd={onEnd} /> : null}
        {risk === undefined ? (
          <Over
            meeting={meeting}
            today={today}
            notShown={due.total - due.risks.length}
            onAgain={stillDue(meeting).length === 0 ? undefined : () => setMeeting(again)}
            onClose={leave}
          />
        ) : (
          <OneRisk
            key={risk.id}
            due={risk}
            nextId={meeting.queue[meeting.at + 1]?.id}
            reads={reads}
            settings={project.settings}
            timezone={timezone}
            draft={meeting.drafts.get(risk.id) ?? NO_DRAFT}
            outcome={meeting.outcomes.get(risk.id)}
            singleKeys={singleKeys.on}
            onDraft={(draft) => setMeeting((before) => enter(before, risk.id, draft))}
            onNext={(outcome: Outcome) => setMeeting((before) => goOn(before, outcome))}
            onBack={meeting.at === 0 ? undefined : () => setMeeting(goBack)}
            onEnd={end}
            onChanged={() => onChanged?.([risk.id])}
          />
        )}
        {due.total > due.risks.length && risk !== undefined ? (
          <p className={styles.foot}>
            {fill(words.more, { count: formatCount(due.risks.length), total: formatCount(due.total) })}
          </p>
        ) : null}
        <Keys singleKeys={singleKeys} />
      </div>
    </KeysOnProvider>
  );
}

/** What became of the last risk, and where the meeting stands; the heading, which has the focus, tells the rest. */
function saidOf(meeting: Meeting, today: string): string {
  const { queue, at } = meeting;
  const what = lastOf(meeting, today);
  if (what === '') return '';
  const where =
    at >= queue.length ? words.over.heading : fill(words.place, { place: at + 1, count: formatCount(queue.length) });
  return fill(words.said, { what, where });
}

function lastOf({ last }: Meeting, today: string): string {
  if (last === undefined) return '';
  const { key } = last.risk;
  switch (last.outcome.kind) {
    case 'reviewed':
      return fill(words.saved, { key, day: shortDay(last.outcome.nextReview, today) });
    case 'skipped':
      return fill(words.skipped, { key });
    case 'gone':
      return fill(words.goneSaid, { key });
  }
}
