import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { Level } from '../../../../../src/domain/level';
import { common } from '../../shared/strings/en-common';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { fill } from '../../shared/strings/fill';
import { Mistake } from '../../shared/ui/Field';
import { LevelBadge } from '../../shared/ui/LevelBadge';
import { LiveText } from '../../shared/ui/VisuallyHidden';
import { isBounded, isRising, rangesOf, sameBorders } from './bands';
import type { Range } from './bands';
import { byLevel } from './draft';
import type { Draft } from './draft';
import { useSettingsForm } from './form-context';
import { LevelChange } from './LevelChange';
import { NumberField } from './NumberField';
import { RecalculationLine } from './RecalculationLine';
import { Section } from './Section';
import styles from './levels.module.css';

const words = projectSettings.levels;

/** Days between reviews that happen once a quarter. */
const QUARTER = '90';

/** The borders between the levels, how often each is reviewed and how soon it should be closed. One number a border: the level above follows. */
export function LevelsSection({
  projectId,
  base,
  defaults,
}: {
  readonly projectId: string;
  /** What is saved. */
  readonly base: Draft;
  readonly defaults: Draft;
}) {
  const { draft, edit } = useSettingsForm();
  const askable = isRising(draft.upTo) && !sameBorders(draft.upTo, base.upTo);
  const [filled, setFilled] = useState<keyof typeof words.filled | undefined>(undefined);
  const fillIn = (preset: keyof typeof words.filled) => {
    setFilled(preset);
    edit(
      preset === 'defaults'
        ? { upTo: defaults.upTo, reviewDays: defaults.reviewDays, closeDays: defaults.closeDays }
        : { reviewDays: byLevel(() => QUARTER) },
    );
  };
  return (
    <Section id="levels" heading={words.heading} help={words.help}>
      <div className={styles.levels}>
        {rangesOf(draft.upTo).map((range) => (
          <LevelRow key={range.level} range={range} />
        ))}
      </div>
      <div className={styles.presets}>
        <span className={styles.presetsLabel}>{words.presets}</span>
        <Button spacing="compact" onClick={() => fillIn('defaults')}>
          {words.defaults}
        </Button>
        <Button spacing="compact" onClick={() => fillIn('quarterly')}>
          {words.quarterly}
        </Button>
        <LiveText>{filled === undefined ? '' : words.filled[filled]}</LiveText>
      </div>
      <p className={styles.note} role="status">
        {words.note} {askable ? <LevelChange projectId={projectId} upTo={draft.upTo} /> : null}
      </p>
      <RecalculationLine projectId={projectId} saved={base.upTo} />
    </Section>
  );
}

function LevelRow({ range: { level, from, to } }: { readonly range: Range }) {
  const { draft, mistakes, edit } = useSettingsForm();
  const reviewId = `review-${level}` as const;
  const closeId = `close-${level}` as const;
  const name = common.level[level];
  return (
    <div className={styles.row} role="group" aria-label={name}>
      <span className={styles.level}>
        <LevelBadge level={level} />
      </span>
      <span className={styles.range}>
        <span className={styles.number}>{from ?? '?'}</span>
        {words.to}
        {isBounded(level) ? (
          <NumberField
            id={`upTo-${level}`}
            label={fill(words.upTo, { level: name })}
            value={draft.upTo[level]}
            mistake={mistakes[`upTo-${level}`]}
            onChange={(typed) => edit({ upTo: { ...draft.upTo, [level]: typed } })}
          />
        ) : (
          <span className={styles.number}>{to}</span>
        )}
      </span>
      <span className={styles.days}>
        <span className={styles.review}>
          {words.review}
          <NumberField
            id={reviewId}
            label={fill(words.reviewOf, { level: name })}
            value={draft.reviewDays[level]}
            mistake={mistakes[reviewId]}
            onChange={(typed) => edit({ reviewDays: { ...draft.reviewDays, [level]: typed } })}
          />
          {words.days}
        </span>
        <span className={styles.review}>
          {words.close}
          <NumberField
            id={closeId}
            label={fill(words.closeOf, { level: name })}
            value={draft.closeDays[level]}
            mistake={mistakes[closeId]}
            onChange={(typed) => edit({ closeDays: { ...draft.closeDays, [level]: typed } })}
          />
          {words.days}
        </span>
      </span>
      <Mistakes level={level} />
    </div>
  );
}

function Mistakes({ level }: { readonly level: Level }) {
  const { mistakes } = useSettingsForm();
  const upTo = isBounded(level) ? mistakes[`upTo-${level}`] : undefined;
  const review = mistakes[`review-${level}`];
  const close = mistakes[`close-${level}`];
  if (upTo === undefined && review === undefined && close === undefined) return null;
  return (
    <div className={styles.mistakes}>
      <Mistake id={`upTo-${level}-mistake`}>{upTo}</Mistake>
      <Mistake id={`review-${level}-mistake`}>{review}</Mistake>
      <Mistake id={`close-${level}-mistake`}>{close}</Mistake>
    </div>
  );
}
