import { useEffect } from 'react';
import { NOT_RELEVANT_REASONS } from '../../../../../../src/domain/relevance';
import type { NotRelevantReason } from '../../../../../../src/domain/relevance';
import { panel } from '../../../shared/strings/en-panel';
import panelStyles from '../parts/panel.module.css';
import styles from './question.module.css';

export function reasonButtonId(reason: NotRelevantReason): string {
  return `panel-reason-${reason}`;
}

/** The reasons for “not relevant”, keys 1 to 6. The focus starts on the first, or on the one the viewer comes back to. */
export function Reasons({
  focusOn,
  saving,
  onReason,
}: {
  readonly focusOn: NotRelevantReason;
  readonly saving: boolean;
  readonly onReason: (reason: NotRelevantReason) => void;
}) {
  useEffect(() => {
    document.getElementById(reasonButtonId(focusOn))?.focus();
  }, [focusOn]);
  return (
    <fieldset className={styles.reasons}>
      <legend className={panelStyles.heading}>{panel.reasons.question}</legend>
      {NOT_RELEVANT_REASONS.map((reason, index) => (
        <button
          key={reason}
          type="button"
          id={reasonButtonId(reason)}
          className={styles.reason}
          aria-keyshortcuts={String(index + 1)}
          aria-disabled={saving}
          onClick={() => onReason(reason)}
        >
          <span>{reason === 'other' ? panel.reasons.otherAsks : panel.reasons[reason]}</span>
          <kbd className={panelStyles.kbd}>{index + 1}</kbd>
        </button>
      ))}
      <p className={`${panelStyles.help} ${styles.escape}`}>
        {panel.reasons.oneClick} <kbd className={panelStyles.kbd}>Esc</kbd> {panel.reasons.escBack}
      </p>
    </fieldset>
  );
}
