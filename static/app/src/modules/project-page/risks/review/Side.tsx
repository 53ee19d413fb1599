import Button from '@atlaskit/button/new';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { mayReviewOn, isReviewDue } from '../../../../../../../src/domain/review';
import type { ProjectSettings } from '../../../../../../../src/domain/project-settings';
import type { RiskView } from '../../../../../../../src/reads/risk-view';
import { isoToday, shortDay } from '../../../../shared/days';
import { Key } from '../../../../shared/panel/Key';
import { ReadOnlyNote } from '../../../../shared/panel/ReadOnlyNote';
import panelStyles from '../../../../shared/panel/panel.module.css';
import { useShortcuts } from '../../../../shared/panel/use-shortcuts';
import editorStyles from '../../../../shared/risk/editor.module.css';
import { firstCellId } from '../../../../shared/risk-matrix/Matrix';
import { failureWords } from '../../../../shared/failure-words';
import { common } from '../../../../shared/strings/en-common';
import { panel } from '../../../../shared/strings/en-panel';
import { review as words } from '../../../../shared/strings/en-review';
import { fill, fillWith } from '../../../../shared/strings/fill';
import { Field } from '../../../../shared/ui/Field';
import { LiveText } from '../../../../shared/ui/VisuallyHidden';
import { NextReview, DAY_FIELD } from './NextReview';
import { ReviewLevel } from './ReviewLevel';
import type { Draft, Outcome } from './meeting';
import { noteMistake } from './use-saving';
import type { Saving } from './use-saving';
import { useSaveKey } from '../../../../shared/panel/use-save-key';
import styles from './review.module.css';

const NOTE = 'review-note';

/** What the meeting says: the level that is left, what was found, when to look again. */
export function Side({
  risk,
  settings,
  today,
  draft,
  outcome,
  saving,
  singleKeys,
  onDraft,
  onSkip,
  back,
}: {
  readonly risk: RiskView;
  readonly settings: ProjectSettings;
  readonly today: string;
  readonly draft: Draft;
  readonly outcome: Outcome | undefined;
  readonly saving: Saving;
  readonly singleKeys: boolean;
  readonly onDraft: (draft: Draft) => void;
  readonly onSkip: () => void;
  readonly back: ReactNode;
}) {
  const closed = risk.status.category === 'done';
  const may = risk.mayEdit && risk.mayComment && !closed;
  const [tried, setTried] = useState(false);
  const wrong = noteMistake(draft);
  // The functions count days in UTC.
  const dayWrong = draft.day === '' || mayReviewOn(draft.day, isoToday('UTC')) ? undefined : words.nextReview.outside;
  const save = () => {
    if (!may) {
      onSkip();
      return;
    }
    setTried(true);
    if (wrong !== undefined) document.getElementById(NOTE)?.focus();
    else if (dayWrong !== undefined) document.getElementById(DAY_FIELD)?.focus();
    else saving.save();
  };
  useSaveKey(save);
  useShortcuts(
    may
      ? {
          r: () => document.getElementById(firstCellId('residual', draft.residual ?? risk.residual))?.focus(),
          n: () => document.getElementById(NOTE)?.focus(),
        }
      : {},
    singleKeys,
  );
  return (
    <aside className={styles.side} aria-label={words.heading}>
      <ReviewLevel
        risk={risk}
        draft={draft}
        may={may && !saving.busy}
        onResidual={(residual) => onDraft({ ...draft, residual })}
      />
      <Standing risk={risk} outcome={outcome} today={today} />
      {may ? (
        <form
          className={styles.form}
          aria-label={words.heading}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <Field
            name={NOTE}
            label={words.note.label}
            help={
              draft.residual === undefined
                ? fill(words.note.help, { still: words.note.still })
                : words.note.helpRescored
            }
            mistake={tried ? wrong : undefined}
          >
            {({ control, describedBy }) => (
              <textarea
                id={control}
                className={editorStyles.input}
                value={draft.note}
                aria-describedby={describedBy}
                aria-invalid={tried && wrong !== undefined}
                aria-keyshortcuts={singleKeys ? 'N' : undefined}
                onChange={(event) => onDraft({ ...draft, note: event.currentTarget.value })}
                onKeyDown={(event) => {
                  if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
                  event.preventDefault();
                  event.currentTarget.blur();
                }}
              />
            )}
          </Field>
          <NextReview
            level={risk.level}
            settings={settings}
            today={today}
            day={draft.day}
            mistake={dayWrong}
            singleKeys={singleKeys}
            onDay={(day) => onDraft({ ...draft, day })}
          />
          <Failed saving={saving} />
          <div className={styles.actions}>
            {back}
            <Skip singleKeys={singleKeys} onSkip={onSkip} />
            <Button appearance="primary" type="submit" isLoading={saving.busy} aria-keyshortcuts="Control+Enter">
              {draft.residual === undefined ? words.stillTrue : words.save}{' '}
              <span className={styles.onBold}>Ctrl ↵</span>
            </Button>
          </div>
          <p className={panelStyles.help}>{words.skipHelp}</p>
        </form>
      ) : (
        <>
          <WhyNot risk={risk} closed={closed} />
          <div className={styles.actions}>
            {back}
            <Button appearance="primary" aria-keyshortcuts={singleKeys ? 'S' : undefined} onClick={onSkip}>
              {words.next} <Key>S</Key>
            </Button>
          </div>
        </>
      )}
    </aside>
  );
}

