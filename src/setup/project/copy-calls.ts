/**
 * How each kind of copy is listed and deleted, and how to see which one a project has.
 */
import {
  deleteFieldConfiguration,
  deleteFieldConfigurationScheme,
  fieldConfigurationSchemesOf,
  listFieldConfigurations,
  listFieldConfigurationSchemes,
} from '../../jira/field-configuration';
import { deleteFieldScheme, fieldSchemesOf, listFieldSchemes } from '../../jira/field-scheme';
import { deleteIssueTypeScheme, issueTypeSchemesOf, listIssueTypeSchemes } from '../../jira/issue-type-scheme';
import type { JiraRequest } from '../../jira/request';
import { deleteScreen, listScreens } from '../../jira/screen';
import { deleteScreenScheme } from '../../jira/screen-scheme';
import { listUsedScreenSchemes } from '../../jira/screen-scheme-use';
import { deleteTypeScreenScheme, listTypeScreenSchemes, typeScreenSchemesOf } from '../../jira/type-screen-scheme';
import { deleteWorkflowScheme, listWorkflowSchemes, workflowSchemesOf } from '../../jira/workflow-scheme';
import type { AssignedKind, CopyKind } from '../../storage/project-record';
import type { Listed } from './copies';

interface CopyCalls {
  readonly list: (jira: JiraRequest) => Promise<readonly Listed[]>;
  readonly remove: (jira: JiraRequest, id: string) => Promise<void>;
}

export const COPY_CALLS: Readonly<Record<CopyKind, CopyCalls>> = {
  issueTypeScheme: { list: listIssueTypeSchemes, remove: deleteIssueTypeScheme },
  fieldScheme: { list: listFieldSchemes, remove: deleteFieldScheme },
  fieldConfiguration: { list: listFieldConfigurations, remove: deleteFieldConfiguration },
  fieldConfigurationScheme: { list: listFieldConfigurationSchemes, remove: deleteFieldConfigurationScheme },
  screen: {
    list: async (jira) => (await listScreens(jira)).map((screen) => ({ ...screen, id: String(screen.id) })),
    remove: (jira, id) => deleteScreen(jira, Number(id)),
  },
  screenScheme: { list: listUsedScreenSchemes, remove: (jira, id) => deleteScreenScheme(jira, Number(id)) },
  typeScreenScheme: { list: listTypeScreenSchemes, remove: deleteTypeScreenScheme },
  workflowScheme: { list: listWorkflowSchemes, remove: deleteWorkflowScheme },
};

/** What the project has now; `undefined` for what Jira gives to projects that have nothing of their own. */
export async function currentOf(jira: JiraRequest, kind: AssignedKind, projectId: string): Promise<string | undefined> {
  switch (kind) {
    case 'issueTypeScheme':
      return (await issueTypeSchemesOf(jira, [projectId])).get(projectId);
    case 'fieldScheme':
      return (await fieldSchemesOf(jira, [projectId]))?.get(projectId);
    case 'fieldConfigurationScheme':
      return (await fieldConfigurationSchemesOf(jira, [projectId])).get(projectId)?.id;
    case 'typeScreenScheme':
      return (await typeScreenSchemesOf(jira, [projectId])).get(projectId);
    case 'workflowScheme':
      return (await workflowSchemesOf(jira, [projectId])).get(projectId)?.id;
  }
}
