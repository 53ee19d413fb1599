import { useMemo } from 'react';
import type { StoryView } from '../../../../../../src/reads/story-view';
import type { LinkSubject } from '../../../shared/link/context';
import type { Changes } from '../../../shared/panel/use-change';
import { useLinkDialogs } from '../../../shared/panel/use-link-dialogs';

/** The ways to the dialogs of a story. */
export interface Linking {
  readonly link: () => void;
  readonly enabler: () => void;
}

/** `undefined` where the viewer may not link. */
export function useLinking(story: StoryView, refresh: () => Promise<boolean>, changes: Changes): Linking | undefined {
  const { id, key, summary, projectId, projectKey, isStory, mayLink } = story;
  const topic = story.hint?.hint.topics[0];
  const subject = useMemo((): LinkSubject | undefined => {
    return mayLink ? { id, key, summary, projectId, projectKey, kind: isStory ? 'story' : 'issue', topic } : undefined;
  }, [id, key, summary, projectId, projectKey, isStory, mayLink, topic]);
  const dialogs = useLinkDialogs(subject, refresh, changes);
  return useMemo(() => dialogs && { link: () => dialogs.link(), enabler: () => dialogs.enablers() }, [dialogs]);
}
