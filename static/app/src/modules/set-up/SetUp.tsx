import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { ProjectName, SetupRun } from '../../../../../src/contract/set-up';
import { invoke } from '../../shared/bridge';
import { setUp } from '../../shared/strings/en-set-up';
import { SetUpFlow } from '../../shared/set-up/SetUpFlow';
import { SITE_RUN, sitePlanOperations, siteUndoOperations } from '../../shared/set-up/operations';
import { nameProjects } from '../../shared/set-up/use-project-names';
import { healthOfSite } from './health-of-site';
import { ProjectPicker } from './ProjectPicker';
import { SupportSkeleton } from './support/SupportSkeleton';
import { UndoChooser } from './UndoChooser';
import type { UndoScope } from './UndoChooser';

const SupportTab = lazy(async () => ({ default: (await import('./support/SupportTab')).SupportTab }));

/** Set-up for Jira admins: the site, and any number of projects with it. */
export function SetUp({ timezone }: { readonly timezone: string }) {
  const [projects, setProjects] = useState<readonly ProjectName[]>([]);
  const [scope, setScope] = useState<UndoScope>({ kind: 'everything' });
  const ids = projects.map(({ id }) => id).join(',');
  const planOperations = useMemo(() => sitePlanOperations(ids === '' ? [] : ids.split(',')), [ids]);
  const undoIds = scope.kind === 'everything' ? 'everything' : scope.projects.map(({ id }) => id).join(',');
  const undoOperations = useMemo(() => {
    if (undoIds === '') return undefined;
    return siteUndoOperations(undoIds === 'everything' ? 'everything' : undoIds.split(','));
  }, [undoIds]);
  // A plan made after a run that stopped is for the same projects, also where the page was loaded anew meanwhile.
  const onLeft = useCallback(({ state, kind, projectIds }: SetupRun) => {
    if (state === 'done' || kind === 'undo') return;
    void nameProjects(projectIds).then((named) => setProjects((before) => (before.length === 0 ? named : before)));
  }, []);
  return (
    <main>
      <SetUpFlow
        title={setUp.title}
        timezone={timezone}
        planOperations={planOperations}
        runOperations={SITE_RUN}
        checkHealth={healthOfSite}
        undoOperations={undoOperations}
        undoChooser={<UndoChooser scope={scope} onChange={setScope} listProjects={listSetUpProjects} />}
        chooser={<ProjectPicker value={projects} onChange={setProjects} />}
        chosen={projects}
        onMore={() => setProjects([])}
        onLeft={onLeft}
        support={
          <Suspense fallback={<SupportSkeleton />}>
            <SupportTab timezone={timezone} />
          </Suspense>
        }
      />
    </main>
  );
}

/** The projects that Shift-Up was added to and that the viewer may see. */
async function listSetUpProjects(): Promise<readonly ProjectName[]> {
  const listed = await invoke('listSetUpProjects', {});
  return listed.ok ? nameProjects(listed.value.projectIds) : [];
}
