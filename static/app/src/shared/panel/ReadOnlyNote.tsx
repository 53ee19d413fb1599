import EyeIcon from '@atlaskit/icon/core/eye-open';
import type { ReactNode } from 'react';
import styles from './panel.module.css';

/** In the place of buttons the viewer may not use: a sentence that says who can. */
export function ReadOnlyNote({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.note}>
      <span>
        <EyeIcon label="" color="var(--ds-icon-subtle)" />
      </span>
      <p>{children}</p>
    </div>
  );
}
