import { useState } from 'react';
import { PageHeader } from '../../frame/frame';
import { Button } from '../../parts/button';
import { Message } from '../../parts/message';
import type { ProjectSummary } from '../../site/contract';
import { useTitle } from '../../site/load';
import { Link, useNavigation } from '../../site/navigation';
import { useSession } from '../../site/session';
import { NewProjectDialog } from './new-project-dialog';
import styles from './projects.module.css';

/** Every project the user may see, with the ways into it. A Jira admin can make one. */
export function ProjectsPage() {
  const { projects, user, refresh } = useSession();
  const { go } = useNavigation();
  const [adding, setAdding] = useState(false);
  useTitle('Projects');
  return (
    <>
      <PageHeader
        title="Projects"
        actions={user.isAdmin ? <Button onClick={() => setAdding(true)}>Create project</Button> : undefined}
      />
      {projects.length === 0 ? (
        <Message title={`There is no project that ${user.displayName} may see.`} />
      ) : (
        <ul className={styles.list}>
          {projects.map((project) => (
            <Row key={project.id} project={project} />
          ))}
        </ul>
      )}
      {adding && (
        <NewProjectDialog
          onClose={() => setAdding(false)}
          onMade={(key) => {
            setAdding(false);
            void refresh().then(() => go(`/project/${key}/settings`));
          }}
        />
      )}
    </>
  );
}

function Row({ project }: { project: ProjectSummary }) {
  const { key, name, managed, mayAdminister } = project;
  return (
    <li>
      <span className={styles.picture} aria-hidden="true">
        {name[0]}
      </span>
      <div className={styles.name}>
        <Link to={`/board/${key}`}>{name}</Link>
        <span>
          {key} · {managed}-managed
        </span>
      </div>
      <div className={styles.ways}>
        <Link to={`/board/${key}`} aria-label={`Board of ${name}`}>
          Board
        </Link>
        <Link to={`/backlog/${key}`} aria-label={`Backlog of ${name}`}>
          Backlog
        </Link>
        {mayAdminister && (
          <Link to={`/project/${key}/settings`} aria-label={`Settings of ${name}`}>
            Settings
          </Link>
        )}
      </div>
    </li>
  );
}
