/**
 * Which rules of Forge apps Jira knows, by the address that a rule in a workflow names.
 */
import * as v from 'valibot';
import { WORKFLOW_ID } from '../domain/identifiers';
import { JiraError } from './errors';
import { path, type JiraRequest } from './request';
import { send } from './send';

/** `ari:cloud:ecosystem::extension/{app}/{environment}/static/{module}`. */
export interface ForgeRule {
  readonly id: string;
  readonly ruleKey: string;
}

const schema = v.object({
  forgeRules: v.optional(v.array(v.object({ id: v.string(), ruleKey: v.string() })), []),
});

/**
 * The rules that may be put into this workflow.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/#api-rest-api-3-workflows-capabilities-get
 */
export async function forgeRulesFor(jira: JiraRequest, workflowId: string): Promise<readonly ForgeRule[]> {
  const operation = 'workflow.capabilities';
  if (!WORKFLOW_ID.test(workflowId)) throw new JiraError('refused', operation);
  const answer = await send(
    jira,
    { operation, method: 'GET', path: path`/rest/api/3/workflows/capabilities?workflowId=${workflowId}` },
    schema,
  );
  return answer.forgeRules;
}
