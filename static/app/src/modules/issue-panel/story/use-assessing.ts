import { useEffect, useState } from 'react';
import type { ReasonChoice } from '../../../../../../src/domain/project-settings';
import type { Assessment } from '../../../../../../src/domain/relevance';
import type { StoryView } from '../../../../../../src/reads/story-view';
import { invoke } from '../../../shared/bridge';
import { panel } from '../../../shared/strings/en-panel';
import type { Change, Changes } from '../parts/use-change';
import { useShortcuts } from '../parts/use-shortcuts';
import type { Shortcuts } from '../parts/use-shortcuts';
import { NOT_RELEVANT_BUTTON, RELEVANT_BUTTON } from './Question';
import { CHANGE_BUTTON } from './StateLine';
import { currentAssessment, sameAssessment } from './assessment';
import { offeredReasons, reasonName } from './offered-reasons';
import type { OfferedReason } from './offered-reasons';

/** How far the viewer is: the state, the question, its reasons, or the sentence for “Other”. */
export type Step = 'state' | 'question' | 'reasons' | 'other';

export interface Assessing {
  readonly step: Step;
  readonly saving: 'relevant' | 'notRelevant' | undefined;
  /** What the project offers, with `other` last. */
  readonly reasons: readonly OfferedReason[];
  /** Name of the reason the focus starts on when the list opens. */
  readonly reasonFocus: string;
  /** `undefined` where the viewer may not change the assessment. */
  readonly change: (() => void) | undefined;
  /** The question can be left without an answer: there is an older one. */
  readonly canKeep: boolean;
  readonly keep: () => void;
  readonly relevant: () => void;
  readonly notRelevant: () => void;
  readonly reason: (reason: OfferedReason) => void;
  readonly other: (text: string) => void;
  readonly back: () => void;
}

/** The steps of assessing a story, by mouse and by the keys R, N, 1 to 9, U and Esc. */
export function useAssessing(story: StoryView, choices: readonly ReasonChoice[], changes: Changes): Assessing {
  const reasons = offeredReasons(choices);
  // `focus` is where the focus belongs once the step is on screen.
  const [stand, setStand] = useState<{ readonly chosen: Step; readonly focus?: string | undefined }>({
    chosen: 'state',
  });
  const [reasonFocus, setReasonFocus] = useState(nameOfFirst(reasons));
  useEffect(() => {
    if (stand.focus !== undefined) document.getElementById(stand.focus)?.focus();
  }, [stand]);
  const { chosen } = stand;

  const unassessed = story.relevance === 'unassessed';
  const step: Step = !story.mayEdit ? 'state' : unassessed && chosen === 'state' ? 'question' : chosen;
  const saving = savingAnswer(changes.saving);

  const go = (next: Step, focus?: string) => setStand({ chosen: next, focus });
  const save = (assessment: Assessment) => {
    const before = currentAssessment(story, choices);
    if (sameAssessment(assessment, before)) {
      go('state', CHANGE_BUTTON);
      return;
    }
    const undo = before === undefined ? undefined : assessmentChange(story.id, before);
    changes.make({ ...assessmentChange(story.id, assessment), onSaved: () => go('state'), undo });
  };
  const keep = () => go('state', unassessed ? RELEVANT_BUTTON : CHANGE_BUTTON);
  const relevant = () => {
    if (saving === undefined) save({ relevance: 'relevant' });
  };
  const notRelevant = () => {
    if (saving !== undefined) return;
    setReasonFocus(nameOfFirst(reasons));
    go('reasons');
  };
  const reason = (picked: OfferedReason) => {
    if (saving !== undefined) return;
    if (picked.kind === 'other') go('other');
    else if (picked.kind === 'own') save({ relevance: 'notRelevant', reason: 'own', optionId: picked.optionId });
    else save({ relevance: 'notRelevant', reason: picked.reason });
  };
  const back = () => {
    if (saving !== undefined) return;
    if (step === 'other') {
      setReasonFocus('other');
      go('reasons');
    } else if (step === 'reasons') go('question', NOT_RELEVANT_BUTTON);
    else if (step === 'question' && !unassessed) keep();
  };
  useShortcuts(shortcutsOf(step, reasons, { relevant, notRelevant, reason, back }, changes));
  return {
    step,
    saving,
    reasons,
    reasonFocus,
    change: story.mayEdit && !unassessed ? () => go('question', RELEVANT_BUTTON) : undefined,
    canKeep: !unassessed,
    keep,
    relevant,
    notRelevant,
    reason,
    other: (text) => save({ relevance: 'notRelevant', reason: 'other', text }),
    back,
  };
}

function nameOfFirst(reasons: readonly OfferedReason[]): string {
  return reasonName(reasons[0] ?? { kind: 'other' });
}

function shortcutsOf(
  step: Step,
  reasons: readonly OfferedReason[],
  does: Pick<Assessing, 'relevant' | 'notRelevant' | 'reason' | 'back'>,
  { notice, make }: Changes,
): Shortcuts {
  const undo = notice?.kind === 'saved' ? notice.undo : undefined;
  return {
    ...(undo === undefined ? {} : { u: () => make(undo) }),
    ...(step === 'state' ? {} : { Escape: does.back }),
    ...(step === 'question' || step === 'reasons' ? { r: does.relevant, n: does.notRelevant } : {}),
    ...(step === 'reasons'
      ? Object.fromEntries(reasons.map((reason, index) => [String(index + 1), () => does.reason(reason)]))
      : {}),
  };
}

function assessmentChange(issueId: string, assessment: Assessment): Change {
  return {
    control: `assess:${assessment.relevance}`,
    place: 'top',
    save: () => invoke('assessRelevance', { issueId, assessment }),
    saved: panel.relevance.saved[assessment.relevance],
  };
}

function savingAnswer(control: string | undefined): Assessing['saving'] {
  if (control === 'assess:relevant') return 'relevant';
  return control === 'assess:notRelevant' ? 'notRelevant' : undefined;
}
