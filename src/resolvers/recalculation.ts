/** Operations on the recalculation of levels after new bands. */
import * as v from 'valibot';
import { readRecalculations, recalculateLevels, wishForLevels } from '../commands/recalculate-levels';
import { areSameBands } from '../domain/level';
import type { ProjectSetup } from '../domain/site-setup';
import { levelsMachine } from '../events/levels-job';
import type { Operations } from './define';
import { noteError } from './log';
import { id } from './payloads';

export const recalculationOperations: Pick<Operations, 'readRecalculation' | 'recalculateLevels'> = {
  readRecalculation: {
    payload: v.object({ projectId: id }),
    demands: ({ projectId }) => ({ demand: 'projectAdmin', projectId }),
    run: async (_caller, { projectId }) => readRecalculations(projectId),
  },
  recalculateLevels: {
    payload: v.object({ projectId: id }),
    demands: ({ projectId }) => ({ demand: 'projectAdmin', projectId }),
    run: async (_caller, { projectId }) => recalculateLevels(levelsMachine, projectId),
  },
};

/**
 * After settings were saved: with other bands, the levels begin to follow. The settings are saved by then, so that what
 * goes wrong here is noted, not thrown: the reconcile sees within the hour that nobody followed these bands.
 */
export async function followBands(before: ProjectSetup, { projectId, settings }: ProjectSetup): Promise<void> {
  const { bands: from } = before.settings;
  const { bands: to } = settings;
  if (areSameBands(from, to)) return;
  try {
    await wishForLevels(levelsMachine, projectId, from);
  } catch (error) {
    await noteError('followBands', error);
  }
}
