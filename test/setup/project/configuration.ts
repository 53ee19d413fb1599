/** What the schemes, screens and configurations of a site say, to compare before and after. */
import type { LocalJira } from '../../local-jira/index';

/** Without the versions of workflow schemes, which count changes and say nothing else. */
export function configurationOf({ state }: LocalJira) {
  const workflowSchemes = byId(state.workflowSchemes.values()).map((scheme) => ({ ...scheme, version: undefined }));
  return {
    issueTypeSchemes: byId(state.issueTypeSchemes.values()),
    issueTypeScreenSchemes: byId(state.issueTypeScreenSchemes.values()),
    screenSchemes: byId(state.screenSchemes.values()),
    screens: byId(state.screens.values()),
    fieldSchemes: byId(state.fieldSchemes.values()),
    fieldConfigurations: byId(state.fieldConfigurations.values()),
    fieldConfigurationSchemes: byId(state.fieldConfigurationSchemes.values()),
    projects: byId(state.projects.values()),
    workflowSchemes,
  };
}

function byId<T extends { readonly id: string }>(rows: Iterable<T>): readonly T[] {
  return structuredClone([...rows]).sort((one, other) => Number(one.id) - Number(other.id));
}

/** The same, without what belongs to one project alone: what everybody else sees. */
export function configurationOfOthers(jira: LocalJira, projectId: string) {
  const { state } = jira;
  const all = configurationOf(jira);
  const projects = [...state.projects.values()].filter(({ id }) => id !== projectId);
  return {
    projects,
    schemes: projects.map((project) => ({
      issueTypes: state.issueTypeSchemes.require(project.issueTypeSchemeId),
      screens: screensOf(jira, project.issueTypeScreenSchemeId),
      fields: state.fieldSchemes.get(project.fieldSchemeId),
      configuration: state.fieldConfigurationSchemes.get(project.fieldConfigurationSchemeId),
      workflows: all.workflowSchemes.find(({ id }) => id === project.workflowSchemeId),
    })),
    configurations: [...state.fieldConfigurations.values()].filter(
      ({ description }) => !description.includes('Shift-Up'),
    ),
  };
}

function screensOf({ state }: LocalJira, typeScreenSchemeId: string) {
  const scheme = state.issueTypeScreenSchemes.require(typeScreenSchemeId);
  const screenSchemes = Object.values(scheme.screenSchemeIds).map((id) => state.screenSchemes.require(id));
  const screens = screenSchemes.flatMap((each) => Object.values(each.screens).map((id) => state.screens.require(id)));
  return { scheme, screenSchemes, screens };
}
