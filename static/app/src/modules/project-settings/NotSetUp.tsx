import Button from '@atlaskit/button/new';
import { useEffect, useState } from 'react';
import { hasGlobalPermission } from '../../../../../src/jira/permission';
import { jiraAsViewer, openSetUp } from '../../shared/bridge';
import { projectSettings } from '../../shared/strings/en-project-settings';
import { Skeleton } from '../../shared/ui/Skeleton';
import { NotSetUp as AskAnAdmin, StatePanel } from '../../shared/ui/StatePanel';

const words = projectSettings.notSetUp;

/** Set-up has not run on the site: Jira admins go there, everybody else gets the words to ask one. */
export function NotSetUp({ siteUrl }: { readonly siteUrl: string }) {
  const [admin, setAdmin] = useState<boolean | undefined>(undefined);
  useEffect(() => {
    let left = false;
    const settle = (is: boolean) => {
      if (!left) setAdmin(is);
    };
    // Whoever cannot be shown to be an admin is offered what everybody is.
    hasGlobalPermission(jiraAsViewer, 'ADMINISTER').then(settle, () => settle(false));
    return () => {
      left = true;
    };
  }, []);
  if (admin === undefined) return <Skeleton height="10rem" />;
  if (!admin) return <AskAnAdmin siteUrl={siteUrl} heading={words.heading} />;
  return (
    <StatePanel
      heading={words.heading}
      actions={
        <Button appearance="primary" onClick={() => void openSetUp()}>
          {words.open}
        </Button>
      }
    >
      <p>{words.admin}</p>
    </StatePanel>
  );
}
