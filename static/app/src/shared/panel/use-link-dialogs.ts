import { useMemo } from 'react';
import type { LinkVerb } from '../../../../../src/domain/link-verb';
import { refreshHost } from '../bridge';
import type { LinkAnswer, LinkSubject } from '../link/context';
import { openEnablerDialog, openLinkDialog } from '../link/open';
import { announceAnswer } from './link-changes';
import type { Changes, NoticePlace } from './use-change';

/** The ways into the dialogs that link the issue on screen. */
export interface LinkDialogs {
  readonly link: (verb?: LinkVerb) => void;
  readonly enablers: () => void;
}

/** Beside which part of the panel a link is shown. */
const PLACE: Readonly<Record<LinkVerb, NoticePlace>> = {
  isExposedTo: 'risks',
  reduces: 'risks',
  secures: 'risks',
  isSecuredBy: 'enablers',
  isReducedBy: 'enablers',
  threatens: 'risks',
};

/**
 * Opens the dialogs and brings the panel up to date when they close, however they closed: a dialog that was shut from
 * outside answers nothing, but may have changed something. Keep `subject` stable with useMemo; `undefined` where the
 * viewer may not link.
 */
export function useLinkDialogs(
  subject: LinkSubject | undefined,
  refresh: () => Promise<boolean>,
  changes: Changes,
): LinkDialogs | undefined {
  const { announce, dismiss, fail } = changes;
  return useMemo(() => {
    if (subject === undefined) return undefined;
    const follow = async (open: Promise<LinkAnswer | undefined>, place: NoticePlace) => {
      dismiss();
      let answer: LinkAnswer | undefined;
      try {
        answer = await open;
      } catch {
        fail(place, { code: 'internal' });
        return;
      }
      await refresh();
      void refreshHost();
      if (answer !== undefined) announceAnswer(announce, answer, PLACE[answer.verb]);
    };
    return {
      link: (verb) => {
        void follow(openLinkDialog(subject, verb === undefined ? {} : { verb }), 'risks');
      },
      enablers: () => {
        void follow(openEnablerDialog(subject), 'enablers');
      },
    };
  }, [subject, refresh, announce, dismiss, fail]);
}
