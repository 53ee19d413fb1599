/**
 * An answer to the question as a change that can be taken back.
 */
import type { ReasonChoice } from '../../../../../../src/domain/project-settings';
import type { Assessment, Relevance } from '../../../../../../src/domain/relevance';
import { invoke } from '../../../shared/bridge';
import { panel } from '../../../shared/strings/en-panel';
import type { Change } from '../../../shared/panel/use-change';
import { canBeSet } from './assessment';

/** What somebody wanted to save. */
export interface Attempt {
  readonly assessment: Assessment;
  readonly isUndo: boolean;
}

const CONTROL = 'assess:';

export interface AssessChange {
  readonly issueId: string;
  readonly attempt: Attempt;
  /** What the answer was given to: where another one stands there by now, nothing is written. */
  readonly expected: Relevance;
  readonly offered: readonly ReasonChoice[];
  /** Called when it begins. */
  readonly onTry: (attempt: Attempt) => void;
  /** Called when somebody else was quicker. */
  readonly onConflict: () => void;
  /** Called when it stands in Jira. */
  readonly onSaved: (attempt: Attempt) => void;
}

export function assessChange(wanted: AssessChange): Change {
  const { issueId, attempt, expected, offered, onTry, onConflict, onSaved } = wanted;
  const { assessment } = attempt;
  let previous: Assessment | undefined;
  return {
    control: `${CONTROL}${assessment.relevance}`,
    place: 'top',
    save: async () => {
      onTry(attempt);
      const result = await invoke('assessRelevance', { issueId, assessment, expected });
      if (result.ok) ({ previous } = result.value);
      else if (result.error.code === 'conflict') onConflict();
      return result;
    },
    saved: panel.relevance.saved[assessment.relevance],
    onSaved: () => onSaved(attempt),
    // What stood there when it was written, reason and sentence included, not what this page had read before.
    undo: () => {
      if (attempt.isUndo || previous === undefined || !canBeSet(previous, offered)) return undefined;
      return assessChange({
        ...wanted,
        attempt: { assessment: previous, isUndo: true },
        expected: assessment.relevance,
      });
    },
  };
}

/** Which answer a control gives; `undefined` for any other control. */
export function answerOf(control: string | undefined): Relevance | undefined {
  if (control?.startsWith(CONTROL) !== true) return undefined;
  const relevance = control.slice(CONTROL.length);
  return relevance === 'relevant' || relevance === 'notRelevant' || relevance === 'unassessed' ? relevance : undefined;
}
