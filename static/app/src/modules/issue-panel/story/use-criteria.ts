import { useEffect, useState } from 'react';
import type { StoryView } from '../../../../../../src/reads/story-view';
import type { Changes } from '../../../shared/panel/use-change';
import { mistakeIn, typedCriteria } from './criteria-text';
import type { CriteriaMistake } from './criteria-text';
import { ADD_CRITERIA, criteriaChange } from './story-changes';

/** The one way to the editor that is on screen. */
export const CRITERIA_WAY = 'panel-add-criteria';

export interface WritingCriteria {
  readonly open: boolean;
  readonly text: string;
  readonly saving: boolean;
  readonly mistake: CriteriaMistake | undefined;
  readonly start: () => void;
  readonly write: (text: string) => void;
  readonly save: () => void;
  /** Closes; what was written is there again when it is opened again. */
  readonly cancel: () => void;
}

/** Writing acceptance criteria in the panel. What was typed is kept until it is saved. */
export function useCriteria(story: StoryView, changes: Changes): WritingCriteria {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [mistake, setMistake] = useState<CriteriaMistake>();
  // Counts, so that every leaving brings the focus back, once the way is on screen again.
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left > 0) document.getElementById(CRITERIA_WAY)?.focus();
  }, [left]);
  const saving = changes.saving === ADD_CRITERIA;
  return {
    open,
    text,
    saving,
    mistake,
    start: () => {
      setMistake(undefined);
      setOpen(true);
    },
    write: (next) => {
      setText(next);
      setMistake(undefined);
    },
    save: () => {
      if (saving) return;
      const found = mistakeIn(text);
      setMistake(found);
      if (found !== undefined) return;
      changes.make(
        criteriaChange(story, typedCriteria(text), () => {
          setText('');
          setOpen(false);
        }),
      );
    },
    cancel: () => {
      setOpen(false);
      setLeft((times) => times + 1);
    },
  };
}
