import type { Workflow, WorkflowTransition } from '../state/config-entities';
import type { Issue } from '../state/issue-entities';
import type { Draft } from './draft';
import type { AfterWork } from './update-verbs';

/** A transition that somebody tries to make; what its validators judge. */
export interface TransitionAttempt {
  readonly workflow: Workflow;
  readonly transition: WorkflowTransition;
  /** The issue as it would be, with what was entered on the transition's screen, still in its old status. */
  readonly draft: Draft;
  /** The issue before; `undefined` while it is being created. */
  readonly original: Issue | undefined;
  /** Links and comments that come with the transition. */
  readonly after: AfterWork;
}
