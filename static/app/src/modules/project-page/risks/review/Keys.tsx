import type { SingleKeys } from '../../../../shared/single-keys';
import panelStyles from '../../../../shared/panel/panel.module.css';
import { review } from '../../../../shared/strings/en-review';
import styles from './head.module.css';

const words = review.keys;
const SINGLE = [
  ['S', words.skip],
  ['B', words.back],
  ['R', words.score],
  ['N', words.note],
  ['O', words.owner],
  ['T', words.treatment],
  ['D', words.day],
] as const;
const ALWAYS = [
  ['Ctrl Enter', words.save],
  ['Esc', words.escape],
] as const;

/** Which keys there are, and the switch that turns single ones off. */
export function Keys({ singleKeys }: { readonly singleKeys: SingleKeys }) {
  return (
    <details className={`${panelStyles.fold} ${styles.keys}`}>
      <summary>{words.title}</summary>
      <label className={styles.keysSwitch}>
        <input
          type="checkbox"
          checked={singleKeys.on}
          onChange={(event) => singleKeys.set(event.currentTarget.checked)}
        />
        <span>{words.use}</span>
      </label>
      <dl className={styles.keysList}>
        {[...ALWAYS, ...(singleKeys.on ? SINGLE : [])].map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd className={panelStyles.kbd}>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
