import { Mark } from './Marks';
import type { MarkName } from './Marks';
import styles from './lozenge.module.css';

export type LozengeLook = 'information' | 'discovery' | 'success' | 'warning' | 'danger' | 'neutral';

/** One word with its mark: never colour alone. Atlaskit's lozenge has no mark and weighs 30 KB. */
export function Lozenge({
  look,
  mark,
  children,
}: {
  readonly look: LozengeLook;
  readonly mark: MarkName;
  readonly children: string;
}) {
  return (
    <span className={`${styles.lozenge} ${styles[look]}`}>
      <Mark name={mark} />
      {children}
    </span>
  );
}
