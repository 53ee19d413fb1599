/**
 * The rule of a traffic light in words. Pure.
 */
import { LIGHT_STATES } from '../../../../../src/domain/light';
import type { LightState } from '../../../../../src/domain/light';
import type { Light, Thresholds } from '../../../../../src/domain/project-settings';
import { light as words } from '../strings/en-light';
import { fill, plural } from '../strings/fill';

export interface RuleLine {
  readonly state: LightState;
  readonly text: string;
}

/** One line for each state, in the order in which they are tried. A state that nothing leads to is left out. */
export function ruleLines(light: Light, thresholds: Thresholds): readonly RuleLine[] {
  return LIGHT_STATES.filter((state) => isReachable(light, state, thresholds)).map((state) => ({
    state,
    text: ruleLine(light, state, thresholds),
  }));
}

/** No share is below 0 percent. */
function isReachable(light: Light, state: LightState, { act, watch }: Thresholds): boolean {
  if (light === 'openRisks' || light === 'reviews') return true;
  return (state !== 'actNow' || act > 0) && (state !== 'watch' || watch > 0);
}

function ruleLine(light: Light, state: LightState, { watch, act }: Thresholds): string {
  const { rules } = words;
  if (state === 'noData') return rules.noData[light];
  const at = state === 'actNow' ? act : watch;
  if (light === 'openRisks' || light === 'reviews') {
    return plural(state === 'onTrack' ? rules.fewer[light] : rules.from[light], at);
  }
  return fill(state === 'onTrack' ? rules.atLeast[light] : rules.below[light], { percent: at });
}

/** Why the light is what it is. */
export function whyNow(light: Light, value: number | undefined): string {
  if (value === undefined) return words.noDataNow[light];
  if (light === 'openRisks' || light === 'reviews') return plural(words.now[light], value);
  return fill(words.now[light], { percent: value });
}
