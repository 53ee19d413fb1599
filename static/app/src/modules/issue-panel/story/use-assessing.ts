import { useEffect, useState } from 'react';
import type { ReasonChoice } from '../../../../../../src/domain/project-settings';
import type { Assessment, Relevance } from '../../../../../../src/domain/relevance';
import type { StoryView } from '../../../../../../src/reads/story-view';
import { assessmentOf, offeredReasons, reasonName } from '../../../shared/offered-reasons';
import type { OfferedReason } from '../../../shared/offered-reasons';
import type { Changes } from '../../../shared/panel/use-change';
import { useShortcuts } from '../../../shared/panel/use-shortcuts';
import type { Shortcuts } from '../../../shared/panel/use-shortcuts';
import { NOT_RELEVANT_BUTTON, RELEVANT_BUTTON } from './Question';
import { CHANGE_BUTTON } from './StateLine';
import { answerOf, assessChange } from './assess-change';
import type { Attempt } from './assess-change';
import { currentAssessment, sameAssessment } from './assessment';

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
  /** What was wanted last. */
  readonly attempt: Attempt | undefined;
  /** Saves what was wanted last over what somebody else said meanwhile. */
  readonly insist: () => void;
  /** What the viewer answered in this panel and what still stands. */
  readonly answered: Relevance | undefined;
}

interface Stand {
  readonly chosen: Step;
  /** Where the focus belongs once the step is on screen. */
  readonly focus?: string | undefined;
  /** What stood in the story when the viewer began to choose, however it is read again meanwhile. */
  readonly basis?: Relevance | undefined;
}

/** The steps of assessing a story, by mouse and by the keys R, N, 1 to 9, U and Esc. */
export function useAssessing(
  story: StoryView,
  offered: readonly ReasonChoice[],
  changes: Changes,
  keysOn: boolean,
): Assessing {
  const reasons = offeredReasons(offered);
  const [stand, setStand] = useState<Stand>({ chosen: 'state' });
  const [reasonFocus, setReasonFocus] = useState(nameOfFirst(reasons));
  const [attempt, setAttempt] = useState<Attempt>();
  const [answered, setAnswered] = useState<Relevance>();
  useEffect(() => {
    if (stand.focus !== undefined) document.getElementById(stand.focus)?.focus();
  }, [stand]);
  const { chosen, basis } = stand;

  const unassessed = story.relevance === 'unassessed';
  const step: Step = !story.mayEdit ? 'state' : unassessed && chosen === 'state' ? 'question' : chosen;
  const saving = savingAnswer(changes.saving);

  const go = (next: Step, focus?: string) =>
    setStand({ chosen: next, focus, basis: next === 'state' ? undefined : (basis ?? story.relevance) });
  const leave = () => setStand({ chosen: 'state' });
  const make = (wanted: Attempt, expected: Relevance) => {
    const onSaved = ({ assessment, isUndo }: Attempt) => {
      leave();
      setAnswered(isUndo ? undefined : assessment.relevance);
    };
    const { id: issueId } = story;
    changes.make(
      assessChange({ issueId, attempt: wanted, expected, offered, onTry: setAttempt, onConflict: leave, onSaved }),
    );
  };
  const save = (assessment: Assessment) => {
    if (sameAssessment(assessment, currentAssessment(story))) go('state', CHANGE_BUTTON);
    else make({ assessment, isUndo: false }, basis ?? story.relevance);
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
    const assessment = assessmentOf(picked);
    if (assessment === undefined) go('other');
    else save(assessment);
  };
  const back = () => {
    if (saving !== undefined) return;
    if (step === 'other') {
      setReasonFocus('other');
      go('reasons');
    } else if (step === 'reasons') go('question', NOT_RELEVANT_BUTTON);
    else if (step === 'question' && !unassessed) keep();
  };
  useShortcuts(shortcutsOf(step, reasons, { relevant, notRelevant, reason, back }, changes), keysOn);
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
    attempt,
    insist: () => {
      if (attempt !== undefined) make(attempt, story.relevance);
    },
    answered: answered === story.relevance ? answered : undefined,
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

function savingAnswer(control: string | undefined): Assessing['saving'] {
  const answer = answerOf(control);
  return answer === 'unassessed' ? undefined : answer;
}
