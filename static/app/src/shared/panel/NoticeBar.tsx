import Button from '@atlaskit/button/new';
import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { common } from '../strings/en-common';
import { panel } from '../strings/en-panel';
import { fill } from '../strings/fill';
import { LiveText } from '../ui/VisuallyHidden';
import { Key, useKeysOn } from './Key';
import styles from './panel.module.css';
import type { Changes, NoticePlace } from './use-change';

/** How long an undo is offered. It waits while the pointer or the focus is on it. */
const UNDO_MS = 10_000;

/**
 * What became of the last change, beside the part of the panel it belongs to. When the change took the focused control
 * away, the focus goes to the first of `landing` (ids) that is there, instead of getting lost.
 */
export function NoticeBar({
  changes,
  place,
  landing,
  conflict,
}: {
  readonly changes: Changes;
  readonly place: NoticePlace;
  readonly landing: readonly string[];
  /** What is shown instead where somebody else was quicker. */
  readonly conflict?: ReactNode;
}) {
  const { notice, dismiss, make } = changes;
  const keysOn = useKeysOn();
  const bar = useRef<HTMLDivElement>(null);
  const shown = notice?.place === place ? notice : undefined;

  useEffect(() => {
    if (shown === undefined) return undefined;
    if (document.activeElement === null || document.activeElement === document.body) {
      landing
        .map((id) => document.getElementById(id))
        .find((element) => element !== null)
        ?.focus({ preventScroll: true });
    }
    if (shown.kind === 'failed') return undefined;
    const timer = setInterval(() => {
      const held = bar.current?.matches(':hover, :focus-within') ?? false;
      if (!held) dismiss();
    }, UNDO_MS);
    return () => clearInterval(timer);
  }, [shown, landing, dismiss]);

  if (shown === undefined) return null;
  if (shown.kind === 'failed') {
    const { error, words, again } = shown;
    if (error.code === 'conflict' && conflict !== undefined) return conflict;
    return (
      <div className={styles.failed}>
        <ErrorIcon label="" color="var(--ds-icon-danger)" />
        <div className={styles.failedBody}>
          <p>
            <b>{words.heading}</b>
          </p>
          <p>{words.body}</p>
          {error.message === undefined ? null : <p>{fill(common.jiraSaid, { message: error.message })}</p>}
          {again === undefined ? null : (
            <div className={styles.actions}>
              <Button spacing="compact" onClick={() => make(again)}>
                {panel.tryAgain}
              </Button>
            </div>
          )}
        </div>
      </div>
    );
  }
  const { undo } = shown;
  return (
    <div className={styles.saved} ref={bar}>
      <CheckCircleIcon label="" color="var(--ds-icon-success)" />
      <p className={styles.savedText}>
        {shown.text}
        {shown.stale ? <small>{panel.savedButStale}</small> : null}
      </p>
      {undo === undefined ? null : (
        <button
          type="button"
          className={styles.undo}
          aria-keyshortcuts={keysOn ? 'U' : undefined}
          onClick={() => make(undo)}
        >
          {panel.undo} <Key>U</Key>
        </button>
      )}
    </div>
  );
}

/** Says every outcome once to screen readers, wherever it is shown. One for each panel. */
export function NoticeVoice({ changes }: { readonly changes: Changes }) {
  return <LiveText>{spoken(changes, useKeysOn())}</LiveText>;
}

function spoken({ saving, notice }: Changes, keysOn: boolean): string {
  if (saving !== undefined) return panel.saving;
  if (notice === undefined) return '';
  if (notice.kind === 'saved') {
    return notice.undo === undefined || !keysOn ? notice.text : `${notice.text}. ${panel.undoHint}`;
  }
  return `${notice.words.heading}. ${notice.words.body}`;
}
