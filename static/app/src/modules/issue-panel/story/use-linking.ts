import { useMemo } from 'react';
import type { StoryView } from '../../../../../../src/reads/story-view';
import { openModal, refreshHost } from '../../../shared/bridge';
import { panel } from '../../../shared/strings/en-panel';
import { fill } from '../../../shared/strings/fill';
import { parseDialogAnswer } from '../panel-context';
import type { DialogAnswer, DialogContext } from '../panel-context';
import type { Changes } from '../parts/use-change';
import type { Linking } from './Checks';
import { removeLinks } from './link-changes';

/**
 * Opens the dialogs of a story and brings the panel up to date when they close, however they closed: a dialog that was
 * shut from outside answers nothing, but may have changed something.
 */
export function useLinking(
  story: StoryView,
  read: () => Promise<StoryView>,
  refresh: () => Promise<boolean>,
  changes: Changes,
): Linking | undefined {
  const { announce, fail, dismiss } = changes;
  return useMemo(() => {
    if (!story.mayLink) return undefined;
    const open = async (dialog: DialogContext['dialog']) => {
      dismiss();
      let answer: DialogAnswer | undefined;
      try {
        answer = parseDialogAnswer(await openModal({ size: 'medium', context: { ...dialogContext(dialog, story) } }));
      } catch {
        fail('risks', { code: 'internal' });
        return;
      }
      await refresh();
      void refreshHost();
      if (answer === undefined) return;
      announce('risks', answerText(answer), removeLinks(story.id, read, linkedIds(answer)));
    };
    return { link: () => void open('link'), create: () => void open('newRisk') };
  }, [story, read, refresh, announce, fail, dismiss]);
}

function dialogContext(dialog: DialogContext['dialog'], story: StoryView): DialogContext {
  return {
    dialog,
    storyId: story.id,
    storyKey: story.key,
    storySummary: story.summary,
    projectId: story.projectId,
    projectKey: story.projectKey,
    linked: story.risks.map(({ id, relation }) => ({ id, relation })),
  };
}

function linkedIds(answer: DialogAnswer): readonly string[] {
  return answer.kind === 'created' ? [answer.riskId] : answer.risks.map((risk) => risk.id);
}

function answerText(answer: DialogAnswer): string {
  if (answer.kind === 'created') return fill(panel.risks.created, { key: answer.riskKey });
  return fill(panel.risks.linkedOne, { keys: answer.risks.map((risk) => risk.key).join(', ') });
}
