/**
 * Which workflow each issue type of a company-managed project has.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-schemes/
 */
import * as v from 'valibot';
import { JiraError } from './errors';
import { numericId } from './ids';
import { PAGE_SIZE, readAllPages } from './page';
import { portions, repeated } from './repeated';
import { path, type JiraRequest } from './request';
import { send, sendOnly } from './send';
import { sendTask, type TaskState } from './task';

/** Where issues of one type go when their workflow changes; needed even where there are none. */
export interface StatusMoves {
  readonly issueTypeId: string;
  readonly moves: readonly { readonly from: string; readonly to: string }[];
}

function movesBody({ issueTypeId, moves }: StatusMoves) {
  if (moves.length === 0) return [];
  return [{ issueTypeId, statusMappings: moves.map(({ from, to }) => ({ oldStatusId: from, newStatusId: to })) }];
}

interface WorkflowRef {
  readonly id: string;
  readonly name: string;
}

/** The scheme as the newer calls know it: by ids, with a version that guards against lost updates. */
export interface WorkflowScheme {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly version: { readonly id: string; readonly versionNumber: number };
  readonly defaultWorkflow: WorkflowRef | undefined;
  readonly workflows: readonly { readonly workflow: WorkflowRef; readonly issueTypeIds: readonly string[] }[];
}

/** What a project has. */
export interface SchemeOfProject {
  /** Missing for Jira's built-in scheme, which nobody can change. */
  readonly id: string | undefined;
  readonly name: string;
  /** The name of its default workflow; that of the built-in scheme is called "jira". */
  readonly defaultWorkflow: string;
}

const schemesOfProjectsSchema = v.object({
  values: v.array(
    v.object({
      projectIds: v.array(v.string()),
      workflowScheme: v.object({
        id: v.optional(v.number()),
        name: v.optional(v.string(), ''),
        defaultWorkflow: v.optional(v.string(), 'jira'),
      }),
    }),
  ),
});

/**
 * By project id; team-managed projects are not in it.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-scheme-project-associations/#api-rest-api-3-workflowscheme-project-get
 */
