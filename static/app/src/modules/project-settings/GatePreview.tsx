import { GATE_MESSAGE } from '../../../../../src/domain/gate-message';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { GateIcon } from './Icons';
import styles from './gate.module.css';

/** The very words with which Jira refuses a story. */
export function GatePreview() {
  return (
    <figure className={styles.preview}>
      <figcaption>{projectSettings.gate.preview}</figcaption>
      {Object.entries(GATE_MESSAGE).map(([refusal, message]) => (
        <p key={refusal} className={styles.message}>
          <GateIcon gate="block" />
          <span>{message}</span>
        </p>
      ))}
    </figure>
  );
}