function Skip({ singleKeys, onSkip }: { readonly singleKeys: boolean; readonly onSkip: () => void }) {
  return (
    <Button aria-keyshortcuts={singleKeys ? 'S' : undefined} onClick={onSkip}>
      {words.skip} <Key>S</Key>
    </Button>
  );
}

/** It is not due any more, or this meeting has looked at it. */
function Standing({
  risk: { nextReview, status },
  outcome,
  today,
}: {
  readonly risk: RiskView;
  readonly outcome: Outcome | undefined;
  readonly today: string;
}) {
  if (outcome?.kind === 'reviewed') {
    return <p className={styles.standing}>{fill(words.already, { day: shortDay(outcome.nextReview, today) })}</p>;
  }
  if (status.category === 'done' || isReviewDue(nextReview, today)) return null;
  const day = nextReview === undefined ? common.day.none : shortDay(nextReview, today);
  return <p className={styles.standing}>{fill(words.due.notDue, { day })}</p>;
}

/** A sentence in the place of the form. */
function WhyNot({ risk: { mayEdit, owner }, closed }: { readonly risk: RiskView; readonly closed: boolean }) {
  if (closed) return <ReadOnlyNote>{words.closed}</ReadOnlyNote>;
  if (mayEdit) return <ReadOnlyNote>{words.noComment}</ReadOnlyNote>;
  if (owner === undefined) return <ReadOnlyNote>{panel.readOnly.riskNobody}</ReadOnlyNote>;
  return <ReadOnlyNote>{fillWith(panel.readOnly.risk, { name: <b key="name">{owner.name}</b> })}</ReadOnlyNote>;
}

function Failed({ saving: { busy, error } }: { readonly saving: Saving }) {
  const told = error === undefined ? undefined : failureWords(error);
  return (
    <>
      <LiveText>{busy ? words.saving : told === undefined ? '' : `${told.heading}. ${told.body}`}</LiveText>
      {told === undefined ? null : (
        <div className={panelStyles.failed}>
          <ErrorIcon label="" color="var(--ds-icon-danger)" />
          <div className={panelStyles.failedBody}>
            <p>
              <b>{told.heading}</b>
            </p>
            <p>{told.body}</p>
            {error?.message === undefined ? null : <p>{fill(common.jiraSaid, { message: error.message })}</p>}
          </div>
        </div>
      )}
    </>
  );
}
