import { PageHeader } from '../../frame/frame';
import { Waiting } from '../../parts/message';
import { useCurrentProject } from '../../site/current-project';
import { useLoad, useTitle } from '../../site/load';
import { server } from '../../site/server';
import { IssueTable } from '../issues/issue-table';
import { MissingPage } from '../missing-page';
import styles from './project.module.css';

export function BacklogPage({ projectKey }: { projectKey: string }) {
  const project = useCurrentProject();
  const board = useLoad(projectKey, () => server.board(projectKey));
  useTitle('Backlog');
  if (project?.key !== projectKey) return <MissingPage what={`Project ${projectKey}`} />;
  const here = `project = "${projectKey}" AND statusCategory != Done AND issuetype in standardIssueTypes()`;
  return (
    <>
      <PageHeader above={project.name} title="Backlog" />
      {board.state === 'loading' && <Waiting />}
      {board.state !== 'loading' && (
        <div className={styles.sections}>
          {board.state === 'ready' &&
            board.value.sprints.map((sprint) => (
              <section key={sprint.id}>
                <h2>{sprint.state === 'active' ? `${sprint.name}, running` : sprint.name}</h2>
                <IssueTable
                  jql={`${here} AND sprint = ${sprint.id} ORDER BY Rank`}
                  emptyText="Nothing open in this sprint."
                />
              </section>
            ))}
          <section>
            <h2>Backlog</h2>
            <IssueTable
              jql={
                board.state === 'ready' && board.value.sprints.length > 0
                  ? `${here} AND (sprint is EMPTY OR sprint not in openSprints() AND sprint not in futureSprints()) ORDER BY Rank`
                  : `${here} ORDER BY Rank`
              }
              emptyText="Nothing is waiting here."
            />
          </section>
        </div>
      )}
    </>
  );
}
