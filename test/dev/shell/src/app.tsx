import type { ReactNode } from 'react';
import { Frame } from './frame/frame';
import { BoardPage } from './pages/board/board-page';
import { DashboardPage } from './pages/dashboard/dashboard-page';
import { IssuePage } from './pages/issue/issue-page';
import { IssuesPage } from './pages/issues/issues-page';
import { LabPage } from './pages/lab-page';
import { MissingPage } from './pages/missing-page';
import { AdminPage } from './pages/project/admin-page';
import { BacklogPage } from './pages/project/backlog-page';
import { ProjectAppPage } from './pages/project/project-app-page';
import { ProjectsPage } from './pages/projects/projects-page';
import { TeamTypesPage } from './pages/team-types/team-types-page';
import { SettingsPage } from './pages/project/settings-page';
import { Message, Waiting } from './parts/message';
import { useNavigation } from './site/navigation';
import { SessionProvider, useSession } from './site/session';

/** Addresses and their pages; Jira's own addresses lead to the same pages. */
const PAGES: readonly (readonly [RegExp, (part: string, second: string) => ReactNode])[] = [
  [/^\/board\/([^/]+)\/?$/, (key) => <BoardPage projectKey={key} />],
  [/^\/backlog\/([^/]+)\/?$/, (key) => <BacklogPage projectKey={key} />],
  // A project's key alone leads to its board, as in Jira.
  [/^\/browse\/([A-Za-z][A-Za-z0-9_]*)\/?$/, (key) => <BoardPage projectKey={key} />],
  [/^\/browse\/([^/]+)\/?$/, (key) => <IssuePage issueKey={key} />],
  [/^\/projects\/?$/, () => <ProjectsPage />],
  [/^\/issues\/?$/, () => <IssuesPage />],
  [/^\/(?:dashboard|jira\/dashboards(?:\/[^/]+)?)\/?$/, () => <DashboardPage />],
  [/^\/project\/([^/]+)\/settings\/?$/, (key) => <SettingsPage projectKey={key} />],
  [/^\/project\/([^/]+)\/settings\/types\/?$/, (key) => <TeamTypesPage projectKey={key} />],
  [
    /^\/project\/([^/]+)\/settings\/apps\/([^/]+)(?:\/.*)?$/,
    (key, module) => <ProjectAppPage type="jira:projectSettingsPage" projectKey={key} moduleKey={module} />,
  ],
  [
    /^\/project\/([^/]+)\/apps\/([^/]+)(?:\/.*)?$/,
    (key, module) => <ProjectAppPage type="jira:projectPage" projectKey={key} moduleKey={module} />,
  ],
  [/^\/jira\/software\/projects\/([^/]+)\/settings\/details\/?$/, (key) => <SettingsPage projectKey={key} />],
  [/^\/admin\/shift-up(?:\/.*)?$/, () => <AdminPage />],
  [/^\/lab\/?$/, () => <LabPage />],
];

export function App() {
  return (
    <SessionProvider
      fallback={(problem) => (problem === undefined ? <Waiting /> : <Message kind="danger" title={problem} />)}
    >
      <Frame>
        <CurrentPage />
      </Frame>
    </SessionProvider>
  );
}

function CurrentPage() {
  const { place } = useNavigation();
  const { projects, user } = useSession();
  if (place.path === '/') {
    const first = projects[0];
    return first === undefined ? <NothingHere name={user.displayName} /> : <BoardPage projectKey={first.key} />;
  }
  for (const [pattern, page] of PAGES) {
    const match = pattern.exec(place.path);
    if (match !== null) return page(decodeURIComponent(match[1] ?? ''), decodeURIComponent(match[2] ?? ''));
  }
  return <MissingPage what="This page" />;
}

function NothingHere({ name }: { name: string }) {
  return (
    <Message title={`There is no project that ${name} may see.`}>
      Sign in as somebody else at the top right, or import a Jira CSV on the left.
    </Message>
  );
}
