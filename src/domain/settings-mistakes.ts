/**
 * What is wrong with settings that somebody wants to save, each mistake by its place. Pure; the same in the page and
 * behind the guard.
 */
import { isNumericId } from './identifiers';
import { LEVELS, type Level } from './level';
import {
  LIGHT_RULES,
  LIGHTS,
  SETTINGS_LIMITS,
  type Light,
  type ProjectSettings,
  type ReasonChoice,
  type Thresholds,
} from './project-settings';
import { NOT_RELEVANT_REASONS, REASON_OPTION } from './relevance';

export type SettingsMistake =
  | { readonly at: 'storyTypes' | 'readyStatuses'; readonly mistake: 'none' | 'tooMany' | 'repeated' }
  /** Not, or no longer, in the project; `ids` names them. */
  | {
      readonly at: 'storyTypes' | 'readyStatuses' | 'approvers';
      readonly mistake: 'unknown';
      readonly ids: readonly string[];
    }
  | { readonly at: 'reasons'; readonly mistake: 'none' | 'tooMany' }
  /** `reserved`: the text of one of our own reasons. `noOption`: an option that is not there, or that only a person can add. */
  | {
      readonly at: 'reasons';
      readonly mistake: 'empty' | 'tooLong' | 'notOneLine' | 'repeated' | 'reserved' | 'noOption';
      readonly index: number;
    }
  | { readonly at: 'bands'; readonly mistake: 'outOfRange' | 'notRising'; readonly level: Exclude<Level, 'Low'> }
  | { readonly at: 'reviewDays' | 'closeDays'; readonly mistake: 'outOfRange'; readonly level: Level }
  | { readonly at: 'lights'; readonly mistake: 'outOfRange' | 'wrongOrder'; readonly light: Light }
  | { readonly at: 'hintWords'; readonly mistake: 'tooMany' }
  /** `noWord`: nothing that could stand in a text as a word. */
  | {
      readonly at: 'hintWords';
      readonly mistake: 'tooShort' | 'tooLong' | 'notOneLine' | 'noWord' | 'repeated';
      readonly index: number;
    };

export interface SettingsDraft {
  readonly settings: ProjectSettings;
  readonly storyTypeIds: readonly string[];
}

/** What the project has: an id that is not here is unknown. */
export interface KnownIds {
  readonly issueTypeIds: readonly string[];
  /** Of the chosen story types. */
  readonly statusIds: readonly string[];
  readonly roleIds: readonly string[];
}

/** Empty when everything is right. Without `known`, ids are only counted. */
export function mistakesInSettings(draft: SettingsDraft, known?: KnownIds): readonly SettingsMistake[] {
  const { settings, storyTypeIds } = draft;
  return [
    ...idMistakes('storyTypes', storyTypeIds, SETTINGS_LIMITS.storyTypes, known?.issueTypeIds),
    ...idMistakes('readyStatuses', settings.readyStatusIds, SETTINGS_LIMITS.readyStatuses, known?.statusIds),
    ...reasonMistakes(settings.reasons),
    ...bandMistakes(settings),
    ...(['reviewDays', 'closeDays'] as const).flatMap((at) =>
      LEVELS.filter((level) => !isWithin(settings[at][level], SETTINGS_LIMITS[at])).map(
        (level) => ({ at, mistake: 'outOfRange', level }) as const,
      ),
    ),
    ...LIGHTS.flatMap((light) => lightMistakes(light, settings.lights[light])),
    ...approverMistakes(settings, known?.roleIds),
    ...hintWordMistakes(settings.hintWords),
  ];
}

function idMistakes(
  at: 'storyTypes' | 'readyStatuses',
  ids: readonly string[],
  most: number,
  known: readonly string[] | undefined,
): SettingsMistake[] {
  if (ids.length === 0) return [{ at, mistake: 'none' }];
  const mistakes: SettingsMistake[] = [];
  if (ids.length > most) mistakes.push({ at, mistake: 'tooMany' });
  if (new Set(ids).size < ids.length) mistakes.push({ at, mistake: 'repeated' });
  const unknown = ids.filter((id) => !isNumericId(id) || known?.includes(id) === false);
  if (unknown.length > 0) mistakes.push({ at, mistake: 'unknown', ids: unknown });
  return mistakes;
}

const MORE_THAN_A_LINE = /[\p{Cc}\u2028\u2029]/u;

