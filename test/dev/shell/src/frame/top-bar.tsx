import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { LabPanel } from '../lab/lab-panel';
import { Button, IconButton } from '../parts/button';
import { Icon } from '../parts/icon';
import { Popup } from '../parts/menu';
import { Link, useNavigation } from '../site/navigation';
import { useSession } from '../site/session';
import { useColorMode } from '../site/theme';
import { CreateDialog } from './create-dialog';
import styles from './top-bar.module.css';
import { UserMenu } from './user-menu';

export function TopBar() {
  const { projects } = useSession();
  const [creating, setCreating] = useState(false);
  const [mode, toggleMode] = useColorMode();
  return (
    <header className={styles.bar}>
      <Link to="/" className={styles.logo} aria-label="Local Jira, home">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <rect x="2" y="2" width="20" height="20" rx="6" />
          <path d="M8 6.75v8.5h5.5M16.5 6.75v7a3.25 3.25 0 0 1-1 2.35" />
        </svg>
        <b>Local Jira</b>
      </Link>
      <span className={styles.standIn}>
        <span>Stand-in for development</span> <span>· not Atlassian’s Jira</span>
      </span>
      <SearchBox />
      <div className={styles.right}>
        {projects.length > 0 && (
          <Button
            look="primary"
            icon="plus"
            className={styles.compact ?? ''}
            aria-label="Create"
            onClick={() => setCreating(true)}
          >
            <span>Create</span>
          </Button>
        )}
        <Popup
          kind="dialog"
          label="Lab"
          side="end"
          opener={(props) => (
            <Button icon="flask" className={styles.compact ?? ''} aria-label="Lab" {...props}>
              <span>Lab</span>
            </Button>
          )}
        >
          {(close) => <LabPanel onClose={close} />}
        </Popup>
        <IconButton
          icon={mode === 'light' ? 'moon' : 'sun'}
          label={mode === 'light' ? 'Dark theme' : 'Light theme'}
          onClick={toggleMode}
        />
        <UserMenu />
      </div>
      {creating && <CreateDialog onClose={() => setCreating(false)} />}
    </header>
  );
}

const KEY = /^[A-Za-z][A-Za-z0-9_]+-\d+$/;

/** A key opens the issue; words open the list of what they find. */
function SearchBox() {
  const { go } = useNavigation();
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const slash = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null) return;
      event.preventDefault();
      input.current?.focus();
    };
    window.addEventListener('keydown', slash);
    return () => window.removeEventListener('keydown', slash);
  }, []);

  const search = (event: FormEvent) => {
    event.preventDefault();
    const words = input.current?.value.trim() ?? '';
    if (words === '') return;
    if (KEY.test(words)) go(`/browse/${words.toUpperCase()}`);
    else go(`/issues/?jql=${encodeURIComponent(`text ~ ${quoted(words)} ORDER BY updated DESC`)}`);
    if (input.current !== null) input.current.value = '';
  };
  return (
    <form role="search" className={styles.search} onSubmit={search}>
      <Icon name="search" />
      <input ref={input} aria-label="Search or type a key" placeholder="Search or type a key" />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}

function quoted(words: string): string {
  return `"${words.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
