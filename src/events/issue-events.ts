/**
 * Jira's events of issues and links. An event only says where to look: it may be late, double, out of order, or tell of
 * our own change, and it carries no custom fields. Everything is read as it is now.
 * https://developer.atlassian.com/platform/forge/events-reference/jira/
 */
import { InvocationError, InvocationErrorCode } from '@forge/events';
import * as v from 'valibot';
import { NUMERIC_ID } from '../domain/identifiers';
import { JiraError } from '../jira/errors';
import { fetchIssues } from '../jira/issue';
import { logFailure, noteError, noteFailure } from '../resolvers/log';
import { hasDecisions, removeDecisionsOn } from '../storage/decisions';
import { isStorageLimit } from '../storage/kvs';
import { isUnlicensed } from './licence';
import { reactTo } from './react';
import { isPassing, logJiraError, openScene, type Scene } from './scene';

/** Forge's own limit for a retry, of which there are four at most; what they do not reach is left to the reconcile. */
const RETRY_SECONDS = { usual: 60, most: 900 } as const;
/** Stories of one changed risk that an event looks at; it has 25 seconds. The reconcile looks at all of them. */
const OTHERS_MOST = 50;

/** Events write ids as text or as numbers. */
const id = v.pipe(v.union([v.string(), v.pipe(v.number(), v.safeInteger())]), v.transform(String), v.regex(NUMERIC_ID));

const issueEvent = v.object({
  issue: v.object({
    id,
    fields: v.optional(v.object({ project: v.optional(v.object({ id: v.optional(id) })) })),
  }),
});

const linkEvent = v.object({
  sourceIssueId: id,
  destinationIssueId: id,
  issueLinkType: v.optional(v.object({ id: v.optional(id) })),
});

/** Created and updated issues. Never throws. */
export async function issueChanged(event: unknown, context: unknown): Promise<InvocationError | undefined> {
  return handled('issueChanged', context, async (scene) => {
    const { issue } = v.parse(issueEvent, event);
    const projectId = issue.fields?.project?.id;
    const project = projectId === undefined ? undefined : await scene.projectSetup(projectId);
    // Most events of a site are none of our business. An issue that was moved since has an event of its own.
    if (projectId !== undefined && project === undefined) return;
    await reactTo(scene, [issue.id], { expected: scene.setupIn(project), othersMost: OTHERS_MOST });
  });
}

/**
 * Deleted issues: Jira takes their marks, comments and links along, and we what is stored about them. The event alone
 * deletes nothing: the issue has to be gone, too. Never throws.
 */
export async function issueDeleted(event: unknown, context: unknown): Promise<InvocationError | undefined> {
  return handled('issueDeleted', context, async ({ jira }) => {
    const { id: issueId } = v.parse(issueEvent, event).issue;
    if (!(await hasDecisions(issueId))) return;
    const found = await fetchIssues(jira, [issueId], { fields: ['issuetype'] });
    if (found.length === 0) await removeDecisionsOn(issueId);
  });
}

/** Created and deleted links: both ends. Never throws. */
export async function linkChanged(event: unknown, context: unknown): Promise<InvocationError | undefined> {
  return handled('linkChanged', context, async (scene) => {
    const { sourceIssueId, destinationIssueId, issueLinkType } = v.parse(linkEvent, event);
    const typeId = issueLinkType?.id;
    // A link never changes its type.
    const ours = Object.values(scene.site.linkTypes).map((type) => type.id);
    if (typeId !== undefined && !ours.includes(typeId)) return;
    await reactTo(scene, [sourceIssueId, destinationIssueId], { othersMost: OTHERS_MOST });
  });
}

async function handled(
  operation: string,
  context: unknown,
  work: (scene: Scene) => Promise<void>,
): Promise<InvocationError | undefined> {
  try {
    if (isUnlicensed(context)) return undefined;
    const scene = await openScene(new Date());
    if (scene !== undefined) await work(scene);
    return undefined;
  } catch (error) {
    if (error instanceof JiraError) {
      await logJiraError(operation, error);
      return isPassing(error) ? again(error) : undefined;
    }
    if (isStorageLimit(error)) {
      // A bulk change brings thousands of events within minutes. It is not counted: that would be one more to ask for.
      logFailure({ operation, code: 'rate-limited', error: 'ForgeKvsAPIError' });
      return new InvocationError({
        retryAfter: RETRY_SECONDS.usual,
        retryReason: InvocationErrorCode.FUNCTION_PLATFORM_RATE_LIMITED,
      });
    }
    if (v.isValiError(error)) await noteFailure({ operation, code: 'invalid-input' }, 'invalid-input');
    else await noteError(operation, error);
    return undefined;
  }
}

function again({ kind, details }: JiraError): InvocationError {
  return new InvocationError({
    retryAfter: Math.min(details.retryAfterSeconds ?? RETRY_SECONDS.usual, RETRY_SECONDS.most),
    retryReason:
      kind === 'rateLimited'
        ? InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED
        : InvocationErrorCode.FUNCTION_RETRY_REQUEST,
  });
}
