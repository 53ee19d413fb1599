import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { REFINEMENT_LISTS } from '../../../../../../src/reads/refinement-view';
import type { RefinementList } from '../../../../../../src/reads/refinement-view';
import { refinement } from '../../../shared/strings/en-refinement';
import { formatCount } from '../../../shared/strings/fill';
import styles from '../parts/chips.module.css';

export const LIST_PANEL = 'refinement-list';

/** The four lists with their numbers. One tab stop; the arrow keys move and open. */
export function ListTabs({
  open,
  countOf,
  onOpen,
}: {
  readonly open: RefinementList;
  readonly countOf: (list: RefinementList) => number;
  readonly onOpen: (list: RefinementList) => void;
}) {
  const tabs = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const to = (REFINEMENT_LISTS.indexOf(open) + step + REFINEMENT_LISTS.length) % REFINEMENT_LISTS.length;
    const list = REFINEMENT_LISTS[to];
    if (list === undefined) return;
    onOpen(list);
    tabs.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus();
  };
  return (
    // The tabs themselves take the keys; the list only gathers them.
    <div
      ref={tabs}
      className={styles.chips}
      role="tablist"
      aria-label={refinement.lists.label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {REFINEMENT_LISTS.map((list) => (
        <button
          key={list}
          type="button"
          role="tab"
          id={`${LIST_PANEL}-${list}`}
          className={styles.chip}
          aria-selected={list === open}
          aria-controls={list === open ? LIST_PANEL : undefined}
          tabIndex={list === open ? 0 : -1}
          onClick={() => onOpen(list)}
        >
          {refinement.lists[list]} <b>{formatCount(countOf(list))}</b>
        </button>
      ))}
    </div>
  );
}
