/**
 * What the viewer does to a story besides assessing and linking it, as changes.
 */
import type { BypassView, StoryView } from '../../../../../../src/reads/story-view';
import { invoke } from '../../../shared/bridge';
import { panel } from '../../../shared/strings/en-panel';
import { fill, plural } from '../../../shared/strings/fill';
import type { Change } from '../../../shared/panel/use-change';

export const CONFIRM = 'confirm';
export const MOVE_BACK = 'move-back';
export const ADD_CRITERIA = 'criteria';

/** The text changed, the assessment still holds. */
export function confirmChange({ id: issueId, relevance }: Pick<StoryView, 'id' | 'relevance'>): Change {
  return {
    control: CONFIRM,
    place: 'top',
    save: () => invoke('confirmAssessment', { issueId }),
    saved: panel.changed.saved[relevance === 'relevant' ? 'relevant' : 'notRelevant'],
  };
}

/** Back to the status it came from, by a transition the viewer may do. */
export function moveBackChange(issueId: string, from: NonNullable<BypassView['from']>): Change {
  const words = panel.bypass;
  const status = from.name;
  return {
    control: MOVE_BACK,
    place: 'top',
    save: () => invoke('moveBack', { issueId }),
    saved: fill(words.movedBack, { status }),
    refused: { conflict: { heading: words.notMoved, body: fill(words.notMovedWhy, { status }) } },
  };
}

/**
 * New criteria for the description. What stands there already is not added again, so the answer tells how many are new.
 */
export function criteriaChange(
  { id: issueId, criteria: known }: Pick<StoryView, 'id' | 'criteria'>,
  criteria: readonly string[],
  onSaved: () => void,
): Change {
  const words = panel.criteria;
  let added = 0;
  return {
    control: ADD_CRITERIA,
    place: 'criteria',
    save: async () => {
      const result = await invoke('addCriteria', { issueId, criteria });
      if (result.ok) added = Math.max(0, result.value.criteria.length - known.length);
      return result;
    },
    saved: () => (added === 0 ? words.nothingNew : plural(words.added, added)),
    onSaved,
    refused: { 'invalid-input': { heading: words.refused, body: words.refusedWhy } },
  };
}
