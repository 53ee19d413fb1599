import { PageHeader } from '../../frame/frame';
import { projectStatuses, projectTypes } from '../../jira/calls';
import type { Status } from '../../jira/shapes';
import { StatusLozenge } from '../../parts/lozenge';
import { Message, Waiting } from '../../parts/message';
import { TypeIcon } from '../../parts/type-icon';
import { useLoad, useTitle } from '../../site/load';
import { modulePath } from '../../site/module-paths';
import { Link } from '../../site/navigation';
import { useSession } from '../../site/session';
import { MissingPage } from '../missing-page';
import styles from './project.module.css';

/** What a project is made of; to look at, not to change. Jira shows it to whoever administers the project. */
export function SettingsPage({ projectKey }: { projectKey: string }) {
  const { projects, modules, user } = useSession();
  const project = projects.find(({ key }) => key === projectKey);
  const types = useLoad(projectKey, async () => {
    // Only the project's own answer has the types' pictures.
    const [rows, pictured] = await Promise.all([projectStatuses(projectKey), projectTypes(projectKey)]);
    return rows.map((row) => ({ ...row, avatarId: pictured.find(({ id }) => id === row.id)?.avatarId }));
  });
  useTitle('Project settings');
  if (project?.mayAdminister !== true) return <MissingPage what={`The settings of ${projectKey}`} />;
  const pages = modules.filter(({ type }) => type === 'jira:projectSettingsPage');
  const admin = modules.find(({ type }) => type === 'jira:adminPage');
  return (
    <>
      <PageHeader above={`${project.name} / Project settings`} title="Details" />
      <div className={styles.sections}>
        <section>
          <h2>Project</h2>
          <dl className={styles.facts}>
            <dt>Name</dt>
            <dd>{project.name}</dd>
            <dt>Key</dt>
            <dd>{project.key}</dd>
            <dt>Kind</dt>
            <dd>Software, {project.managed}-managed</dd>
          </dl>
        </section>
        <section>
          <h2>Issue types and their statuses</h2>
          {types.state === 'loading' && <Waiting rows={4} />}
          {types.state === 'failed' && <Message kind="danger" title={types.error.message} />}
          {types.state === 'ready' && (
            <dl className={styles.facts}>
              {types.value.map((type) => (
                <TypeRow key={type.id} type={type} />
              ))}
            </dl>
          )}
          {project.managed === 'team' && (
            <p className={styles.more}>
              <Link to={`/project/${project.key}/settings/types`}>Issue types and fields</Link>
            </p>
          )}
        </section>
        {(pages.length > 0 || (user.isAdmin && admin !== undefined)) && (
          <section>
            <h2>Apps</h2>
            <ul className={styles.apps}>
              {pages.map((page) => (
                <li key={page.key}>
                  <Link to={modulePath(page, project.key) ?? '/'}>{page.title}</Link>
                </li>
              ))}
              {user.isAdmin && admin !== undefined && (
                <li>
                  <Link to={modulePath(admin) ?? '/'}>{admin.title} for the whole site</Link>
                </li>
              )}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}

function TypeRow({ type }: { type: { name: string; avatarId: number | undefined; statuses: readonly Status[] } }) {
  return (
    <>
      <dt>
        <TypeIcon type={type} isNamed /> {type.name}
      </dt>
      <dd className={styles.statuses}>
        {type.statuses.map((status) => (
          <StatusLozenge key={status.id} status={status} />
        ))}
      </dd>
    </>
  );
}
