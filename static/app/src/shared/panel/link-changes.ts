/**
 * Links of the issue on screen as changes that can be taken back.
 */
import type { Unlinked } from '../../../../../src/contract/defs';
import { success } from '../../../../../src/contract/result';
import { answerText, freshLinks, takenBackText } from '../link/answer-words';
import type { LinkAnswer } from '../link/context';
import { linkAgain, takeBackLinks, unlink } from '../link/take-back';
import { panel } from '../strings/en-panel';
import { fill } from '../strings/fill';
import type { Change, Changes, NoticePlace } from './use-change';

export function unlinkControl(linkId: string): string {
  return `unlink:${linkId}`;
}

/** Removes one link of the issue; undone by linking the two again under the same sentence. */
export function unlinkChange(
  issueId: string,
  other: { readonly key: string; readonly linkId: string },
  place: NoticePlace,
): Change {
  let removed: Unlinked | undefined;
  return {
    control: unlinkControl(other.linkId),
    place,
    save: async () => {
      const result = await unlink(issueId, other.linkId);
      if (result.ok) removed = result.value;
      // Gone already is as good as removed now; only there is nothing of ours to undo.
      return !result.ok && result.error.code === 'not-found' ? success(null) : result;
    },
    saved: fill(panel.risks.unlinked, { key: other.key }),
    undo: () => {
      if (removed === undefined) return undefined;
      const gone = removed;
      return {
        control: `undo:${place}`,
        place,
        save: () => linkAgain(issueId, gone),
        saved: fill(panel.risks.relinked, { key: other.key }),
      };
    },
  };
}

/** Says what a dialog did, with the way back where it made links. */
export function announceAnswer(announce: Changes['announce'], answer: LinkAnswer, place: NoticePlace): void {
  const undo: Change = {
    control: `undo:${place}`,
    place,
    save: () => takeBackLinks(answer),
    saved: takenBackText(answer),
  };
  announce(place, answerText(answer), freshLinks(answer) === 0 ? undefined : undo);
}
