import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef, useState } from 'react';
import { risks } from '../../../../shared/strings/en-risks';
import { OPTIONAL_COLUMNS } from '../columns';
import type { ColumnChoice } from '../use-columns';
import styles from '../board.module.css';

/** Which columns are shown: a box for each, under a button. */
export function Columns({ columns: { shown, possible, toggle, showAll } }: { readonly columns: ColumnChoice }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const onPointer = (event: PointerEvent) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [open]);
  return (
    // Escape closes wherever the focus is inside.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={place}
      className={styles.columnsPlace}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        setOpen(false);
        place.current?.querySelector('button')?.focus();
      }}
    >
      <Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {risks.tools.columns}
      </Button>
      {open ? (
        <fieldset id={id} className={styles.columnsBox}>
          <legend className={styles.columnsLegend}>{risks.tools.columns}</legend>
          {OPTIONAL_COLUMNS.filter((column) => possible.includes(column)).map((column) => (
            <label key={column} className={styles.columnsLine}>
              <input type="checkbox" checked={shown.includes(column)} onChange={() => toggle(column)} />
              {risks.columns[column]}
            </label>
          ))}
          <p className={styles.columnsHelp}>{risks.tools.columnsKept}</p>
          {shown.length < possible.length ? (
            <Button spacing="compact" appearance="subtle" onClick={showAll}>
              {risks.tools.columnsAll}
            </Button>
          ) : null}
        </fieldset>
      ) : null}
    </div>
  );
}
