/**
 * What the form holds while somebody edits it: the settings, with every number as it was typed. Pure.
 */
import type { ProjectSettingsView } from '../../../../../src/contract/settings';
import { LEVELS } from '../../../../../src/domain/level';
import type { Level } from '../../../../../src/domain/level';
import { LIGHTS } from '../../../../../src/domain/project-settings';
import type {
  Approvers,
  Gate,
  Light,
  ProjectSettings,
  ReadinessChecks,
  ReasonChoice,
} from '../../../../../src/domain/project-settings';
import { bandsOf, upToOf } from './bands';
import type { UpTo } from './bands';
import { numberOf } from './typed-number';

export interface Draft {
  readonly readyStatusIds: readonly string[];
  readonly storyTypeIds: readonly string[];
  readonly gate: Gate;
  readonly reasons: readonly ReasonChoice[];
  readonly upTo: UpTo;
  /** Days, as typed. */
  readonly reviewDays: Readonly<Record<Level, string>>;
  readonly closeDays: Readonly<Record<Level, string>>;
  /** Counts or percent, as typed. */
  readonly lights: Readonly<Record<Light, TypedThresholds>>;
  readonly approvers: Approvers | undefined;
  readonly checks: ReadinessChecks;
  /** One word or phrase a line, as typed. */
  readonly hintWords: string;
}

export interface TypedThresholds {
  readonly watch: string;
  readonly act: string;
}

/** What is saved, and what is sent to be saved. */
export type Saved = ProjectSettingsView['defaults'];

export function draftOf({ settings, storyTypeIds }: Saved): Draft {
  return {
    readyStatusIds: settings.readyStatusIds,
    storyTypeIds,
    gate: settings.gate,
    reasons: settings.reasons,
    upTo: upToOf(settings.bands),
    reviewDays: byLevel((level) => String(settings.reviewDays[level])),
    closeDays: byLevel((level) => String(settings.closeDays[level])),
    lights: byLight((light) => ({
      watch: String(settings.lights[light].watch),
      act: String(settings.lights[light].act),
    })),
    approvers: settings.approvers,
    checks: settings.checks,
    hintWords: settings.hintWords.join('\n'),
  };
}

/** Only for a draft without mistakes (see mistakes.ts). */
export function savedOf(draft: Draft): Saved {
  const settings: ProjectSettings = {
    readyStatusIds: draft.readyStatusIds,
    gate: draft.gate,
    reasons: draft.reasons,
    bands: bandsOf(draft.upTo),
    reviewDays: byLevel((level) => numberOf(draft.reviewDays[level])),
    closeDays: byLevel((level) => numberOf(draft.closeDays[level])),
    lights: byLight((light) => ({
      watch: numberOf(draft.lights[light].watch),
      act: numberOf(draft.lights[light].act),
    })),
    ...(draft.approvers === undefined ? {} : { approvers: draft.approvers }),
    checks: draft.checks,
    hintWords: wordsIn(draft.hintWords),
  };
  return { settings, storyTypeIds: draft.storyTypeIds };
}

/** Each line that is not empty, once: whoever pastes a list twice means it once. */
export function wordsIn(typed: string): readonly string[] {
  const byMeaning = new Map<string, string>();
  for (const line of typed.split(/\r?\n/)) {
    const word = line.trim();
    const meaning = word.normalize('NFC').toLowerCase();
    if (word !== '' && !byMeaning.has(meaning)) byMeaning.set(meaning, word);
  }
  return [...byMeaning.values()];
}

export function byLevel<Value>(value: (level: Level) => Value): Readonly<Record<Level, Value>> {
  return Object.fromEntries(LEVELS.map((level) => [level, value(level)])) as Record<Level, Value>;
}

export function byLight<Value>(value: (light: Light) => Value): Readonly<Record<Light, Value>> {
  return Object.fromEntries(LIGHTS.map((light) => [light, value(light)])) as Record<Light, Value>;
}
