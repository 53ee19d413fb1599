import styles from './Skeleton.module.css';

/** Holds the place of what is on its way. Sizes are CSS lengths; the block must keep its final height. */
export function Skeleton({
  width = '100%',
  height = '0.75rem',
  radius,
}: {
  readonly width?: string;
  readonly height?: string;
  readonly radius?: string;
}) {
  return (
    <span
      className={styles.skeleton}
      aria-hidden="true"
      style={{ width, height, ...(radius === undefined ? {} : { borderRadius: radius }) }}
    />
  );
}
