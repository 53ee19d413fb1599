import { LIGHT_STATES } from '../../../../../src/domain/light';
import type { TimeToClose } from '../../../../../src/reads/time-to-close';
import { LightMark } from '../light/LightMark';
import lightStyles from '../light/light.module.css';
import { common } from '../strings/en-common';
import { light as lightWords } from '../strings/en-light';
import { timeToClose as words } from '../strings/en-time-to-close';
import { fill, formatCount } from '../strings/fill';

/** Why the light is what it is, and every line of its rule; the one that fits is marked. */
export function CloseRule({ id, times }: { readonly id: string; readonly times: TimeToClose }) {
  const { light } = times.verdict;
  const heading = fill(lightWords.heading, { group: words.name, state: lightWords.states[light] });
  return (
    <div id={id} className={lightStyles.rule} role="group" aria-label={heading}>
      <p className={lightStyles.why}>
        <LightMark state={light} size={16} />
        <span>
          <b>{heading}</b>
          <br />
          {because(times)}
        </span>
      </p>
      <dl className={lightStyles.lines}>
        {LIGHT_STATES.map((state) => (
          <div
            key={state}
            className={state === light ? lightStyles.now : undefined}
            {...(state === light ? { 'aria-current': true } : {})}
          >
            <dt>
              <LightMark state={state} />
              {lightWords.states[state]}
            </dt>
            <dd>{words.light[state]}</dd>
          </div>
        ))}
      </dl>
      <p className={lightStyles.foot}>{words.foot}</p>
    </div>
  );
}

function because({ verdict: { because: reason }, levels }: TimeToClose): string {
  if (reason === undefined) return words.noReason;
  const { level, by } = reason;
  const { oldest, closed, target } = levels[level];
  const days = by === 'oldest' ? oldest : closed.median;
  return fill(words.because[by], { level: common.level[level], days: formatCount(days ?? 0), target });
}
