/**
 * The list of reasons for "not relevant" while it is edited: order, additions, and what a new text must not be. Pure.
 */
import { DEFAULT_REASONS, defaultSettings } from '../../../../../src/domain/default-settings';
import { SETTINGS_LIMITS } from '../../../../../src/domain/project-settings';
import type { ProjectSettings, ReasonChoice } from '../../../../../src/domain/project-settings';
import { mistakesInSettings } from '../../../../../src/domain/settings-mistakes';
import { reasonId } from './sections';

/** One place up (-1) or down (1); a reason at the end stays where it is. */
export function movedReason(reasons: readonly ReasonChoice[], index: number, step: -1 | 1): readonly ReasonChoice[] {
  const [one, other] = [reasons[index], reasons[index + step]];
  if (one === undefined || other === undefined) return reasons;
  return reasons.map((reason, place) => (place === index ? other : place === index + step ? one : reason));
}

/** Our own reasons that were taken out and can be put back. */
export function removedStandard(reasons: readonly ReasonChoice[]): readonly ReasonChoice[] {
  const there = new Set(reasons.map(reasonId));
  return DEFAULT_REASONS.filter((reason) => !there.has(reasonId(reason)));
}

export function isFull(reasons: readonly ReasonChoice[]): boolean {
  return reasons.length >= SETTINGS_LIMITS.reasons.most;
}

/** The text as it is kept: no space around it, one space between words. */
export function reasonTextOf(typed: string): string {
  return typed.trim().replace(/\s+/g, ' ');
}

export type NewReasonMistake = 'empty' | 'tooLong' | 'double';

/** Judged as behind the guard: the reasons with the new one at their end. */
export function newReasonMistake(reasons: readonly ReasonChoice[], typed: string): NewReasonMistake | undefined {
  const added: ReasonChoice = { kind: 'own', optionId: '', text: reasonTextOf(typed) };
  const found = mistakesInSettings({ settings: defaultSettingsWith([...reasons, added]), storyTypeIds: [] }).find(
    (mistake) => mistake.at === 'reasons' && 'index' in mistake && mistake.index === reasons.length,
  );
  switch (found?.mistake) {
    case undefined:
      return undefined;
    case 'empty':
    case 'tooLong':
      return found.mistake;
    default:
      // A standard reason that was taken out is put back by its own button, not written a second time.
      return 'double';
  }
}

function defaultSettingsWith(reasons: readonly ReasonChoice[]): ProjectSettings {
  return { ...defaultSettings(), reasons };
}
