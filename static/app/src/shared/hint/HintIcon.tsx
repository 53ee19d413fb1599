import styles from './hint.module.css';

/** A lamp: the sign of a hint everywhere. The word beside it says the same. */
export function HintIcon({ subtle = false }: { readonly subtle?: boolean }) {
  return (
    <svg
      className={subtle ? styles.iconSubtle : styles.icon}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M5.6 10.6c-1-.8-1.6-1.9-1.6-3.2a4 4 0 1 1 8 0c0 1.3-.6 2.4-1.6 3.2-.3.2-.4.5-.4.8v.1H6v-.1c0-.3-.1-.6-.4-.8Z" />
      <path d="M6.4 13.9h3.2" />
    </svg>
  );
}
