import { useState } from 'react';
import { PageHeader } from '../../frame/frame';
import { Button } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { Message, Waiting } from '../../parts/message';
import { TypeIcon } from '../../parts/type-icon';
import type { ProjectSummary } from '../../site/contract';
import { useLoad, useTitle } from '../../site/load';
import { useSession } from '../../site/session';
import { forgetSiteFields } from '../../site/site-fields';
import { MissingPage } from '../missing-page';
import { team, type TeamOverview } from './team-calls';
import { TypeFields } from './type-fields';
import { TypeDialog } from './type-dialog';
import styles from './team-types.module.css';

/**
 * What an administrator of a team-managed project does by hand, because Jira has no REST call for it: issue types, and
 * the fields on each.
 */
export function TeamTypesPage({ projectKey }: { projectKey: string }) {
  const { projects } = useSession();
  const project = projects.find(({ key }) => key === projectKey);
  useTitle('Issue types and fields');
  if (project === undefined || project.managed !== 'team' || !project.mayAdminister) {
    return <MissingPage what="This page" />;
  }
  return <Types project={project} />;
}

function Types({ project }: { project: ProjectSummary }) {
  const loaded = useLoad(project.key, () => team.read(project.key));
  return (
    <>
      <PageHeader above={`${project.name} / Project settings`} title="Issue types and fields" />
      {loaded.state === 'loading' && <Waiting />}
      {loaded.state === 'failed' && (
        <Message
          kind="danger"
          title="The issue types could not be read."
          actions={<Button onClick={loaded.again}>Try again</Button>}
        >
          {loaded.error.message}
        </Message>
      )}
      {loaded.state === 'ready' && <Overview overview={loaded.value} onChanged={loaded.again} />}
    </>
  );
}

function Overview({ overview, onChanged }: { overview: TeamOverview; onChanged: () => void }) {
  const { project, issueTypes } = overview;
  const [chosenId, setChosenId] = useState<string>();
  const [adding, setAdding] = useState(false);
  const chosen = issueTypes.find(({ id }) => id === chosenId) ?? issueTypes[0];
  const changed = () => {
    forgetSiteFields();
    onChanged();
  };
  return (
    <div className={styles.whole}>
      <nav aria-label="Issue types" className={styles.types}>
        <ul>
          {issueTypes.map((type) => (
            <li key={type.id}>
              <button
                type="button"
                className={styles.type}
                aria-current={type.id === chosen?.id ? 'true' : undefined}
                onClick={() => setChosenId(type.id)}
              >
                <TypeIcon type={type} isNamed /> <span>{type.name}</span>
              </button>
            </li>
          ))}
        </ul>
        <button type="button" className={styles.type} onClick={() => setAdding(true)}>
          <Icon name="plus" /> <span>Add issue type</span>
        </button>
      </nav>
      {chosen !== undefined && (
        <TypeFields
          key={chosen.id}
          type={chosen}
          overview={overview}
          onChanged={changed}
          onRemoved={() => {
            setChosenId(undefined);
            changed();
          }}
        />
      )}
      {adding && (
        <TypeDialog
          project={project}
          onClose={() => setAdding(false)}
          onSaved={(id) => {
            setAdding(false);
            setChosenId(id);
            changed();
          }}
        />
      )}
    </div>
  );
}
