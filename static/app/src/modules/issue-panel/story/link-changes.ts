/**
 * Links of a story as changes that can be taken back.
 */
import type { LinkVerb } from '../../../../../../src/contract/defs';
import { failure, success } from '../../../../../../src/contract/result';
import type { Result } from '../../../../../../src/contract/result';
import type { LinkedRiskView, SecuringEnablerView, StoryView } from '../../../../../../src/reads/story-view';
import { invoke } from '../../../shared/bridge';
import { panel } from '../../../shared/strings/en-panel';
import { fill, plural } from '../../../shared/strings/fill';
import type { Change } from '../parts/use-change';

export function unlinkControl(linkId: string): string {
  return `unlink:${linkId}`;
}

/** Removes the link to a risk; undone by linking it again under the same verb. */
export function unlinkRisk(story: StoryView, risk: LinkedRiskView): Change {
  const verb: LinkVerb = risk.relation === 'mitigates' ? 'reduces' : 'isExposedTo';
  return unlink(story.id, risk, 'risks', () => linkOne(story.id, verb, risk.id));
}

/** Removes the link to an enabler that secures the story. Its verb starts at the enabler. */
export function unlinkEnabler(story: StoryView, enabler: SecuringEnablerView): Change {
  return unlink(story.id, enabler, 'enablers', () => linkOne(enabler.id, 'secures', story.id));
}

function unlink(
  issueId: string,
  other: { readonly key: string; readonly linkId: string },
  place: 'risks' | 'enablers',
  linkAgain: () => Promise<Result<unknown>>,
): Change {
  return {
    control: unlinkControl(other.linkId),
    place,
    save: () => invoke('unlinkIssues', { issueId, linkId: other.linkId }),
    saved: fill(panel.risks.unlinked, { key: other.key }),
    undo: { control: `undo:${place}`, place, save: linkAgain, saved: fill(panel.risks.relinked, { key: other.key }) },
  };
}

/** One link; the refusal of the one is the refusal of the whole. */
async function linkOne(issueId: string, verb: LinkVerb, otherIssueId: string): Promise<Result<unknown>> {
  const result = await invoke('linkIssues', { issueId, verb, otherIssueIds: [otherIssueId] });
  if (!result.ok) return result;
  const [refused] = result.value.failed;
  return refused === undefined ? result : { ok: false, error: refused.error };
}

/** Takes back links just made, found in the story as it is now. */
export function removeLinks(storyId: string, read: () => Promise<StoryView>, riskIds: readonly string[]): Change {
  return {
    control: 'undo:risks',
    place: 'risks',
    save: async () => {
      const { risks } = await read();
      const linkIds = risks.filter((risk) => riskIds.includes(risk.id)).map((risk) => risk.linkId);
      return unlinkAll(storyId, linkIds);
    },
    saved: plural(panel.risks.linksUndone, riskIds.length),
  };
}

/** One after the other; the first refusal ends it. */
export async function unlinkAll(issueId: string, linkIds: readonly string[]): Promise<Result<null>> {
  for (const linkId of linkIds) {
    const result = await invoke('unlinkIssues', { issueId, linkId });
    // Gone already is as good as removed now.
    if (!result.ok && result.error.code !== 'not-found') return failure(result.error.code, result.error);
  }
  return success(null);
}
