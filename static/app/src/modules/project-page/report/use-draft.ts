import { useCallback, useState } from 'react';
import type { ReportDraft } from '../../../../../../src/domain/report';
import type { AppError } from '../../../../../../src/contract/result';
import { invoke } from '../../../shared/bridge';

/** What is being changed on the slide. */
export type Editing = 'headline' | 'events' | 'attempts' | 'vulnerabilities' | 'decisions';

export interface DraftWork {
  readonly editing: Editing | undefined;
  readonly edit: (what: Editing | undefined) => void;
  readonly saving: boolean;
  readonly failure: AppError | undefined;
  /** Saves the whole draft with these changes; the form stays open until it is saved. */
  readonly save: (changes: Partial<Omit<ReportDraft, 'revision'>>) => void;
}

/**
 * Writing on the draft: one form at a time. Where somebody else saved meanwhile, `refresh` brings their draft; what was
 * typed stays in the form and can be saved onto theirs.
 */
export function useDraft(projectId: string, draft: ReportDraft, refresh: () => Promise<boolean>): DraftWork {
  const [editing, setEditing] = useState<Editing>();
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<AppError>();
  const edit = useCallback((what: Editing | undefined) => {
    setFailure(undefined);
    setEditing(what);
  }, []);
  const save = (changes: Partial<Omit<ReportDraft, 'revision'>>) => {
    if (saving) return;
    setSaving(true);
    setFailure(undefined);
    const { revision, ...text } = draft;
    void invoke('saveReportDraft', { projectId, revision, draft: { ...text, ...changes } }).then(async (answer) => {
      if (answer.ok || answer.error.code === 'conflict') await refresh();
      setSaving(false);
      if (answer.ok) setEditing(undefined);
      else setFailure(answer.error);
    });
  };
  return { editing, edit, saving, failure, save };
}
