import { useState } from 'react';
import { Icon } from '../parts/icon';
import type { IconName } from '../parts/icon';
import { classes } from '../parts/classes';
import { Button } from '../parts/button';
import { Dialog, DialogBody, DialogFooter } from '../parts/dialog';
import { Link, useNavigation } from '../site/navigation';
import { server } from '../site/server';
import { useSession } from '../site/session';
import { useCurrentProject } from '../site/current-project';
import { ImportDialog } from './import-dialog';
import styles from './side-bar.module.css';

export function SideBar() {
  const { place } = useNavigation();
  const { user, modules, summary, projects } = useSession();
  const project = useCurrentProject();
  const items: { to: string; icon: IconName; label: string; ofTheApp?: boolean; under: string }[] = [];
  if (project !== undefined) {
    items.push({ to: `/board/${project.key}`, icon: 'board', label: 'Board', under: '/board' });
    items.push({ to: `/backlog/${project.key}`, icon: 'list', label: 'Backlog', under: '/backlog' });
  }
  items.push({ to: '/dashboard', icon: 'gauge', label: 'Dashboard', under: '/dashboard' });
  if (project !== undefined) {
    items.push({ to: `/project/${project.key}/settings`, icon: 'sliders', label: 'Settings', under: '/project' });
  }
  if (user.isAdmin && modules.some((module) => module.type === 'jira:adminPage')) {
    items.push({ to: '/admin/shift-up', icon: 'shield', label: 'Admin', ofTheApp: true, under: '/admin' });
  }
  return (
    <nav className={styles.bar} aria-label={project?.name ?? 'Local Jira'}>
      {project !== undefined && (
        <div className={styles.project}>
          <span className={styles.picture} aria-hidden="true">
            {project.name[0]}
          </span>
          <div>
            <b>{project.name}</b>
            <span>{project.key}, software project</span>
          </div>
        </div>
      )}
      <ul>
        {items.map((item) => (
          <li key={item.to}>
            <Link
              to={item.to}
              className={styles.item ?? ''}
              aria-current={place.path.startsWith(item.under) ? 'page' : undefined}
            >
              <Icon name={item.icon} />
              <span>{item.label}</span>
              {item.ofTheApp === true && <span className={styles.app}>Shift-Up</span>}
            </Link>
          </li>
        ))}
      </ul>
      {projects.length > 1 && (
        <ul className={classes(styles.others)} aria-label="Other projects">
          {projects
            .filter((other) => other.key !== project?.key)
            .slice(0, 8)
            .map((other) => (
              <li key={other.key}>
                <Link to={`/board/${other.key}`} className={styles.item ?? ''}>
                  <span className={styles.small} aria-hidden="true">
                    {other.name[0]}
                  </span>
                  <span>{other.name}</span>
                </Link>
              </li>
            ))}
        </ul>
      )}
      <Footer summary={summary} />
    </nav>
  );
}

function Footer({ summary }: { summary: string }) {
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
