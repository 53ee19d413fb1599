import { useCallback, useRef, useState } from 'react';

/** What can be edited in place. */
export type Edited = 'owner' | 'treatment' | 'review' | 'close';

export interface Editing {
  /** The form that is open, and beside which control: one at a time. */
  readonly open: { readonly what: Edited; readonly anchor: string } | undefined;
  /** Opens a form beside its button, or closes it again. */
  readonly toggle: (what: Edited, anchor: string) => void;
  /** Gives it up: the focus returns to the button. */
  readonly cancel: () => void;
  /** Saved: closes, and leaves the focus to the notice. */
  readonly close: () => void;
}

/** Which form of the panel is open. */
export function useEditing(): Editing {
  const [open, setOpen] = useState<Editing['open']>();
  const opener = useRef<Element>(undefined);
  const close = useCallback(() => setOpen(undefined), []);
  const toggle = useCallback((what: Edited, anchor: string) => {
    opener.current = document.activeElement ?? undefined;
    setOpen((before) => (before?.anchor === anchor ? undefined : { what, anchor }));
  }, []);
  const cancel = useCallback(() => {
    setOpen(undefined);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  }, []);
  return { open, toggle, cancel, close };
}
