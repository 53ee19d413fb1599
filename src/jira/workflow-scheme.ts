/**
 * Which workflow each issue type of a company-managed project has.
 */
import * as v from 'valibot';
import { JiraError } from './errors';
import { numericId } from './ids';
import { path, type JiraRequest } from './request';
import { send, sendOnly } from './send';
import { sendAndFinish } from './task';

/** Where issues of one type go when their workflow changes; needed even where there are none. */
export interface StatusMoves {
  readonly issueTypeId: string;
  readonly moves: readonly { readonly from: string; readonly to: string }[];
}

function movesBody({ issueTypeId, moves }: StatusMoves) {
  if (moves.length === 0) return [];
  return [{ issueTypeId, statusMappings: moves.map(({ from, to }) => ({ oldStatusId: from, newStatusId: to })) }];
}

/** The scheme as the newer calls know it: by ids, with a version that guards against lost updates. */
export interface WorkflowScheme {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly version: { readonly id: string; readonly versionNumber: number };
  readonly defaultWorkflowId: string | undefined;
  readonly workflows: readonly { readonly workflowId: string; readonly issueTypeIds: readonly string[] }[];
}

const schemeOfProjectSchema = v.object({
  values: v.array(
    v.object({ workflowScheme: v.object({ id: v.optional(v.number()), defaultWorkflow: v.optional(v.string()) }) }),
  ),
});

/**
 * Whether the project uses Jira's built-in scheme, which nobody can change, and its default workflow by name.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-scheme-project-associations/#api-rest-api-3-workflowscheme-project-get
 */
export async function workflowSchemeOf(
  jira: JiraRequest,
  projectId: string,
): Promise<{ readonly id: string | undefined; readonly defaultWorkflow: string }> {
  const operation = 'workflowScheme.ofProject';
  const id = numericId(projectId, operation);
  const answer = await send(
    jira,
    { operation, method: 'GET', path: path`/rest/api/3/workflowscheme/project?projectId=${id}` },
    schemeOfProjectSchema,
  );
  // Jira's own default scheme has no id, and its default workflow is called "jira".
  const scheme = answer.values[0]?.workflowScheme;
  return {
    id: scheme?.id === undefined ? undefined : String(scheme.id),
    defaultWorkflow: scheme?.defaultWorkflow ?? 'jira',
  };
}

const workflowRef = v.object({ id: v.string() });
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
    const workflows = workflowsForIssueTypes.map(({ workflow, issueTypeIds }) => ({
      workflowId: workflow.id,
      issueTypeIds,
    }));
    return { ...scheme, defaultWorkflowId: defaultWorkflow?.id, workflows };
  }),
);

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-schemes/#api-rest-api-3-workflowscheme-read-post */
export async function readWorkflowScheme(jira: JiraRequest, projectId: string): Promise<WorkflowScheme> {
  const operation = 'workflowScheme.read';
  const [scheme] = await send(
    jira,
    {
      operation,
      method: 'POST',
      readOnly: true,
      path: path`/rest/api/3/workflowscheme/read`,
      body: { projectIds: [numericId(projectId, operation)] },
    },
    v.array(schemeSchema),
  );
  if (!scheme) throw new JiraError('unexpectedAnswer', operation);
  return scheme;
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
): Promise<void> {
  const { id, name, description, version, defaultWorkflowId, workflows } = scheme;
  await sendAndFinish(jira, {
    operation: 'workflowScheme.update',
    method: 'POST',
    path: path`/rest/api/3/workflowscheme/update`,
    body: {
      id,
      name,
      description,
      version,
      ...(defaultWorkflowId === undefined ? {} : { defaultWorkflowId }),
      workflowsForIssueTypes: workflows,
      statusMappingsByIssueTypeOverride: movesBody(moves),
    },
  });
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

/**
 * Gives a project another scheme. Jira has two calls: one for a project without issues, one that moves the issues in a
 * task of its own.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-scheme-project-associations/#api-rest-api-3-workflowscheme-project-put
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-scheme-project-associations/#api-rest-api-3-workflowscheme-project-switch-post
 */
export async function assignWorkflowScheme(
  jira: JiraRequest,
  projectId: string,
  schemeId: string,
  moves: StatusMoves,
): Promise<void> {
  const operation = 'workflowScheme.assign';
  const project = numericId(projectId, operation);
  const scheme = numericId(schemeId, operation);
  try {
    await sendOnly(jira, {
      operation,
      method: 'PUT',
      path: path`/rest/api/3/workflowscheme/project`,
      body: { projectId: project, workflowSchemeId: scheme },
    });
  } catch (error) {
    if (!(error instanceof JiraError) || error.kind !== 'refused') throw error;
    await sendAndFinish(jira, {
      operation: 'workflowScheme.switch',
      method: 'POST',
      path: path`/rest/api/3/workflowscheme/project/switch`,
      body: { projectId: project, targetSchemeId: scheme, mappingsByIssueTypeOverride: movesBody(moves) },
    });
  }
}
