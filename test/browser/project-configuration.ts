/** What is configured for one project, followed through its schemes: types, screens, fields and workflows. */
import type { LocalJira } from '../local-jira';

/**
 * Everything a change of the project's schemes would change, by value: it stays the same only where nothing changed.
 * @throws Error where there is no such project.
 */
export function configurationOfProject({ state }: LocalJira, projectId: string): unknown {
  const project = state.projects.require(projectId);
  const typeScreens = state.issueTypeScreenSchemes.require(project.issueTypeScreenSchemeId);
  const screenSchemes = rowsOf(typeScreens.screenSchemeIds, (id) => state.screenSchemes.require(id));
  const workflowScheme = state.workflowSchemes.require(project.workflowSchemeId);
  const fields = state.fieldConfigurationSchemes.get(project.fieldConfigurationSchemeId);
  return structuredClone({
    project,
    issueTypes: state.issueTypeSchemes.require(project.issueTypeSchemeId),
    screens: {
      typeScreens,
      screenSchemes,
      screens: screenSchemes.map(({ screens }) => rowsOf(screens, (id) => state.screens.require(id))),
    },
    fields: {
      scheme: state.fieldSchemes.get(project.fieldSchemeId),
      configurationScheme: fields,
      configurations: rowsOf(fields?.fieldConfigurationIds ?? {}, (id) => state.fieldConfigurations.require(id)),
    },
    workflows: {
      // The version of a scheme counts changes and says nothing else.
      scheme: { ...workflowScheme, version: undefined },
      workflows: [workflowScheme.defaultWorkflowId, ...Object.values(workflowScheme.workflowIds)].map((id) =>
        state.workflows.require(id),
      ),
    },
  });
}

function rowsOf<T>(ids: Readonly<Record<string, string>>, row: (id: string) => T): readonly T[] {
  return [...new Set(Object.values(ids))].map(row);
}
