import Button from '@atlaskit/button/new';
import type { GateTransition } from '../../../../../src/contract/settings';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { fill } from '../../shared/strings/fill';
import { Note } from '../../shared/ui/Note';
import { quoted } from './gate-words';
import styles from './gate.module.css';

const words = projectSettings.gate;

/** The project does not say Block, and Jira still blocks: a detaching that failed. Nothing where all is well. */
export function StrayGate({
  attached,
  onDetach,
}: {
  readonly attached: readonly GateTransition[];
  readonly onDetach: () => void;
}) {
  if (attached.length === 0) return null;
  return (
    <div className={styles.notes}>
      <Note look="warning" heading={words.stray.heading}>
        <p>{fill(words.stray.body, { names: quoted(attached.map(({ name }) => name)) })}</p>
        <div className={styles.actions}>
          <Button spacing="compact" onClick={onDetach}>
            {words.uninstall.detach}
          </Button>
        </div>
      </Note>
    </div>
  );
}
