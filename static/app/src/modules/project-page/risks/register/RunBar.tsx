import { register } from '../../../../shared/strings/en-register';
import { fill } from '../../../../shared/strings/fill';
import styles from './register.module.css';

/** How far it is, in words and as a bar. */
export function RunBar({
  text,
  done,
  all,
  waitSeconds,
}: {
  readonly text: string;
  readonly done: number;
  readonly all: number;
  readonly waitSeconds: number | undefined;
}) {
  return (
    <div className={styles.runBar}>
      <p>
        {text}
        {waitSeconds === undefined ? null : <span> · {fill(register.run.wait, { seconds: waitSeconds })}</span>}
      </p>
      <progress className={styles.progress} value={done} max={Math.max(all, 1)} aria-label={text} />
    </div>
  );
}
