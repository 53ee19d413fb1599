import type { Project } from '../state/config-entities';
import type { CustomValue, Issue } from '../state/issue-entities';

/** A version of an issue being put together; stored only when everything about it is right. */
export type Draft = { -readonly [K in keyof Issue]: Issue[K] } & { custom: Record<string, CustomValue> };

export function draftOf(issue: Issue): Draft {
  return { ...issue, custom: { ...issue.custom } };
}

/** Where a draft will live: decides which fields, options and levels it may have. */
export interface Place {
  readonly project: Project;
  readonly typeId: string;
}
