import { change, transitions } from '../../jira/calls';
import type { Issue, Status } from '../../jira/shapes';

/** What a person does to many issues at once. */
export type BulkChange =
  | { readonly kind: 'move'; readonly to: Status }
  /** `value`: name of the option; nothing empties the field. */
  | { readonly kind: 'relevance'; readonly fieldId: string; readonly value: string | undefined };

export interface BulkOutcome {
  readonly done: number;
  /** Issues that Jira left as they were, in its own words. */
  readonly refused: readonly { readonly key: string; readonly why: string }[];
}

/** One after the other, as the user: Jira's own bulk change is a job in the background that ends the same way. */
export async function changeAll(issues: readonly Issue[], wanted: BulkChange): Promise<BulkOutcome> {
  const refused: { key: string; why: string }[] = [];
  for (const { key } of issues) {
    try {
      await changeOne(key, wanted);
    } catch (error) {
      refused.push({ key, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return { done: issues.length - refused.length, refused };
}

async function changeOne(key: string, wanted: BulkChange): Promise<void> {
  if (wanted.kind === 'relevance') {
    return change.fields(key, { [wanted.fieldId]: wanted.value === undefined ? null : { value: wanted.value } });
  }
  const way = (await transitions(key)).find(({ to }) => to.id === wanted.to.id);
  if (way === undefined) throw new Error(`No transition leads to ${wanted.to.name}.`);
  return change.status(key, way.id);
}
