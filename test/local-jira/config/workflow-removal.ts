import { notFound } from '../http/problem';
import { empty, type Reply, type RouteContext, type RouteRegistrar } from '../http/router';
import { adminRoutes } from './admin-routes';
import { refuse } from './body';
import { defaultWorkflowScheme } from './default-workflow-scheme';
import { projectsWith, schemesWith } from './workflows-of-project';

/**
 * "The workflow cannot be deleted if it is an active workflow, a system workflow, associated with any workflow scheme".
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/#api-rest-api-3-workflow-entityid-delete
 */
export function registerWorkflowRemoval(router: RouteRegistrar): void {
  const refusal = 'Only Jira administrators can access the workflow configuration.';
  adminRoutes(router, '/rest/api/3/workflow', refusal)('DELETE', '/{entityId}', deleteWorkflow);
}

function deleteWorkflow({ state, params }: RouteContext): Reply {
  const workflow = state.workflows.get(params['entityId'] ?? '');
  if (workflow === undefined) throw notFound('The workflow was not found.');
  if (workflow.id === defaultWorkflowScheme(state).defaultWorkflowId) refuse('Cannot delete a system workflow.');
  if (projectsWith(state, workflow.id).length > 0) refuse('Cannot delete an active workflow.');
  if (schemesWith(state, workflow.id).length > 0) {
    refuse('Cannot delete a workflow that is associated with a workflow scheme.');
  }
  state.workflows.delete(workflow.id);
  return empty();
}
