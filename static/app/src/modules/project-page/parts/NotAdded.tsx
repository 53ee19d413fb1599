import Button from '@atlaskit/button/new';
import { useCallback } from 'react';
import { permissionsOnProject } from '../../../../../../src/jira/permission';
import { jiraAsViewer, openSecuritySettings } from '../../../shared/bridge';
import { projectPage } from '../../../shared/strings/en-project-page';
import { Skeleton } from '../../../shared/ui/Skeleton';
import { StatePanel } from '../../../shared/ui/StatePanel';
import { useReading } from '../../../shared/use-reading';

const words = projectPage.notAdded;

/** Shift-Up was not added to this project: whoever administers it goes to its settings, everybody else reads who can. */
export function NotAdded({ projectId, projectKey }: { readonly projectId: string; readonly projectKey: string }) {
  const read = useCallback(() => mayAdd(projectId), [projectId]);
  const { reading } = useReading(read);
  if (reading.state === 'loading') return <Skeleton height="8.5rem" radius="var(--ds-radius-large)" />;
  // Whoever cannot be shown to administer it is told what everybody is.
  const may = reading.state === 'ready' && reading.value;
  return (
    <StatePanel
      heading={words.heading}
      {...(may
        ? {
            actions: (
              <Button appearance="primary" onClick={() => void openSecuritySettings(projectKey)}>
                {words.open}
              </Button>
            ),
          }
        : {})}
    >
      <p>{may ? words.bodyAdmin : words.body}</p>
    </StatePanel>
  );
}

async function mayAdd(projectId: string): Promise<boolean> {
  const granted = await permissionsOnProject(jiraAsViewer, projectId, ['ADMINISTER_PROJECTS', 'ADMINISTER']);
  return granted.size > 0;
}
