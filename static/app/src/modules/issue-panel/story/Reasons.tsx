import { useEffect } from 'react';
import { panel } from '../../../shared/strings/en-panel';
import panelStyles from '../parts/panel.module.css';
import styles from './question.module.css';
import { reasonName, reasonWords } from './offered-reasons';
import type { OfferedReason } from './offered-reasons';

function reasonButtonId(name: string): string {
  return `panel-reason-${name}`;
}

/** The project's reasons for “not relevant”, by the keys 1 to 9. The focus starts on the one named. */
export function Reasons({
  reasons,
  focusOn,
  saving,
  onReason,
}: {
  readonly reasons: readonly OfferedReason[];
  readonly focusOn: string;
  readonly saving: boolean;
  readonly onReason: (reason: OfferedReason) => void;
}) {
  useEffect(() => {
    document.getElementById(reasonButtonId(focusOn))?.focus();
  }, [focusOn]);
  return (
    <fieldset className={styles.reasons}>
      <legend className={panelStyles.heading}>{panel.reasons.question}</legend>
      {reasons.map((reason, index) => (
        <button
          key={reasonName(reason)}
          type="button"
          id={reasonButtonId(reasonName(reason))}
          className={styles.reason}
          aria-keyshortcuts={String(index + 1)}
          aria-disabled={saving}
          onClick={() => onReason(reason)}
        >
          <span>{reasonWords(reason)}</span>
          <kbd className={panelStyles.kbd}>{index + 1}</kbd>
        </button>
      ))}
      <p className={`${panelStyles.help} ${styles.escape}`}>
        {panel.reasons.oneClick} <kbd className={panelStyles.kbd}>Esc</kbd> {panel.reasons.escBack}
      </p>
    </fieldset>
  );
}
