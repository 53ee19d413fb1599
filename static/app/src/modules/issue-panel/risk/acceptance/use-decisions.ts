import { useCallback } from 'react';
import type { DecisionsView } from '../../../../../../../src/contract/risks';
import { getComment } from '../../../../../../../src/jira/comment';
import { OperationError } from '../../../../shared/app-error';
import { invoke, jiraAsViewer } from '../../../../shared/bridge';
import { useReading } from '../../../../shared/use-reading';
import type { Read } from '../../../../shared/use-reading';

/** Who wrote a decision's comment, and why; as the viewer may see it. */
export interface Told {
  readonly name: string | undefined;
  readonly why: string;
}

export interface Decisions {
  readonly view: DecisionsView;
  /** By comment; what is gone or hidden from the viewer is missing. */
  readonly told: ReadonlyMap<string, Told>;
}

/** So many of the newest entries are told with name and reason; those before are counted. */
export const TOLD_MOST = 12;

/** The decisions on a risk from the app, who and why from Jira. */
export function useDecisions(issueId: string): Read<Decisions> {
  return useReading(useCallback(() => readAll(issueId), [issueId]));
}

async function readAll(issueId: string): Promise<Decisions> {
  const answer = await invoke('readDecisions', { issueId });
  if (!answer.ok) throw new OperationError(answer.error);
  const view = answer.value;
  const ids = view.decisions.slice(-TOLD_MOST).flatMap(({ commentId }) => commentId ?? []);
  const told = await Promise.all(ids.map(async (id) => [id, await tell(issueId, id)] as const));
  return { view, told: new Map(told.flatMap(([id, one]) => (one === undefined ? [] : [[id, one] as const]))) };
}

/** So many comments are asked for at a time. */
const AT_ONCE = 6;

/** Who and why of every entry, also of those before the newest ones. What cannot be read is missing. */
export async function tellAll(issueId: string, { view, told }: Decisions): Promise<ReadonlyMap<string, Told>> {
  const all = new Map(told);
  const missing = view.decisions.flatMap(({ commentId }) =>
    commentId === undefined || all.has(commentId) ? [] : [commentId],
  );
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    const some = missing.slice(from, from + AT_ONCE);
    const answers = await Promise.all(some.map((id) => tell(issueId, id)));
    for (const [index, id] of some.entries()) {
      const one = answers[index];
      if (one !== undefined) all.set(id, one);
    }
  }
  return all;
}

/** A comment that cannot be read leaves its entry without name and reason; the list stays. */
async function tell(issueId: string, commentId: string): Promise<Told | undefined> {
  try {
    const { by, text } = await getComment(jiraAsViewer, issueId, commentId);
    return { name: by?.name, why: reasonIn(text) };
  } catch {
    return undefined;
  }
}

/** The first paragraph is the app's sentence; what the person wrote comes after it. */
export function reasonIn(text: string): string {
  const end = text.indexOf('\n\n');
  return end === -1 ? '' : text.slice(end).trim();
}
