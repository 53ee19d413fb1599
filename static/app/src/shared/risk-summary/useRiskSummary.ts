import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { SetupView } from '../../../../../src/contract/defs';
import type { Result } from '../../../../../src/contract/result';
import { strictestLights } from '../../../../../src/domain/light';
import type { ProjectSetup, SiteSetup } from '../../../../../src/domain/site-setup';
import { openRisksTogether } from '../../../../../src/domain/trend';
import type { startGadget } from '../../../../../src/reads/gadget';
import type { GadgetParts, GadgetScope } from '../../../../../src/reads/gadget-view';
import { appErrorOf } from '../app-error';
import { invoke, jiraAsViewer } from '../bridge';
import { isoToday } from '../days';
import { dropLastKnown, readLastKnown, writeLastKnown } from './last-known';
import type { Place } from './last-known';
import { COUNTED_NAMES, FIRST_STATE, nextSummary, rememberedOf } from './summary-state';
import type { CountedName, LightSettings, SummaryEvent, SummaryState } from './summary-state';

/** The read that counts. A module hands it in, so that what is shared draws numbers and knows no query. */
export type StartRead = typeof startGadget;

/** What is counted: some projects, at least one, or what a saved filter finds in any project. */
export type SummarySource =
  | { readonly kind: 'projects'; readonly projectIds: readonly string[] }
  | { readonly kind: 'filter'; readonly filterId: string };

export interface SummaryQuestion {
  readonly start: StartRead;
  /** Keeps its identity while it means the same. */
  readonly source: SummarySource;
  readonly withTrend: boolean;
  readonly timezone: string;
  readonly siteUrl: string;
  /** Who looks; empty where that is not known: then nothing is remembered. */
  readonly accountId: string;
}

/** What set-up recorded, once it is known: for what stands beside the numbers. */
export interface SummaryStand {
  readonly site: SiteSetup;
  readonly projects: readonly ProjectSetup[];
}

/** How far back the trend reaches. */
const TREND_DAYS = 90;

/**
 * Begins with what was last known, counts as the viewer, and tells each number as it arrives: one call of a function,
 * then every request to Jira at once.
 */
export function useRiskSummary(question: SummaryQuestion): {
  readonly summary: SummaryState;
  readonly refresh: () => void;
  readonly today: string;
  readonly stand: SummaryStand | undefined;
} {
  const { start, source, withTrend, timezone, siteUrl, accountId } = question;
  const [summary, dispatch] = useReducer(nextSummary, FIRST_STATE);
  const [run, setRun] = useState(() => ({ today: isoToday(timezone) }));
  const refresh = useCallback(() => setRun({ today: isoToday(timezone) }), [timezone]);
  const [stand, setStand] = useState<SummaryStand | undefined>(undefined);
  const place = usePlace(accountId, siteUrl, source);

  useEffect(() => {
    let superseded = false;
    const tell = (event: SummaryEvent) => {
      if (!superseded) dispatch(event);
    };
    tell({ type: 'started' });
    void readLastKnown(place, new Date()).then((remembered) => {
      if (remembered !== undefined) tell({ type: 'remembered', remembered });
    });
    void count(start, source, withTrend, run.today, tell, (found) => {
      if (!superseded) setStand(found);
    });
    return () => {
      superseded = true;
    };
  }, [start, source, withTrend, place, run]);
  useKeeping(place, summary);
  return { summary, refresh, today: run.today, stand };
}

function usePlace(accountId: string, siteUrl: string, source: SummarySource): Place {
  const scope = JSON.stringify(source);
  const [place, setPlace] = useState<Place>({ accountId, siteUrl, scope });
  if (place.accountId !== accountId || place.siteUrl !== siteUrl || place.scope !== scope) {
    const next = { accountId, siteUrl, scope };
    setPlace(next);
    return next;
  }
  return place;
}

/** Keeps what was counted whole; forgets it once this person may no longer see it. */
function useKeeping(place: Place, summary: SummaryState): void {
  const kept = useRef<Date | undefined>(undefined);
  useEffect(() => {
    if (summary.phase !== 'settled') return;
    const { countedAt, obstacle, failure } = summary;
    if (obstacle !== undefined || (failure !== undefined && HIDDEN.has(failure.code))) {
      void dropLastKnown(place);
      return;
    }
    const remembered = rememberedOf(summary);
    if (remembered === undefined || kept.current === countedAt) return;
    kept.current = countedAt;
    void writeLastKnown(place, remembered);
  }, [place, summary]);
}

/** Answers of Jira after which the numbers are not this person's to see. */
const HIDDEN: ReadonlySet<string> = new Set(['not-found', 'no-permission', 'not-signed-in']);

async function count(
  start: StartRead,
  source: SummarySource,
  withTrend: boolean,
  today: string,
  tell: (event: SummaryEvent) => void,
  stands: (stand: SummaryStand) => void,
): Promise<void> {
  const setup = await lookUp(source, withTrend);
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

  stands({ site, projects });
  tellTrend(source, setup.value, tell);
  const parts = start(jiraAsViewer, site, scopeOf(source, projects), projects, today);
  void parts.scope.then(
    (scope) => tell({ type: 'scope', scope, lights: lightSettings(projects, scope) }),
    () => undefined, // The parts say what failed.
  );
  await Promise.all(COUNTED_NAMES.map((name) => follow(name, parts, tell)));
  tell({ type: 'finished', at: new Date() });
}

function lookUp(source: SummarySource, withTrend: boolean): Promise<Result<SetupView>> {
  if (source.kind === 'filter') return invoke('getSetupInSight', {});
  const { projectIds } = source;
  return invoke('getSetup', withTrend ? { projectIds, trends: { days: TREND_DAYS } } : { projectIds });
}

function scopeOf(source: SummarySource, projects: readonly ProjectSetup[]): GadgetScope {
  const projectIds = projects.map((project) => project.projectId);
  return source.kind === 'filter'
    ? { projectIds, notSetUp: 0, notVisible: 0, filterId: source.filterId }
    : { projectIds, notSetUp: source.projectIds.length - projects.length, notVisible: 0 };
}

/**
 * The history of all projects that have one to show. A project that this person may not see, or that Shift-Up was not added
 * to, has none: the counts then say that it is missing.
 */
function tellTrend(source: SummarySource, { trends, projects }: SetupView, tell: (event: SummaryEvent) => void): void {
  if (source.kind === 'filter' || trends === undefined) {
    tell({ type: 'arrived', part: { trend: undefined } });
  } else if (trends.ok) {
    const added = new Set(projects.map(({ projectId }) => projectId));
    const counted = trends.value.filter(({ projectId }) => added.has(projectId));
    tell({ type: 'arrived', part: { trend: openRisksTogether(counted) } });
  } else {
    tell({ type: 'partFailed', name: 'trend', error: trends.error });
  }
}

function lightSettings(projects: readonly ProjectSetup[], { projectIds }: GadgetScope): LightSettings {
  const counted = projects.filter(({ projectId }) => projectIds.includes(projectId));
  const all = counted.map(({ settings }) => settings.lights);
  const different = new Set(all.map((lights) => JSON.stringify(lights))).size > 1;
  return { thresholds: strictestLights(all), strictest: different };
}

async function follow(name: CountedName, parts: GadgetParts, tell: (event: SummaryEvent) => void): Promise<void> {
  try {
    tell({ type: 'arrived', part: { [name]: await parts[name] } });
  } catch (error) {
    tell({ type: 'partFailed', name, error: appErrorOf(error) });
  }
}
