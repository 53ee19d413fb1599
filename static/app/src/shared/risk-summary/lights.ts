/**
 * The lights of a summary, as far as their numbers are there. Pure.
 */
import { lightOf, lightValues } from '../../../../../src/domain/light';
import type { LightState } from '../../../../../src/domain/light';
import { NO_PROGRESS } from '../../../../../src/domain/progress';
import type { Light, Thresholds } from '../../../../../src/domain/project-settings';
import type { SummaryState } from './summary-state';

/** One light with everything that its rule says. */
export interface ShownLight {
  readonly light: Light;
  readonly state: LightState;
  /** In the unit of the light; `undefined` where nothing was recorded. */
  readonly value: number | undefined;
  readonly thresholds: Thresholds;
  readonly strictest: boolean;
}

export type ShownLights = Readonly<Partial<Record<Light, ShownLight>>>;

/** A light whose numbers are awaited or failed is missing: no colour without a number. */
export function shownLights({ parts, lights }: Pick<SummaryState, 'parts' | 'lights'>): ShownLights {
  if (lights === undefined) return {};
  const { risks, attention, enablers, stories } = parts;
  const values = lightValues({
    // Counted a moment apart: what is open was recorded.
    recordedRisks: risks.status === 'here' ? Math.max(risks.value.recorded.count, risks.value.open.count) : 0,
    openCritical: risks.status === 'here' ? risks.value.byLevel.Critical.count : 0,
    overdueReviews: attention.status === 'here' ? attention.value.overdueReview.count : 0,
    enablers:
      enablers.status === 'here'
        ? {
            done: enablers.value.done.count,
            inProgress: enablers.value.inProgress.count,
            toDo: enablers.value.toDo.count,
          }
        : NO_PROGRESS,
    stories:
      stories.status === 'here'
        ? { all: stories.value.all.count, assessed: stories.value.assessed.count }
        : { all: 0, assessed: 0 },
  });
  const shown = (light: Light): ShownLight => {
    const thresholds = lights.thresholds[light];
    const value = values[light];
    return { light, state: lightOf(light, value, thresholds), value, thresholds, strictest: lights.strictest };
  };
  return {
    ...(risks.status === 'here' ? { openRisks: shown('openRisks') } : {}),
    ...(risks.status === 'here' && attention.status === 'here' ? { reviews: shown('reviews') } : {}),
    ...(enablers.status === 'here' ? { enablers: shown('enablers') } : {}),
    ...(stories.status === 'here' ? { readiness: shown('readiness') } : {}),
  };
}
