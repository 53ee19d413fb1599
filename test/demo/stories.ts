/**
 * How a story of the demo world is written down; the stories are in the files beside this one. Pure.
 */
import type { Block } from './adf';
import type { PersonName } from './people';

/** Statuses of the software workflow. */
export type StoryStatus = 'To Do' | 'In Progress' | 'Review' | 'Done' | "Won't do";

/** Where a story is planned: the current sprint of the Checkout board, an earlier or later one, or another team's. */
export type SprintName = 'Sprint 23' | 'Sprint 24' | 'Sprint 25' | 'Sprint 26' | 'Platform 12';

/** Releases of Web Shop that are being worked on. */
export type VersionName = '8.4' | '8.5';

export type Reason = 'wording' | 'noSensitivePart' | 'coveredElsewhere' | 'internalTool' | 'research' | 'other';

export type Decision =
  | { readonly relevance: 'relevant' }
  | { readonly relevance: 'notRelevant'; readonly reason: Exclude<Reason, 'other'> }
  | { readonly relevance: 'notRelevant'; readonly reason: 'other'; readonly text: string };

/** Who decided and on which ISO day. */
export type Assessed = Decision & { readonly by: PersonName; readonly on: string };

export interface StoryData {
  /** The number in the key. */
  readonly number: number;
  readonly summary: string;
  /** What is wanted and why. */
  readonly text: readonly Block[];
  /** Acceptance criteria, one sentence each. */
  readonly criteria?: readonly string[];
  readonly points?: number;
  readonly status?: StoryStatus;
  readonly sprint?: SprintName;
  readonly version?: VersionName;
  readonly assignee?: PersonName;
  readonly reporter?: PersonName;
  /** Number of the epic. */
  readonly epic?: number;
  readonly assessed?: Assessed;
  /** Somebody wrote another text later (ISO day). */
  readonly rewritten?: { readonly by: PersonName; readonly on: string; readonly text: readonly Block[] };
  /** ISO day on which work began, where it was not in the natural course. */
  readonly started?: string;
  /** ISO day on which it was finished or dropped. */
  readonly ended?: string;
  /** Number of the risk it makes smaller: the story is an enabler then. */
  readonly mitigates?: number;
  /** Numbers of the stories it makes safe. */
  readonly secures?: readonly number[];
  /** Who made that link, where it was not the reporter, and on which ISO day, where it was not on creation. */
  readonly linked?: { readonly by: PersonName; readonly on: string };
}

export interface CommentData {
  readonly issue: number;
  readonly by: PersonName;
  /** ISO day. */
  readonly on: string;
  readonly text: string;
}

export function relevant(by: PersonName, on: string): Assessed {
  return { relevance: 'relevant', by, on };
}

type Extra = Pick<StoryData, 'status' | 'sprint' | 'assignee' | 'started' | 'rewritten'>;
/** A reason of the list, or the sentence that goes with "Other". */
type Because = Exclude<Reason, 'other'> | { readonly other: string };

/** A story that nobody has assessed, in one row. */
export function unassessedStory(
  number: number,
  points: number,
  epic: number,
  summary: string,
  text: string | readonly Block[],
  criteria: readonly string[] = [],
  extra: Extra = {},
): StoryData {
  return { number, points, epic, summary, text: typeof text === 'string' ? [text] : text, criteria, ...extra };
}

/** A story that was judged not relevant, in one row; `on` is a day of 2026. */
export function notRelevantStory(
  number: number,
  points: number,
  epic: number,
  [by, on, because]: readonly [PersonName, string, Because],
  summary: string,
  text: string,
  extra: Extra = {},
): StoryData {
  const decision: Decision =
    typeof because === 'string'
      ? { relevance: 'notRelevant', reason: because }
      : { relevance: 'notRelevant', reason: 'other', text: because.other };
  const assessed: Assessed = { ...decision, by, on: `2026-${on}` };
  return { number, points, epic, assessed, summary, text: [text], ...extra };
}
