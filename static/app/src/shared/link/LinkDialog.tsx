import { useCallback } from 'react';
import { DEFAULT_BANDS } from '../../../../../src/domain/level';
import type { ProjectSetup, SiteSetup } from '../../../../../src/domain/site-setup';
import type { LinkReads } from '../../../../../src/reads/link-reads';
import type { StandingLink } from '../../../../../src/reads/link-subject';
import { OperationError } from '../app-error';
import { closeModal, invoke, jiraAsViewer } from '../bridge';
import { BandsProvider } from '../risk-matrix/bands';
import { link as words } from '../strings/en-link';
import { ErrorState } from '../ui/StatePanel';
import { VisuallyHidden } from '../ui/VisuallyHidden';
import { useReading } from '../use-reading';
import { Dialog } from './Dialog';
import { LinkPage } from './LinkPage';
import { RowsSkeleton } from './RowsSkeleton';
import type { LinkAnswer, LinkDialogContext } from './context';
import { dialogTitle } from './titles';

/** What the dialog needs before it can do anything. */
export interface LinkGround {
  readonly site: SiteSetup;
  /** The settings of the subject's project; missing where Shift-Up was not added to it. */
  readonly project: ProjectSetup | undefined;
  readonly standing: readonly StandingLink[];
}

/** The page of a linking dialog. Closes with what it did; `reads` come from the page it stands in. */
export function LinkDialog({ context, reads }: { readonly context: LinkDialogContext; readonly reads: LinkReads }) {
  const { subject } = context;
  const read = useCallback(() => readGround(reads, subject.id, subject.projectId), [reads, subject]);
  const { reading, restart } = useReading(read);
  if (reading.state === 'ready') {
    const { value } = reading;
    return (
      <BandsProvider value={value.project?.settings.bands ?? DEFAULT_BANDS}>
        <LinkPage context={context} ground={value} reads={reads} onClose={close} />
      </BandsProvider>
    );
  }
  return (
    <Dialog title={dialogTitle(context)} subject={subject} footer={null} onClose={close}>
      {reading.state === 'failed' ? (
        <ErrorState error={reading.error} onRetry={restart} />
      ) : (
        <>
          <VisuallyHidden>{words.loading}</VisuallyHidden>
          <RowsSkeleton rows={6} />
        </>
      )}
    </Dialog>
  );
}

function close(answer?: LinkAnswer): void {
  void closeModal(answer);
}

async function readGround(reads: LinkReads, issueId: string, projectId: string): Promise<LinkGround> {
  const setup = await invoke('getSetup', { projectIds: [projectId] });
  if (!setup.ok) throw new OperationError(setup.error);
  const { site, projects } = setup.value;
  if (site === undefined) throw new OperationError({ code: 'not-set-up' });
  return { site, project: projects[0], standing: await reads.readStandingLinks(jiraAsViewer, site, issueId) };
}
