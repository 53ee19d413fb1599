import WarningIcon from '@atlaskit/icon/core/status-warning';
import UndoIcon from '@atlaskit/icon/core/undo';
import Spinner from '@atlaskit/spinner';
import type { BypassView, StoryView } from '../../../../../../src/reads/story-view';
import { panel } from '../../../shared/strings/en-panel';
import { fill } from '../../../shared/strings/fill';
import { dayOfInstant } from '../parts/clock';
import type { Clock } from '../parts/clock';
import panelStyles from '../../../shared/panel/panel.module.css';
import type { Changes } from '../../../shared/panel/use-change';
import styles from './bypass.module.css';
import { MOVE_BACK, moveBackChange } from './story-changes';

/** The story is past Ready without being ready: how that came about. Nothing was undone by the app. */
export function BypassBox({
  story,
  bypass,
  clock,
}: {
  readonly story: StoryView;
  readonly bypass: BypassView;
  readonly clock: Clock;
}) {
  return (
    <div className={styles.box}>
      <WarningIcon label="" color="var(--ds-icon-danger)" />
      <div>
        <h2 className={panelStyles.heading}>{fill(panel.bypass.title, { status: story.status.name })}</h2>
        <p>{howItCame(bypass, clock)}</p>
      </div>
    </div>
  );
}

/** The way back to where the story came from. */
export function MoveBack({
  story,
  from,
  changes,
}: {
  readonly story: StoryView;
  readonly from: NonNullable<BypassView['from']>;
  readonly changes: Changes;
}) {
  const moving = changes.saving === MOVE_BACK;
  return (
    <button
      type="button"
      className={styles.back}
      aria-disabled={moving}
      onClick={() => changes.make(moveBackChange(story.id, from))}
    >
      {moving ? <Spinner size="small" /> : <UndoIcon label="" />}
      <span>{fill(panel.bypass.moveBack, { status: from.name })}</span>
    </button>
  );
}

function howItCame({ how, at, by, from }: BypassView, clock: Clock): string {
  const words = panel.bypass;
  const moved = from === undefined ? words.moved : fill(words.movedFrom, { from: from.name });
  const what = how === 'created' ? words.created : moved;
  const day = at === undefined ? undefined : dayOfInstant(at, clock);
  if (by === undefined) return day === undefined ? fill(words.bare, { what }) : fill(words.on, { what, day });
  const { name } = by;
  return day === undefined ? fill(words.byOnly, { what, name }) : fill(words.by, { what, name, day });
}
