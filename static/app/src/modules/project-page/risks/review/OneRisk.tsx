import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { ProjectSettings } from '../../../../../../../src/domain/project-settings';
import type { DueRisk, RiskInReview } from '../../../../../../../src/reads/review-view';
import { isoToday } from '../../../../shared/days';
import { Key } from '../../../../shared/panel/Key';
import { useChange } from '../../../../shared/panel/use-change';
import { useShortcuts } from '../../../../shared/panel/use-shortcuts';
import { useEditing } from '../../../../shared/risk/use-editing';
import { review as words } from '../../../../shared/strings/en-review';
import { ErrorState, StatePanel } from '../../../../shared/ui/StatePanel';
import { IssueLink } from '../../../../shared/ui/SiteLink';
import { BodySkeleton } from './ReviewSkeleton';
import { RiskText } from './RiskText';
import { Side } from './Side';
import type { Draft, Outcome } from './meeting';
import type { RiskReads } from './risk-reads';
import { useRisk } from './use-risk';
import { useSaving } from './use-saving';
import styles from './review.module.css';

/** The risk on screen. Its name is there at once; everything else when it was read. */
export function OneRisk({
  due,
  nextId,
  reads,
  singleKeys,
  onNext,
  onBack,
  onEnd,
  ...rest
}: {
  readonly due: DueRisk;
  /** The one after it, to be read ahead. */
  readonly nextId: string | undefined;
  readonly reads: RiskReads;
  readonly settings: ProjectSettings;
  readonly timezone: string;
  readonly draft: Draft;
  /** Where somebody came back to it. */
  readonly outcome: Outcome | undefined;
  readonly singleKeys: boolean;
  readonly onDraft: (draft: Draft) => void;
  readonly onNext: (outcome: Outcome) => void;
  readonly onBack: (() => void) | undefined;
  readonly onEnd: () => void;
  readonly onChanged: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: false }), []);
  const { reading, refresh, restart } = useRisk(reads, due.id, nextId);
  const skip = () => onNext({ kind: 'skipped' });
  useShortcuts({ s: skip, Escape: onEnd, ...(onBack === undefined ? {} : { b: onBack }) }, singleKeys);
  const title = reading.state === 'ready' ? reading.value.risk.summary : due.summary;
  const head = (
    <h2 ref={heading} tabIndex={-1} className={styles.title}>
      {title}
    </h2>
  );
  if (reading.state === 'ready') {
    return (
      <Read
        {...rest}
        {...reading.value}
        title={head}
        singleKeys={singleKeys}
        refresh={refresh}
        onNext={onNext}
        onSkip={skip}
        onBack={onBack}
      />
    );
  }
  const gone = reading.state === 'failed' && reading.error.code === 'not-found';
  const next = (
    <Button appearance="primary" onClick={() => onNext(gone ? { kind: 'gone' } : { kind: 'skipped' })}>
      {words.next}
    </Button>
  );
  return (
    <>
      <div className={styles.lone}>
        <p className={styles.above}>
          <IssueLink className={styles.link} issueKey={due.key}>
            {due.key}
          </IssueLink>
        </p>
        {head}
      </div>
      {reading.state === 'loading' ? <BodySkeleton /> : null}
      {gone ? (
        <StatePanel heading={words.gone.heading} actions={next}>
          <p>{words.gone.body}</p>
        </StatePanel>
      ) : null}
      {reading.state === 'failed' && !gone ? (
        <>
          <ErrorState error={reading.error} heading={words.failed} onRetry={restart} />
          <p className={styles.foot}>{next}</p>
        </>
      ) : null}
    </>
  );
}

function Read({
  risk,
  since,
  title,
  settings,
  timezone,
  draft,
  outcome,
  singleKeys,
  refresh,
  onDraft,
  onNext,
  onSkip,
  onBack,
  onChanged,
}: RiskInReview & {
  readonly title: ReactNode;
  readonly settings: ProjectSettings;
  readonly timezone: string;
  readonly draft: Draft;
  readonly outcome: Outcome | undefined;
  readonly singleKeys: boolean;
  readonly refresh: () => Promise<boolean>;
  readonly onDraft: (draft: Draft) => void;
  readonly onNext: (outcome: Outcome) => void;
  readonly onSkip: () => void;
  readonly onBack: (() => void) | undefined;
  readonly onChanged: () => void;
}) {
  const today = isoToday(timezone);
  const refreshAfterEdit = async () => {
    onChanged();
    return refresh();
  };
  const edits = useChange(refreshAfterEdit);
  const editing = useEditing();
  const saving = useSaving({ risk, draft, today, refresh, onDraft, onNext, onChanged });
  const mayChange = risk.mayEdit && risk.status.category !== 'done';
  useShortcuts(
    mayChange
      ? {
          o: () => editing.toggle('owner', 'review:owner'),
          t: () => editing.toggle('treatment', 'review:treatment'),
        }
      : {},
    singleKeys,
  );
  return (
    <div className={styles.columns}>
      <RiskText
        risk={risk}
        since={since}
        title={title}
        today={today}
        mayChange={mayChange}
        changes={edits}
        editing={editing}
      />
      <Side
        risk={risk}
        settings={settings}
        today={today}
        draft={draft}
        outcome={outcome}
        saving={saving}
        singleKeys={singleKeys}
        onDraft={onDraft}
        onSkip={onSkip}
        back={
          onBack === undefined ? null : (
            <Button appearance="subtle" aria-keyshortcuts={singleKeys ? 'B' : undefined} onClick={onBack}>
              {words.back} <Key>B</Key>
            </Button>
          )
        }
      />
    </div>
  );
}
