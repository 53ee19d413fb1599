/**
 * What keeps the settings from being saved: a sentence for each field that is wrong. The rules are those behind the
 * guard (src/domain/settings-mistakes.ts); here they get a place in the form and words. Pure.
 */
import type { GatePlan } from '../../../../../src/contract/settings';
import { LIGHT_RULES, SETTINGS_LIMITS } from '../../../../../src/domain/project-settings';
import type { Light } from '../../../../../src/domain/project-settings';
import type { Level } from '../../../../../src/domain/level';
import { mistakesInSettings } from '../../../../../src/domain/settings-mistakes';
import type { SettingsMistake } from '../../../../../src/domain/settings-mistakes';
import { common } from '../../shared/strings/en-common';
import { projectSettings as words } from '../../shared/strings/en-project-settings';
import { fill } from '../../shared/strings/fill';
import type { Bounded } from './bands';
import { savedOf, wordsIn } from './draft';
import type { Draft } from './draft';
import { chosenIn } from './gate-choice';
import { obstacleOf } from './gate-obstacle';
import { isWithin } from './lights';
import { pickedApprovers, pickedStatuses, pickedTypes, reasonText, statusesOf } from './names';
import type { Choices, Picked } from './names';

/** A field of the form; also the id of its control. */
export type FieldName =
  | 'statuses'
  | 'types'
  | 'gate'
  | 'transitions'
  | 'reasons'
  | 'reason'
  | `upTo-${Bounded}`
  | `review-${Level}`
  | `close-${Level}`
  | `${Light}-watch`
  | `${Light}-act`
  | 'approvers'
  | 'hintWords';

export type Mistakes = Readonly<Partial<Record<FieldName, string>>>;

/** What the gate's mistakes are judged by; `plan` is missing while Jira has not told the transitions. */
export interface GateInForm {
  readonly plan: GatePlan | undefined;
  /** Chosen transitions, by key. */
  readonly chosen: readonly string[];
}

export function mistakesIn(
  draft: Draft,
  choices: Choices,
  gate: GateInForm,
  /** Something stands in the field for a new reason that is not in the list yet. */
  reasonPending: boolean,
): Mistakes {
  const known = {
    issueTypeIds: choices.issueTypes.map(({ id }) => id),
    statusIds: statusesOf(draft.storyTypeIds, choices).map(({ id }) => id),
    roleIds: choices.roles.map(({ id }) => id),
  };
  const approvers = pickedApprovers(draft.approvers, choices);
  return {
    ...inPlaces(mistakesInSettings(savedOf(draft), known), draft, choices),
    ...(draft.gate === 'block' ? gateMistake(gate) : {}),
    ...(reasonPending ? { reason: words.reasons.own.pending } : {}),
    // Of groups only the page knows whether they are there.
    ...(approvers?.problem === undefined ? {} : { approvers: fill(words.approvers.gone, { name: approvers.name }) }),
  };
}

/**
 * The mistakes that nobody made here: what is chosen is no longer in Jira. They are told at once, not only when somebody
 * tries to save.
 */
export function goneIn(draft: Draft, choices: Choices, found: Mistakes): Mistakes {
  const isGone = ({ problem }: Picked) => problem === 'gone';
  const fields: FieldName[] = [];
  if (pickedStatuses(draft.readyStatusIds, draft.storyTypeIds, choices).some(isGone)) fields.push('statuses');
  if (pickedTypes(draft.storyTypeIds, choices).some(isGone)) fields.push('types');
  if (pickedApprovers(draft.approvers, choices)?.problem === 'gone') fields.push('approvers');
  return Object.fromEntries(Object.entries(found).filter(([field]) => fields.includes(field as FieldName)));
}

function gateMistake({ plan, chosen }: GateInForm): Mistakes {
  if (plan === undefined) return { gate: words.gate.transitions.notPlanned };
  const obstacle = obstacleOf(plan);
  if (obstacle !== undefined) return { gate: obstacle };
  return chosenIn(plan, chosen).length === 0 ? { transitions: words.gate.transitions.missing } : {};
}

