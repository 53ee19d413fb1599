import type { IssueType, LinkType, Priority, Resolution, Status, StatusCategory } from '../state/config-entities';
import type { SiteState } from '../state/site-state';
import { DEFAULT_SCREEN_FIELDS, SYSTEM_FIELDS } from './fields';
import { ADMIN_GROUP, defaultPermissionScheme, ROLES, USERS_GROUP } from './roles';
import { simplifiedWorkflow } from './workflow';

export const ISSUE_TYPE = { epic: '10000', story: '10001', task: '10002', bug: '10004', subtask: '10003' } as const;
export const STATUS = { toDo: '10000', inProgress: '3', review: '10001', done: '10002', wontDo: '10003' } as const;
export const RESOLUTION = { done: '10000', wontDo: '10001', duplicate: '10002' } as const;

const type = (id: string, name: string, hierarchyLevel: number, avatarId: number): IssueType => ({
  id,
  name,
  description: '',
  hierarchyLevel,
  avatarId,
});
const status = (id: string, name: string, category: StatusCategory): Status => ({
  id,
  name,
  description: '',
  category,
});
const resolution = (id: string, name: string): Resolution => ({ id, name, description: '', isDefault: false });
const priority = (id: string, name: string, statusColor: string): Priority => ({
  id,
  name,
  description: '',
  statusColor,
  isDefault: name === 'Medium',
});
const link = (id: string, name: string, inward: string, outward: string): LinkType => ({ id, name, inward, outward });

/** Fills an empty state with what every Jira site has: one admin, no project. */
export function seedSystem(state: SiteState, appName: string): void {
  for (const row of [
    type(ISSUE_TYPE.epic, 'Epic', 1, 10_307),
    type(ISSUE_TYPE.story, 'Story', 0, 10_315),
    type(ISSUE_TYPE.task, 'Task', 0, 10_318),
    type(ISSUE_TYPE.bug, 'Bug', 0, 10_303),
    type(ISSUE_TYPE.subtask, 'Sub-task', -1, 10_316),
  ]) {
    state.issueTypes.put(row);
  }
  for (const row of [
    status(STATUS.toDo, 'To Do', 'TODO'),
    status(STATUS.inProgress, 'In Progress', 'IN_PROGRESS'),
    status(STATUS.review, 'Review', 'IN_PROGRESS'),
    status(STATUS.done, 'Done', 'DONE'),
    status(STATUS.wontDo, "Won't do", 'DONE'),
  ]) {
    state.statuses.put(row);
  }
  for (const row of [
    resolution(RESOLUTION.done, 'Done'),
    resolution(RESOLUTION.wontDo, "Won't Do"),
    resolution(RESOLUTION.duplicate, 'Duplicate'),
  ]) {
    state.resolutions.put(row);
  }
  for (const row of [
    priority('1', 'Highest', '#d04437'),
    priority('2', 'High', '#f15C75'),
    priority('3', 'Medium', '#f79232'),
    priority('4', 'Low', '#707070'),
    priority('5', 'Lowest', '#999999'),
  ]) {
    state.priorities.put(row);
  }
  for (const row of [
    link('10000', 'Blocks', 'is blocked by', 'blocks'),
    link('10001', 'Cloners', 'is cloned by', 'clones'),
    link('10002', 'Duplicate', 'is duplicated by', 'duplicates'),
    link('10003', 'Relates', 'relates to', 'relates to'),
  ]) {
    state.linkTypes.put(row);
  }
  for (const row of SYSTEM_FIELDS) {
    state.fields.put(row);
    if (row.custom) {
      state.fieldContexts.put({
        id: state.nextId('fieldcontext'),
        fieldId: row.id,
        name: `Default Configuration Scheme for ${row.name}`,
        description: '',
        projectIds: [],
        issueTypeIds: [],
      });
    }
  }
  for (const kind of ['issuetype', 'status', 'resolution', 'linktype', 'role', 'screen', 'workflowscheme']) {
    state.reserveIds(kind, 10_009);
  }
  state.reserveIds('customfield', 10_030);
  seedSchemes(state);
  seedPeople(state, appName);
}

