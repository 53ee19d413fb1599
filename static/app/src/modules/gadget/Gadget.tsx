import { useMemo } from 'react';
import { startGadget } from '../../../../../src/reads/gadget';
import type { PageContext } from '../../shared/bridge';
import { RiskSummary } from '../../shared/risk-summary/RiskSummary';
import { gadget } from '../../shared/strings/en-gadget';
import { StatePanel } from '../../shared/ui/StatePanel';
import { VisuallyHidden } from '../../shared/ui/VisuallyHidden';
import { configurationOf } from '../../shared/gadget-host';
import styles from './Gadget.module.css';

/** The gadget on a dashboard. Jira draws the frame around it. */
export function Gadget({ context }: { readonly context: PageContext }) {
  const configuration = useMemo(() => configurationOf(context), [context]);
  const projectIds = useMemo(() => configuration?.projects.map(({ id }) => id) ?? [], [configuration]);
  const title = configuration?.title ?? '';
  return (
    <main className={styles.gadget}>
      {title === '' ? (
        <VisuallyHidden>
          <h1>{gadget.title}</h1>
        </VisuallyHidden>
      ) : (
        <h1 className={styles.title}>{title}</h1>
      )}
      {configuration === undefined ? (
        <StatePanel heading={gadget.notConfigured.heading}>
          <p>{gadget.notConfigured.body}</p>
        </StatePanel>
      ) : (
        <RiskSummary
          read={startGadget}
          projectIds={projectIds}
          projects={configuration.projects}
          blocks={configuration.blocks}
          columns="gadget"
          timezone={context.timezone}
          siteUrl={context.siteUrl}
        />
      )}
    </main>
  );
}
