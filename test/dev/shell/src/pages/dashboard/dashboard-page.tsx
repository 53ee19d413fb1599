import { PageHeader } from '../../frame/frame';
import { Button } from '../../parts/button';
import { Message, Waiting } from '../../parts/message';
import { useLoad, useTitle } from '../../site/load';
import { useNavigation } from '../../site/navigation';
import { server } from '../../site/server';
import { GadgetFrame } from './gadget-frame';
import styles from './dashboard.module.css';

/** A Jira dashboard with a wide and a narrow column. */
export function DashboardPage() {
  const { place } = useNavigation();
  const gadgets = useLoad(`${place.visit}`, () => server.gadgets());
  useTitle('Dashboard');
  return (
    <>
      <PageHeader title={gadgets.state === 'ready' ? gadgets.value.name : 'Dashboard'} />
      {gadgets.state === 'loading' && <Waiting />}
      {gadgets.state === 'failed' && (
        <Message
          kind="danger"
          title="The dashboard could not be read."
          actions={<Button onClick={gadgets.again}>Try again</Button>}
        >
          {gadgets.error.message}
        </Message>
      )}
      {gadgets.state === 'ready' && (
        <div className={styles.columns}>
          {(['wide', 'narrow'] as const).map((column) => (
            <div key={column} className={styles.column}>
              {gadgets.value.gadgets
                .filter((gadget) => gadget.column === column)
                .map((gadget) => (
                  <GadgetFrame key={`${gadget.id} ${place.visit}`} dashboardId={gadgets.value.id} gadget={gadget} />
                ))}
            </div>
          ))}
        </div>
      )}
    </>
  );
}