const RESERVED: ReadonlySet<string> = new Set(NOT_RELEVANT_REASONS.map((reason) => folded(REASON_OPTION[reason])));

function folded(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

function reasonMistakes(reasons: readonly ReasonChoice[]): SettingsMistake[] {
  const { least, most } = SETTINGS_LIMITS.reasons;
  const count: SettingsMistake[] = [];
  if (reasons.length < least) count.push({ at: 'reasons', mistake: 'none' });
  if (reasons.length > most) count.push({ at: 'reasons', mistake: 'tooMany' });
  const seen = new Set<string>();
  const each = reasons.flatMap((reason, index): SettingsMistake[] => {
    const names = namesOf(reason);
    const repeated = names.some((name) => seen.has(name));
    for (const name of names) seen.add(name);
    const mistake = reason.kind === 'own' ? textMistake(reason.text) : undefined;
    if (mistake !== undefined) return [{ at: 'reasons', mistake, index }];
    return repeated ? [{ at: 'reasons', mistake: 'repeated', index }] : [];
  });
  return [...count, ...each];
}

/** By what two reasons are the same one. */
function namesOf(reason: ReasonChoice): readonly string[] {
  if (reason.kind === 'standard') return [`standard:${reason.reason}`];
  return [`text:${folded(reason.text)}`, ...(reason.optionId === '' ? [] : [`option:${reason.optionId}`])];
}

function textMistake(text: string): 'empty' | 'tooLong' | 'notOneLine' | 'reserved' | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return 'empty';
  if (trimmed.length > SETTINGS_LIMITS.reasonText) return 'tooLong';
  if (MORE_THAN_A_LINE.test(trimmed)) return 'notOneLine';
  return RESERVED.has(folded(trimmed)) ? 'reserved' : undefined;
}

const BANDS = ['Medium', 'High', 'Critical'] as const;

function bandMistakes({ bands }: ProjectSettings): SettingsMistake[] {
  return BANDS.flatMap((level, index): SettingsMistake[] => {
    if (!isWithin(bands[level], SETTINGS_LIMITS.band)) return [{ at: 'bands', mistake: 'outOfRange', level }];
    const below = BANDS[index - 1];
    return below !== undefined && bands[level] <= bands[below] ? [{ at: 'bands', mistake: 'notRising', level }] : [];
  });
}

function lightMistakes(light: Light, { watch, act }: Thresholds): SettingsMistake[] {
  const { unit, worse } = LIGHT_RULES[light];
  const range = SETTINGS_LIMITS[unit];
  if (!isWithin(watch, range) || !isWithin(act, range)) return [{ at: 'lights', mistake: 'outOfRange', light }];
  const inOrder = worse === 'rising' ? watch < act : act < watch;
  return inOrder ? [] : [{ at: 'lights', mistake: 'wrongOrder', light }];
}

function approverMistakes({ approvers }: ProjectSettings, roleIds: readonly string[] | undefined): SettingsMistake[] {
  if (approvers?.kind !== 'role' || roleIds === undefined || roleIds.includes(approvers.id)) return [];
  return [{ at: 'approvers', mistake: 'unknown', ids: [approvers.id] }];
}

function hintWordMistakes(words: readonly string[]): SettingsMistake[] {
  const seen = new Set<string>();
  const each = words.flatMap((word, index): SettingsMistake[] => {
    const repeated = seen.has(folded(word));
    seen.add(folded(word));
    const mistake = hintWordMistake(word) ?? (repeated ? 'repeated' : undefined);
    return mistake === undefined ? [] : [{ at: 'hintWords', mistake, index }];
  });
  return words.length > SETTINGS_LIMITS.hintWords ? [{ at: 'hintWords', mistake: 'tooMany' }, ...each] : each;
}

function hintWordMistake(word: string): 'tooShort' | 'tooLong' | 'notOneLine' | 'noWord' | undefined {
  const { least, most } = SETTINGS_LIMITS.hintWord;
  const trimmed = word.trim();
  if (trimmed.length < least) return 'tooShort';
  if (trimmed.length > most) return 'tooLong';
  if (MORE_THAN_A_LINE.test(trimmed)) return 'notOneLine';
  return /[\p{L}\p{N}]/u.test(trimmed) ? undefined : 'noWord';
}

/** Whole numbers only. */
function isWithin(value: number, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
