/**
 * Workflows of the site.
 */
import * as v from 'valibot';
import type { StatusCategory } from '../domain/progress';
import { WORKFLOW_ID } from '../domain/identifiers';
import { JiraError } from './errors';
import { PAGE_SIZE, readAllPages } from './page';
import { path, type JiraRequest } from './request';
import { send, sendOnly } from './send';

export interface Workflow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Counts up whenever somebody changes it. */
  readonly versionNumber: number;
  /** True for a workflow that belongs to one team-managed project. */
  readonly ofOneProject: boolean;
}

/** Everything that Jira knows of it: what is left out here might be taken away from the status. */
interface NewStatus {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: StatusCategory;
}

export interface NewWorkflow {
  readonly name: string;
  readonly description: string;
  /** Statuses that exist; the first one is where an issue begins. */
  readonly statuses: readonly NewStatus[];
  readonly transitions: readonly {
    readonly name: string;
    readonly fromStatusIds: readonly string[];
    readonly toStatusId: string;
  }[];
}

const CATEGORY_NAME = { toDo: 'TODO', inProgress: 'IN_PROGRESS', done: 'DONE' } as const;
const workflowSchema = v.pipe(
  v.object({
    id: v.string(),
    name: v.string(),
    description: v.optional(v.string(), ''),
    version: v.object({ versionNumber: v.number() }),
    scope: v.optional(v.object({ type: v.string() })),
  }),
  v.transform(({ version, scope, ...workflow }): Workflow => {
    return { ...workflow, versionNumber: version.versionNumber, ofOneProject: scope?.type === 'PROJECT' };
  }),
);
const workflowsSchema = v.object({ workflows: v.array(workflowSchema) });

/**
 * Workflows whose name holds these words, whatever their case.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/#api-rest-api-3-workflows-search-get
 */
export async function findWorkflows(jira: JiraRequest, words: string): Promise<readonly Workflow[]> {
  return readAllPages(
    jira,
    'workflow.find',
    (startAt) => path`/rest/api/3/workflows/search?queryString=${words}&startAt=${startAt}&maxResults=${PAGE_SIZE}`,
    workflowSchema,
  );
}

/**
 * One workflow by its id; `undefined` when it is gone.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/#api-rest-api-3-workflows-post
 */
export async function readWorkflow(jira: JiraRequest, workflowId: string): Promise<Workflow | undefined> {
  const answer = await send(
    jira,
    {
      operation: 'workflow.read',
      method: 'POST',
      readOnly: true,
      path: path`/rest/api/3/workflows`,
      body: { workflowIds: [workflowId] },
    },
    workflowsSchema,
  );
  return answer.workflows.find(({ id }) => id === workflowId);
}

/**
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/#api-rest-api-3-workflow-entityid-delete
 * @throws JiraError; `refused` while a workflow scheme uses it.
 */
export async function deleteWorkflow(jira: JiraRequest, workflowId: string): Promise<void> {
  const operation = 'workflow.delete';
  if (!WORKFLOW_ID.test(workflowId)) throw new JiraError('refused', operation);
  await sendOnly(jira, { operation, method: 'DELETE', path: path`/rest/api/3/workflow/${workflowId}` });
}

/**
 * Makes a workflow for the whole site. Nothing uses it until a workflow scheme does.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/#api-rest-api-3-workflows-create-post
 * @throws JiraError; `unauthenticated` (not `forbidden`) without the right.
 */
export async function createWorkflow(jira: JiraRequest, workflow: NewWorkflow): Promise<Workflow> {
  const { name, description, statuses, transitions } = workflow;
  const [initial] = statuses;
  if (!initial) throw new RangeError('a workflow has at least one status');
  // Within one request statuses are named by a reference of the caller's choice; their ids serve well.
  const begin = { id: '1', name: 'Create', type: 'INITIAL', toStatusReference: initial.id, links: [] };
  const moves = transitions.map((transition, index) => ({
    id: String((index + 1) * 10 + 1),
    name: transition.name,
    type: 'DIRECTED',
    toStatusReference: transition.toStatusId,
    links: transition.fromStatusIds.map((id) => ({ fromStatusReference: id })),
  }));
  const answer = await send(
    jira,
    {
      operation: 'workflow.create',
      method: 'POST',
      path: path`/rest/api/3/workflows/create`,
      body: {
        scope: { type: 'GLOBAL' },
        statuses: statuses.map((status) => ({
          id: status.id,
          name: status.name,
          description: status.description,
          statusCategory: CATEGORY_NAME[status.category],
          statusReference: status.id,
        })),
        workflows: [
          {
            name,
            description,
            statuses: statuses.map(({ id }) => ({ statusReference: id, properties: {} })),
            transitions: [begin, ...moves].map((transition) => ({
              description: '',
              properties: {},
              actions: [],
              triggers: [],
              validators: [],
              ...transition,
            })),
          },
        ],
      },
    },
    workflowsSchema,
  );
  const made = answer.workflows.find((candidate) => candidate.name === name);
  if (!made) throw new JiraError('unexpectedAnswer', 'workflow.create');
  return made;
}
