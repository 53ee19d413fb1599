import Button from '@atlaskit/button/new';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { risk as words } from '../strings/en-risk';
import panelStyles from '../panel/panel.module.css';
import styles from './editor.module.css';

/** A small form in place: Ctrl and Enter save, Escape cancels. Without `submit` its controls save by themselves. */
export function Editor({
  label,
  title = label,
  submit,
  saving = false,
  keys = words.keys,
  more,
  onSave,
  onCancel,
  children,
}: {
  /** Names the form. */
  readonly label: string;
  readonly title?: ReactNode;
  readonly submit?: string | undefined;
  readonly saving?: boolean;
  readonly keys?: string;
  /** Further buttons, before the one that saves. */
  readonly more?: ReactNode;
  readonly onSave?: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}) {
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onSave?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onCancel();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && onSave !== undefined) {
      event.preventDefault();
      onSave();
    }
  };
  return (
    // Keys that every control inside shares.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form className={styles.editor} aria-label={label} onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
      <p className={styles.title} aria-hidden={title === label}>
        {title}
      </p>
      {children}
      <div className={styles.foot}>
        {submit === undefined ? (
          <span />
        ) : (
          <p className={panelStyles.help}>
            <kbd className={panelStyles.kbd}>Ctrl</kbd> <kbd className={panelStyles.kbd}>Enter</kbd> {keys}
          </p>
        )}
        <div className={panelStyles.actions}>
          <Button appearance="subtle" onClick={onCancel}>
            {words.cancel}
          </Button>
          {more}
          {submit === undefined ? null : (
            <Button appearance="primary" type="submit" isLoading={saving}>
              {submit}
            </Button>
          )}
        </div>
      </div>
    </form>
  );
}
