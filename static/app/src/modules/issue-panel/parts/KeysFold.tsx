import { panel } from '../../../shared/strings/en-panel';
import type { SingleKeys } from '../../../shared/single-keys';
import styles from '../../../shared/panel/panel.module.css';
import keys from './keys-fold.module.css';

const KEYS = [
  ['R', panel.keys.relevant],
  ['N', panel.keys.notRelevant],
  ['1 – 9', panel.keys.reason],
  ['U', panel.keys.undo],
  ['Esc', panel.keys.back],
] as const;

/** Which keys there are, and the switch that turns them off. */
export function KeysFold({ singleKeys }: { readonly singleKeys: SingleKeys }) {
  const words = panel.keys;
  return (
    <details className={styles.fold}>
      <summary>{words.title}</summary>
      <div className={keys.inside}>
        <label className={keys.choice}>
          <input
            type="checkbox"
            checked={singleKeys.on}
            onChange={(event) => singleKeys.set(event.currentTarget.checked)}
          />
          <span>{words.use}</span>
        </label>
        {singleKeys.on ? (
          <dl className={keys.list}>
            {KEYS.map(([key, does]) => (
              <div key={key}>
                <dt>
                  <kbd className={styles.kbd}>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        ) : null}
      </div>
    </details>
  );
}
