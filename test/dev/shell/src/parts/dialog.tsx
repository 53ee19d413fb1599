import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from './button';
import { classes } from './classes';
import styles from './dialog.module.css';

/**
 * A modal dialog on the browser's own <dialog>: focus stays inside, Escape closes, focus returns to where it was.
 */
export function Dialog({
  title,
  about,
  wide = false,
  bare = false,
  onClose,
  children,
}: {
  title: string;
  about?: string;
  wide?: boolean;
  /** No header: the content brings its own. */
  bare?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes(styles.dialog, wide && styles.wide)}
      {...(bare ? { 'aria-label': title } : { 'aria-labelledby': heading })}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {!bare && (
        <header className={styles.header}>
          <div>
            <h2 id={heading}>{title}</h2>
            {about !== undefined && <p>{about}</p>}
          </div>
          <IconButton icon="close" label="Close" onClick={onClose} />
        </header>
      )}
      {children}
    </dialog>
  );
}

export function DialogBody({ children }: { children: ReactNode }) {
  return <div className={styles.body}>{children}</div>;
}

export function DialogFooter({ children }: { children: ReactNode }) {
  return <footer className={styles.footer}>{children}</footer>;
}
