import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import Spinner from '@atlaskit/spinner';
import { refinement } from '../../../../shared/strings/en-refinement';
import { canTakeBack } from '../deeds';
import type { Deed } from '../deeds';
import { deedWords } from '../deed-words';
import { Kbd, useKeyName } from '../Kbd';
import styles from './detail.module.css';

/** The last thing done, and the way back. */
export function LastDeed({
  deed,
  ownReasons,
  onUndo,
}: {
  readonly deed: Deed | undefined;
  readonly ownReasons: ReadonlyMap<string, string>;
  readonly onUndo: () => void;
}) {
  const keyName = useKeyName();
  if (deed === undefined) return null;
  const words = deedWords(deed, ownReasons);
  if (words === undefined) return null;
  const busy = deed.phase === 'underWay' || deed.phase === 'takingBack';
  return (
    <div className={styles.last}>
      <span className={styles.lastIcon}>
        {busy ? <Spinner size="small" /> : <CheckCircleIcon label="" color="var(--ds-icon-success)" />}
      </span>
      <p>{words}</p>
      {canTakeBack(deed) ? (
        <button type="button" className={styles.undo} {...keyName('U')} onClick={onUndo}>
          <span>{refinement.did.undo}</span>
          <Kbd>{refinement.keys.u}</Kbd>
        </button>
      ) : null}
    </div>
  );
}
