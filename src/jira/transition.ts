/**
 * Moving an issue through its workflow.
 */
import * as v from 'valibot';
import { TRANSITION_ID } from '../domain/identifiers';
import { JiraError } from './errors';
import { issueIdOrKey } from './ids';
import { path, type JiraRequest } from './request';
import { send, sendOnly } from './send';

/** A way out of the status of now that the caller may take. */
export interface Transition {
  readonly id: string;
  /** The status it leads to. */
  readonly to: { readonly id: string; readonly name: string };
  /** It shows a form, which may ask for fields. */
  readonly hasForm: boolean;
}

const transitionsSchema = v.object({
  transitions: v.array(
    v.pipe(
      v.object({
        id: v.string(),
        to: v.object({ id: v.string(), name: v.string() }),
        hasScreen: v.optional(v.boolean(), false),
      }),
      v.transform(({ id, to, hasScreen }): Transition => ({ id, to, hasForm: hasScreen })),
    ),
  ),
});

/**
 * What the caller may do with the issue now; empty also for somebody without the right to move it.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-transitions-get
 * @throws JiraError
 */
export async function listTransitions(jira: JiraRequest, idOrKey: string): Promise<readonly Transition[]> {
  const operation = 'transition.list';
  const id = issueIdOrKey(idOrKey, operation);
  const call = { operation, method: 'GET', path: path`/rest/api/3/issue/${id}/transitions` } as const;
  return (await send(jira, call, transitionsSchema)).transitions;
}

/**
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-transitions-post
 * @throws JiraError; `refused` with the workflow's own words when a validator says no, or a form asks for more.
 */
export async function doTransition(jira: JiraRequest, idOrKey: string, transitionId: string): Promise<void> {
  const operation = 'transition.do';
  const id = issueIdOrKey(idOrKey, operation);
  if (!TRANSITION_ID.test(transitionId)) throw new JiraError('refused', operation);
  await sendOnly(jira, {
    operation,
    method: 'POST',
    path: path`/rest/api/3/issue/${id}/transitions`,
    body: { transition: { id: transitionId } },
  });
}
