import { useState } from 'react';
import { Button } from '../parts/button';
import { Dialog, DialogBody, DialogFooter } from '../parts/dialog';
import { server } from '../site/server';
import { ImportDialog } from './import-dialog';
import styles from './side-bar.module.css';

/** What the demo holds, and the ways to another content. */
export function Footer({ summary }: { summary: string }) {
  const [open, setOpen] = useState<'import' | 'start over'>();
  const close = () => setOpen(undefined);
  return (
    <div className={styles.footer}>
      {summary !== '' && <p>{summary}</p>}
      <Button look="link" small onClick={() => setOpen('import')}>
        Import a Jira CSV
      </Button>
      <Button look="link" small onClick={() => setOpen('start over')}>
        Start over
      </Button>
      {open === 'import' && <ImportDialog onClose={close} />}
      {open === 'start over' && <StartOverDialog onClose={close} />}
    </div>
  );
}

function StartOverDialog({ onClose }: { onClose: () => void }) {
  const [problem, setProblem] = useState<string>();
  const [running, setRunning] = useState(false);
  const startOver = async () => {
    setRunning(true);
    try {
      await server.startOver();
      window.location.assign('/');
    } catch (error) {
      setRunning(false);
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Dialog title="Start over?" onClose={onClose}>
      <DialogBody>
        <p>
          Everything goes back to how it was when Local Jira was first started: what you changed and imported is gone.
        </p>
        {problem !== undefined && <p role="alert">{problem}</p>}
      </DialogBody>
      <DialogFooter>
        <Button look="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button look="primary" disabled={running} onClick={() => void startOver()}>
          Start over
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
