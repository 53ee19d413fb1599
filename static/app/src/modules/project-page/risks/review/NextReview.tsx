import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import { daysAfter } from '../../../../../../../src/domain/day';
import type { Level } from '../../../../../../../src/domain/level';
import type { ProjectSettings } from '../../../../../../../src/domain/project-settings';
import { REVIEW_BY_HAND, nextReviewAfter } from '../../../../../../../src/domain/review';
import { isoToday, shortDay } from '../../../../shared/days';
import { Key } from '../../../../shared/panel/Key';
import { useShortcuts } from '../../../../shared/panel/use-shortcuts';
import editorStyles from '../../../../shared/risk/editor.module.css';
import { common } from '../../../../shared/strings/en-common';
import { review } from '../../../../shared/strings/en-review';
import { fill, fillWith } from '../../../../shared/strings/fill';
import { Field } from '../../../../shared/ui/Field';
import styles from './review.module.css';

export const DAY_FIELD = 'review-day';

/** When to look again: by the level, or on a day that somebody chooses. */
export function NextReview({
  level,
  settings: { reviewDays },
  today,
  day,
  mistake,
  singleKeys,
  onDay,
}: {
  readonly level: Level | undefined;
  readonly settings: ProjectSettings;
  readonly today: string;
  /** ISO day, or empty: by the level. */
  readonly day: string;
  readonly mistake: string | undefined;
  readonly singleKeys: boolean;
  readonly onDay: (day: string) => void;
}) {
  const words = review.nextReview;
  const [open, setOpen] = useState(day !== '');
  const field = useRef<HTMLInputElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (open && asked.current) field.current?.focus();
  }, [open]);
  const show = () => {
    asked.current = true;
    setOpen(true);
    field.current?.focus();
  };
  useShortcuts({ d: show }, singleKeys);
  // The functions count days in UTC.
  const from = isoToday('UTC');
  const next = day === '' ? nextReviewAfter(from, level, reviewDays) : day;
  const why =
    day === ''
      ? fill(words.byLevel, { level: level ?? common.level.none, days: reviewDays[level ?? 'Critical'] })
      : words.byHand;
  return (
    <div className={styles.section}>
      <p className={styles.nextReview}>
        <span>
          {fillWith(words.is, { day: <b key="day">{shortDay(next, today)}</b> })} {why}
        </span>
        {open ? null : (
          <Button spacing="compact" appearance="subtle" aria-keyshortcuts={singleKeys ? 'D' : undefined} onClick={show}>
            {words.change} <Key>D</Key>
          </Button>
        )}
      </p>
      {open ? (
        <Field name={DAY_FIELD} label={words.label} help={words.help} mistake={mistake}>
          {({ control, describedBy }) => (
            <input
              ref={field}
              id={control}
              type="date"
              className={editorStyles.input}
              value={day}
              min={from}
              max={daysAfter(from, REVIEW_BY_HAND.most)}
              aria-describedby={describedBy}
              aria-invalid={mistake !== undefined}
              onChange={(event) => onDay(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return;
                event.preventDefault();
                event.currentTarget.blur();
              }}
            />
          )}
        </Field>
      ) : null}
    </div>
  );
}
