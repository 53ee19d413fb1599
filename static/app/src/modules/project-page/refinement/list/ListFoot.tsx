import type { ReactNode } from 'react';
import { isFiltering } from '../filter';
import type { Filter } from '../filter';
import { skippedCount, standing } from '../list-state';
import type { ListState } from '../list-state';
import { refinement } from '../../../../shared/strings/en-refinement';
import { fill, formatCount, plural } from '../../../../shared/strings/fill';
import { common } from '../../../../shared/strings/en-common';
import styles from './list.module.css';

const words = refinement.list;

/** Below the rows: how many of how many these are, and what was left out. */
export function ListFoot({
  list,
  filter,
  shown,
  count,
  onReadOn,
  onUnskip,
  onClearFilter,
}: {
  readonly list: ListState;
  readonly filter: Filter;
  /** Stories on screen. */
  readonly shown: number;
  /** Stories of the list, also those not read yet. */
  readonly count: number;
  readonly onReadOn: () => void;
  readonly onUnskip: () => void;
  readonly onClearFilter: () => void;
}) {
  const read = standing(list).length;
  const skipped = skippedCount(list);
  const goesOn = list.next !== undefined;
  const filtering = isFiltering(filter);
  return (
    <div className={styles.foot}>
      {filtering ? (
        <>
          <span>{plural(words.matches, read, { matches: formatCount(shown) })}</span>
          {goesOn ? <FootLink onClick={onReadOn}>{words.readOn}</FootLink> : null}
          <FootLink onClick={onClearFilter}>{words.clearFilter}</FootLink>
        </>
      ) : goesOn ? (
        <span>
          {plural(words.shown, count, { shown: formatCount(read) })} {words.more}
        </span>
      ) : (
        <span>{plural(words.all, read)}</span>
      )}
      {list.reading === 'more' ? <span>{words.reading}…</span> : null}
      {list.leftOut === 0 ? null : <span>{plural(words.leftOut, list.leftOut)}</span>}
      {skipped === 0 ? null : (
        <>
          <span>{plural(words.skipped, skipped)}</span>
          <FootLink onClick={onUnskip}>{words.unskip}</FootLink>
        </>
      )}
      {list.error === undefined ? null : (
        <>
          <span className={styles.footFailed}>
            {fill(words.moreFailed, { reason: common.errors[list.error.code].heading })}
          </span>
          <FootLink onClick={onReadOn}>{words.retry}</FootLink>
        </>
      )}
    </div>
  );
}

function FootLink({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className={styles.footLink} onClick={onClick}>
      {children}
    </button>
  );
}
