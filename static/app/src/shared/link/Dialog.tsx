import { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { link as words } from '../strings/en-link';
import type { LinkSubject } from './context';
import styles from './dialog.module.css';

export const DIALOG_TITLE = 'dialog-title';

/** The inside of a dialog of Jira's: title, the issue it is about, content, and a foot that stays in view. */
export function Dialog({
  title,
  subject,
  footer,
  failure,
  onClose,
  onEscape = onClose,
  children,
}: {
  readonly title: string;
  readonly subject: LinkSubject;
  readonly footer: ReactNode;
  /** Why the last try failed; in view with the button that tries again. */
  readonly failure?: ReactNode;
  readonly onClose: () => void;
  /** What Esc does where it does not close. */
  readonly onEscape?: () => void;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      onEscape();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onEscape]);
  return (
    <main className={styles.dialog} aria-labelledby={DIALOG_TITLE}>
      <header className={styles.head}>
        <h1 className={styles.title} id={DIALOG_TITLE} tabIndex={-1}>
          {title}
        </h1>
        <IconButton icon={CrossIcon} label={words.close} appearance="subtle" isTooltipDisabled onClick={onClose} />
        <p className={styles.subject}>
          <span className={styles.subjectKey}>{subject.key}</span> {subject.summary}
        </p>
      </header>
      <div className={styles.body}>{children}</div>
      <footer className={styles.foot}>
        {failure}
        {footer}
      </footer>
    </main>
  );
}
