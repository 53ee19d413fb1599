import CheckMarkIcon from '@atlaskit/icon/core/check-mark';
import { forwardRef } from 'react';
import type { KeyboardEvent } from 'react';
import { progressVerdict } from '../../../../../../src/domain/progress';
import type { RiskSuggestion } from '../../../../../../src/reads/story-view';
import { panel } from '../../../shared/strings/en-panel';
import { fill } from '../../../shared/strings/fill';
import { LevelBadge } from '../../../shared/ui/LevelBadge';
import { VisuallyHidden } from '../../../shared/ui/VisuallyHidden';
import type { DialogContext } from '../panel-context';
import { Face, NoFace } from '../parts/Face';
import { enablersText } from '../story/RiskCard';
import styles from './dialog.module.css';
import { highlighted } from './words';

export interface OptionGroup {
  readonly name: string;
  readonly rows: readonly RiskSuggestion[];
}

/**
 * Risks to tick. One tab stop; the arrow keys move between the rows (and back to the search from the first), Space
 * ticks. A linked risk is ticked and locked.
 */
export const RiskOptions = forwardRef<
  HTMLDivElement,
  {
    readonly context: DialogContext;
    readonly groups: readonly OptionGroup[];
    readonly query: string;
    readonly ticked: ReadonlyMap<string, RiskSuggestion>;
    /** The rows belong to an older search. */
    readonly stale: boolean;
    readonly onTick: (risk: RiskSuggestion, on: boolean) => void;
    readonly onLeaveUp: () => void;
  }
>(function RiskOptions({ context, groups, query, ticked, stale, onTick, onLeaveUp }, ref) {
  const relationOf = new Map(context.linked.map(({ id, relation }) => [id, relation]));
  const first = groups.flatMap((group) => group.rows).find((risk) => !relationOf.has(risk.id));

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input:enabled')];
    const at = boxes.findIndex((box) => box === document.activeElement);
    const target = targetOf(event.key, at, boxes.length);
    if (target === undefined) return;
    event.preventDefault();
    if (target < 0) onLeaveUp();
    else boxes[target]?.focus();
  };
  return (
    // The rows below are the controls; this only moves the focus between them.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={ref} className={`${styles.options} ${stale ? styles.stale : ''}`} onKeyDown={onKeyDown}>
      {groups.map((group) => (
        <div key={group.name} role="group" aria-label={group.name}>
          <p className={styles.groupName} aria-hidden="true">
            {group.name}
          </p>
          {group.rows.map((risk) => (
            <Option
              key={risk.id}
              risk={risk}
              query={query}
              elsewhere={risk.projectKey !== context.projectKey}
              relation={relationOf.get(risk.id)}
              on={ticked.has(risk.id)}
              tabStop={risk === first}
              onTick={(on) => onTick(risk, on)}
            />
          ))}
        </div>
      ))}
    </div>
  );
});

/** The row a key leads to; −1 for above the first, `undefined` where the key is none of ours. */
function targetOf(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

function Option({
  risk,
  query,
  elsewhere,
  relation,
  on,
  tabStop,
  onTick,
}: {
  readonly risk: RiskSuggestion;
  readonly query: string;
  readonly elsewhere: boolean;
  /** How it is linked already. */
  readonly relation: DialogContext['linked'][number]['relation'] | undefined;
  readonly on: boolean;
  readonly tabStop: boolean;
  readonly onTick: (on: boolean) => void;
}) {
  const words = panel.dialog;
  const locked = relation !== undefined;
  return (
    <label className={`${styles.option} ${locked ? styles.locked : ''}`}>
      <input
        type="checkbox"
        className={styles.tick}
        checked={on || locked}
        disabled={locked}
        tabIndex={tabStop ? 0 : -1}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
      <span>
        <span className={styles.summary}>
          <Highlighted text={risk.summary} query={query} />
        </span>
        <span className={styles.facts}>
          <span>{risk.key}</span>
          <span aria-hidden="true">·</span>
          {elsewhere ? (
            <>
              <span>{words.otherProject}</span>
              <span aria-hidden="true">·</span>
            </>
          ) : null}
          {relation === undefined ? (
            <span>
              {progressVerdict(risk.progress) === 'noneLinked' ? panel.risks.noEnabler : enablersText(risk.progress)}
            </span>
          ) : (
            <span className={styles.already}>
              <CheckMarkIcon label="" size="small" />
              {words.already[relation]}
            </span>
          )}
        </span>
      </span>
      <span className={styles.level}>
        <LevelBadge level={risk.level} />
      </span>
      <Owner risk={risk} />
    </label>
  );
}

function Owner({ risk: { owner } }: { readonly risk: RiskSuggestion }) {
  const words = panel.dialog;
  const name = owner === undefined ? words.noOwner : fill(words.ownedBy, { name: owner.name });
  return (
    <span title={name}>
      {owner === undefined ? <NoFace /> : <Face name={owner.name} avatarUrl={owner.avatarUrl} />}
      <VisuallyHidden>{name}</VisuallyHidden>
    </span>
  );
}

function Highlighted({ text, query }: { readonly text: string; readonly query: string }) {
  return highlighted(text, query).map((piece, index) =>
    piece.hit ? <mark key={index}>{piece.text}</mark> : piece.text,
  );
}
