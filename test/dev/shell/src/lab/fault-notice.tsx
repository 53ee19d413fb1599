import { useEffect } from 'react';
import { Button } from '../parts/button';
import { Icon } from '../parts/icon';
import { server } from '../site/server';
import { useSession } from '../site/session';
import styles from './lab-panel.module.css';

const LOOK_AGAIN_MS = 3_000;

/** At the foot of every page while a fault is on, so that nobody takes the trouble for a mistake of the app. */
export function FaultNotice() {
  const { lab, setLab } = useSession();
  const on = lab.faults.filter((fault) => fault.on).length;
  useEffect(() => {
    if (on === 0) return undefined;
    // Faults for a number of requests use themselves up.
    const timer = setInterval(() => void server.lab().then(setLab, () => undefined), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [on, setLab]);
  return (
    <div role="status">
      {on > 0 && (
        <p className={styles.notice}>
          <Icon name="flask" small />
          {on === 1 ? '1 fault on' : `${on} faults on`}
          <Button look="link" small onClick={() => void server.clearFaults().then(setLab)}>
            Turn off
          </Button>
        </p>
      )}
    </div>
  );
}
