import { badRequest, JiraProblem } from '../http/problem';
import { json, type Reply, type RouteContext } from '../http/router';
import { projectTypesOf } from '../state/installed-apps';
import { SYSTEM_RULES } from './workflow-rules';
import { workflowFor } from './workflows-of-project';

/**
 * The rules that a workflow may hold: Jira's own, and those of installed Forge apps with the extension's ARI as `id`.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/#api-rest-api-3-workflows-capabilities-get
 */
export function capabilities(context: RouteContext): Reply {
  const { state } = context;
  const scopeProjectId = askedScope(context);
  const managed = scopeProjectId === undefined ? 'company-managed' : 'team-managed';
  return json({
    editorScope: scopeProjectId === undefined ? 'GLOBAL' : 'PROJECT',
    projectTypes: ['software', 'business'],
    systemRules: SYSTEM_RULES.map((rule) => ({ ...rule, incompatibleRuleKeys: [], isVisible: true })),
    forgeRules: state.apps
      .validators()
      .filter((module) => projectTypesOf(module).includes(managed))
      .map(({ id, name, description }) => ({
        ruleKey: 'forge:expression-validator',
        ruleType: 'Validator',
        name,
        description,
        id,
      })),
    connectRules: [],
    triggerRules: [],
  });
}

/** The team-managed project whose workflow is asked about; `undefined` = a global workflow. */
function askedScope({ state, access, query }: RouteContext): string | undefined {
  const workflowId = query.get('workflowId');
  const projectId = query.get('projectId');
  const issueTypeId = query.get('issueTypeId');
  if (workflowId === null && (projectId === null || issueTypeId === null)) {
    throw badRequest('Either workflowId or both projectId and issueTypeId have to be provided.');
  }
  const project = projectId === null ? undefined : state.projects.get(projectId);
  if (projectId !== null && project === undefined) throw badRequest('The project was not found.');
  if (issueTypeId !== null && !state.issueTypes.has(issueTypeId)) throw badRequest('The issue type was not found.');
  const workflow =
    workflowId !== null ? state.workflows.get(workflowId) : project && workflowFor(state, project, issueTypeId ?? '');
  if (workflow === undefined) throw badRequest('The workflow was not found.');
  const owner = workflow.scopeProjectId === undefined ? undefined : state.projects.get(workflow.scopeProjectId);
  if (!access.isAdmin() && !(owner !== undefined && access.has('ADMINISTER_PROJECTS', owner))) {
    // Workflow calls answer 401 where others answer 403.
    throw new JiraProblem(401, ['The caller does not have permission to perform the operation.']);
  }
  return workflow.scopeProjectId;
}
