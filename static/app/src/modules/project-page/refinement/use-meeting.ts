import { useEffect, useState, useSyncExternalStore } from 'react';
import type { RefinementBasis, RefinementCounts, RefinementList } from '../../../../../../src/reads/refinement-view';
import { Meeting } from './meeting';
import { MeetingStore } from './meeting-store';
import type { MeetingView } from './meeting-store';
import { portsOf } from './ports';

/** How long a story has to be the current one before it is looked at again. */
const SETTLED_MS = 400;

/** One meeting for as long as the page stands; `open` is the list that the page's address names. */
export function useMeeting(
  basis: RefinementBasis,
  counts: RefinementCounts,
  open: RefinementList,
): { readonly meeting: Meeting; readonly view: MeetingView } {
  const [meeting] = useState(() => new Meeting(new MeetingStore(portsOf(basis), counts, open), basis.project.settings));
  const view = useSyncExternalStore(meeting.store.subscribe, meeting.store.view);
  useEffect(() => {
    void meeting.reader.openList(open);
  }, [meeting, open]);

  const { currentId } = view.state.lists[view.state.open];
  useEffect(() => {
    if (currentId === undefined) return undefined;
    void meeting.reader.readOn();
    const timer = setTimeout(() => void meeting.reader.lookAgain(currentId), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [meeting, currentId]);
  return { meeting, view };
}
