import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef } from 'react';
import { setUp } from '../strings/en-set-up';
import { plural } from '../strings/fill';
import styles from './undo.module.css';

const words = setUp.undo;

/** Asks once more, with the number, before anything is removed. The safe answer has the focus. */
export function UndoConfirm({
  count,
  busy,
  onYes,
  onNo,
}: {
  readonly count: number;
  readonly busy: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const id = useId();
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  return (
    <div className={styles.confirm} role="group" aria-labelledby={id} aria-describedby={`${id}-body`}>
      <p id={id} className={styles.question}>
        {plural(words.confirm, count)}
      </p>
      <p id={`${id}-body`}>{words.confirmBody}</p>
      <div className={styles.buttons}>
        <Button appearance="danger" isLoading={busy} onClick={onYes}>
          {plural(words.confirmYes, count)}
        </Button>
        <Button ref={no} onClick={onNo}>
          {words.confirmNo}
        </Button>
      </div>
    </div>
  );
}
