import type { Project } from '../state/config-entities';
import type { CustomValue, Issue } from '../state/issue-entities';

/** A version of an issue being put together; stored only when everything about it is right. */
export type Draft = { -readonly [K in keyof Issue]: Issue[K] } & { custom: Record<string, CustomValue> };

export function draftOf(issue: Issue): Draft {
  return { ...issue, custom: { ...issue.custom } };
}

/** Sets a custom field; `undefined` takes its value away. */
export function setCustom(draft: Draft, fieldId: string, value: CustomValue | undefined): void {
  const others = Object.entries(draft.custom).filter(([id]) => id !== fieldId);
  draft.custom = Object.fromEntries(value === undefined ? others : [...others, [fieldId, value]]);
}

/** Where a draft will live: decides which fields, options and levels it may have. */
export interface Place {
  readonly project: Project;
  readonly typeId: string;
}
