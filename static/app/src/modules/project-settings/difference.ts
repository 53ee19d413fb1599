/**
 * Where two people's settings say something different, in words. Pure.
 */
import { LIGHTS, LIGHT_RULES } from '../../../../../src/domain/project-settings';
import { common } from '../../shared/strings/en-common';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { fill } from '../../shared/strings/fill';
import { rangesOf } from './bands';
import { wordsIn } from './draft';
import type { Draft } from './draft';
import { pickedApprovers, pickedStatuses, pickedTypes, reasonText } from './names';
import type { Choices, Picked } from './names';
import { changedSections } from './sections';
import type { Section } from './sections';

/** One thing of a section: what it is called, and what each of the two says. */
export interface DifferentLine {
  readonly what: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface DifferentSection {
  readonly section: Section;
  readonly lines: readonly DifferentLine[];
}

export function differences(mine: Draft, theirs: Draft, choices: Choices): readonly DifferentSection[] {
  return changedSections(mine, theirs).map((section) => {
    const [my, their] = [linesOf(section, mine, choices), linesOf(section, theirs, choices)];
    const lines = my
      .map(([what, text], index) => ({ what, mine: text, theirs: their[index]?.[1] ?? '' }))
      .filter((line) => line.mine !== line.theirs);
    return { section, lines };
  });
}

const CHECK_LINES = ['answer', 'criteria', 'riskOwner', 'changed'] as const;

/** A section in words; the same lines in the same order whatever the draft says. */
function linesOf(section: Section, draft: Draft, choices: Choices): readonly (readonly [what: string, text: string])[] {
  const words = projectSettings;
  switch (section) {
    case 'ready':
      return [
        [words.ready.statuses.label, namesOf(pickedStatuses(draft.readyStatusIds, draft.storyTypeIds, choices))],
        [words.ready.types.label, namesOf(pickedTypes(draft.storyTypeIds, choices))],
      ];
    case 'checks':
      return CHECK_LINES.map((check) => [words.checks.names[check], words.checks.states[draft.checks[check]]]);
    case 'gate':
      return [[words.gate.heading, words.gate.choices[draft.gate].name]];
    case 'reasons':
      return [[words.reasons.order, [...draft.reasons.map(reasonText), words.reasons.other].join(', ')]];
    case 'hints':
      return [[words.hints.heading, wordsIn(draft.hintWords).join(', ') || words.none]];
    case 'levels':
      return rangesOf(draft.upTo).map(({ level, from, to }) => [
        common.level[level],
        fill(words.levels.inWords, {
          from: from ?? '?',
          to: to ?? (level === 'Critical' ? '?' : draft.upTo[level]),
          days: draft.reviewDays[level],
          closeDays: draft.closeDays[level],
        }),
      ]);
    case 'lights':
      return LIGHTS.map((light) => [
        words.lights.names[light],
        fill(words.lights.inWords[LIGHT_RULES[light].unit], draft.lights[light]),
      ]);
    case 'approvers':
      return [[words.approvers.heading, pickedApprovers(draft.approvers, choices)?.name ?? words.approvers.nobody]];
  }
}

function namesOf(picked: readonly Picked[]): string {
  return picked.length === 0 ? projectSettings.none : picked.map(({ name }) => name).join(', ');
}
