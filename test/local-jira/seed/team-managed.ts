import type { IssueType, Project, Status, StatusCategory } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { DEFAULT_SCREEN_FIELDS } from './fields';
import { simplifiedWorkflow } from './workflow';

/** A new type of a team-managed project. */
export interface TeamType {
  readonly name: string;
  readonly description: string;
  readonly hierarchyLevel: number;
  readonly avatarId: number;
}

const TYPES: readonly TeamType[] = [
  { name: 'Epic', description: 'Epics track collections of related work.', hierarchyLevel: 1, avatarId: 10_307 },
  {
    name: 'Story',
    description: 'Stories express goals of the people who use it.',
    hierarchyLevel: 0,
    avatarId: 10_315,
  },
  { name: 'Task', description: 'Tasks track small, distinct pieces of work.', hierarchyLevel: 0, avatarId: 10_318 },
  { name: 'Bug', description: 'Bugs track problems or errors.', hierarchyLevel: 0, avatarId: 10_303 },
  { name: 'Subtask', description: 'Subtasks track parts of a larger task.', hierarchyLevel: -1, avatarId: 10_316 },
];
const STATUSES: readonly (readonly [string, StatusCategory])[] = [
  ['To Do', 'TODO'],
  ['In Progress', 'IN_PROGRESS'],
  ['Done', 'DONE'],
];

type Schemes = Pick<Project, 'issueTypeSchemeId' | 'issueTypeScreenSchemeId' | 'workflowSchemeId'>;

/**
 * What a new team-managed project has: types, statuses and a workflow of its own (`scope.type` PROJECT), and a screen
 * for each type. Jira keeps them in schemes too, and shows none of those.
 */
export function teamManagedSchemes(state: SiteState, projectId: string, key: string): Schemes {
  const issueTypeScreenScheme = state.issueTypeScreenSchemes.put({
    id: state.nextId('issuetypescreenscheme'),
    name: `${key}: issue type screens`,
    description: '',
    screenSchemeIds: { default: putScreenScheme(state, projectId, `${key}: default`, DEFAULT_SCREEN_FIELDS) },
  });
  const typeScheme = state.issueTypeSchemes.put({
    id: state.nextId('issuetypescheme'),
    name: `${key}: issue types`,
    description: '',
    isDefault: false,
    defaultIssueTypeId: null,
    issueTypeIds: [],
  });
  const statusIds = STATUSES.map(([name, category]) => putStatus(state, projectId, name, category).id);
  const workflow = state.workflows.put({
    ...simplifiedWorkflow(state, `Software workflow for project ${projectId}`, statusIds),
    scopeProjectId: projectId,
  });
  const workflowScheme = state.workflowSchemes.put({
    id: state.nextId('workflowscheme'),
    name: `Software workflow scheme for project ${projectId}`,
    description: '',
    scopeProjectId: projectId,
    defaultWorkflowId: workflow.id,
    workflowIds: {},
    version: { id: state.nextUuid('version'), versionNumber: 1 },
  });
  const schemes = {
    issueTypeSchemeId: typeScheme.id,
    issueTypeScreenSchemeId: issueTypeScreenScheme.id,
    workflowSchemeId: workflowScheme.id,
  };
  for (const type of TYPES) putTeamType(state, { id: projectId, key, ...schemes }, type);
  return schemes;
}

/** A type of one project with a screen of its own, which says what fields it has. */
export function putTeamType(
  state: SiteState,
  project: Schemes & Pick<Project, 'id' | 'key'>,
  type: TeamType,
): IssueType {
  const added = state.issueTypes.put({ ...type, id: state.nextId('issuetype'), scopeProjectId: project.id });
  const typeScheme = state.issueTypeSchemes.require(project.issueTypeSchemeId);
  state.issueTypeSchemes.put({ ...typeScheme, issueTypeIds: [...typeScheme.issueTypeIds, added.id] });
  const screens = state.issueTypeScreenSchemes.require(project.issueTypeScreenSchemeId);
  const screenSchemeId = putScreenScheme(state, project.id, `${project.key}: ${type.name}`, DEFAULT_SCREEN_FIELDS);
  state.issueTypeScreenSchemes.put({
    ...screens,
    screenSchemeIds: { ...screens.screenSchemeIds, [added.id]: screenSchemeId },
  });
  return added;
}

function putScreenScheme(state: SiteState, projectId: string, name: string, fieldIds: readonly string[]): string {
  const screen = state.screens.put({
    id: state.nextId('screen'),
    name: `${name} screen`,
    description: '',
    scopeProjectId: projectId,
    tabs: [{ id: state.nextId('screentab'), name: 'Field Tab', fieldIds }],
  });
  return state.screenSchemes.put({
    id: state.nextId('screenscheme'),
    name: `${name} screen scheme`,
    description: '',
    screens: { default: screen.id },
  }).id;
}

function putStatus(state: SiteState, projectId: string, name: string, category: StatusCategory): Status {
  return state.statuses.put({
    id: state.nextId('status'),
    name,
    description: '',
    category,
    scopeProjectId: projectId,
  });
}
