/**
 * What the page Hygiene has read: counts, lists and looks, and what became of risks that were put right since. Pure.
 */
import type { AppError } from '../../../../../../src/contract/result';
import { HYGIENE_RULES } from '../../../../../../src/domain/hygiene';
import type { HygieneRule } from '../../../../../../src/domain/hygiene';
import type { HygienePage, HygieneRow, RuleWay } from '../../../../../../src/reads/hygiene-view';

export type LookedAt = 'open' | 'closed';

/** Rows that came page by page: of a rule that Jira counts, or of a look at the risks. */
export interface RowReading {
  /** `waiting`: what was asked for is here, and there may be more. */
  readonly state: 'unread' | 'reading' | 'waiting' | 'complete' | 'failed';
  readonly rows: readonly HygieneRow[];
  readonly next: string | undefined;
  readonly error: AppError | undefined;
}

export type CountReading =
  | { readonly state: 'reading' }
  | { readonly state: 'ready'; readonly count: number }
  | { readonly state: 'failed'; readonly error: AppError };

export interface HygieneState {
  readonly counts: Readonly<Partial<Record<HygieneRule, CountReading>>>;
  readonly lists: Readonly<Partial<Record<HygieneRule, RowReading>>>;
  readonly looks: Readonly<Record<LookedAt, RowReading>>;
  /**
   * Risks that were looked at again after a change, as they were when this page first read them and as they are now;
   * `now` is missing where the viewer cannot see it any more.
   */
  readonly changed: ReadonlyMap<string, { readonly before: HygieneRow; readonly now: HygieneRow | undefined }>;
}

export type HygieneEvent =
  | { readonly type: 'counting'; readonly rule: HygieneRule }
  | { readonly type: 'counted'; readonly rule: HygieneRule; readonly count: number }
  | { readonly type: 'countFailed'; readonly rule: HygieneRule; readonly error: AppError }
  | { readonly type: 'reading'; readonly of: Place }
  | { readonly type: 'pageRead'; readonly of: Place; readonly page: HygienePage }
  | { readonly type: 'readFailed'; readonly of: Place; readonly error: AppError }
  | { readonly type: 'changed'; readonly before: HygieneRow; readonly now: HygieneRow | undefined };

/** What rows belong to. */
export type Place =
  { readonly kind: 'list'; readonly rule: HygieneRule } | { readonly kind: 'look'; readonly at: LookedAt };

const UNREAD: RowReading = { state: 'unread', rows: [], next: undefined, error: undefined };

export const EMPTY_HYGIENE: HygieneState = {
  counts: {},
  lists: {},
  looks: { open: UNREAD, closed: UNREAD },
  changed: new Map(),
};

export function nextHygiene(state: HygieneState, event: HygieneEvent): HygieneState {
  switch (event.type) {
    case 'counting':
      return withCount(state, event.rule, { state: 'reading' });
    case 'counted':
      return withCount(state, event.rule, { state: 'ready', count: event.count });
    case 'countFailed':
      return withCount(state, event.rule, { state: 'failed', error: event.error });
    case 'reading':
      return withRows(state, event.of, { ...readingOf(state, event.of), state: 'reading', error: undefined });
    case 'pageRead': {
      const before = readingOf(state, event.of);
      const known = new Set(before.rows.map(({ id }) => id));
      const { rows, next } = event.page;
      return withRows(state, event.of, {
        // An issue that moved between two pages comes twice.
        rows: [...before.rows, ...rows.filter(({ id }) => !known.has(id))],
        next,
        state: next === undefined ? 'complete' : 'waiting',
        error: undefined,
      });
    }
    case 'readFailed':
      return withRows(state, event.of, { ...readingOf(state, event.of), state: 'failed', error: event.error });
    case 'changed': {
      const { before, now } = event;
      const first = state.changed.get(before.id)?.before ?? before;
      return { ...state, changed: new Map(state.changed).set(before.id, { before: first, now }) };
    }
  }
}

