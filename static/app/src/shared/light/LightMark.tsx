import type { LightState } from '../../../../../src/domain/light';
import styles from './light.module.css';

/** Circle, diamond, triangle, dashed circle: the outline alone tells the state. */
export function LightMark({ state, size = 14 }: { readonly state: LightState; readonly size?: 14 | 16 }) {
  return (
    <svg
      className={`${styles.mark} ${styles[state]}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      {SHAPE[state]}
    </svg>
  );
}

const SHAPE = {
  onTrack: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path
        className={styles.inner}
        d="m4.8 8.3 2.2 2.2 4.2-4.6"
        fill="none"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  watch: (
    <>
      <path d="M7.1 1.9.9 12.6c-.4.7.1 1.6.9 1.6h12.4c.8 0 1.3-.9.9-1.6L8.9 1.9a1 1 0 0 0-1.8 0Z" fill="currentColor" />
      <path className={styles.inner} d="M8 5.8v3.4M8 11.6v.01" strokeWidth="1.7" strokeLinecap="round" />
    </>
  ),
  actNow: (
    <>
      <path
        d="M7 .9.9 7a1.4 1.4 0 0 0 0 2L7 15.1a1.4 1.4 0 0 0 2 0L15.1 9a1.4 1.4 0 0 0 0-2L9 .9a1.4 1.4 0 0 0-2 0Z"
        fill="currentColor"
      />
      <path className={styles.inner} d="M8 4.4v4.2M8 11.3v.01" strokeWidth="1.7" strokeLinecap="round" />
    </>
  ),
  noData: (
    <>
      <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2.6 2.4" />
      <path d="M5.2 8h5.6" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
} as const;
