import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError, ErrorCode, Result } from '../../../../../src/contract/result';
import { appErrorOf } from '../app-error';
import { refreshHost } from '../bridge';
import { failureWords, isUncertain } from '../failure-words';
import type { FailureWords } from '../failure-words';
import { common } from '../strings/en-common';

/** Something the viewer does to an issue. */
export interface Change {
  /** Which control shows “Saving…”. */
  readonly control: string;
  readonly save: () => Promise<Result<unknown>>;
  /** What the panel says when it is saved; a function where only the answer tells. */
  readonly saved: string | (() => string);
  /** Beside which part of the panel the outcome is shown. */
  readonly place: NoticePlace;
  /** Called once it is saved and the issue was read again. */
  readonly onSaved?: () => void;
  /** How to take it back; a function where only the answer tells. Left out where that is not possible. */
  readonly undo?: Change | (() => Change | undefined) | undefined;
  /** What is said instead of the ordinary words where the answer is one of these codes. */
  readonly refused?: Readonly<Partial<Record<ErrorCode, FailureWords>>>;
}

export type NoticePlace =
  'top' | 'problems' | 'level' | 'facts' | 'status' | 'risks' | 'enablers' | 'criteria' | 'acceptance';

export type Notice =
  | {
      readonly kind: 'saved';
      readonly place: NoticePlace;
      /** Of the change; `undefined` when it was made elsewhere, in a dialog. */
      readonly control: string | undefined;
      readonly text: string;
      readonly undo: Change | undefined;
      /** Saved, but what is on screen could not be read again. */
      readonly stale: boolean;
    }
  | {
      readonly kind: 'failed';
      readonly place: NoticePlace;
      readonly control: string | undefined;
      readonly error: AppError;
      readonly words: FailureWords;
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
    setNotice({ kind: 'saved', place, control: undefined, text, undo, stale: false });
  }, []);
  const fail = useCallback((place: NoticePlace, error: AppError) => {
    setNotice({
      kind: 'failed',
      place,
      control: undefined,
      error,
      words: failureWords(error),
      fresh: false,
      again: undefined,
    });
  }, []);
  const dismiss = useCallback(() => setNotice(undefined), []);
  return { saving, notice, make, announce, fail, dismiss };
}

async function carryOut(change: Change, refresh: () => Promise<boolean>): Promise<Notice> {
  const { place, control } = change;
  const result = await saveOf(change);
  if (!result.ok) {
    const { error } = result;
    // Whoever cannot know whether it was saved looks again; whoever is told of another change looks at it.
    const fresh = (isUncertain(error) || error.code === 'conflict') && (await refresh());
    if (fresh) void refreshHost();
    const uncertain = fresh ? common.uncertain.lookedAgain : common.uncertain.unknown;
    const words = change.refused?.[error.code] ?? failureWords(error, uncertain);
    return { kind: 'failed', place, control, error, words, fresh, again: change };
  }
  const fresh = await refresh();
  void refreshHost();
  const undo = typeof change.undo === 'function' ? change.undo() : change.undo;
  const text = typeof change.saved === 'function' ? change.saved() : change.saved;
  return { kind: 'saved', place, control, text, undo, stale: !fresh };
}

async function saveOf(change: Change): Promise<Result<unknown>> {
  try {
    return await change.save();
  } catch (error) {
    return { ok: false, error: appErrorOf(error) };
  }
}
