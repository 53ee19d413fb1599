import { useMemo } from 'react';
import { startGadget } from '../../../../../src/reads/gadget';
import type { PageContext } from '../../shared/bridge';
import { RiskSummary } from '../../shared/risk-summary/RiskSummary';
import { gadget } from '../../shared/strings/en-gadget';
import { StatePanel } from '../../shared/ui/StatePanel';
import { VisuallyHidden } from '../../shared/ui/VisuallyHidden';
import type { GadgetConfiguration } from '../../shared/gadget-configuration';
import { configurationOf } from '../../shared/gadget-host';
import type { SummarySource } from '../../shared/risk-summary/useRiskSummary';
import styles from './Gadget.module.css';

/** The gadget on a dashboard. Jira draws the frame around it. */
export function Gadget({ context }: { readonly context: PageContext }) {
  const configuration = useMemo(() => configurationOf(context), [context]);
  const source = useMemo(() => sourceOf(configuration), [configuration]);
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
      {configuration === undefined || source === undefined ? (
        <StatePanel heading={gadget.notConfigured.heading}>
          <p>{gadget.notConfigured.body}</p>
        </StatePanel>
      ) : (
        <RiskSummary
          read={startGadget}
          source={source}
          projects={configuration.projects}
          filterName={configuration.filter?.name ?? ''}
          blocks={configuration.blocks}
          columns="gadget"
          timezone={context.timezone}
          siteUrl={context.siteUrl}
          accountId={context.accountId}
        />
      )}
    </main>
  );
}

function sourceOf(configuration: GadgetConfiguration | undefined): SummarySource | undefined {
  if (configuration === undefined) return undefined;
  const { filter, projects } = configuration;
  return filter === undefined
    ? { kind: 'projects', projectIds: projects.map(({ id }) => id) }
    : { kind: 'filter', filterId: filter.id };
}
