/**
 * Whole workflows, read and written back: Jira has no call that changes one rule. Whatever is not known here goes back
 * as it came, and the version that was read goes with it, so that somebody else's change is never overwritten.
 */
import * as v from 'valibot';
import { WORKFLOW_ID } from '../domain/identifiers';
import { JiraError } from './errors';
import { numericId } from './ids';
import { PAGE_SIZE } from './page';
import { path, type JiraRequest } from './request';
import { send, sendOnly } from './send';

/** As they came: `v.record` leaves out keys such as "prototype", and somebody's rule may have one. */
const parametersSchema = v.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** A condition, validator or post function. What its parameters are depends on the rule; ours are texts. */
const ruleSchema = v.looseObject({
  ruleKey: v.string(),
  parameters: v.optional(v.nullable(parametersSchema)),
});

const transitionSchema = v.looseObject({
  id: v.string(),
  name: v.string(),
  type: v.string(),
  toStatusReference: v.optional(v.nullable(v.string())),
  validators: v.optional(v.nullable(v.array(ruleSchema))),
});

const workflowSchema = v.looseObject({
  id: v.string(),
  name: v.string(),
  isEditable: v.optional(v.boolean(), true),
  version: v.object({ id: v.string(), versionNumber: v.number() }),
  statuses: v.array(v.looseObject({ statusReference: v.string() })),
  transitions: v.array(transitionSchema),
});

const statusSchema = v.looseObject({
  id: v.string(),
  name: v.string(),
  statusCategory: v.picklist(['TODO', 'IN_PROGRESS', 'DONE']),
  statusReference: v.string(),
});

export type WorkflowRule = v.InferOutput<typeof ruleSchema>;
export type WorkflowTransition = v.InferOutput<typeof transitionSchema>;
export type WorkflowStatus = v.InferOutput<typeof statusSchema>;

/** A workflow with the statuses it uses. */
export interface WholeWorkflow {
  readonly workflow: v.InferOutput<typeof workflowSchema>;
  readonly statuses: readonly WorkflowStatus[];
}

const answerSchema = v.object({ statuses: v.array(statusSchema), workflows: v.array(workflowSchema) });

/**
 * The workflows that issues of these types follow in a project, each once.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/#api-rest-api-3-workflows-post
 * @throws JiraError; `unauthenticated` (not `forbidden`) without the right.
 */
export async function workflowsOfTypes(
  jira: JiraRequest,
  projectId: string,
  issueTypeIds: readonly string[],
): Promise<readonly WholeWorkflow[]> {
  const operation = 'workflow.ofTypes';
  const project = numericId(projectId, operation);
  const projectAndIssueTypes = [...new Set(issueTypeIds)].map((issueTypeId) => ({
    projectId: project,
    issueTypeId: numericId(issueTypeId, operation),
  }));
  if (projectAndIssueTypes.length === 0) return [];
  return readWorkflows(jira, operation, { projectAndIssueTypes });
}

/** Those of these ids that are there. Same endpoint. */
export async function workflowsById(jira: JiraRequest, ids: readonly string[]): Promise<readonly WholeWorkflow[]> {
  const operation = 'workflow.byId';
  if (!ids.every((id) => WORKFLOW_ID.test(id))) throw new JiraError('refused', operation);
  return ids.length === 0 ? [] : readWorkflows(jira, operation, { workflowIds: [...new Set(ids)] });
}

async function readWorkflows(jira: JiraRequest, operation: string, body: unknown): Promise<readonly WholeWorkflow[]> {
  const answer = await send(
    jira,
    { operation, method: 'POST', readOnly: true, path: path`/rest/api/3/workflows`, body },
    answerSchema,
  );
  return withStatuses(answer);
}

const pageSchema = v.object({
  values: v.array(workflowSchema),
  statuses: v.array(statusSchema),
  isLast: v.optional(v.boolean()),
});

/** More pages than any site has; reaching it means that Jira repeats itself. */
const PAGES_MOST = 100;

/**
 * Every published workflow of the site with its transitions.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/#api-rest-api-3-workflows-search-get
 */
export async function allWorkflows(jira: JiraRequest): Promise<readonly WholeWorkflow[]> {
  const operation = 'workflow.all';
  const found: WholeWorkflow[] = [];
  for (let page = 0; page < PAGES_MOST; page += 1) {
    const answer = await send(
      jira,
      {
        operation,
        method: 'GET',
        path: path`/rest/api/3/workflows/search?startAt=${found.length}&maxResults=${PAGE_SIZE}&expand=values.transitions`,
      },
      pageSchema,
    );
    found.push(...withStatuses({ statuses: answer.statuses, workflows: answer.values }));
    if (answer.isLast !== false || answer.values.length === 0) return found;
  }
  throw new JiraError('unexpectedAnswer', operation);
}

function withStatuses({ statuses, workflows }: v.InferOutput<typeof answerSchema>): readonly WholeWorkflow[] {
  return workflows.map((workflow) => {
    const used = new Set(workflow.statuses.map(({ statusReference }) => statusReference));
    return { workflow, statuses: statuses.filter(({ statusReference }) => used.has(statusReference)) };
  });
}

/** What Jira says of a workflow or a status and does not take back. */
const READ_ONLY = {
  workflow: ['name', 'isEditable', 'scope', 'created', 'updated', 'taskId'],
  statusOfWorkflow: ['deprecated'],
  status: ['scope'],
} as const;

/**
 * Replaces workflows by changed ones, all or none, if each still has the version that was read.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/#api-rest-api-3-workflows-update-post
 * @throws JiraError; `conflict` when one was changed meanwhile, or issues are being moved to another workflow.
 */
export async function updateWorkflows(jira: JiraRequest, changed: readonly WholeWorkflow[]): Promise<void> {
  const operation = 'workflow.update';
  const statuses = new Map(
    changed.flatMap((whole) => whole.statuses).map((status) => [status.statusReference, status]),
  );
  try {
    await sendOnly(jira, {
      operation,
      method: 'POST',
      path: path`/rest/api/3/workflows/update`,
      body: {
        statuses: [...statuses.values()].map((status) => without(status, READ_ONLY.status)),
        workflows: changed.map(({ workflow }) => ({
          ...without(workflow, READ_ONLY.workflow),
          statuses: workflow.statuses.map((status) => without(status, READ_ONLY.statusOfWorkflow)),
        })),
      },
    });
  } catch (error) {
    if (error instanceof JiraError && error.kind === 'refused' && (await isOutdated(jira, changed))) {
      throw new JiraError('conflict', operation, error.details);
    }
    throw error;
  }
}

/** Jira also answers 400 to an old version; what counts is whether one is. */
async function isOutdated(jira: JiraRequest, changed: readonly WholeWorkflow[]): Promise<boolean> {
  const now = await workflowsById(
    jira,
    changed.map(({ workflow }) => workflow.id),
  ).catch(() => []);
  const version = new Map(now.map(({ workflow }) => [workflow.id, workflow.version.versionNumber]));
  return changed.some(
    ({ workflow }) => version.get(workflow.id) !== workflow.version.versionNumber && version.size > 0,
  );
}

function without(value: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}
