import type { Clock } from '../clock';
import { forbidden, notFound } from '../http/problem';
import { json, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import type { Task } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { taskConflict } from './body';
import { doTaskWork, type TaskWork } from './task-work';

/** How long a task takes on the injectable clock, where no fault makes it slower: long enough to be seen running. */
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

/** The call that starts a task: where the faults `slow-task` and `failed-task` are looked up. */
function callOf(work: TaskWork): readonly [method: string, path: string] {
  switch (work.kind) {
    case 'delete-field':
      return ['DELETE', `/rest/api/3/field/${work.fieldId}`];
    case 'switch-workflow-scheme':
      return ['POST', '/rest/api/3/workflowscheme/project/switch'];
    case 'update-workflow-scheme':
      return ['POST', '/rest/api/3/workflowscheme/update'];
    case 'migrate-statuses':
      return ['POST', '/rest/api/3/workflows/update'];
  }
}

/** Enters a long-running change; its work is done by the first request after it is due. */
export function startTask({ state, clock, access, faults }: RouteContext, description: string, work: TaskWork): Task {
  const now = clock.now().getTime();
  const slow = faults.take(['slow-task'], ...callOf(work));
  const failed = faults.take(['failed-task'], ...callOf(work));
  return state.tasks.put({
    id: state.nextId('task'),
    description,
    status: 'RUNNING',
    progress: 0,
    submitted: now,
    started: now,
    lastUpdate: now,
    submittedBy: access.accountId ?? '',
    dueAt: now + (slow?.delayMs ?? TASK_MS),
    work,
    ...(failed === undefined ? {} : { failure: failed.message ?? 'The task could not be completed.' }),
  });
}

/** Does the work of every task that has come due, in the order they were started. */
export function runDueTasks(state: SiteState, clock: Clock): void {
  const now = clock.now().getTime();
  for (const task of state.tasks.filter(
    ({ status, dueAt }) => status === 'RUNNING' && dueAt !== undefined && dueAt <= now,
  )) {
    const finished = task.dueAt ?? now;
    const { work, failure, ...rest } = task;
    if (failure !== undefined) {
      state.tasks.put({ ...rest, status: 'FAILED', finished, lastUpdate: finished, message: failure });
      continue;
    }
    const result = doTaskWork(state, work as TaskWork, finished, task.submittedBy);
    state.tasks.put({ ...rest, status: 'COMPLETE', progress: 100, finished, lastUpdate: finished, result });
  }
}

/** The running task that changes workflows or their schemes, if there is one; Jira lets only one run. */
function runningWorkflowTask(state: SiteState, clock: Clock): Task | undefined {
  runDueTasks(state, clock);
  return state.tasks.find(
    ({ status, work }) => status === 'RUNNING' && (work as TaskWork | undefined)?.kind !== 'delete-field',
  );
}

/** The running task that deletes this custom field, if there is one. */
export function runningDeletion(state: SiteState, fieldId: string): Task | undefined {
  return state.tasks.find(({ status, work }) => {
    const doing = work as TaskWork | undefined;
    return status === 'RUNNING' && doing?.kind === 'delete-field' && doing.fieldId === fieldId;
  });
}

/** 409 while a task changes workflows or their schemes. */
export function refuseWhileWorkflowTaskRuns({ state, clock }: Pick<RouteContext, 'state' | 'clock'>): void {
  const running = runningWorkflowTask(state, clock);
  if (running) throw taskConflict(running.id);
}

/**
 * 303 with the address of the task, as every asynchronous call answers. Jira writes the whole address; here it is only
 * the path, so that a client that follows it stays on this machine.
 */
export function taskReply(state: SiteState, task: Task): Reply {
  return { status: 303, body: taskJson(state, task), headers: { Location: `/rest/api/3/task/${task.id}` } };
}

function withProgress(task: Task, clock: Clock): Task {
  if (task.status !== 'RUNNING') return task;
  const now = clock.now().getTime();
  const whole = (task.dueAt ?? now) - task.submitted;
  const share = whole === 0 ? 1 : (now - task.submitted) / whole;
  return { ...task, progress: Math.max(0, Math.min(99, Math.floor(share * 100))), lastUpdate: now };
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
