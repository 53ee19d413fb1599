/**
 * The sections of the form: which of them somebody changed, and what becomes of two people's changes. Pure.
 */
import { BOUNDED } from './bands';
import { wordsIn } from './draft';
import type { Draft } from './draft';
import { numberOf } from './typed-number';
import { LEVELS } from '../../../../../src/domain/level';
import { LIGHTS } from '../../../../../src/domain/project-settings';
import type { Approvers, ReasonChoice } from '../../../../../src/domain/project-settings';

/** In the order of the page. */
export const SECTIONS = ['ready', 'checks', 'gate', 'reasons', 'hints', 'levels', 'lights', 'approvers'] as const;
export type Section = (typeof SECTIONS)[number];

/** What belongs to a section. */
const FIELDS_OF = {
  ready: ['readyStatusIds', 'storyTypeIds'],
  checks: ['checks'],
  gate: ['gate'],
  reasons: ['reasons'],
  hints: ['hintWords'],
  levels: ['upTo', 'reviewDays', 'closeDays'],
  lights: ['lights'],
  approvers: ['approvers'],
} as const satisfies Readonly<Record<Section, readonly (keyof Draft)[]>>;

/** The sections in which two drafts say something different, in the order of the page. */
export function changedSections(from: Draft, to: Draft): readonly Section[] {
  return SECTIONS.filter((section) => meaning(section, from) !== meaning(section, to));
}

/** What a section says, so that two texts are equal exactly when the sections mean the same. */
function meaning(section: Section, draft: Draft): string {
  switch (section) {
    case 'ready':
      // Which statuses and types are chosen counts, not in which order they were picked.
      return JSON.stringify([[...draft.readyStatusIds].sort(), [...draft.storyTypeIds].sort()]);
    case 'checks': {
      const { answer, criteria, riskOwner, changed } = draft.checks;
      return JSON.stringify([answer, criteria, riskOwner, changed]);
    }
    case 'gate':
      return draft.gate;
    case 'reasons':
      return JSON.stringify(draft.reasons.map(reasonId));
    case 'hints':
      return JSON.stringify([...wordsIn(draft.hintWords)].sort());
    case 'levels':
      return JSON.stringify([
        BOUNDED.map((level) => typedMeaning(draft.upTo[level])),
        LEVELS.map((level) => typedMeaning(draft.reviewDays[level])),
        LEVELS.map((level) => typedMeaning(draft.closeDays[level])),
      ]);
    case 'lights':
      return JSON.stringify(
        LIGHTS.map((light) => [typedMeaning(draft.lights[light].watch), typedMeaning(draft.lights[light].act)]),
      );
    case 'approvers':
      return approversId(draft.approvers);
  }
}

function typedMeaning(typed: string): number | string {
  const value = numberOf(typed);
  return Number.isNaN(value) ? typed.trim() : value;
}

/** The same for the same reason; an own reason that was never saved has only its text. */
export function reasonId(reason: ReasonChoice): string {
  if (reason.kind === 'standard') return reason.reason;
  return reason.optionId === '' ? `new:${reason.text}` : `own:${reason.optionId}`;
}

export function approversId(approvers: Approvers | undefined): string {
  if (approvers === undefined) return '';
  return approvers.kind === 'role' ? `role:${approvers.id}` : `group:${approvers.groupId}`;
}

/**
 * Two people changed `base`: the sections I changed are mine, all others theirs. A section is never mixed, because its
 * parts were thought of together.
 */
export function merged(base: Draft, mine: Draft, theirs: Draft): Draft {
  return changedSections(base, mine).reduce(
    (result, section) =>
      FIELDS_OF[section].reduce<Draft>((draft, field) => ({ ...draft, [field]: mine[field] }), result),
    theirs,
  );
}
