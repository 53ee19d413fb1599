/**
 * What the risk summary knows at a moment, and how an arriving answer changes it. Pure.
 */
import type { AppError } from '../../../../../src/contract/result';
import type { Light, Thresholds } from '../../../../../src/domain/project-settings';
import type {
  AttentionCounts,
  EnablerCounts,
  GadgetScope,
  RiskCounts,
  StoryCounts,
  TopRisk,
} from '../../../../../src/reads/gadget-view';
import type { TrendSeries } from '../trend/trend-picture';

/** What Jira is asked for, as the viewer. */
export interface CountedParts {
  readonly risks: RiskCounts;
  readonly attention: AttentionCounts;
  readonly enablers: EnablerCounts;
  readonly stories: StoryCounts;
  readonly topRisks: readonly TopRisk[];
}
export interface SummaryParts extends CountedParts {
  /** `undefined` for what has no history. */
  readonly trend: TrendSeries | undefined;
}
export type CountedName = keyof CountedParts;
export type PartName = keyof SummaryParts;
export const COUNTED_NAMES: readonly CountedName[] = ['risks', 'attention', 'enablers', 'stories', 'topRisks'];

/** By which numbers the lights are judged. */
export interface LightSettings {
  readonly thresholds: Readonly<Record<Light, Thresholds>>;
  /** The projects have different ones, so that these are the strictest of them. */
  readonly strictest: boolean;
}

/** Numbers of an earlier look, without anything that names a person or says what a risk is about. */
export type RememberedParts = Omit<SummaryParts, 'topRisks'>;

export interface Remembered {
  readonly at: Date;
  readonly parts: RememberedParts;
  readonly scope: GadgetScope;
  readonly lights: LightSettings;
}

/** One block's numbers. While a newer answer is awaited the older one stays. */
export type Part<Value> =
  | { readonly status: 'awaited' }
  | { readonly status: 'here'; readonly value: Value }
  | { readonly status: 'failed'; readonly error: AppError };

export interface SummaryState {
  readonly phase: 'counting' | 'settled';
  /** Set-up is missing on the whole site, or no project of the configuration can be counted for this viewer. */
  readonly obstacle: 'notSetUp' | 'noneUsable' | undefined;
  /** Nothing at all could be counted. */
  readonly failure: AppError | undefined;
  readonly parts: { readonly [Name in PartName]: Part<SummaryParts[Name]> };
  readonly scope: GadgetScope | undefined;
  readonly lights: LightSettings | undefined;
  /** When the numbers shown were complete; `undefined` before the first time. */
  readonly countedAt: Date | undefined;
  /** Jira asked us to wait this many seconds. */
  readonly waitSeconds: number | undefined;
}

const AWAITED = { status: 'awaited' } as const;

export const FIRST_STATE: SummaryState = {
  phase: 'counting',
  obstacle: undefined,
  failure: undefined,
  parts: { risks: AWAITED, attention: AWAITED, enablers: AWAITED, stories: AWAITED, topRisks: AWAITED, trend: AWAITED },
  scope: undefined,
  lights: undefined,
  countedAt: undefined,
  waitSeconds: undefined,
};

export type SummaryEvent =
  | { readonly type: 'started' }
  | { readonly type: 'obstacle'; readonly obstacle: 'notSetUp' | 'noneUsable' }
  | { readonly type: 'failed'; readonly error: AppError }
  | { readonly type: 'remembered'; readonly remembered: Remembered }
  | { readonly type: 'scope'; readonly scope: GadgetScope; readonly lights: LightSettings }
  | { readonly type: 'arrived'; readonly part: Partial<SummaryParts> }
  | { readonly type: 'partFailed'; readonly name: PartName; readonly error: AppError }
  | { readonly type: 'finished'; readonly at: Date };

/** The state after an event. */
export function nextSummary(state: SummaryState, event: SummaryEvent): SummaryState {
  switch (event.type) {
    case 'started':
      return {
        ...state,
        phase: 'counting',
        obstacle: undefined,
        failure: undefined,
        waitSeconds: undefined,
        parts: withoutFailures(state.parts),
      };
    case 'obstacle':
      return { ...FIRST_STATE, phase: 'settled', obstacle: event.obstacle };
    case 'failed':
      if (event.error.code === 'rate-limited') return { ...state, waitSeconds: event.error.retryAfterSeconds };
      return { ...FIRST_STATE, phase: 'settled', failure: event.error };
    case 'remembered':
      return withRemembered(state, event.remembered);
    case 'scope':
      return { ...state, scope: event.scope, lights: event.lights };
    case 'arrived':
      return { ...state, parts: { ...state.parts, ...arrivedParts(event.part) } };
    case 'partFailed':
      // A limit is waited for, with the older numbers in sight; any other failure must not look current.
      // The history comes from the app's own storage: it is tried again with the next look.
      if (event.error.code === 'rate-limited' && event.name !== 'trend') {
        return { ...state, waitSeconds: Math.max(state.waitSeconds ?? 0, event.error.retryAfterSeconds ?? 0) };
      }
      return { ...state, parts: { ...state.parts, [event.name]: { status: 'failed', error: event.error } } };
    case 'finished':
      return finished(state, event.at);
  }
}

function finished(state: SummaryState, at: Date): SummaryState {
  if (state.waitSeconds !== undefined) return state;
  const parts = COUNTED_NAMES.map((name) => state.parts[name]);
  const first = parts.find((part) => part.status === 'failed');
  if (first !== undefined && parts.every((part) => part.status === 'failed')) {
    // The reads answer so when this viewer may see none of the projects.
    if (first.error.code === 'not-found') return { ...FIRST_STATE, phase: 'settled', obstacle: 'noneUsable' };
    return { ...FIRST_STATE, phase: 'settled', failure: first.error };
  }
  return { ...state, phase: 'settled', countedAt: at };
}

/** Only where nothing newer is there: what was remembered comes first or not at all. */
function withRemembered(state: SummaryState, { at, parts, scope, lights }: Remembered): SummaryState {
  const nothingYet = Object.values(state.parts).every(({ status }) => status === 'awaited');
  if (!nothingYet || state.countedAt !== undefined || state.phase !== 'counting') return state;
  return { ...state, parts: { ...state.parts, ...arrivedParts(parts) }, scope, lights, countedAt: at };
}

function arrivedParts(values: Partial<SummaryParts>): Partial<SummaryState['parts']> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { status: 'here', value }]));
}

function withoutFailures(parts: SummaryState['parts']): SummaryState['parts'] {
  const entries = Object.entries(parts).map(([name, part]) => [name, part.status === 'failed' ? AWAITED : part]);
  return Object.fromEntries(entries) as SummaryState['parts'];
}

/** What is worth keeping of a whole count; `undefined` while something is missing. */
export function rememberedOf({
  phase,
  parts,
  scope,
  lights,
  countedAt,
  waitSeconds,
}: SummaryState): Remembered | undefined {
  if (phase !== 'settled' || countedAt === undefined || waitSeconds !== undefined) return undefined;
  if (scope === undefined || lights === undefined) return undefined;
  const { risks, attention, enablers, stories, trend, topRisks } = parts;
  if (risks.status !== 'here' || attention.status !== 'here' || enablers.status !== 'here') return undefined;
  if (stories.status !== 'here' || topRisks.status !== 'here') return undefined;
  return {
    at: countedAt,
    parts: {
      risks: risks.value,
      attention: attention.value,
      enablers: enablers.value,
      stories: stories.value,
      trend: trend.status === 'here' ? trend.value : undefined,
    },
    scope,
    lights,
  };
}
