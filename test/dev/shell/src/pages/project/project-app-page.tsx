import { PageHeader } from '../../frame/frame';
import { ForgePage } from '../../module/forge-page';
import { usePageHistory } from '../../module/page-history';
import type { ForgeModule, ProjectSummary } from '../../site/contract';
import { useTitle } from '../../site/load';
import { modulePath } from '../../site/module-paths';
import { useSession } from '../../site/session';
import { MissingPage } from '../missing-page';
import styles from './project.module.css';

type ProjectModule = 'jira:projectPage' | 'jira:projectSettingsPage';

/** A page of the app in a project, or among the project's settings. */
export function ProjectAppPage({
  type,
  projectKey,
  moduleKey,
}: {
  type: ProjectModule;
  projectKey: string;
  moduleKey: string;
}) {
  const { modules, projects } = useSession();
  const project = projects.find(({ key }) => key === projectKey);
  const module = modules.find((other) => other.type === type && other.key === moduleKey);
  // Jira leaves project settings out for whoever does not administer the project; the app checks all the same.
  if (
    project === undefined ||
    module === undefined ||
    (type === 'jira:projectSettingsPage' && !project.mayAdminister)
  ) {
    return <MissingPage what="This page" />;
  }
  return <AppPage module={module} project={project} />;
}

function AppPage({ module, project }: { module: ForgeModule; project: ProjectSummary }) {
  const isSettings = module.type === 'jira:projectSettingsPage';
  const history = usePageHistory(modulePath(module, project.key) ?? '/');
  useTitle(`${module.title}, ${project.name}`);
  return (
    <>
      {/* `layout: blank`: the page brings its own heading. */}
      {module.layout === 'native' && (
        <PageHeader
          above={isSettings ? `${project.name} / Project settings / Apps` : project.name}
          title={module.title}
        />
      )}
      <ForgePage
        module={module}
        extension={{ type: module.type, project: { id: project.id, key: project.key, type: project.type } }}
        history={history}
        className={styles.page}
      />
    </>
  );
}
