import { PageHeader } from '../frame/frame';
import { Message } from '../parts/message';
import { useTitle } from '../site/load';
import { useSession } from '../site/session';

/** Jira does not tell the two apart either: what one may not see does not exist. */
export function MissingPage({ what }: { what: string }) {
  const { user } = useSession();
  useTitle('Not found');
  return (
    <>
      <PageHeader title="Not found" />
      <Message title={`${what} does not exist, or ${user.displayName} may not see it.`}>
        The menu at the top right signs you in as somebody else.
      </Message>
    </>
  );
}
