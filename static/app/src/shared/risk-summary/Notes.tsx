import { useCallback } from 'react';
import { momentOf } from '../days';
import { common } from '../strings/en-common';
import { gadget } from '../strings/en-gadget';
import { fill, formatCount, plural } from '../strings/fill';
import { Note } from '../ui/Note';
import { useCountdown } from '../ui/useCountdown';
import { LiveText } from '../ui/VisuallyHidden';
import type { SummaryState } from './summary-state';

/** Says what the numbers cover. Counts only what the gadget's own settings name, never hidden risks. */
export function LeftOut({ summary }: { readonly summary: SummaryState }) {
  const { scope } = summary;
  if (scope === undefined || scope.filterId !== undefined) return null;
  const { notSetUp, notVisible } = scope;
  if (notSetUp + notVisible === 0) return null;
  const shown = scope.projectIds.length;
  const heading = [
    fill(gadget.partial.loaded, { shown: formatCount(shown), all: formatCount(shown + notSetUp + notVisible) }),
    ...(notVisible === 0 ? [] : [plural(gadget.partial.notVisible, notVisible)]),
    ...(notSetUp === 0 ? [] : [plural(gadget.partial.notSetUp, notSetUp)]),
  ].join(', ');
  return (
    <Note look="information" heading={heading}>
      {plural(gadget.partial.covers, shown)}
    </Note>
  );
}

/** Says how long Jira asked us to wait, and how old the numbers are meanwhile. */
export function Waiting({
  summary,
  timezone,
  onDone,
}: {
  readonly summary: SummaryState;
  readonly timezone: string;
  readonly onDone: () => void;
}) {
  if (summary.waitSeconds === undefined) return null;
  const { countedAt, waitSeconds } = summary;
  return (
    <Countdown seconds={waitSeconds} onDone={onDone}>
      {countedAt === undefined
        ? gadget.wait.body
        : fill(gadget.wait.bodyWithNumbers, { time: momentOf(countedAt, timezone, new Date()) })}
    </Countdown>
  );
}

/** Announced once, counted down silently; at zero it tries again by itself, so there is no button. */
function Countdown({
  seconds,
  onDone,
  children,
}: {
  readonly seconds: number;
  readonly onDone: () => void;
  readonly children: string;
}) {
  const done = useCallback(() => onDone(), [onDone]);
  const left = useCountdown(seconds, done);
  return (
    <>
      <LiveText>{plural(common.announceWaiting, seconds)}</LiveText>
      <Note look="warning" heading={fill(gadget.wait.heading, { seconds: left })}>
        {children}
      </Note>
    </>
  );
}
