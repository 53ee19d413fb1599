import { useState } from 'react';
import type { RefinementBasis, RefinementList, RefinementRow } from '../../../../../../src/reads/refinement-view';
import type { LinkAnswer, LinkSubject } from '../../../shared/link/context';
import { openEnablerDialog, openLinkDialog } from '../../../shared/link/open';
import { openIssue } from '../../../shared/bridge';
import { assessmentOf, offeredReasons } from '../../../shared/offered-reasons';
import type { OfferedReason } from '../../../shared/offered-reasons';
import type { WhyStep } from './detail/Why';
import { undoable } from './deeds';
import type { Command } from './keys';
import type { Meeting } from './meeting';
import type { MeetingView } from './meeting-store';

export interface Commands {
  readonly why: WhyStep;
  readonly help: boolean;
  readonly presenting: boolean;
  /** Counts up whenever the list is to have the focus. */
  readonly wantsFocus: number;
  /** A bypass is on its way back. */
  readonly movingBack: boolean;
  /** False where there was nothing to do. */
  readonly run: (command: Command) => boolean;
  readonly reason: (reason: OfferedReason) => void;
  readonly other: (text: string) => void;
  readonly backToReasons: () => void;
  readonly relevant: () => void;
  readonly notRelevant: () => void;
  readonly link: () => void;
  readonly enabler: () => void;
  readonly moveBack: () => void;
  readonly present: () => void;
  readonly showHelp: (shown: boolean) => void;
}

/** What every key and button of the meeting does. */
export function useCommands({
  meeting,
  view,
  basis,
  projectKey,
  current,
  onOpen,
}: {
  readonly meeting: Meeting;
  readonly view: MeetingView;
  readonly basis: RefinementBasis;
  readonly projectKey: string;
  readonly current: RefinementRow | undefined;
  readonly onOpen: (list: RefinementList) => void;
}): Commands {
  const [why, setWhy] = useState<WhyStep>('closed');
  const [help, showHelp] = useState(false);
  const [presenting, setPresenting] = useState(false);
  const [wantsFocus, setWantsFocus] = useState(0);
  const [movingBack, setMovingBack] = useState(false);
  const { store } = meeting;
  const { may, project } = basis;
  const reasons = offeredReasons(project.settings.reasons);
  const { selected } = view.state.lists[view.state.open];

  const focusList = () => setWantsFocus((count) => count + 1);
  const decide = (assessment: Parameters<Meeting['assess']>[0]) => {
    setWhy('closed');
    void meeting.assess(assessment);
  };
  const reason = (picked: OfferedReason) => {
    const assessment = assessmentOf(picked);
    if (assessment === undefined) setWhy('other');
    else {
      decide(assessment);
      focusList();
    }
  };
  const relevant = () => {
    if (may.edit) decide({ relevance: 'relevant' });
  };
  const notRelevant = () => {
    if (may.edit && meeting.targets().length > 0) setWhy(why === 'closed' ? 'reasons' : 'closed');
  };
  const inDialog = (open: (subject: LinkSubject) => Promise<LinkAnswer | undefined>) => {
    if (current === undefined || !may.link) return;
    const { id, key, text } = current;
    const topic = current.hint?.hint.topics[0];
    const subject: LinkSubject = {
      id,
      key,
      summary: text.summary,
      projectId: project.projectId,
      projectKey,
      kind: 'story',
      ...(topic === undefined ? {} : { topic }),
    };
    open(subject)
      .then((answer) => meeting.linked(current, answer))
      .catch(() => store.show({ note: { kind: 'noDialog' } }))
      .finally(focusList);
  };
  const link = () => inDialog((subject) => openLinkDialog(subject));
  const enabler = () => inDialog((subject) => openEnablerDialog(subject));
  const moveBack = () => {
    if (current === undefined || movingBack) return;
    setMovingBack(true);
    void meeting.moveBack(current).finally(() => setMovingBack(false));
  };
  const escape = () => {
    if (why === 'other') setWhy('reasons');
    else if (why === 'reasons') setWhy('closed');
    else if (selected.size > 0) store.tell({ type: 'selectedNone' });
    else if (presenting) setPresenting(false);
    if (why !== 'other') focusList();
  };

  const run = (command: Command): boolean => {
    switch (command.do) {
      case 'next':
      case 'previous':
      case 'first':
      case 'last':
        setWhy('closed');
        store.tell({ type: 'moved', step: command.do });
        focusList();
        return true;
      case 'open':
        if (current === undefined) return false;
        void openIssue(current.key);
        return true;
      case 'relevant':
        relevant();
        focusList();
        return true;
      case 'notRelevant':
        notRelevant();
        return true;
      case 'reason': {
        const picked = reasons[command.number - 1];
        if (picked !== undefined) reason(picked);
        return picked !== undefined;
      }
      case 'skip':
        setWhy('closed');
        meeting.skip();
        focusList();
        return true;
      case 'undo':
        if (undoable(store.state.deeds) === undefined) return false;
        void meeting.undo().then(focusList);
        return true;
      case 'select':
      case 'selectUpTo':
        if (current === undefined || !may.edit) return false;
        store.tell({ type: command.do === 'select' ? 'toggled' : 'selectedUpTo', id: current.id });
        return true;
      case 'escape':
        escape();
        return true;
      case 'link':
        link();
        return true;
      case 'enabler':
        enabler();
        return true;
      case 'help':
        showHelp(true);
        return true;
      case 'list':
        setWhy('closed');
        onOpen(command.list);
        focusList();
        return true;
      case 'wait':
        return true;
    }
  };

  return {
    why,
    help,
    presenting,
    wantsFocus,
    movingBack,
    run,
    reason,
    other: (text) => {
      decide({ relevance: 'notRelevant', reason: 'other', text });
      focusList();
    },
    backToReasons: () => setWhy('reasons'),
    relevant,
    notRelevant,
    link,
    enabler,
    moveBack,
    present: () => setPresenting(!presenting),
    showHelp: (shown) => {
      showHelp(shown);
      if (!shown) focusList();
    },
  };
}
