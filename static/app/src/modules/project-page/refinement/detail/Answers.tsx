import { refinement } from '../../../../shared/strings/en-refinement';
import { ShieldIcon } from '../../../../shared/ui/Icons';
import { Kbd, useKeyName } from '../Kbd';
import styles from './detail.module.css';

/** The two answers, of equal weight, and Skip. `small`: beside other ways on. */
export function Answers({
  relevant,
  choosing,
  onRelevant,
  onNotRelevant,
  onSkip,
}: {
  /** The story is relevant already: then only the other answer is offered. */
  readonly relevant: boolean;
  /** The reasons are open. */
  readonly choosing: boolean;
  readonly onRelevant: () => void;
  readonly onNotRelevant: () => void;
  readonly onSkip: () => void;
}) {
  const keyName = useKeyName();
  const words = refinement.detail;
  return (
    <div className={styles.answers}>
      {relevant ? null : (
        <button type="button" className={styles.answer} {...keyName('R')} onClick={onRelevant}>
          <ShieldIcon kind="relevant" />
          <span>{words.relevant}</span>
          <Kbd>{refinement.keys.r}</Kbd>
        </button>
      )}
      <button
        type="button"
        className={`${styles.answer} ${choosing ? styles.on : ''}`}
        aria-expanded={choosing}
        {...keyName('N')}
        onClick={onNotRelevant}
      >
        <ShieldIcon kind="notRelevant" />
        <span>{relevant ? words.noLongerRelevant : words.notRelevant}</span>
        <Kbd>{refinement.keys.n}</Kbd>
      </button>
      <button type="button" className={styles.skip} {...keyName('S')} onClick={onSkip}>
        <span>{words.skip}</span>
        <Kbd>{refinement.keys.s}</Kbd>
      </button>
    </div>
  );
}
