import type { WorkflowScheme } from '../state/config-entities';
import type { SiteState } from '../state/site-state';

/** The local Jira's own id of the scheme that Jira keeps without one. */
export const DEFAULT_SCHEME_ID = '10000';

/**
 * The scheme of projects to which none was given. "The way the `Default Workflow Scheme` is stored means it has no ID":
 * calls by id do not find it, nobody can change it, and `GET /workflowscheme/project` shows it without one.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-scheme-project-associations/
 */
export function defaultWorkflowScheme(state: SiteState): WorkflowScheme {
  return state.workflowSchemes.require(DEFAULT_SCHEME_ID);
}
