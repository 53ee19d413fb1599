import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { reasonName, reasonWords } from '../../../../shared/offered-reasons';
import type { OfferedReason } from '../../../../shared/offered-reasons';
import { Kbd, useKeyName } from '../Kbd';
import styles from './detail.module.css';

/** The reasons, by the keys 1 to 9; the focus starts on the first, arrow keys move it. */
export function Reasons({
  legend,
  reasons,
  onReason,
}: {
  readonly legend: string;
  readonly reasons: readonly OfferedReason[];
  readonly onReason: (reason: OfferedReason) => void;
}) {
  const keyName = useKeyName();
  const list = useRef<HTMLFieldSetElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    // The buttons themselves take the keys; the group only gathers them.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset ref={list} className={styles.reasons} onKeyDown={onKeyDown}>
      <legend>{legend}</legend>
      {reasons.map((reason, index) => (
        <button
          key={reasonName(reason)}
          type="button"
          className={styles.reason}
          {...keyName(String(index + 1))}
          onClick={() => onReason(reason)}
        >
          <span>{reasonWords(reason)}</span>
          <Kbd>{index + 1}</Kbd>
        </button>
      ))}
    </fieldset>
  );
}
