import { PageHeader } from '../../frame/frame';
import { projectStatuses } from '../../jira/calls';
import { StatusLozenge } from '../../parts/lozenge';
import { Message, Waiting } from '../../parts/message';
import { TypeIcon } from '../../parts/type-icon';
import { useCurrentProject } from '../../site/current-project';
import { useLoad, useTitle } from '../../site/load';
import { Link } from '../../site/navigation';
import { MissingPage } from '../missing-page';
import styles from './project.module.css';

/** What a project is made of; to look at, not to change. */
export function SettingsPage({ projectKey }: { projectKey: string }) {
  const project = useCurrentProject();
  const types = useLoad(projectKey, () => projectStatuses(projectKey));
  useTitle('Project settings');
  if (project?.key !== projectKey) return <MissingPage what={`Project ${projectKey}`} />;
  return (
    <>
      <PageHeader above={project.name} title="Settings" />
      <div className={styles.sections}>
        <section>
          <h2>Details</h2>
          <dl className={styles.facts}>
            <dt>Name</dt>
            <dd>{project.name}</dd>
            <dt>Key</dt>
            <dd>{project.key}</dd>
            <dt>Kind</dt>
            <dd>Software, company-managed</dd>
          </dl>
        </section>
        <section>
          <h2>Work types and their statuses</h2>
          {types.state === 'loading' && <Waiting rows={4} />}
          {types.state === 'failed' && <Message kind="danger" title={types.error.message} />}
          {types.state === 'ready' && (
            <dl className={styles.facts}>
              {types.value.map((type) => (
                <TypeRow key={type.id} name={type.name} statuses={type.statuses} />
              ))}
            </dl>
          )}
        </section>
        <section>
          <h2>Apps</h2>
          <p>
            Shift-Up is set up for the whole site on <Link to="/admin/shift-up">its admin page</Link>, by a Jira admin.
          </p>
        </section>
      </div>
    </>
  );
}

function TypeRow({ name, statuses }: { name: string; statuses: Parameters<typeof StatusLozenge>[0]['status'][] }) {
  return (
    <>
      <dt>
        <TypeIcon name={name} /> {name}
      </dt>
      <dd className={styles.statuses}>
        {statuses.map((status) => (
          <StatusLozenge key={status.id} status={status} />
        ))}
      </dd>
    </>
  );
}
