import { useState } from 'react';
import styles from './Face.module.css';

const LOOKS = [styles.orange, styles.teal, styles.magenta, styles.purple, styles.blue];

/** A person's picture, or initials where there is none. The name stands beside it, so it is hidden from screen readers. */
export function Face({
  name,
  avatarUrl,
  size = 'medium',
}: {
  readonly name: string;
  readonly avatarUrl: string | undefined;
  readonly size?: 'small' | 'medium';
}) {
  const [broken, setBroken] = useState(false);
  const shape = `${styles.face} ${size === 'small' ? styles.small : ''}`;
  if (avatarUrl !== undefined && !broken && /^https:\/\//.test(avatarUrl)) {
    return <img className={shape} src={avatarUrl} alt="" onError={() => setBroken(true)} />;
  }
  return (
    <span className={`${shape} ${LOOKS[hashOf(name) % LOOKS.length]}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

/** The outline of nobody. */
export function NoFace({ size = 'medium' }: { readonly size?: 'small' | 'medium' }) {
  return (
    <span className={`${styles.face} ${styles.nobody} ${size === 'small' ? styles.small : ''}`} aria-hidden="true">
      <svg
        width="12"
        height="12"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.9"
        focusable="false"
      >
        <circle cx="8" cy="5.25" r="2.75" />
        <path d="M2.75 13.75c.5-2.6 2.6-4 5.25-4s4.75 1.4 5.25 4" strokeLinecap="round" />
      </svg>
    </span>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? '';
  const last = words.length > 1 ? (words[words.length - 1]?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}

/** The same name has the same colour everywhere on this page. */
function hashOf(name: string): number {
  let hash = 0;
  for (const letter of name) hash = (hash * 84 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return hash;
}
