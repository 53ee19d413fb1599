/**
 * What the risk summary knows at a moment, and how an arriving answer changes it. Pure.
 */
import type { AppError } from '../../../../../src/contract/result';
import type {
  AttentionCounts,
  EnablerCounts,
  GadgetScope,
  RiskCounts,
  StoryCounts,
  TopRisk,
} from '../../../../../src/reads/gadget-view';

export interface SummaryParts {
  readonly risks: RiskCounts;
  readonly attention: AttentionCounts;
  readonly enablers: EnablerCounts;
  readonly stories: StoryCounts;
  readonly topRisks: readonly TopRisk[];
}
export type PartName = keyof SummaryParts;
export const PART_NAMES: readonly PartName[] = ['risks', 'attention', 'enablers', 'stories', 'topRisks'];

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
  parts: { risks: AWAITED, attention: AWAITED, enablers: AWAITED, stories: AWAITED, topRisks: AWAITED },
  scope: undefined,
  countedAt: undefined,
  waitSeconds: undefined,
};

export type SummaryEvent =
  | { readonly type: 'started' }
  | { readonly type: 'obstacle'; readonly obstacle: 'notSetUp' | 'noneUsable' }
  | { readonly type: 'failed'; readonly error: AppError }
  | { readonly type: 'scope'; readonly scope: GadgetScope }
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
    case 'scope':
      return { ...state, scope: event.scope };
    case 'arrived':
      return { ...state, parts: { ...state.parts, ...arrivedParts(event.part) } };
    case 'partFailed':
      // A limit is waited for, with the older numbers in sight; any other failure must not look current.
      if (event.error.code === 'rate-limited') {
        return { ...state, waitSeconds: Math.max(state.waitSeconds ?? 0, event.error.retryAfterSeconds ?? 0) };
      }
      return { ...state, parts: { ...state.parts, [event.name]: { status: 'failed', error: event.error } } };
    case 'finished':
      return finished(state, event.at);
  }
}

function finished(state: SummaryState, at: Date): SummaryState {
  if (state.waitSeconds !== undefined) return state;
  const parts = Object.values(state.parts);
  const first = parts.find((part) => part.status === 'failed');
  if (first !== undefined && parts.every((part) => part.status === 'failed')) {
    // The reads answer so when this viewer may see none of the projects.
    if (first.error.code === 'not-found') return { ...FIRST_STATE, phase: 'settled', obstacle: 'noneUsable' };
    return { ...FIRST_STATE, phase: 'settled', failure: first.error };
  }
  return { ...state, phase: 'settled', countedAt: at };
}

function arrivedParts(values: Partial<SummaryParts>): Partial<SummaryState['parts']> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { status: 'here', value }]));
}

function withoutFailures(parts: SummaryState['parts']): SummaryState['parts'] {
  const entries = Object.entries(parts).map(([name, part]) => [name, part.status === 'failed' ? AWAITED : part]);
  return Object.fromEntries(entries) as SummaryState['parts'];
}
