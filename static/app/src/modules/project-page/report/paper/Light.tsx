import { useEffect, useId, useRef, useState } from 'react';
import type { LightState } from '../../../../../../../src/domain/light';
import { LightButton } from '../../../../shared/light/LightButton';
import styles from './light.module.css';

/** The light of a block; its rule lies over what is below. Esc or a click elsewhere closes it. */
export function Light({
  light,
  rule,
  block,
}: {
  readonly light: LightState;
  readonly rule: string;
  readonly block: string;
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const around = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !around.current?.contains(event.target as Node)) {
        setOpen(false);
      }
    };
    document.addEventListener('keydown', close);
    document.addEventListener('pointerdown', close);
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('pointerdown', close);
    };
  }, [open]);
  return (
    <span ref={around} className={styles.around}>
      <LightButton group={block} state={light} open={open} ruleId={id} onToggle={() => setOpen(!open)} />
      {open ? (
        <span id={id} role="note" className={styles.rule} data-screen-only>
          {rule}
        </span>
      ) : null}
    </span>
  );
}
