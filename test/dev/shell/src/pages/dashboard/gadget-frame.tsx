import { useId, useState } from 'react';
import { emitAppEvent } from '../../../../../local-forge/browser/host';
import { ForgePage } from '../../module/forge-page';
import { IconButton } from '../../parts/button';
import { MenuItem, Popup } from '../../parts/menu';
import { Message } from '../../parts/message';
import type { Gadget } from '../../site/contract';
import { server } from '../../site/server';
import { useSession } from '../../site/session';
import styles from './dashboard.module.css';

/** One gadget with Jira's title bar: refresh, and the menu that opens its edit view. */
export function GadgetFrame({ dashboardId, gadget }: { dashboardId: string; gadget: Gadget }) {
  const { modules } = useSession();
  const module = modules.find(({ key }) => key === gadget.moduleKey);
  const [shown, setShown] = useState(gadget);
  const [editing, setEditing] = useState(false);
  const [problem, setProblem] = useState<string>();
  const heading = useId();
  if (module === undefined) {
    return (
      <section className={styles.gadget} aria-labelledby={heading}>
        <header>
          <h2 id={heading}>{shown.title}</h2>
        </header>
        <Message title="The app of this gadget is not installed on this site." />
      </section>
    );
  }
  const { editResource } = module;
  const extension = {
    type: 'jira:dashboardGadget',
    dashboard: { id: dashboardId },
    gadget: { id: gadget.id },
    gadgetConfiguration: shown.configuration ?? {},
  };
  const save = async (submitted: unknown) => {
    try {
      setShown(await server.configureGadget(gadget.id, submitted));
      setEditing(false);
      setProblem(undefined);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section className={styles.gadget} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{shown.title}</h2>
        <IconButton
          icon="refresh"
          label="Refresh"
          onClick={() => emitAppEvent('JIRA_DASHBOARD_GADGET_REFRESH', { gadgetId: gadget.id })}
        />
        {editResource !== undefined && (
          <Popup
            kind="menu"
            label="Gadget menu"
            side="end"
            opener={(props) => <IconButton icon="more" label="More actions" {...props} />}
          >
            {(close) => (
              <MenuItem
                onSelect={() => {
                  close();
                  setEditing(true);
                }}
              >
                Configure
              </MenuItem>
            )}
          </Popup>
        )}
      </header>
      {problem !== undefined && <Message kind="danger" title={problem} />}
      {editing && editResource !== undefined ? (
        <ForgePage
          key="edit"
          module={module}
          resource={editResource}
          extension={{ ...extension, entryPoint: 'edit' }}
          className={styles.page}
          onSubmit={save}
          onClose={() => setEditing(false)}
        />
      ) : (
        <ForgePage key="view" module={module} extension={extension} className={styles.page} />
      )}
    </section>
  );
}
