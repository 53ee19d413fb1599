/**
 * What the two numbers of a traffic light mean, by example. Pure.
 */
import { LIGHT_RULES, SETTINGS_LIMITS } from '../../../../../src/domain/project-settings';
import type { Light } from '../../../../../src/domain/project-settings';
import type { TypedThresholds } from './draft';
import { numberOf } from './typed-number';

/** One number for each state of a light: the last that is On track, the last that is Watch, the first that is Act now. */
export interface LightExample {
  readonly onTrack: number;
  readonly watch: number;
  readonly act: number;
}

/** `undefined` while the numbers make no sense, or no number is Act now. */
export function exampleOf(light: Light, typed: TypedThresholds): LightExample | undefined {
  if (!isWithin(light, typed.watch) || !isWithin(light, typed.act)) return undefined;
  const [watch, act] = [numberOf(typed.watch), numberOf(typed.act)];
  if (LIGHT_RULES[light].worse === 'rising') {
    return watch < act ? { onTrack: watch - 1, watch: act - 1, act } : undefined;
  }
  return act < watch && act > 0 ? { onTrack: watch, watch: act, act: act - 1 } : undefined;
}

/** Whether a typed number is one that the light can have. */
export function isWithin(light: Light, typed: string): boolean {
  const { least, most } = SETTINGS_LIMITS[LIGHT_RULES[light].unit];
  const value = numberOf(typed);
  return value >= least && value <= most;
}
