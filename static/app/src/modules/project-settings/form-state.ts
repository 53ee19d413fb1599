/**
 * What stands in the form and what it started from, and what becomes of both when somebody edits, saves or meets another
 * person's changes. Pure.
 */
import type { Choice, ProjectSettingsView } from '../../../../../src/contract/settings';
import { draftOf } from './draft';
import type { Draft, Saved } from './draft';
import { merged } from './sections';

export interface FormState {
  readonly view: ProjectSettingsView;
  /** What is saved, as far as this page knows. */
  readonly base: Draft;
  readonly revision: number;
  readonly draft: Draft;
  /** Groups that were found here and could be chosen. */
  readonly met: readonly Choice[];
  /** Chosen transitions by key; missing while nobody touched them. */
  readonly transitions: readonly string[] | undefined;
  /** What somebody else saved after this page read the settings. */
  readonly theirs: ProjectSettingsView | undefined;
}

export type FormEvent =
  | { readonly type: 'edited'; readonly change: Partial<Draft> }
  | { readonly type: 'metGroup'; readonly group: Choice }
  | { readonly type: 'choseTransitions'; readonly keys: readonly string[] | undefined }
  | { readonly type: 'discarded' }
  /** `sent` was saved; meanwhile the form may have been edited further. */
  | { readonly type: 'saved'; readonly sent: Draft; readonly saved: Saved; readonly revision: number }
  | { readonly type: 'lostTo'; readonly theirs: ProjectSettingsView }
  | { readonly type: 'keptMine' }
  | { readonly type: 'tookTheirs' };

/** @throws RangeError for a project without saved settings. */
export function startOf(view: ProjectSettingsView): FormState {
  const base = draftOf(savedIn(view));
  const revision = view.saved?.revision ?? 0;
  return { view, base, revision, draft: base, met: [], transitions: undefined, theirs: undefined };
}

function savedIn({ saved }: ProjectSettingsView): Saved {
  if (saved === undefined) throw new RangeError('the project has no saved settings');
  return saved;
}

export function formState(state: FormState, event: FormEvent): FormState {
  switch (event.type) {
    case 'edited':
      return { ...state, draft: { ...state.draft, ...event.change } };
    case 'metGroup':
      return { ...state, met: [...state.met.filter(({ id }) => id !== event.group.id), event.group] };
    case 'choseTransitions':
      return { ...state, transitions: event.keys };
    case 'discarded':
      return { ...state, draft: state.base, transitions: undefined };
    case 'saved': {
      const base = draftOf(event.saved);
      return {
        ...state,
        base,
        revision: event.revision,
        draft: merged(event.sent, state.draft, base),
        theirs: undefined,
      };
    }
    case 'lostTo':
      return { ...state, theirs: event.theirs };
    case 'keptMine':
      return state.theirs === undefined ? state : rebased(state, state.theirs, true);
    case 'tookTheirs':
      return state.theirs === undefined ? state : rebased(state, state.theirs, false);
  }
}

function rebased(state: FormState, theirs: ProjectSettingsView, keepMine: boolean): FormState {
  const next = startOf(theirs);
  if (!keepMine) return { ...next, met: state.met };
  const draft = merged(state.base, state.draft, next.base);
  return { ...next, draft, met: state.met, transitions: state.transitions };
}
