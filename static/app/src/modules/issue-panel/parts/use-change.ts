import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError, Result } from '../../../../../../src/contract/result';
import { appErrorOf } from '../../../shared/app-error';
import { refreshHost } from '../../../shared/bridge';
import { isUncertain } from './failure-words';

/** Something the viewer does to an issue. */
export interface Change {
  /** Which control shows “Saving…”. */
  readonly control: string;
  readonly save: () => Promise<Result<unknown>>;
  /** What the panel says when it is saved. */
  readonly saved: string;
  /** Beside which part of the panel the outcome is shown. */
  readonly place: NoticePlace;
  /** Called once it is saved and the issue was read again. */
  readonly onSaved?: () => void;
  /** How to take it back; left out where that is not possible. */
  readonly undo?: Change | undefined;
}

export type NoticePlace = 'top' | 'problems' | 'level' | 'risks' | 'enablers';

export type Notice =
  | {
      readonly kind: 'saved';
      readonly place: NoticePlace;
      readonly text: string;
      readonly undo: Change | undefined;
      /** Saved, but what is on screen could not be read again. */
      readonly stale: boolean;
    }
  | {
      readonly kind: 'failed';
      readonly place: NoticePlace;
      readonly error: AppError;
      /** What is on screen was read after the failure. */
      readonly fresh: boolean;
      readonly again: Change | undefined;
    };

export interface Changes {
  /** The control that is saving. */
  readonly saving: string | undefined;
  readonly notice: Notice | undefined;
  /** Does nothing while another change is being saved, so that a double click is one change. */
  readonly make: (change: Change) => void;
  /** Says that something was saved elsewhere, for example in a dialog. */
  readonly announce: (place: NoticePlace, text: string, undo?: Change) => void;
  /** Says that something around the changes did not work, for example opening a dialog. */
  readonly fail: (place: NoticePlace, error: AppError) => void;
  readonly dismiss: () => void;
}

/**
 * One change at a time: save, read the issue itself again (search lags), then say so.
 * `refresh` answers whether the new state arrived.
 */
export function useChange(refresh: () => Promise<boolean>): Changes {
  const [saving, setSaving] = useState<string>();
  const [notice, setNotice] = useState<Notice>();
  const busy = useRef(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  const make = useCallback(
    (change: Change) => {
      if (busy.current) return;
      busy.current = true;
      setSaving(change.control);
      setNotice(undefined);
      void carryOut(change, refresh).then((outcome) => {
        busy.current = false;
        if (gone.current) return;
        if (outcome.kind === 'saved') change.onSaved?.();
        setSaving(undefined);
        setNotice(outcome);
      });
    },
    [refresh],
  );

  const announce = useCallback((place: NoticePlace, text: string, undo?: Change) => {
    setNotice({ kind: 'saved', place, text, undo, stale: false });
  }, []);
  const fail = useCallback((place: NoticePlace, error: AppError) => {
    setNotice({ kind: 'failed', place, error, fresh: false, again: undefined });
  }, []);
  const dismiss = useCallback(() => setNotice(undefined), []);
  return { saving, notice, make, announce, fail, dismiss };
}

async function carryOut(change: Change, refresh: () => Promise<boolean>): Promise<Notice> {
  const { place } = change;
  const result = await saveOf(change);
  if (!result.ok) {
    // Whoever cannot know whether it was saved looks again.
    const fresh = isUncertain(result.error) && (await refresh());
    if (fresh) void refreshHost();
    return { kind: 'failed', place, error: result.error, fresh, again: change };
  }
  const fresh = await refresh();
  void refreshHost();
  return { kind: 'saved', place, text: change.saved, undo: change.undo, stale: !fresh };
}

async function saveOf(change: Change): Promise<Result<unknown>> {
  try {
    return await change.save();
  } catch (error) {
    return { ok: false, error: appErrorOf(error) };
  }
}
