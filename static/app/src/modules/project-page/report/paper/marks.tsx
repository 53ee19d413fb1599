import styles from './marks.module.css';

export function Arrow({ direction, size = 12 }: { readonly direction: 'up' | 'down'; readonly size?: number }) {
  return (
    <svg className={styles.shape} width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path
        className={styles.line}
        d={direction === 'down' ? 'M6 2v8M2.8 7 6 10.2 9.2 7' : 'M6 10V2M2.8 5 6 1.8 9.2 5'}
      />
    </svg>
  );
}

export function LockIcon() {
  return (
    <svg className={styles.shape} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <rect x="2" y="5.2" width="8" height="5.6" rx="1.2" fill="currentColor" />
      <path className={styles.thin} d="M3.8 5V3.7a2.2 2.2 0 0 1 4.4 0V5" />
    </svg>
  );
}
