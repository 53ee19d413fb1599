import { useCallback, useEffect, useReducer, useState } from 'react';
import type { startGadget } from '../../../../../src/reads/gadget';
import type { GadgetParts } from '../../../../../src/reads/gadget-view';
import { appErrorOf } from '../app-error';
import { invoke, jiraAsViewer } from '../bridge';
import { isoToday } from '../days';
import { FIRST_STATE, nextSummary, PART_NAMES } from './summary-state';
import type { PartName, SummaryEvent, SummaryState } from './summary-state';

/** The read that counts. A module hands it in, so that what is shared draws numbers and knows no query. */
export type StartRead = typeof startGadget;

/**
 * Counts as the viewer, and tells each number as it arrives.
 * `projectIds` must keep its identity while it means the same projects.
 */
export function useRiskSummary(
  start: StartRead,
  projectIds: readonly string[],
  timezone: string,
): { readonly summary: SummaryState; readonly refresh: () => void; readonly today: string } {
  const [summary, dispatch] = useReducer(nextSummary, FIRST_STATE);
  const [run, setRun] = useState(() => ({ today: isoToday(timezone) }));
  const refresh = useCallback(() => setRun({ today: isoToday(timezone) }), [timezone]);

  useEffect(() => {
    let superseded = false;
    const tell = (event: SummaryEvent) => {
      if (!superseded) dispatch(event);
    };
    tell({ type: 'started' });
    void count(start, projectIds, run.today, tell);
    return () => {
      superseded = true;
    };
  }, [start, projectIds, run]);

  return { summary, refresh, today: run.today };
}

async function count(
  start: StartRead,
  projectIds: readonly string[],
  today: string,
  tell: (event: SummaryEvent) => void,
): Promise<void> {
  const setup = await invoke('getSetup', { projectIds });
  if (!setup.ok) {
    tell(
      setup.error.code === 'not-set-up'
        ? { type: 'obstacle', obstacle: 'notSetUp' }
        : { type: 'failed', error: setup.error },
    );
    return;
  }
  const { site, projects } = setup.value;
  if (site === undefined || projects.length === 0) {
    tell({ type: 'obstacle', obstacle: site === undefined ? 'notSetUp' : 'noneUsable' });
    return;
  }

  const scope = {
    projectIds: projects.map((project) => project.projectId),
    leftOut: projectIds.length - projects.length,
  };
  const parts = start(jiraAsViewer, site, scope, projects, today);
  void parts.scope.then(
    (found) => tell({ type: 'scope', scope: found }),
    () => undefined, // The parts say what failed.
  );
  await Promise.all(PART_NAMES.map((name) => follow(name, parts, tell)));
  tell({ type: 'finished', at: new Date() });
}

async function follow(name: PartName, parts: GadgetParts, tell: (event: SummaryEvent) => void): Promise<void> {
  try {
    tell({ type: 'arrived', part: { [name]: await parts[name] } });
  } catch (error) {
    tell({ type: 'partFailed', name, error: appErrorOf(error) });
  }
}
