import type { RiskStatus } from '../../../../../src/reads/risk-view';
import styles from './StatusName.module.css';

/** A workflow status, in the shade of its category. Atlaskit's lozenge looks the same and weighs 30 KB. */
export function StatusName({ status }: { readonly status: RiskStatus }) {
  return (
    <span className={`${styles.status} ${styles[status.category]}`} title={status.name}>
      {status.name}
    </span>
  );
}
