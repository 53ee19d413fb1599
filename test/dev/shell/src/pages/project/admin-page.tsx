import { PageHeader } from '../../frame/frame';
import { ForgePage } from '../../module/forge-page';
import { usePageHistory } from '../../module/page-history';
import { useTitle } from '../../site/load';
import { ADMIN_PAGE } from '../../site/module-paths';
import { useSession } from '../../site/session';
import { MissingPage } from '../missing-page';
import styles from './project.module.css';

/** Jira's Apps section of the site's settings, with the app's own page in it. */
export function AdminPage() {
  const { modules } = useSession();
  const module = modules.find(({ type }) => type === 'jira:adminPage');
  const history = usePageHistory(ADMIN_PAGE);
  useTitle(module?.title ?? 'Admin');
  if (module === undefined) return <MissingPage what="This admin page" />;
  return (
    <>
      <PageHeader above="Jira settings / Apps" title={module.title} />
      <ForgePage module={module} extension={{ type: 'jira:adminPage' }} history={history} className={styles.page} />
    </>
  );
}
