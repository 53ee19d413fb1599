import Button from '@atlaskit/button/new';
import type { StoryView } from '../../../../../../src/reads/story-view';
import { panel } from '../../../shared/strings/en-panel';
import { fill } from '../../../shared/strings/fill';
import { ShieldIcon } from '../../../shared/ui/Icons';
import type { Shield } from '../../../shared/ui/Icons';
import { dayOfInstant } from '../parts/clock';
import type { Clock } from '../parts/clock';
import panelStyles from '../../../shared/panel/panel.module.css';
import styles from './state-line.module.css';

/** Where the focus lands when the control that had it is gone. */
export const STATE_HEADING = 'panel-state';
export const CHANGE_BUTTON = 'panel-change';

/** What was decided, by whom and when, and the way to change it. */
export function StateLine({
  story,
  justNow,
  clock,
  onChange,
}: {
  readonly story: StoryView;
  /** The viewer has just decided this. */
  readonly justNow: boolean;
  readonly clock: Clock;
  /** Left out where the viewer may not change it. */
  readonly onChange: (() => void) | undefined;
}) {
  const look = lookOf(story);
  const confirmed =
    story.confirmedAt === undefined
      ? undefined
      : fill(panel.relevance.confirmed, { day: dayOfInstant(story.confirmedAt, clock) });
  return (
    <div className={styles.line}>
      <span className={`${styles.picture} ${styles[look.shield]}`}>
        <ShieldIcon kind={look.shield} size={20} />
      </span>
      <div className={styles.words}>
        <h2 className={`${styles.title} ${panelStyles.landing}`} id={STATE_HEADING} tabIndex={-1}>
          {look.title}
        </h2>
        <p className={panelStyles.help}>{justNow ? panel.relevance.justNow : byWhom(story, clock)}</p>
        {justNow || confirmed === undefined ? null : <p className={panelStyles.help}>{confirmed}</p>}
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

function byWhom({ relevance, assessedBy, assessedAt }: StoryView, clock: Clock): string {
  const words = panel.relevance;
  if (relevance === 'unassessed') return words.waiting;
  const day = assessedAt === undefined ? undefined : dayOfInstant(assessedAt, clock);
  if (assessedBy === undefined) return day ?? words.unknownBy;
  return day === undefined
    ? fill(words.onlyBy, { name: assessedBy.name })
    : fill(words.by, { name: assessedBy.name, day });
}
