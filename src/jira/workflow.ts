/**
 * Workflows of the site.
 */
import * as v from 'valibot';
import type { StatusCategory } from '../domain/progress';
import { JiraError } from './errors';
import { path, type JiraRequest } from './request';
import { send } from './send';

export interface Workflow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

export interface NewWorkflow {
  readonly name: string;
  readonly description: string;
  /** Statuses that exist; the first one is where an issue begins. */
  readonly statuses: readonly { readonly id: string; readonly name: string; readonly category: StatusCategory }[];
  readonly transitions: readonly {
    readonly name: string;
    readonly fromStatusIds: readonly string[];
    readonly toStatusId: string;
  }[];
}

const CATEGORY_NAME = { toDo: 'TODO', inProgress: 'IN_PROGRESS', done: 'DONE' } as const;
const workflowsSchema = v.object({
  workflows: v.array(v.object({ id: v.string(), name: v.string(), description: v.optional(v.string(), '') })),
});

/**
 * The workflow of this name, if there is one.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/#api-rest-api-3-workflows-post
 */
export async function findWorkflow(jira: JiraRequest, name: string): Promise<Workflow | undefined> {
  const answer = await send(
    jira,
    {
      operation: 'workflow.find',
      method: 'POST',
      readOnly: true,
      path: path`/rest/api/3/workflows`,
      body: { workflowNames: [name] },
    },
    workflowsSchema,
  );
  return answer.workflows.find((workflow) => workflow.name === name);
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
