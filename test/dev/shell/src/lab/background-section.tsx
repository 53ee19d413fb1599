import { useEffect, useState } from 'react';
import { Button } from '../parts/button';
import type { BackgroundRun, LabState } from '../site/contract';
import { server } from '../site/server';
import { useSession } from '../site/session';
import styles from './lab-panel.module.css';

const LOOK_AGAIN_MS = 1_000;
const OUTCOMES: Readonly<Record<BackgroundRun['outcome'], string>> = {
  answered: 'done',
  failed: 'failed',
  'timed out': 'ran out of time',
  stopped: 'was stopped',
};
const INTERVALS: Readonly<Record<string, string>> = {
  fiveMinute: 'every 5 minutes',
  hour: 'every hour',
  day: 'every day',
  week: 'every week',
};

/** What the app does while no page waits for it: jobs, schedules, events; and taking the app off the site. */
export function BackgroundSection() {
  const { lab, setLab, refresh } = useSession();
  const [said, setSaid] = useState<string>();
  const [running, setRunning] = useState(false);
  const { background } = lab;

  useEffect(() => {
    // Jobs go on by themselves; the panel shows them move.
    const timer = setInterval(() => void server.lab().then(setLab, () => undefined), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [setLab]);

  const run = async (act: () => Promise<LabState>) => {
    setRunning(true);
    try {
      const next = await act();
      setLab(next);
      setSaid(next.said);
      // Without the app, the shell has fewer pages.
      if (next.background.installed !== background.installed) await refresh();
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
    setRunning(false);
  };
  const deliverTwice = (twice: boolean) => {
    // The box answers at once; the server's answer follows and is right in any case.
    setLab({ ...lab, background: { ...background, twice } });
    void run(() => server.deliverTwice(twice));
  };
  return (
    <>
      <section>
        <h3>Run now</h3>
        <ul>
          {background.consumers.map(({ key, waiting }) => (
            <Job
              key={key}
              name={key}
              about={`queue, ${waiting} waiting`}
              disabled={running}
              onRun={() => void run(() => server.runNow('consumer', key))}
            />
          ))}
          {background.schedules.map(({ key, interval }) => (
            <Job
              key={key}
              name={key}
              about={INTERVALS[interval] ?? interval}
              disabled={running || !background.installed}
              onRun={() => void run(() => server.runNow('schedule', key))}
            />
          ))}
          {background.hasTriggers && (
            <Job
              name="Events of Jira"
              about={`${background.events} waiting`}
              disabled={running}
              onRun={() => void run(() => server.runNow('events'))}
            />
          )}
        </ul>
        {background.consumers.length + background.schedules.length === 0 && !background.hasTriggers && (
          <p className={styles.off}>Nothing in Shift-Up runs on a timer or waits in a queue.</p>
        )}
        <label className={styles.switch}>
          <input type="checkbox" checked={background.twice} onChange={(event) => deliverTwice(event.target.checked)} />
          <span>Deliver everything twice, as Forge may</span>
        </label>
        <p role="status" className={styles.said}>
          {said}
        </p>
        <Runs runs={background.runs} />
      </section>
      <section>
        <h3>The app on this site</h3>
        <div className={styles.row}>
          <span className={styles.grow}>{background.installed ? 'Installed' : 'Not installed'}</span>
          <Button small disabled={running} onClick={() => void run(() => server.setInstalled(!background.installed))}>
            {background.installed ? 'Uninstall' : 'Install'}
          </Button>
        </div>
      </section>
    </>
  );
}

function Job({ name, about, disabled, onRun }: { name: string; about: string; disabled: boolean; onRun: () => void }) {
  return (
    <li>
      <span className={styles.grow}>{name}</span>
      <span className={styles.off}>{about}</span>
      <Button small disabled={disabled} onClick={onRun} aria-label={`Run now: ${name}`}>
        Run now
      </Button>
    </li>
  );
}

function Runs({ runs }: { runs: readonly BackgroundRun[] }) {
  if (runs.length === 0) return null;
  return (
    <ol className={styles.runs} aria-label="What ran last">
      {runs.map(({ kind, key, outcome, milliseconds, problem }, place) => (
        <li key={place}>
          <span className={styles.grow}>
            {key}
            {kind === 'job' ? '' : `, ${kind}`}
          </span>
          <span>
            {OUTCOMES[outcome]}, {milliseconds} ms
          </span>
          {problem !== undefined && <span className={styles.problem}>{problem}</span>}
        </li>
      ))}
    </ol>
  );
}
