import Radio from '@atlaskit/radio/radio';
import { panel } from '../../../shared/strings/en-panel';
import { VisuallyHidden } from '../../../shared/ui/VisuallyHidden';
import styles from './dialog.module.css';

/** The verbs a story and a risk can be linked by, in the words of a product owner. */
export const RISK_VERBS = ['isExposedTo', 'reduces'] as const;
export type RiskVerb = (typeof RISK_VERBS)[number];

export function VerbChoice({ verb, onVerb }: { readonly verb: RiskVerb; readonly onVerb: (verb: RiskVerb) => void }) {
  const words = panel.dialog;
  return (
    <>
      <p className={styles.label} aria-hidden="true">
        {words.verbQuestion}
      </p>
      <fieldset className={styles.verbs}>
        <legend>
          <VisuallyHidden>{words.verbQuestion}</VisuallyHidden>
        </legend>
        {RISK_VERBS.map((option) => (
          <div key={option} className={styles.verb}>
            <Radio
              name="verb"
              value={option}
              isChecked={verb === option}
              onChange={() => onVerb(option)}
              label={
                <>
                  <b>{words.verbs[option].says}</b>
                  <span className={styles.means}>{words.verbs[option].means}</span>
                </>
              }
            />
          </div>
        ))}
      </fieldset>
    </>
  );
}
