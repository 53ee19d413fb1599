import { useEffect, useRef, useState } from 'react';
import { refinement } from '../../../shared/strings/en-refinement';
import { fill, formatCount, plural } from '../../../shared/strings/fill';
import { deedWords } from './deed-words';
import type { Deed } from './deeds';
import { countIn, visibleIn } from './meeting-state';
import type { MeetingView } from './meeting-store';
import { noteHeading } from './note-words';

/** What screen readers are told: once for every outcome, and where the meeting stands then. */
export function useSaid(view: MeetingView, ownReasons: ReadonlyMap<string, string>): string {
  const [said, setSaid] = useState('');
  const event = eventOf(view);
  const latest = useRef({ view, ownReasons });
  useEffect(() => {
    latest.current = { view, ownReasons };
  });
  useEffect(() => {
    if (event === '') return;
    setSaid(wordsOf(latest.current.view, latest.current.ownReasons));
  }, [event]);
  const selected = view.state.lists[view.state.open].selected.size;
  const before = useRef(selected);
  useEffect(() => {
    // That nothing is selected any more is no news: a decision says so, or Esc was pressed.
    if (selected > 0 && selected !== before.current) setSaid(plural(refinement.said.selected, selected));
    before.current = selected;
  }, [selected]);
  return said;
}

/** Changes when there is something to say. */
function eventOf({ state, note }: MeetingView): string {
  const deed = state.deeds.at(-1);
  const changed = state.deeds.map(({ id, phase }) => `${id}${phase}`).join();
  const { begun, reading } = state.lists[state.open];
  if (deed === undefined && note === undefined) return begun && reading !== 'first' ? state.open : '';
  return `${state.open} ${changed} ${JSON.stringify(note?.kind)}`;
}

function wordsOf(view: MeetingView, ownReasons: ReadonlyMap<string, string>): string {
  const { state, note } = view;
  const noted = note === undefined ? undefined : noteHeading(note, state.deeds);
  const deed = state.deeds.filter(({ phase }) => phase !== 'underWay').at(-1);
  if (deed === undefined) {
    const count = countIn(state, state.open);
    return [noted, plural(refinement.said.list, count, { list: refinement.lists[state.open] })]
      .filter(Boolean)
      .join('. ');
  }
  return [noted, deedSaid(view, deed, ownReasons)].filter(Boolean).join('. ');
}

function deedSaid({ state }: MeetingView, deed: Deed, ownReasons: ReadonlyMap<string, string>): string {
  const visible = visibleIn(state, state.open);
  const place = visible.findIndex(({ id }) => id === state.lists[state.open].currentId) + 1;
  const count = formatCount(countIn(state, state.open));
  if (deed.kind === 'assessed' && deed.phase === 'done' && deed.saved.length > 0) {
    return place === 0 ? refinement.said.savedLast : fill(refinement.said.saved, { place: formatCount(place), count });
  }
  const words = deedWords(deed, ownReasons) ?? '';
  return place === 0 ? words : `${words}. ${fill(refinement.said.current, { place: formatCount(place), count })}`;
}
