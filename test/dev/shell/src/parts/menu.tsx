import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { classes } from './classes';
import styles from './menu.module.css';

/** What the opening button has to carry. */
export interface Opener {
  readonly 'aria-haspopup': 'menu' | 'dialog';
  readonly 'aria-expanded': boolean;
  readonly onClick: () => void;
}

/**
 * Something that opens under a button. Escape and a click elsewhere close it; focus goes to its first control and
 * comes back to the button. In a menu, the arrow keys move.
 */
export function Popup({
  kind,
  label,
  side = 'start',
  opener,
  children,
}: {
  kind: 'menu' | 'dialog';
  label: string;
  /** The edge of the button it keeps to. */
  side?: 'start' | 'end';
  opener: (props: Opener) => ReactNode;
  children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    controls(panel.current)[0]?.focus();
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && whole.current?.contains(event.target) !== true) setOpen(false);
    };
    // A click into an iframe reaches this document only as a loss of focus.
    const left = () => setOpen(false);
    document.addEventListener('pointerdown', outside);
    window.addEventListener('blur', left);
    return () => {
      document.removeEventListener('pointerdown', outside);
      window.removeEventListener('blur', left);
    };
  }, [open]);

  const wasOpen = useRef(false);
  useEffect(() => {
    // Closed from inside: the focus would be lost with the panel, so it goes back to the button.
    if (wasOpen.current && !open && document.activeElement === document.body) {
      whole.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
    }
    wasOpen.current = open;
  }, [open]);

  const close = () => setOpen(false);
  const keys = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
    if (kind !== 'menu') return;
    if (event.key === 'Tab') setOpen(false);
    const items = controls(panel.current);
    const at = items.findIndex((item) => item === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    items[(to + items.length) % items.length]?.focus();
  };

  return (
    // The keys are those of the controls inside.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={whole} className={styles.whole} onKeyDown={keys}>
      {opener({ 'aria-haspopup': kind, 'aria-expanded': open, onClick: () => setOpen(!open) })}
      {open && (
        <div ref={panel} role={kind} aria-label={label} className={classes(styles.panel, side === 'end' && styles.end)}>
          {children(close)}
        </div>
      )}
    </div>
  );
}

function controls(panel: HTMLElement | null): HTMLElement[] {
  return panel === null ? [] : [...panel.querySelectorAll<HTMLElement>('button:not(:disabled), a[href], input')];
}

export function MenuItem({
  children,
  selected,
  onSelect,
}: {
  children: ReactNode;
  /** Given: one of a group of which one is chosen. */
  selected?: boolean;
  onSelect: () => void;
}) {
  const role = selected === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': selected };
  return (
    <button type="button" className={styles.item} tabIndex={-1} onClick={onSelect} {...role}>
      {children}
    </button>
  );
}
