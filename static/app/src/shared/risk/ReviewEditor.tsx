import { useState } from 'react';
import { daysAfter } from '../../../../../src/domain/day';
import { REVIEW_BY_HAND, mayReviewOn } from '../../../../../src/domain/review';
import type { RiskView } from '../../../../../src/reads/risk-view';
import { useOnceKey } from '../link/use-once-key';
import { risk as all } from '../strings/en-risk';
import { Field } from '../ui/Field';
import panelStyles from '../panel/panel.module.css';
import type { Changes, NoticePlace } from '../panel/use-change';
import { Editor } from './Editor';
import { NOTE_MOST } from './note';
import { nextReviewChange, reviewChange } from './risk-changes';
import type { Editing } from './use-editing';
import styles from './editor.module.css';

/** “Looked at, still true”: a note, and when to look again. Who may not comment sets the day alone. */
export function ReviewEditor({
  risk,
  changes,
  editing,
  place,
  today,
}: {
  readonly risk: RiskView;
  readonly changes: Changes;
  readonly editing: Editing;
  readonly place: NoticePlace;
  /** ISO day. */
  readonly today: string;
}) {
  const words = all.review;
  const [note, setNote] = useState('');
  const [day, setDay] = useState('');
  const [tried, setTried] = useState(false);
  const once = useOnceKey(['review', risk.id, today]);
  const noted = note.trim();
  const noteMistake = !risk.mayComment
    ? undefined
    : noted === ''
      ? words.noteMissing
      : noted.length > NOTE_MOST
        ? words.noteLong
        : undefined;
  const dayMistake =
    day === ''
      ? risk.mayComment
        ? undefined
        : words.dayMissing
      : mayReviewOn(day, today)
        ? undefined
        : words.dayOutside;

  const save = () => {
    setTried(true);
    if (noteMistake !== undefined || dayMistake !== undefined) {
      document.getElementById(noteMistake === undefined ? 'panel-review-day' : 'panel-review-note')?.focus();
      return;
    }
    const done = () => {
      once.renew();
      editing.close();
    };
    changes.make(
      risk.mayComment
        ? reviewChange(
            risk,
            { note: noted, ...(day === '' ? {} : { nextReview: day }), idempotencyKey: once.key },
            place,
            today,
            done,
          )
        : nextReviewChange(risk, day, place, today, done),
    );
  };

  return (
    <Editor
      label={words.heading}
      submit={words.done}
      saving={changes.saving === 'save:review'}
      onSave={save}
      onCancel={editing.cancel}
    >
      {risk.mayComment ? (
        <Field
          name="panel-review-note"
          label={words.note}
          help={words.noteHelp}
          mistake={tried ? noteMistake : undefined}
        >
          {({ control, describedBy }) => (
            <textarea
              id={control}
              className={styles.input}
              // The viewer has just asked for this field.
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              value={note}
              aria-describedby={describedBy}
              aria-invalid={tried && noteMistake !== undefined}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          )}
        </Field>
      ) : (
        <p className={panelStyles.help}>{words.dayOnly}</p>
      )}
      <Field
        name="panel-review-day"
        label={words.day}
        help={risk.mayComment ? words.dayHelp : undefined}
        mistake={tried ? dayMistake : undefined}
      >
        {({ control, describedBy }) => (
          <input
            id={control}
            type="date"
            className={styles.input}
            value={day}
            min={today}
            max={daysAfter(today, REVIEW_BY_HAND.most)}
            aria-describedby={describedBy}
            aria-invalid={tried && dayMistake !== undefined}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
        )}
      </Field>
    </Editor>
  );
}
