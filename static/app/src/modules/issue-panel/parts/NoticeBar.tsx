import Button from '@atlaskit/button/new';
import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import { useEffect, useRef } from 'react';
import { common } from '../../../shared/strings/en-common';
import { panel } from '../../../shared/strings/en-panel';
import { fill } from '../../../shared/strings/fill';
import { LiveText } from '../../../shared/ui/VisuallyHidden';
import styles from './panel.module.css';
import { failureWords } from './failure-words';
import type { Changes, Notice, NoticePlace } from './use-change';

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
}: {
  readonly changes: Changes;
  readonly place: NoticePlace;
  readonly landing: readonly string[];
}) {
  const { notice, dismiss, make } = changes;
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
    const { error, again } = shown;
    const words = noticeWords(shown);
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
        <button type="button" className={styles.undo} aria-keyshortcuts="U" onClick={() => make(undo)}>
          {panel.undo} <kbd className={styles.kbd}>U</kbd>
        </button>
      )}
    </div>
  );
}

/** Says every outcome once to screen readers, wherever it is shown. One for each panel. */
export function NoticeVoice({ changes }: { readonly changes: Changes }) {
  return <LiveText>{spoken(changes)}</LiveText>;
}

function spoken({ saving, notice }: Changes): string {
  if (saving !== undefined) return panel.saving;
  if (notice === undefined) return '';
  if (notice.kind === 'saved') return notice.undo === undefined ? notice.text : `${notice.text}. ${panel.undoHint}`;
  const words = noticeWords(notice);
  return `${words.heading}. ${words.body}`;
}

function noticeWords({ error, fresh }: Extract<Notice, { kind: 'failed' }>): ReturnType<typeof failureWords> {
  return fresh ? failureWords(error, panel.uncertain.lookedAgain) : failureWords(error);
}
