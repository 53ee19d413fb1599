import { forwardRef, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import type { LinkCandidate } from '../../../../../src/reads/link-candidate';
import { Option } from './Option';
import type { LinkSubject } from './context';
import styles from './options.module.css';
import { isLocked } from './standing';
import type { Standing } from './standing';

export interface OptionGroup {
  readonly name: string;
  readonly rows: readonly LinkCandidate[];
}

/**
 * Issues to tick. One tab stop; the arrow keys move between the rows (and back to the search from the first), Space
 * ticks. What is linked already is locked.
 */
export const Options = forwardRef<
  HTMLDivElement,
  {
    readonly subject: LinkSubject;
    readonly groups: readonly OptionGroup[];
    readonly query: string;
    readonly ticked: ReadonlySet<string>;
    readonly standingOf: (issueId: string) => Standing | undefined;
    readonly onTick: (candidate: LinkCandidate, on: boolean) => void;
    readonly onLeaveUp: () => void;
  }
>(function Options({ subject, groups, query, ticked, standingOf, onTick, onLeaveUp }, ref) {
  const list = useRef<HTMLDivElement>(null);
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => list.current);
  const onFocus = useKeptFocus(list, onLeaveUp);
  const first = groups.flatMap((group) => group.rows).find(({ id }) => !isLocked(standingOf(id)));

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
    <div ref={list} className={styles.options} onFocus={onFocus} onKeyDown={onKeyDown}>
      {groups.map((group) => (
        <div key={group.name} role="group" aria-label={group.name}>
          <p className={styles.groupName} aria-hidden="true">
            {group.name}
          </p>
          {group.rows.map((candidate) => (
            <Option
              key={candidate.id}
              candidate={candidate}
              query={query}
              elsewhere={candidate.projectKey !== subject.projectKey}
              standing={standingOf(candidate.id)}
              on={ticked.has(candidate.id)}
              tabStop={candidate === first}
              onTick={(on) => onTick(candidate, on)}
            />
          ))}
        </div>
      ))}
    </div>
  );
});

/**
 * The next answer of a search may put a row into another group, where it is a new element: whoever stood on it stands
 * there again, or in the search where the row is gone.
 */
function useKeptFocus(
  list: RefObject<HTMLDivElement | null>,
  onGone: () => void,
): (event: FocusEvent<HTMLDivElement>) => void {
  const stood = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const left = stood.current;
    if (left === null || left.isConnected) return;
    stood.current = null;
    if (document.activeElement !== document.body) return;
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>('input:enabled') ?? [])];
    const again = boxes.find((box) => box.dataset['issue'] === left.dataset['issue']);
    if (again === undefined) onGone();
    else again.focus({ preventScroll: true });
  });
  return (event) => {
    stood.current = event.target;
  };
}

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
