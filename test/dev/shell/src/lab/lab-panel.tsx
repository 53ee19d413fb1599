import { useState } from 'react';
import { roundTrips } from '../module/page-calls';
import { Button, IconButton } from '../parts/button';
import { Icon } from '../parts/icon';
import type { LabState } from '../site/contract';
import { useLoad } from '../site/load';
import { useNavigation } from '../site/navigation';
import { server } from '../site/server';
import { useSession } from '../site/session';
import { BackgroundSection } from './background-section';
import styles from './lab-panel.module.css';

/** Time and trouble: the clock, faults, and what the page one looks at costs. */
export function LabPanel({ onClose }: { onClose?: () => void }) {
  const { lab, setLab } = useSession();
  const { place, reload } = useNavigation();
  const [problem, setProblem] = useState<string>();
  const cost = useLoad(`cost ${place.visit}`, async () => ({ ...(await server.pageCost()), roundTrips: roundTrips() }));

  const run = async (act: () => Promise<LabState>, andReload: boolean) => {
    try {
      setLab(await act());
      setProblem(undefined);
      if (andReload) reload();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const turn = (kind: string, on: boolean) => {
    // The box answers at once; the server's answer follows and is right in any case.
    setLab({ ...lab, faults: lab.faults.map((fault) => (fault.kind === kind ? { ...fault, on } : fault)) });
    void run(() => server.setFault(kind, on), false);
  };
  return (
    <div className={styles.lab}>
      <div className={styles.head}>
        <h2>
          <Icon name="flask" />
          Lab
        </h2>
        <p>Time and trouble, only in this stand-in.</p>
        {onClose !== undefined && (
          <IconButton icon="close" label="Close" onClick={onClose} className={styles.close ?? ''} />
        )}
      </div>
      <section>
        <h3>Clock</h3>
        <p className={styles.clock}>{clockText(lab.now)}</p>
        <div className={styles.row}>
          <Button small onClick={() => void run(() => server.setClock({ advanceHours: 1 }), true)}>
            + 1 h
          </Button>
          <Button small onClick={() => void run(() => server.setClock({ advanceHours: 24 }), true)}>
            + 1 day
          </Button>
          <Button small onClick={() => void run(() => server.setClock({ advanceHours: 24 * 7 }), true)}>
            + 1 week
          </Button>
          <Button small look="subtle" onClick={() => void run(() => server.setClock({ to: 'start' }), true)}>
            Back to the start
          </Button>
        </div>
      </section>
      <section>
        <h3>Faults</h3>
        <ul>
          {lab.faults.map((fault) => (
            <li key={fault.kind}>
              <label>
                <input
                  type="checkbox"
                  checked={fault.on}
                  onChange={(event) => turn(fault.kind, event.target.checked)}
                />
                <span>{fault.label}</span>
              </label>
              <span className={fault.on ? styles.extent : styles.off}>{fault.on ? fault.extent : 'off'}</span>
            </li>
          ))}
        </ul>
        {problem !== undefined && <p role="alert">{problem}</p>}
      </section>
      <BackgroundSection />
      <section>
        <div className={styles.costHead}>
          <h3>This page cost</h3>
          <Button small look="link" onClick={cost.again}>
            Count again
          </Button>
        </div>
        <dl className={styles.cost}>
          {(['requests', 'points', 'roundTrips', 'functions'] as const).map((name) => (
            <div key={name}>
              <dt>
                {{ requests: 'Requests', points: 'Points', roundTrips: 'Round trips', functions: 'Functions' }[name]}
              </dt>
              <dd>{cost.state === 'ready' ? cost.value[name] : '–'}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

/** The site's people all live in one time zone; the clock shows theirs. */
export function clockText(iso: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Berlin',
  }).formatToParts(new Date(iso));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}, ${part('hour')}:${part('minute')}`;
}