/** The schemes a project gets when nothing else is said; shared by every such project, as in Jira. */
function seedSchemes(state: SiteState): void {
  const standard = [ISSUE_TYPE.epic, ISSUE_TYPE.story, ISSUE_TYPE.task, ISSUE_TYPE.bug, ISSUE_TYPE.subtask];
  state.issueTypeSchemes.put({
    id: '10000',
    name: 'Default Issue Type Scheme',
    description: 'Default issue type scheme is the list of global issue types.',
    isDefault: true,
    defaultIssueTypeId: null,
    issueTypeIds: standard,
  });
  state.reserveIds('issuetypescheme', 10_000);
  state.screens.put({
    id: '1',
    name: 'Default Screen',
    description: 'Allows to update all system fields.',
    tabs: [{ id: '10000', name: 'Field Tab', fieldIds: DEFAULT_SCREEN_FIELDS }],
  });
  state.reserveIds('screentab', 10_000);
  state.screenSchemes.put({ id: '1', name: 'Default Screen Scheme', description: '', screens: { default: '1' } });
  state.issueTypeScreenSchemes.put({
    id: '1',
    name: 'Default Issue Type Screen Scheme',
    description: '',
    screenSchemeIds: { default: '1' },
  });
  state.fieldConfigurations.put({
    id: '10000',
    name: 'Default Field Configuration',
    description: 'The default field configuration',
    isDefault: true,
    items: { summary: { isHidden: false, isRequired: true }, issuetype: { isHidden: false, isRequired: true } },
  });
  state.reserveIds('fieldconfiguration', 10_000);
  state.fieldConfigurationSchemes.put({
    id: '10000',
    name: 'System Default Field Configuration',
    description: '',
    fieldConfigurationIds: { default: '10000' },
  });
  state.reserveIds('fieldconfigurationscheme', 10_000);
  state.fieldSchemes.put({
    id: '10000',
    name: 'Default Field Scheme',
    description: '',
    isDefault: true,
    fields: Object.fromEntries(SYSTEM_FIELDS.map((field) => [field.id, {}])),
  });
  state.reserveIds('fieldscheme', 10_000);
  const workflow = state.workflows.put(simplifiedWorkflow(state, 'Software Simplified Workflow'));
  state.workflowSchemes.put({
    id: '10000',
    name: 'Default Workflow Scheme',
    description: '',
    defaultWorkflowId: workflow.id,
    workflowIds: {},
    version: { id: state.nextUuid('version'), versionNumber: 1 },
  });
  for (const role of ROLES) state.roles.put(role);
  state.permissionSchemes.put(defaultPermissionScheme());
  state.reserveIds('permissionscheme', 10_000);
}

function seedPeople(state: SiteState, appName: string): void {
  state.groups.put({ id: state.nextUuid('group'), name: ADMIN_GROUP });
  state.groups.put({ id: state.nextUuid('group'), name: USERS_GROUP });
  state.users.put({
    id: ADMIN_ACCOUNT_ID,
    accountType: 'atlassian',
    displayName: 'Site admin',
    emailAddress: 'admin@example.com',
    active: true,
    timeZone: state.site.timeZone,
    locale: 'en_US',
    groups: [ADMIN_GROUP, USERS_GROUP],
  });
  state.users.put({
    id: state.site.appAccountId,
    accountType: 'app',
    displayName: appName,
    emailAddress: '',
    active: true,
    timeZone: state.site.timeZone,
    locale: 'en_US',
    // An app's user is in no group: its scopes say what it may do.
    groups: [],
  });
}

export const ADMIN_ACCOUNT_ID = '5b10a2844c20165700ede21a';
export const APP_ACCOUNT_ID = '557058:f58131cb-b67d-43c7-b30d-6b58d40bd077';
