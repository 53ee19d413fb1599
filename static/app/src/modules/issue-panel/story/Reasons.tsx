import { useEffect } from 'react';
import { reasonName, reasonWords } from '../../../shared/offered-reasons';
import type { OfferedReason } from '../../../shared/offered-reasons';
import { reasons as words } from '../../../shared/strings/en-reasons';
import { Key, useKeysOn } from '../../../shared/panel/Key';
import panelStyles from '../../../shared/panel/panel.module.css';
import styles from './question.module.css';

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
  const keysOn = useKeysOn();
  useEffect(() => {
    document.getElementById(reasonButtonId(focusOn))?.focus();
  }, [focusOn]);
  return (
    <fieldset className={styles.reasons}>
      <legend className={panelStyles.heading}>{words.question}</legend>
      {reasons.map((reason, index) => (
        <button
          key={reasonName(reason)}
          type="button"
          id={reasonButtonId(reasonName(reason))}
          className={styles.reason}
          aria-keyshortcuts={keysOn ? String(index + 1) : undefined}
          aria-disabled={saving}
          onClick={() => onReason(reason)}
        >
          <span>{reasonWords(reason)}</span>
          <Key>{index + 1}</Key>
        </button>
      ))}
      <p className={`${panelStyles.help} ${styles.escape}`}>
        {words.oneClick} <kbd className={panelStyles.kbd}>Esc</kbd> {words.escBack}
      </p>
    </fieldset>
  );
}
