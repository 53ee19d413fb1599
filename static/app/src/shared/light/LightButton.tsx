import type { LightState } from '../../../../../src/domain/light';
import { light as words } from '../strings/en-light';
import { fill } from '../strings/fill';
import { LightMark } from './LightMark';
import styles from './light.module.css';

/** The light as a word on its ground; a click shows or hides its rule. */
export function LightButton({
  group,
  state,
  open,
  ruleId,
  onToggle,
}: {
  /** Name of what it is the light of. */
  readonly group: string;
  readonly state: LightState;
  readonly open: boolean;
  /** Id of the rule, which is there while `open`. */
  readonly ruleId: string;
  readonly onToggle: () => void;
}) {
  return (
    <button
      type="button"
      className={`${styles.button} ${styles[`${state}Ground`]}`}
      aria-label={fill(words.opens, { state: words.states[state], group })}
      aria-expanded={open}
      aria-controls={open ? ruleId : undefined}
      onClick={onToggle}
    >
      <LightMark state={state} />
      {words.states[state]}
      <svg className={styles.chevron} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path
          d={open ? 'm3 7.5 3-3 3 3' : 'm3 4.5 3 3 3-3'}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}
