/**
 * Changes that Jira makes in a task of its own: the answer is only the task, and the change is there when it ends.
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

/**
 * Sends the call and waits for the task it started, if it did.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-tasks/#api-rest-api-3-task-taskid-get
 * @throws JiraError; `conflict` when the task is still running after 15 s, `refused` when it failed.
 */
export async function sendAndFinish(jira: JiraRequest, call: Call): Promise<void> {
  let task = await send<Task>(jira, call, taskSchema, NOTHING_TO_DO);
  for (let time = 0; time < WAIT.times && RUNNING.has(task.status); time += 1) {
    await sleep(WAIT.milliseconds);
    task = await readTask(jira, task.id ?? '');
  }
  if (RUNNING.has(task.status)) throw new JiraError('conflict', call.operation);
  if (task.status !== 'COMPLETE') {
    throw new JiraError('refused', call.operation, task.message === undefined ? {} : { messages: [task.message] });
  }
}

async function readTask(jira: JiraRequest, taskId: string): Promise<Task> {
  const operation = 'task.get';
  const id = numericId(taskId, operation);
  return send<Task>(jira, { operation, method: 'GET', path: path`/rest/api/3/task/${id}` }, taskSchema);
}
