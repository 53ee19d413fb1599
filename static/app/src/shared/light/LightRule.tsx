import type { LightState } from '../../../../../src/domain/light';
import type { Light, Thresholds } from '../../../../../src/domain/project-settings';
import { light as words } from '../strings/en-light';
import { fill } from '../strings/fill';
import { LightMark } from './LightMark';
import { ruleLines, whyNow } from './light-words';
import styles from './light.module.css';

/** Why the light is what it is, and every line of its rule; the one that fits is marked. */
export function LightRule({
  id,
  light,
  state,
  value,
  thresholds,
  strictest,
}: {
  readonly id: string;
  readonly light: Light;
  readonly state: LightState;
  readonly value: number | undefined;
  readonly thresholds: Thresholds;
  /** The thresholds are the strictest of projects that have different ones. */
  readonly strictest: boolean;
}) {
  const heading = fill(words.heading, { group: words.groups[light], state: words.states[state] });
  return (
    <div id={id} className={styles.rule} role="group" aria-label={heading}>
      <p className={styles.why}>
        <LightMark state={state} size={16} />
        <span>
          <b>{heading}</b>
          <br />
          {whyNow(light, value)}
        </span>
      </p>
      <dl className={styles.lines}>
        {ruleLines(light, thresholds).map((line) => (
          <div
            key={line.state}
            className={line.state === state ? styles.now : undefined}
            {...(line.state === state ? { 'aria-current': true } : {})}
          >
            <dt>
              <LightMark state={line.state} />
              {words.states[line.state]}
            </dt>
            <dd>{line.text}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.foot}>{strictest ? words.footStrictest : words.foot}</p>
    </div>
  );
}
