import styles from './edit.module.css';

/** Opens the form of what it stands on. Neither printed nor drawn. */
export function PencilButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <button type="button" className={styles.pencil} aria-label={label} title={label} onClick={onClick} data-screen-only>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d="M10.9 2.3a1.5 1.5 0 0 1 2.1 0l.7.7a1.5 1.5 0 0 1 0 2.1L6 12.8l-3.5.7.7-3.5 7.7-7.7Z" />
      </svg>
    </button>
  );
}