export async function workflowSchemesOf(
  jira: JiraRequest,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, SchemeOfProject>> {
  const operation = 'workflowScheme.ofProjects';
  const ids = projectIds.map((id) => numericId(id, operation));
  const found = new Map<string, SchemeOfProject>();
  for (const some of portions(ids)) {
    const where = repeated('/rest/api/3/workflowscheme/project?', 'projectId', some);
    const { values } = await send(jira, { operation, method: 'GET', path: where }, schemesOfProjectsSchema);
    for (const { projectIds: users, workflowScheme } of values) {
      const { id, ...rest } = workflowScheme;
      for (const user of users) found.set(user, { ...rest, id: id === undefined ? undefined : String(id) });
    }
  }
  return found;
}

const workflowRef = v.object({ id: v.string(), name: v.string() });
const schemeSchema = v.pipe(
  v.object({
    id: v.string(),
    name: v.string(),
    description: v.optional(v.string(), ''),
    version: v.object({ id: v.string(), versionNumber: v.number() }),
    defaultWorkflow: v.optional(workflowRef),
    workflowsForIssueTypes: v.array(v.object({ workflow: workflowRef, issueTypeIds: v.array(v.string()) })),
  }),
  v.transform(({ defaultWorkflow, workflowsForIssueTypes, ...scheme }): WorkflowScheme => {
    return { ...scheme, defaultWorkflow, workflows: workflowsForIssueTypes };
  }),
);

/** Schemes in one request. */
const READ_MOST = 20;

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-schemes/#api-rest-api-3-workflowscheme-read-post */
export async function readWorkflowSchemes(
  jira: JiraRequest,
  schemeIds: readonly string[],
): Promise<readonly WorkflowScheme[]> {
  const operation = 'workflowScheme.read';
  const ids = schemeIds.map((id) => numericId(id, operation));
  const found: WorkflowScheme[] = [];
  for (const workflowSchemeIds of portions(ids, READ_MOST)) {
    const schemes = await send(
      jira,
      {
        operation,
        method: 'POST',
        readOnly: true,
        path: path`/rest/api/3/workflowscheme/read`,
        body: { workflowSchemeIds },
      },
      v.array(schemeSchema),
    );
    found.push(...schemes);
  }
  return found;
}

/** @throws JiraError; `unexpectedAnswer` when it is not there. */
export async function readWorkflowScheme(jira: JiraRequest, schemeId: string): Promise<WorkflowScheme> {
  const [scheme] = await readWorkflowSchemes(jira, [schemeId]);
  if (!scheme) throw new JiraError('unexpectedAnswer', 'workflowScheme.read');
  return scheme;
}

export async function listWorkflowSchemes(
  jira: JiraRequest,
): Promise<readonly { readonly id: string; readonly name: string; readonly description: string }[]> {
  const rows = await readAllPages(
    jira,
    'workflowScheme.list',
    (startAt) => path`/rest/api/3/workflowscheme?startAt=${startAt}&maxResults=${PAGE_SIZE}`,
    v.object({ id: v.optional(v.number()), name: v.string(), description: v.optional(v.string(), '') }),
  );
  return rows.flatMap(({ id, ...row }) => (id === undefined ? [] : [{ ...row, id: String(id) }]));
}

/**
 * Replaces the mappings of a scheme; live at once. Where issues have to move, Jira does it in a task of its own.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-schemes/#api-rest-api-3-workflowscheme-update-post
 * @throws JiraError; `conflict` when the version is no longer the current one, or another such task runs.
 */
export async function updateWorkflowScheme(
  jira: JiraRequest,
  scheme: WorkflowScheme,
  moves: StatusMoves,
  began: (taskId: string) => Promise<void>,
): Promise<TaskState> {
  const { id, name, description, version, defaultWorkflow, workflows } = scheme;
  return sendTask(
    jira,
    {
      operation: 'workflowScheme.update',
      method: 'POST',
      path: path`/rest/api/3/workflowscheme/update`,
      body: {
        id,
        name,
        description,
        version,
        ...(defaultWorkflow === undefined ? {} : { defaultWorkflowId: defaultWorkflow.id }),
        workflowsForIssueTypes: workflows.map(({ workflow, issueTypeIds }) => ({
          workflowId: workflow.id,
          issueTypeIds,
        })),
        statusMappingsByIssueTypeOverride: movesBody(moves),
      },
    },
    began,
  );
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-schemes/#api-rest-api-3-workflowscheme-post */
export async function createWorkflowScheme(
  jira: JiraRequest,
  scheme: {
    readonly name: string;
    readonly description: string;
    readonly defaultWorkflow: string;
    /** Issue type id → name of the workflow. */
    readonly issueTypeMappings: Readonly<Record<string, string>>;
  },
): Promise<string> {
  const made = await send(
    jira,
    { operation: 'workflowScheme.create', method: 'POST', path: path`/rest/api/3/workflowscheme`, body: scheme },
    v.object({ id: v.number() }),
  );
  return String(made.id);
}

/** @throws JiraError; `refused` while a project uses it. */
export async function deleteWorkflowScheme(jira: JiraRequest, schemeId: string): Promise<void> {
  const operation = 'workflowScheme.delete';
  const id = numericId(schemeId, operation);
  await sendOnly(jira, { operation, method: 'DELETE', path: path`/rest/api/3/workflowscheme/${id}` });
}

/**
 * Gives a project without issues another scheme.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-scheme-project-associations/#api-rest-api-3-workflowscheme-project-put
 * @param schemeId `undefined`: Jira's built-in one.
 * @returns false for a project with issues: nothing was changed.
 */
export async function assignWorkflowScheme(
  jira: JiraRequest,
  projectId: string,
  schemeId: string | undefined,
): Promise<boolean> {
  const operation = 'workflowScheme.assign';
  const scheme = schemeId === undefined ? {} : { workflowSchemeId: numericId(schemeId, operation) };
  try {
    await sendOnly(jira, {
      operation,
      method: 'PUT',
      path: path`/rest/api/3/workflowscheme/project`,
      body: { projectId: numericId(projectId, operation), ...scheme },
    });
    return true;
  } catch (error) {
    if (error instanceof JiraError && error.kind === 'refused') return false;
    throw error;
  }
}

/**
 * Gives a project another scheme and moves its issues, in a task.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-scheme-project-associations/#api-rest-api-3-workflowscheme-project-switch-post
 * @throws JiraError; `conflict` when another such task runs.
 */
export async function switchWorkflowScheme(
  jira: JiraRequest,
  projectId: string,
  schemeId: string,
  moves: StatusMoves,
  began: (taskId: string) => Promise<void>,
): Promise<TaskState> {
  const operation = 'workflowScheme.switch';
  return sendTask(
    jira,
    {
      operation,
      method: 'POST',
      path: path`/rest/api/3/workflowscheme/project/switch`,
      body: {
        projectId: numericId(projectId, operation),
        targetSchemeId: numericId(schemeId, operation),
        mappingsByIssueTypeOverride: movesBody(moves),
      },
    },
    began,
  );
}
