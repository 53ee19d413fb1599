import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import { refinement } from '../../../shared/strings/en-refinement';
import { fill, formatCount, pluralForm } from '../../../shared/strings/fill';
import { fillWith } from '../../../shared/strings/fill';
import { ShieldIcon } from '../../../shared/ui/Icons';
import { manyUnderWay } from './deeds';
import type { Assessed, Deed } from './deeds';
import { Kbd, useKeyName } from './Kbd';
import styles from './meeting.module.css';

const words = refinement.many;

/** One decision for all that are selected; while it is saved, how far it is. */
export function ManyBar({
  selected,
  deeds,
  waitSeconds,
  choosing,
  onRelevant,
  onNotRelevant,
  onClear,
  children,
}: {
  readonly selected: number;
  readonly deeds: readonly Deed[];
  readonly waitSeconds: number | undefined;
  readonly choosing: boolean;
  readonly onRelevant: () => void;
  readonly onNotRelevant: () => void;
  readonly onClear: () => void;
  /** The reasons, while they are open. */
  readonly children: ReactNode;
}) {
  const keyName = useKeyName();
  const underWay = manyUnderWay(deeds);
  if (underWay !== undefined) return <Saving deed={underWay} waitSeconds={waitSeconds} />;
  if (selected === 0) return null;
  return (
    <div className={styles.many}>
      <div className={styles.manyTools} role="toolbar" aria-label={words.label}>
        <span className={styles.manyCount}>
          {fillWith(pluralForm(words.selected, selected), { count: <b key="count">{formatCount(selected)}</b> })}
        </span>
        <Button iconBefore={RelevantIcon} onClick={onRelevant} {...keyName('R')}>
          {refinement.detail.relevant} <Kbd>{refinement.keys.r}</Kbd>
        </Button>
        <Button
          iconBefore={NotRelevantIcon}
          isSelected={choosing}
          aria-expanded={choosing}
          onClick={onNotRelevant}
          {...keyName('N')}
        >
          {refinement.detail.notRelevant} <Kbd>{refinement.keys.n}</Kbd>
        </Button>
        <span className={styles.manyEnd}>
          <Button appearance="subtle" onClick={onClear}>
            {words.clear} <Kbd>{refinement.keys.esc}</Kbd>
          </Button>
        </span>
      </div>
      {choosing ? <div className={styles.manyWhy}>{children}</div> : null}
    </div>
  );
}

function RelevantIcon() {
  return <ShieldIcon kind="relevant" />;
}

function NotRelevantIcon() {
  return <ShieldIcon kind="notRelevant" />;
}

function Saving({ deed, waitSeconds }: { readonly deed: Assessed; readonly waitSeconds: number | undefined }) {
  const all = deed.rows.length;
  const done = deed.saved.length + deed.refused.length;
  const text =
    deed.phase === 'takingBack'
      ? refinement.did.takingBack
      : fill(words.saving, { done: formatCount(done), all: formatCount(all) });
  return (
    <div className={styles.many}>
      <div className={styles.manyTools}>
        <span className={styles.manyCount}>{text}</span>
        {deed.phase === 'underWay' ? (
          <progress className={styles.manyProgress} value={done} max={all} aria-label={text} />
        ) : null}
        {waitSeconds === undefined ? null : <span>{fill(words.wait, { seconds: waitSeconds })}</span>}
      </div>
    </div>
  );
}
