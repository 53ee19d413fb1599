/**
 * Times and states of the support page as people read them. Pure.
 */
import type { RecentError, ScheduleView } from '../../../../../../src/contract/support';
import type { ErrorCode } from '../../../../../../src/contract/result';
import { LATE_AFTER_HOURS } from '../../../../../../src/domain/schedule';
import type { LozengeLook } from '../../../shared/set-up/Lozenge';
import type { MarkName } from '../../../shared/set-up/Marks';
import { durationWords } from '../../../shared/set-up/run-times';
import { common } from '../../../shared/strings/en-common';
import { support } from '../../../shared/strings/en-support';
import { fill, plural } from '../../../shared/strings/fill';

/** A word with its look. */
export interface State {
  readonly word: string;
  readonly look: LozengeLook;
  readonly mark: MarkName;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** “12 min ago”, both by the clock of the functions. A moment that is still to come is now. */
export function agoWords(iso: string, now: string): string {
  const passed = Date.parse(now) - Date.parse(iso);
  if (passed < MINUTE) return support.ago.now;
  if (passed < HOUR) return fill(support.ago.minutes, { count: Math.floor(passed / MINUTE) });
  if (passed < 2 * DAY) return fill(support.ago.hours, { count: Math.floor(passed / HOUR) });
  return plural(support.ago.days, Math.floor(passed / DAY));
}

/** How long a run took; undefined where one end is not known. */
export function tookWords(startedAt: string | undefined, endedAt: string | undefined): string | undefined {
  if (startedAt === undefined || endedAt === undefined) return undefined;
  const milliseconds = Date.parse(endedAt) - Date.parse(startedAt);
  return milliseconds < 1000 ? support.lessThanSecond : durationWords(milliseconds);
}

export function timingState({ schedule, timing }: ScheduleView): State {
  const words = support.schedules;
  switch (timing) {
    case 'never':
      return { word: words.never, look: 'neutral', mark: 'waits' };
    case 'onTime':
      return { word: words.onTime, look: 'success', mark: 'alreadyRight' };
    case 'late':
      return { word: fill(words.late, { hours: LATE_AFTER_HOURS[schedule] }), look: 'warning', mark: 'conflict' };
  }
}

/** How the last run ended, and a sentence where it did not end as it should. */
export function endState({ last }: ScheduleView): (State & { readonly more: readonly string[] }) | undefined {
  if (last === undefined) return undefined;
  const words = support.schedules;
  const { state, code, left } = last;
  const because = code === undefined ? [] : [fill(words.because, { heading: codeHeading(code), code })];
  switch (state) {
    case 'running':
      return { word: words.states.running, look: 'information', mark: 'running', more: because };
    case 'stuck':
      return { word: words.states.stuck, look: 'danger', mark: 'failed', more: [words.stuck, ...because] };
    case 'stopped':
      return { word: words.states.stopped, look: 'warning', mark: 'conflict', more: [words.stopped, ...because] };
    case 'done': {
      const more = [...(left === undefined ? [] : [plural(words.left, left)]), ...because];
      return more.length === 0
        ? { word: words.states.done, look: 'success', mark: 'alreadyRight', more }
        : { word: words.troubled, look: 'warning', mark: 'conflict', more };
    }
  }
}

export const QUEUE_STATES = {
  waiting: { word: support.queues.states.waiting, look: 'neutral', mark: 'waits' },
  running: { word: support.queues.states.running, look: 'information', mark: 'running' },
  stuck: { word: support.queues.states.stuck, look: 'danger', mark: 'failed' },
} as const satisfies Readonly<Record<string, State>>;

export const RUN_STATES = {
  running: { word: support.setUp.states.running, look: 'information', mark: 'running' },
  waiting: { word: support.setUp.states.waiting, look: 'information', mark: 'running' },
  failed: { word: support.setUp.states.failed, look: 'danger', mark: 'failed' },
  stopped: { word: support.setUp.states.stopped, look: 'warning', mark: 'conflict' },
  done: { word: support.setUp.states.done, look: 'success', mark: 'alreadyRight' },
} as const satisfies Readonly<Record<string, State>>;

/** The heading that the pages show with this code. Another version of the app may have codes of its own. */
export function codeHeading(code: ErrorCode): string {
  return Object.hasOwn(common.errors, code) ? common.errors[code].heading : support.errors.unknownCode;
}

/** When a code is given, and what the pages say with it. */
export function codeMeaning(code: ErrorCode): readonly string[] {
  if (!Object.hasOwn(common.errors, code)) return [];
  return [support.errors.when[code], common.errors[code].body];
}

/** All operations that failed with one code. */
export interface ErrorGroup {
  readonly code: ErrorCode;
  readonly operations: readonly { readonly operation: string; readonly week: number }[];
  readonly today: number;
  readonly week: number;
  readonly lastAt: string;
}

/** By code, the newest first; in each, the operation that failed most often first. */
export function errorGroups(errors: readonly RecentError[]): readonly ErrorGroup[] {
  const codes = [...new Set(errors.map(({ code }) => code))];
  return codes
    .map((code) => {
      const those = errors.filter((error) => error.code === code);
      return {
        code,
        operations: those.map(({ operation, week }) => ({ operation, week })).sort((a, b) => b.week - a.week),
        today: those.reduce((sum, { today }) => sum + today, 0),
        week: those.reduce((sum, { week }) => sum + week, 0),
        lastAt: those.map(({ lastAt }) => lastAt).reduce((a, b) => (a > b ? a : b)),
      };
    })
    .sort((a, b) => b.lastAt.localeCompare(a.lastAt));
}