/** Each mistake as a sentence at the field where it is mended; of several at one field the first. */
export function inPlaces(mistakes: readonly SettingsMistake[], draft: Draft, choices: Choices): Mistakes {
  const found: Partial<Record<FieldName, string>> = {};
  for (const mistake of mistakes) {
    const [field, sentence] = placed(mistake, draft, choices);
    found[field] ??= sentence;
  }
  return found;
}

function placed(mistake: SettingsMistake, draft: Draft, choices: Choices): readonly [FieldName, string] {
  switch (mistake.at) {
    case 'readyStatuses': {
      const picked = pickedStatuses(draft.readyStatusIds, draft.storyTypeIds, choices);
      return ['statuses', idSentence(mistake, words.ready.statuses.missing, picked)];
    }
    case 'storyTypes':
      return ['types', idSentence(mistake, words.ready.types.missing, pickedTypes(draft.storyTypeIds, choices))];
    case 'approvers':
      return ['approvers', fill(words.approvers.gone, { name: pickedApprovers(draft.approvers, choices)?.name ?? '' })];
    case 'reasons':
      return ['reasons', reasonSentence(mistake, draft)];
    case 'bands': {
      const below = BELOW[mistake.level];
      return [`upTo-${below}`, fill(words.levels.mistakes[mistake.mistake], { level: common.level[below] })];
    }
    case 'reviewDays':
    case 'closeDays': {
      const { most } = SETTINGS_LIMITS[mistake.at];
      const field = mistake.at === 'reviewDays' ? 'review' : 'close';
      return [
        `${field}-${mistake.level}`,
        fill(words.levels.mistakes[mistake.at], { level: common.level[mistake.level], most }),
      ];
    }
    case 'lights': {
      const { light } = mistake;
      const sentence = words.lights.mistakes[LIGHT_RULES[light].unit][mistake.mistake];
      const field = isWithin(light, draft.lights[light].watch) ? 'act' : 'watch';
      return [`${light}-${field}`, fill(sentence, { light: words.lights.names[light] })];
    }
    case 'hintWords':
      return ['hintWords', hintWordSentence(mistake, draft)];
  }
}

/** The border at which each level begins is typed at the level below. */
const BELOW = { Medium: 'Low', High: 'Medium', Critical: 'High' } as const satisfies Readonly<
  Record<Exclude<Level, 'Low'>, Bounded>
>;

type IdMistake = Exclude<
  SettingsMistake,
  { at: 'reasons' | 'bands' | 'reviewDays' | 'closeDays' | 'lights' | 'hintWords' }
>;

function idSentence(mistake: IdMistake, missing: string, picked: readonly Picked[]): string {
  if (mistake.mistake === 'none') return missing;
  if (mistake.mistake !== 'unknown') return words.ready.tooMany;
  const names = picked.filter(({ id, problem }) => problem !== undefined || mistake.ids.includes(id));
  return fill(words.ready.gone, { names: names.map(({ name }) => name).join('; ') });
}

function reasonSentence(mistake: Extract<SettingsMistake, { at: 'reasons' }>, draft: Draft): string {
  switch (mistake.mistake) {
    case 'none':
      return words.reasons.missing;
    case 'tooMany':
      return words.reasons.tooMany;
    case 'noOption':
    case 'empty':
    case 'tooLong':
    case 'notOneLine':
    case 'repeated':
    case 'reserved': {
      const reason = draft.reasons[mistake.index];
      const sentence = mistake.mistake === 'noOption' ? words.reasons.noOption : words.reasons.refused;
      return fill(sentence, { reason: reason === undefined ? '' : reasonText(reason) });
    }
  }
}

function hintWordSentence(mistake: Extract<SettingsMistake, { at: 'hintWords' }>, draft: Draft): string {
  const { hintWords, hintWord } = SETTINGS_LIMITS;
  if (mistake.mistake === 'tooMany') return fill(words.hints.tooMany, { most: hintWords });
  const word = wordsIn(draft.hintWords)[mistake.index] ?? '';
  const shown = word.length > hintWord.most ? `${word.slice(0, hintWord.most)}…` : word;
  return fill(words.hints.refused, { word: shown, ...hintWord });
}
