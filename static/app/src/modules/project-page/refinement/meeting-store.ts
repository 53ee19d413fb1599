/**
 * What the page sees of the meeting, and everything outside that the meeting needs.
 */
import type { AssessManyOutcome } from '../../../../../../src/contract/defs';
import type { AppError, Result } from '../../../../../../src/contract/result';
import type { Assessment, Relevance } from '../../../../../../src/domain/relevance';
import type {
  RefinementCounts,
  RefinementList,
  RefinementNext,
  RefinementPage,
  RefinementRow,
} from '../../../../../../src/reads/refinement-view';
import type { LinkAnswer } from '../../../shared/link/context';
import type { Refused } from './deeds';
import type { ListState } from './list-state';
import { firstState, nextMeeting } from './meeting-state';
import type { MeetingEvent, MeetingState } from './meeting-state';

/** Everything outside: Jira as the viewer, the functions, the clock. Reads throw; `errorOf` names what they threw. */
export interface MeetingPorts {
  readonly readPage: (
    list: RefinementList,
    next: RefinementNext | undefined,
    changed: readonly string[],
  ) => Promise<RefinementPage>;
  readonly readRow: (id: string) => Promise<RefinementRow>;
  /** Fills in who moved them there, from their histories. */
  readonly readBypasses: (rows: readonly RefinementRow[]) => Promise<readonly RefinementRow[]>;
  readonly assessMany: (
    assessments: readonly { readonly issueId: string; readonly assessment: Assessment; readonly expected: Relevance }[],
  ) => Promise<Result<AssessManyOutcome>>;
  readonly moveBack: (issueId: string) => Promise<Result<{ readonly statusName: string }>>;
  readonly takeBackLinks: (answer: LinkAnswer) => Promise<Result<null>>;
  readonly errorOf: (error: unknown) => AppError;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly wait: (seconds: number) => Promise<void>;
}

/** What has to be looked at; the last one is shown until it is closed. */
export type Note =
  | { readonly kind: 'refused'; readonly deedId: number }
  | { readonly kind: 'notTakenBack'; readonly rows: readonly RefinementRow[]; readonly refused: readonly Refused[] }
  | { readonly kind: 'failed'; readonly row: RefinementRow; readonly error: AppError }
  /** The dialog did not open. */
  | { readonly kind: 'noDialog' }
  /** Assessed by somebody else while it stood here. */
  | { readonly kind: 'others'; readonly row: RefinementRow };

export interface MeetingView {
  readonly state: MeetingState;
  readonly note: Note | undefined;
  /** Jira asked for a pause; seconds. */
  readonly waitSeconds: number | undefined;
}

/** Holds the meeting's state and tells whoever draws it. */
export class MeetingStore {
  #view: MeetingView;
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly ports: MeetingPorts,
    counts: RefinementCounts,
    open: RefinementList,
  ) {
    this.#view = { state: firstState(counts, open), note: undefined, waitSeconds: undefined };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): MeetingView => this.#view;

  get state(): MeetingState {
    return this.#view.state;
  }

  get openList(): ListState {
    return this.state.lists[this.state.open];
  }

  readonly tell = (event: MeetingEvent): void => {
    this.show({ state: nextMeeting(this.state, event) });
  };

  show(change: Partial<MeetingView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
