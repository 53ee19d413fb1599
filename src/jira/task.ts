/**
 * Changes that Jira makes in a task of its own: the answer is only the task, and the change is there when it ends.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-tasks/#api-rest-api-3-task-taskid-get
 */
import * as v from 'valibot';
import { JiraError } from './errors';
import { numericId } from './ids';
import { path, type JiraRequest } from './request';
import { send, type Call } from './send';
import { sleep } from './sleep';

/** How long a task is waited for: well below the 25 s of a function. */
const WAIT = { times: 30, milliseconds: 500 } as const;

const RUNNING: ReadonlySet<string> = new Set(['ENQUEUED', 'RUNNING']);

const taskSchema = v.object({
  id: v.optional(v.string()),
  status: v.optional(v.string(), 'COMPLETE'),
  message: v.optional(v.string()),
});
type Task = v.InferOutput<typeof taskSchema>;

/** Jira answers without a task where there was nothing to move. */
const NOTHING_TO_DO: Task = { status: 'COMPLETE' };

/** Whether the change is there. `running`: Jira is still at it after 15 s; the same task can be asked for again. */
export type TaskState = { readonly state: 'done' } | { readonly state: 'running'; readonly taskId: string };

/**
 * Sends the call and waits for the task it started, if it did.
 * @param began told of the task before it is waited for, so that it can be found again.
 * @throws JiraError; `conflict` when another such task runs, `refused` when this one failed.
 */
export async function sendTask(
  jira: JiraRequest,
  call: Call,
  began: (taskId: string) => Promise<void>,
): Promise<TaskState> {
  const task = await send<Task>(jira, call, taskSchema, NOTHING_TO_DO);
  // A plain answer has an id too: that of the thing that was changed.
  if (task.id !== undefined && RUNNING.has(task.status)) await began(task.id);
  return finished(jira, call.operation, task);
}

/** Waits for a task that was started before. @throws JiraError; `refused` when it failed. */
export async function awaitTask(jira: JiraRequest, operation: string, taskId: string): Promise<TaskState> {
  return finished(jira, operation, await readTask(jira, taskId));
}

async function finished(jira: JiraRequest, operation: string, first: Task): Promise<TaskState> {
  const taskId = first.id ?? '';
  let task = first;
  for (let time = 0; time < WAIT.times && RUNNING.has(task.status); time += 1) {
    await sleep(WAIT.milliseconds);
    task = await readTask(jira, taskId);
  }
  if (RUNNING.has(task.status)) return { state: 'running', taskId };
  if (task.status !== 'COMPLETE') {
    throw new JiraError('refused', operation, task.message === undefined ? {} : { messages: [task.message] });
  }
  return { state: 'done' };
}

async function readTask(jira: JiraRequest, taskId: string): Promise<Task> {
  const operation = 'task.get';
  const id = numericId(taskId, operation);
  return send<Task>(jira, { operation, method: 'GET', path: path`/rest/api/3/task/${id}` }, taskSchema);
}
