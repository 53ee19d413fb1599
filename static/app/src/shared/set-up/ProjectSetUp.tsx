import { useMemo } from 'react';
import type { ProjectName } from '../../../../../src/contract/set-up';
import { invoke } from '../bridge';
import { projectPlanOperations, projectRunOperations, projectUndoOperations } from './operations';
import { SetUpFlow } from './SetUpFlow';

/**
 * Set-up of one project from check to done, its health and its undo, for those who administer it. It has no heading and
 * no edge of its own: the page around it has both.
 */
export function ProjectSetUp({
  project,
  timezone,
  onReady,
}: {
  readonly project: ProjectName;
  /** The viewer's, from the page's context. */
  readonly timezone: string;
  /** A run was watched to its end: the project's settings can be read now. Keep it stable between renders. */
  readonly onReady?: () => void;
}) {
  const { id } = project;
  const operations = useMemo(
    () => ({
      plan: projectPlanOperations(id),
      run: projectRunOperations(id),
      undo: projectUndoOperations(id),
      health: () => invoke('checkProjectHealth', { projectId: id }),
    }),
    [id],
  );
  const chosen = useMemo(() => [project], [project]);
  return (
    <SetUpFlow
      project={project}
      timezone={timezone}
      planOperations={operations.plan}
      runOperations={operations.run}
      checkHealth={operations.health}
      undoOperations={operations.undo}
      chosen={chosen}
      onReady={onReady}
    />
  );
}
