import { common } from '../strings/en-common';
import styles from './PersonName.module.css';

/** A person's display name, or "No owner" in words and with an outline where there is none. */
export function PersonName({
  name,
  nobody = common.person.nobody,
}: {
  readonly name: string | undefined;
  readonly nobody?: string;
}) {
  if (name !== undefined) {
    return (
      <span className={styles.name} title={name}>
        {name}
      </span>
    );
  }
  return (
    <span className={styles.nobody}>
      <svg
        width="14"
        height="14"
        viewBox="0 0 16 16"
        aria-hidden="true"
        focusable="false"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      >
        <circle cx="8" cy="5.4" r="2.6" />
        <path d="M2.8 14c.4-3 2.5-4.4 5.2-4.4s4.8 1.4 5.2 4.4" strokeLinecap="round" strokeDasharray="2.4 2.2" />
      </svg>
      {nobody}
    </span>
  );
}
