/**
 * What a command about acceptances is given, and who asked: the author of the comment in Jira, which nobody can change.
 */
import type { Asked } from '../domain/acceptance';
import { getComment } from '../jira/comment';
import { JiraError } from '../jira/errors';
import type { JiraRequest } from '../jira/request';
import type { CommandContext } from './context';

export interface AcceptanceContext extends CommandContext {
  /** The person who calls. */
  readonly accountId: string;
  /** As the app: those who decide often may not move a risk or edit its fields; and Jira shows roles to admins only. */
  readonly app: JiraRequest;
}

/** The same, with Jira as the app: for what follows from a decision that was written. */
export function byTheApp({ site, now, app }: AcceptanceContext): CommandContext {
  return { jira: app, site, now };
}

/** Account id. `undefined` where the comment is gone or has no author any more: then nobody can say who asked. */
export async function requesterOf(
  { app }: AcceptanceContext,
  riskId: string,
  { commentId }: Asked,
): Promise<string | undefined> {
  if (commentId === undefined) return undefined;
  try {
    return (await getComment(app, riskId, commentId)).by?.accountId;
  } catch (error) {
    if (error instanceof JiraError && error.kind === 'notFound') return undefined;
    throw error;
  }
}
