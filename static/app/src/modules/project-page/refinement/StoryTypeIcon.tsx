import styles from './meeting.module.css';

/** The sign of an issue whose relevance is assessed. Jira's own pictures of types are not for a frame to load. */
export function StoryTypeIcon({ name }: { readonly name: string }) {
  return (
    <svg
      className={styles.type}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      role="img"
      aria-label={name}
      focusable="false"
    >
      <rect x=".5" y=".5" width="15" height="15" rx="3.5" />
      <path d="M5.25 4.5h5.5v7L8 9.35 5.25 11.5v-7Z" />
    </svg>
  );
}
