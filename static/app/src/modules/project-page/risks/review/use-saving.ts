import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../../../../../src/contract/result';
import type { RiskView } from '../../../../../../../src/reads/risk-view';
import { invoke } from '../../../../shared/bridge';
import { useOnceKey } from '../../../../shared/link/use-once-key';
import { NOTE_MOST } from '../../../../shared/risk/note';
import { review as words } from '../../../../shared/strings/en-review';
import { NO_DRAFT } from './meeting';
import type { Draft, Outcome } from './meeting';

export interface Saving {
  readonly busy: boolean;
  readonly error: AppError | undefined;
  /** Does nothing while it is on its way, so that a double click is one review. */
  readonly save: () => void;
}

/** A new level needs words of its own; everything else is still true. */
export function noteMistake({ note, residual }: Draft): string | undefined {
  const noted = note.trim();
  if (noted.length > NOTE_MOST) return words.note.long;
  return noted === '' && residual !== undefined ? words.note.missing : undefined;
}

/** Saves the review of one risk, once, and goes on. The same call again after a lost answer is the same review. */
export function useSaving({
  risk,
  draft,
  today,
  refresh,
  onDraft,
  onNext,
  onChanged,
}: {
  readonly risk: RiskView;
  readonly draft: Draft;
  /** ISO day. */
  readonly today: string;
  readonly refresh: () => Promise<boolean>;
  readonly onDraft: (draft: Draft) => void;
  readonly onNext: (outcome: Outcome) => void;
  readonly onChanged: () => void;
}): Saving {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError>();
  const underWay = useRef(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const { note, residual, day } = draft;
  const written = note.trim() === '' ? words.note.still : note.trim();
  const once = useOnceKey(['review', risk.id, today]);

  const save = () => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setError(undefined);
    void invoke('reviewRisk', {
      issueId: risk.id,
      note: written,
      idempotencyKey: once.key,
      ...(day === '' ? {} : { nextReview: day }),
      ...(residual === undefined ? {} : { residual }),
    }).then((answer) => {
      underWay.current = false;
      if (gone.current) return;
      setBusy(false);
      if (answer.ok) {
        once.renew();
        onDraft(NO_DRAFT);
        onChanged();
        onNext({ kind: 'reviewed', nextReview: answer.value.nextReview });
        return;
      }
      setError(answer.error);
      // Somebody closed it, or took it away: it is shown as it is now.
      if (answer.error.code === 'conflict' || answer.error.code === 'not-found') void refresh();
    });
  };
  return { busy, error, save };
}
