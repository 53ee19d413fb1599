/**
 * Traffic lights: a word for each group of numbers, by thresholds that the project chose (LIGHT_RULES). Pure.
 */
import { percentDone, type Progress } from './progress';
import { LIGHT_RULES, LIGHTS, type Light, type Thresholds } from './project-settings';

/** In the order in which they are tried: the first that fits counts. */
export const LIGHT_STATES = ['noData', 'actNow', 'watch', 'onTrack'] as const;
export type LightState = (typeof LIGHT_STATES)[number];

/** The numbers that the lights look at. */
export interface LightFacts {
  /** Security risks that were ever recorded, open or closed. */
  readonly recordedRisks: number;
  readonly openCritical: number;
  readonly overdueReviews: number;
  readonly enablers: Progress;
  /** Open stories, and those of them whose relevance is assessed. */
  readonly stories: { readonly all: number; readonly assessed: number };
}

export type LightValues = Readonly<Record<Light, number | undefined>>;

/**
 * The number behind each light, in the unit of LIGHT_RULES. `undefined`: nothing was recorded that could be judged, which
 * is No data and never On track.
 */
export function lightValues({
  recordedRisks,
  openCritical,
  overdueReviews,
  enablers,
  stories,
}: LightFacts): LightValues {
  const anyRisk = recordedRisks > 0;
  return {
    openRisks: anyRisk ? openCritical : undefined,
    reviews: anyRisk ? overdueReviews : undefined,
    enablers: percentDone(enablers),
    // Rounded down, so that 100 means all.
    readiness: stories.assessed === 0 ? undefined : Math.floor((stories.assessed / stories.all) * 100),
  };
}

/** @param value see `lightValues`. */
export function lightOf(light: Light, value: number | undefined, { watch, act }: Thresholds): LightState {
  if (value === undefined) return 'noData';
  const reached = LIGHT_RULES[light].worse === 'rising' ? (at: number) => value >= at : (at: number) => value < at;
  if (reached(act)) return 'actNow';
  return reached(watch) ? 'watch' : 'onTrack';
}

/**
 * The thresholds for several projects counted together: of each number the one that is reached first, so that no project
 * is judged more mildly than by its own settings. At least one project.
 */
export function strictestLights(
  projects: readonly Readonly<Record<Light, Thresholds>>[],
): Readonly<Record<Light, Thresholds>> {
  if (projects.length === 0) throw new RangeError('no project');
  const strictest = (light: Light): Thresholds => {
    const first = LIGHT_RULES[light].worse === 'rising' ? Math.min : Math.max;
    const of = (part: keyof Thresholds) => first(...projects.map((lights) => lights[light][part]));
    return { watch: of('watch'), act: of('act') };
  };
  return Object.fromEntries(LIGHTS.map((light) => [light, strictest(light)])) as Record<Light, Thresholds>;
}
