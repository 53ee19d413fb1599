import Spinner from '@atlaskit/spinner';
import { panel } from '../../../shared/strings/en-panel';
import { ShieldIcon } from '../../../shared/ui/Icons';
import { Key, useKeysOn } from '../../../shared/panel/Key';
import panelStyles from '../../../shared/panel/panel.module.css';
import styles from './question.module.css';

export const NOT_RELEVANT_BUTTON = 'panel-not-relevant';
export const RELEVANT_BUTTON = 'panel-relevant';

/**
 * The question, with two answers of equal weight. “Relevant” saves; “Not relevant” opens the reasons below and stays
 * where it is.
 */
export function Question({
  choosingReason,
  saving,
  onRelevant,
  onNotRelevant,
}: {
  readonly choosingReason: boolean;
  /** Which answer is being saved. */
  readonly saving: 'relevant' | 'notRelevant' | undefined;
  readonly onRelevant: () => void;
  readonly onNotRelevant: () => void;
}) {
  const words = panel.relevance;
  const keysOn = useKeysOn();
  return (
    <div className={panelStyles.section}>
      <h2 className={panelStyles.heading} id="panel-question">
        {words.question}
      </h2>
      <div className={styles.answers} role="group" aria-labelledby="panel-question">
        <button
          type="button"
          id={RELEVANT_BUTTON}
          className={styles.answer}
          aria-keyshortcuts={keysOn ? 'R' : undefined}
          aria-disabled={saving !== undefined}
          onClick={onRelevant}
        >
          {saving === 'relevant' ? <Spinner size="small" /> : <ShieldIcon kind="relevant" />}
          <span className={styles.title}>{words.relevant}</span>
          <Key>R</Key>
          <span className={styles.sub}>{saving === 'relevant' ? panel.saving : words.savesAtOnce}</span>
        </button>
        <button
          type="button"
          id={NOT_RELEVANT_BUTTON}
          className={`${styles.answer} ${choosingReason ? styles.on : ''}`}
          aria-keyshortcuts={keysOn ? 'N' : undefined}
          aria-expanded={choosingReason}
          aria-disabled={saving !== undefined}
          onClick={onNotRelevant}
        >
          {saving === 'notRelevant' ? <Spinner size="small" /> : <ShieldIcon kind="notRelevant" />}
          <span className={styles.title}>{words.notRelevant}</span>
          <Key>N</Key>
          <span className={styles.sub}>{notRelevantSub(saving === 'notRelevant', choosingReason)}</span>
        </button>
      </div>
    </div>
  );
}

function notRelevantSub(saving: boolean, choosingReason: boolean): string {
  if (saving) return panel.saving;
  return choosingReason ? panel.relevance.reasonBelow : panel.relevance.thenReason;
}
