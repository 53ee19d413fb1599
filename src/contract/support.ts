/**
 * What the support page shows of the app on this site. JSON-safe. Ids, codes, instants and counts only: no name of a person
 * or project, no text of an issue, no account id, so that all of it can be handed on.
 */
import type { Gate } from '../domain/project-settings';
import type { Schedule, Timing } from '../domain/schedule';
import type { ErrorCode, Result } from './result';
import type { RunKind, RunState } from './set-up';

/** What Forge says about this installation; empty where it does not say. */
export interface AppFacts {
  readonly version: string;
  /** Forge's own word, for example `PRODUCTION`. */
  readonly environment: string;
  readonly environmentId: string;
  readonly appId: string;
  readonly installationId: string;
  /** Of the site. */
  readonly cloudId: string;
  /** `none`: the app is not paid for here. */
  readonly licence: 'none' | 'active' | 'inactive';
}

/** The run of set-up that is under way, or the last one. Instants are ISO. */
export interface SupportRun {
  readonly kind: RunKind;
  readonly state: RunState;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly steps: number;
  readonly done: number;
  /** By the step's name, which holds no name of a project. */
  readonly failed?: { readonly step: string; readonly code: ErrorCode };
}

export interface ScheduleView {
  readonly schedule: Schedule;
  readonly timing: Timing;
  /** Missing where it never ran. */
  readonly last?: {
    /** Missing for a run of an earlier version of the app. */
    readonly startedAt?: string;
    readonly endedAt?: string;
    /** `stuck`: not heard of for half an hour; the next one begins anew. `stopped`: Jira asked to wait for too long. */
    readonly state: 'running' | 'stuck' | 'done' | 'stopped';
    /** What went wrong last while it ran. */
    readonly code?: ErrorCode;
    /** Projects that it has to come back to. */
    readonly left?: number;
  };
}

/** Work in the background, each with a queue of its own. */
export const QUEUES = ['setUp', 'reconcile', 'levels', 'digest', 'snapshots', 'rebuilds'] as const;
export type QueueName = (typeof QUEUES)[number];

/** One piece of work that is not finished. */
export interface QueueItem {
  readonly queue: QueueName;
  /** Missing for work on the whole site. */
  readonly projectId?: string;
  /** `stuck`: not heard of for half an hour. */
  readonly state: 'waiting' | 'running' | 'stuck';
  /** When it began, or was asked for. */
  readonly since: string;
  /** When it was last heard of. */
  readonly movedAt: string;
}

/**
 * How often one operation failed with one code. A minute counts once, however often it failed in it, so that a failing
 * site is not made slower by counting.
 */
export interface RecentError {
  readonly operation: string;
  readonly code: ErrorCode;
  /** Minutes of today, and of the last seven days; days in UTC. */
  readonly today: number;
  readonly week: number;
  readonly lastAt: string;
}

export interface SupportProject {
  readonly projectId: string;
  readonly teamManaged: boolean;
  readonly gate: Gate;
  /** Every change up to then was looked at by the reconcile; missing before its first look. */
  readonly lookedAt?: string;
  readonly levels?: 'waiting' | 'running' | 'done' | 'failed';
  readonly history?: 'running' | 'done' | 'failed';
}

export interface SupportView {
  /** When this was read, by the clock of the functions. */
  readonly at: string;
  readonly app: AppFacts;
  readonly isSetUp: boolean;
  readonly setupRun?: SupportRun;
  readonly schedules: readonly ScheduleView[];
  readonly queues: readonly QueueItem[];
  /** Those of the last seven days, the newest first. */
  readonly errors: readonly RecentError[];
  readonly projects: readonly SupportProject[];
  /** Keys of what is stored and cannot be read. */
  readonly unreadable: readonly string[];
  /** More projects follow: asked for with this id. */
  readonly next?: string;
}

// A type alias, not an interface: @forge/bridge's makeInvoke wants an index signature.
export type SupportDefs = {
  /**
   * The state of the app on this site, with at most 50 projects and what waits for them; `after` names the last project
   * of the answer before. Jira admins only.
   */
  getSupport: (payload: { readonly after?: string }) => Result<SupportView>;
};
