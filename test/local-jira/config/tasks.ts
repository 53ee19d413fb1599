import type { Clock } from '../clock';
import { forbidden, notFound } from '../http/problem';
import { json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { Task } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { doTaskWork, type TaskWork } from './task-work';

/** How long a task takes on the injectable clock: long enough to be seen running. */
export const TASK_MS = 2000;

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-tasks/ */
export function registerTasks(router: RouteRegistrar): void {
  router.route({
    method: 'GET',
    path: '/rest/api/3/task/{taskId}',
    scopes: ['read:jira-work'],
    cost: 'read',
    handler: ({ state, access, clock, params }) => {
      runDueTasks(state, clock);
      const task = state.tasks.get(params['taskId'] ?? '');
      if (task === undefined) throw notFound('The task was not found.');
      if (!access.isAdmin() && task.submittedBy !== access.accountId) {
        throw forbidden('You do not have permission to see this task.');
      }
      return json(taskJson(state, withProgress(task, clock)));
    },
  });
}

/** Enters a long-running change; its work is done by the first request after it is due. */
export function startTask({ state, clock, access }: RouteContext, description: string, work: TaskWork): Task {
  const now = clock.now().getTime();
  return state.tasks.put({
    id: state.nextId('task'),
    description,
    status: 'RUNNING',
    progress: 0,
    submitted: now,
    started: now,
    lastUpdate: now,
    submittedBy: access.accountId ?? '',
    dueAt: now + TASK_MS,
    work,
  });
}

/** Does the work of every task that has come due, in the order they were started. */
export function runDueTasks(state: SiteState, clock: Clock): void {
  const now = clock.now().getTime();
  for (const task of state.tasks.filter(
    ({ status, dueAt }) => status === 'RUNNING' && dueAt !== undefined && dueAt <= now,
  )) {
    const finished = task.dueAt ?? now;
    const { work, ...rest } = task;
    const result = doTaskWork(state, work as TaskWork, finished, task.submittedBy);
    state.tasks.put({ ...rest, status: 'COMPLETE', progress: 100, finished, lastUpdate: finished, result });
  }
}

/** The running task that changes workflows or their schemes, if there is one; Jira lets only one run. */
export function runningWorkflowTask(state: SiteState, clock: Clock): Task | undefined {
  runDueTasks(state, clock);
  return state.tasks.find(
    ({ status, work }) => status === 'RUNNING' && (work as TaskWork | undefined)?.kind !== 'delete-field',
  );
}

/** 303 with the address of the task, as every asynchronous call answers. */
export function taskReply(state: SiteState, task: Task): Reply {
  const shown = taskJson(state, task);
  return { status: 303, body: shown, headers: { Location: String(shown['self']) } };
}

function withProgress(task: Task, clock: Clock): Task {
  if (task.status !== 'RUNNING') return task;
  const now = clock.now().getTime();
  const elapsed = now - task.submitted;
  return { ...task, progress: Math.max(0, Math.min(99, Math.floor((elapsed / TASK_MS) * 100))), lastUpdate: now };
}

function taskJson(state: SiteState, task: Task): Record<string, unknown> {
  return {
    self: `${state.site.baseUrl}/rest/api/3/task/${task.id}`,
    id: task.id,
    description: task.description,
    status: task.status,
    ...(task.message === undefined ? {} : { message: task.message }),
    ...(task.result === undefined ? {} : { result: task.result }),
    // A number in the documented shape: the old user key, not the account id.
    submittedBy: 10_000,
    progress: task.progress,
    elapsedRuntime: (task.finished ?? task.lastUpdate) - task.submitted,
    submitted: task.submitted,
    ...(task.started === undefined ? {} : { started: task.started }),
    ...(task.finished === undefined ? {} : { finished: task.finished }),
    lastUpdate: task.lastUpdate,
  };
}
