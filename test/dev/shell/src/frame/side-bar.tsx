import { useEffect, useRef } from 'react';
import { Icon } from '../parts/icon';
import type { IconName } from '../parts/icon';
import { classes } from '../parts/classes';
import type { ForgeModule, ProjectSummary } from '../site/contract';
import { ADMIN_PAGE, modulePath } from '../site/module-paths';
import { Link, useNavigation } from '../site/navigation';
import { useSession } from '../site/session';
import { useCurrentProject } from '../site/current-project';
import { Footer } from './footer';
import styles from './side-bar.module.css';

interface Item {
  readonly to: string;
  readonly icon: IconName;
  readonly label: string;
  readonly ofTheApp?: boolean;
  readonly isHere: boolean;
  readonly below?: readonly Item[];
}

const OTHERS = 8;

export function SideBar() {
  const { place } = useNavigation();
  const { user, modules, summary, projects } = useSession();
  const project = useCurrentProject();
  const items: Item[] = [];
  const item = (to: string, icon: IconName, label: string, under = to): Item => ({
    to,
    icon,
    label,
    isHere: place.path.startsWith(under),
  });
  if (project !== undefined) {
    items.push(item(`/board/${project.key}`, 'board', 'Board', '/board'));
    items.push(item(`/backlog/${project.key}`, 'list', 'Backlog', '/backlog'));
    for (const module of modules.filter(({ type }) => type === 'jira:projectPage')) {
      items.push({ ...item(modulePath(module, project.key) ?? '/', 'shield', module.title), ofTheApp: true });
    }
  }
  items.push(item('/dashboard', 'gauge', 'Dashboard'));
  if (project?.mayAdminister === true) items.push(settingsItem(project, modules, place.path));
  if (user.isAdmin && modules.some((module) => module.type === 'jira:adminPage')) {
    items.push({ ...item(ADMIN_PAGE, 'shield', 'Admin', '/admin'), ofTheApp: true });
  }
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a narrow window the bar is one row that scrolls sideways.
    const bar = nav.current;
    if (bar === null || bar.scrollWidth <= bar.clientWidth) return;
    bar.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [place.path]);
  return (
    <nav ref={nav} className={styles.bar} aria-label={project?.name ?? 'Local Jira'}>
      {project !== undefined && (
        <div className={styles.project}>
          <span className={styles.picture} aria-hidden="true">
            {project.name[0]}
          </span>
          <div>
            <b>{project.name}</b>
            <span>
              {project.key}, {project.managed}-managed
            </span>
          </div>
        </div>
      )}
      <Items items={items} />
      {projects.length > 1 && (
        <ul className={classes(styles.others)} aria-label="Other projects">
          {projects
            .filter((other) => other.key !== project?.key)
            .slice(0, OTHERS)
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
      {projects.length > 0 && (
        <ul>
          <li>
            <Link
              to="/projects"
              className={styles.item ?? ''}
              aria-current={place.path.startsWith('/projects') ? 'page' : undefined}
            >
              <Icon name="list" />
              <span>All projects</span>
            </Link>
          </li>
        </ul>
      )}
      <Footer summary={summary} />
    </nav>
  );
}

/** Jira's project settings; what is in them shows while one is there. */
function settingsItem(project: ProjectSummary, modules: readonly ForgeModule[], path: string): Item {
  const base = `/project/${project.key}/settings`;
  const isHere = path.startsWith(base) || path.startsWith(`/jira/software/projects/${project.key}/settings`);
  const inside = (to: string, label: string, icon: IconName): Item => ({
    to,
    icon,
    label,
    isHere: path.replace(/\/$/, '') === to,
  });
  const below = [inside(base, 'Details', 'info')];
  if (project.managed === 'team') below.push(inside(`${base}/types`, 'Issue types and fields', 'list'));
  for (const module of modules.filter(({ type }) => type === 'jira:projectSettingsPage')) {
    const to = modulePath(module, project.key) ?? base;
    below.push({ ...inside(to, module.title, 'shield'), isHere: path.startsWith(to), ofTheApp: true });
  }
  const isInside = below.some((each) => each.isHere);
  return {
    to: base,
    icon: 'sliders',
    label: 'Project settings',
    isHere: isHere && !isInside,
    ...(isHere ? { below } : {}),
  };
}

function Items({ items, nested = false }: { items: readonly Item[]; nested?: boolean }) {
  return (
    <ul className={nested ? styles.nested : undefined}>
      {items.map((item) => (
        <li key={item.to + item.label}>
          <Link to={item.to} className={styles.item ?? ''} aria-current={item.isHere ? 'page' : undefined}>
            {!nested && <Icon name={item.icon} />}
            <span>{item.label}</span>
            {item.ofTheApp === true && <span className={styles.app}>Shift-Up</span>}
          </Link>
          {item.below !== undefined && <Items items={item.below} nested />}
        </li>
      ))}
    </ul>
  );
}
