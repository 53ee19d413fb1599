import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';

/** Whether the rule of a light is shown; Escape hides it and gives the focus back to the light. */
export function useLightRule(): {
  readonly open: boolean;
  readonly ruleId: string;
  readonly toggle: () => void;
  readonly group: {
    readonly ref: React.RefObject<HTMLDivElement>;
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
} {
  const [open, setOpen] = useState(false);
  const ruleId = useId();
  const ref = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape' || !open) return;
    // The dialog around it stays.
    event.preventDefault();
    setOpen(false);
    ref.current?.querySelector<HTMLElement>('button[aria-expanded]')?.focus();
  };
  return { open, ruleId, toggle: () => setOpen(!open), group: { ref, onKeyDown } };
}