export function readingOf(state: HygieneState, of: Place): RowReading {
  return of.kind === 'look' ? state.looks[of.at] : (state.lists[of.rule] ?? UNREAD);
}

function withCount(state: HygieneState, rule: HygieneRule, count: CountReading): HygieneState {
  return { ...state, counts: { ...state.counts, [rule]: count } };
}

function withRows(state: HygieneState, of: Place, reading: RowReading): HygieneState {
  return of.kind === 'look'
    ? { ...state, looks: { ...state.looks, [of.at]: reading } }
    : { ...state, lists: { ...state.lists, [of.rule]: reading } };
}

/** A rule as the page shows it. */
export interface RuleStanding {
  /** `undefined` while it is counted for the first time, and where that failed. */
  readonly count: number | undefined;
  /** There may be more than `count`: not every risk was looked at. */
  readonly atLeast: boolean;
  readonly error: AppError | undefined;
  readonly rows: RowReading;
  /** Where `rows` come from; `undefined` for a rule that is not asked here. */
  readonly place: Place | undefined;
  /** Of a look: how many risks were looked at. */
  readonly looked: number | undefined;
}

/** What was put right since counts no more; what was broken since counts too, as far as this page knows of it. */
export function standingOf(state: HygieneState, rule: HygieneRule, way: RuleWay): RuleStanding {
  switch (way.way) {
    case 'noField':
      return { count: undefined, atLeast: false, error: undefined, rows: UNREAD, place: undefined, looked: undefined };
    case 'counted': {
      const place: Place = { kind: 'list', rule };
      const counted = state.counts[rule] ?? { state: 'reading' };
      return {
        count: counted.state === 'ready' ? Math.max(0, counted.count + gained(state, rule)) : undefined,
        atLeast: false,
        error: counted.state === 'failed' ? counted.error : undefined,
        rows: kept(state, rule, readingOf(state, place)),
        place,
        looked: undefined,
      };
    }
    case 'looked': {
      const place: Place = { kind: 'look', at: way.at };
      const reading = readingOf(state, place);
      const rows = kept(state, rule, reading);
      const nothingYet = reading.rows.length === 0 && reading.state !== 'complete' && reading.state !== 'waiting';
      return {
        count: nothingYet ? undefined : rows.rows.length,
        atLeast: reading.state !== 'complete',
        error: reading.error,
        rows,
        place,
        looked: reading.rows.length,
      };
    }
  }
}

function gained(state: HygieneState, rule: HygieneRule): number {
  let sum = 0;
  for (const { before, now } of state.changed.values()) {
    sum += Number(now?.rules.includes(rule) ?? false) - Number(before.rules.includes(rule));
  }
  return sum;
}

/** The rows that break the rule, each as it is now. */
function kept(state: HygieneState, rule: HygieneRule, reading: RowReading): RowReading {
  const rows = reading.rows.flatMap((row) => {
    const changed = state.changed.get(row.id);
    const now = changed === undefined ? row : changed.now;
    return now?.rules.includes(rule) === true ? [now] : [];
  });
  return { ...reading, rows };
}

/** All of them together; `atLeast` while something is on its way, failed, or was not looked at. */
export function totalOf(standings: readonly RuleStanding[]): {
  readonly findings: number;
  readonly rules: number;
  readonly atLeast: boolean;
  /** Something is on its way for the first time. */
  readonly counting: boolean;
} {
  const asked = standings.filter(({ place }) => place !== undefined);
  return {
    findings: asked.reduce((sum, { count }) => sum + (count ?? 0), 0),
    rules: asked.filter(({ count }) => (count ?? 0) > 0).length,
    atLeast: asked.some(({ count, atLeast }) => count === undefined || atLeast),
    counting: asked.some(({ count, error }) => count === undefined && error === undefined),
  };
}

/** A rule that the page's address may name. */
export function ruleNamed(within: string): HygieneRule | undefined {
  return HYGIENE_RULES.find((rule) => rule === within);
}
