import Button from '@atlaskit/button/new';
import type { StoryView } from '../../../../../../src/reads/story-view';
import { isoToday, shortDay } from '../../../shared/days';
import { panel } from '../../../shared/strings/en-panel';
import { fill } from '../../../shared/strings/fill';
import { ShieldIcon } from '../parts/Icons';
import type { Shield } from '../parts/Icons';
import panelStyles from '../parts/panel.module.css';
import styles from './state-line.module.css';

/** Where the focus lands when the control that had it is gone. */
export const STATE_HEADING = 'panel-state';
export const CHANGE_BUTTON = 'panel-change';

/** What was decided, by whom and when, and the way to change it. */
export function StateLine({
  story,
  justNow,
  timezone,
  today,
  onChange,
}: {
  readonly story: StoryView;
  /** The viewer has just decided this. */
  readonly justNow: boolean;
  readonly timezone: string;
  readonly today: string;
  /** Left out where the viewer may not change it. */
  readonly onChange: (() => void) | undefined;
}) {
  const look = lookOf(story);
  return (
    <div className={styles.line}>
      <span className={`${styles.picture} ${styles[look.shield]}`}>
        <ShieldIcon kind={look.shield} size={20} />
      </span>
      <div className={styles.words}>
        <h2 className={`${styles.title} ${panelStyles.landing}`} id={STATE_HEADING} tabIndex={-1}>
          {look.title}
        </h2>
        <p className={panelStyles.help}>{justNow ? panel.relevance.justNow : byWhom(story, timezone, today)}</p>
      </div>
      {onChange === undefined ? null : (
        <Button id={CHANGE_BUTTON} spacing="compact" onClick={onChange}>
          {panel.change}
        </Button>
      )}
    </div>
  );
}

function lookOf({ relevance, readiness }: StoryView): { readonly shield: Shield; readonly title: string } {
  const words = panel.relevance;
  if (relevance === 'unassessed') return { shield: 'unassessed', title: words.unassessed };
  if (relevance === 'notRelevant') return { shield: 'notRelevant', title: words.notRelevant };
  return readiness.ready
    ? { shield: 'ready', title: words.relevantReady }
    : { shield: 'relevant', title: words.relevant };
}

function byWhom({ relevance, assessedBy, assessedAt }: StoryView, timezone: string, today: string): string {
  const words = panel.relevance;
  if (relevance === 'unassessed') return words.waiting;
  const day = assessedAt === undefined ? undefined : shortDay(isoToday(timezone, new Date(assessedAt)), today);
  if (assessedBy === undefined) return day ?? words.unknownBy;
  return day === undefined
    ? fill(words.onlyBy, { name: assessedBy.name })
    : fill(words.by, { name: assessedBy.name, day });
}
