import { Dialog } from '../parts/dialog';
import type { ForgeModule } from '../site/contract';
import { ForgePage } from './forge-page';
import styles from './module.module.css';

/** A module that Jira opens in a dialog, such as a board action. The page in it brings its own title and Close. */
export function ModuleDialog({
  module,
  extension,
  onClose,
}: {
  module: ForgeModule;
  extension: Readonly<Record<string, unknown>>;
  onClose: () => void;
}) {
  return (
    <Dialog title={module.title} wide bare onClose={onClose}>
      <ForgePage
        module={module}
        extension={extension}
        autoResize={false}
        className={styles.dialogPage}
        onClose={onClose}
        onEscape={onClose}
      />
    </Dialog>
  );
}
