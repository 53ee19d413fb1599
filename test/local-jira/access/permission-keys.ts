/** The permissions the local Jira knows, with the names Jira shows. */
export const PROJECT_PERMISSIONS: Readonly<Record<string, string>> = {
  ADMINISTER_PROJECTS: 'Administer Projects',
  BROWSE_PROJECTS: 'Browse Projects',
  CREATE_ISSUES: 'Create Issues',
  EDIT_ISSUES: 'Edit Issues',
  DELETE_ISSUES: 'Delete Issues',
  ASSIGN_ISSUES: 'Assign Issues',
  ASSIGNABLE_USER: 'Assignable User',
  CLOSE_ISSUES: 'Close Issues',
  RESOLVE_ISSUES: 'Resolve Issues',
  SCHEDULE_ISSUES: 'Schedule Issues',
  MOVE_ISSUES: 'Move Issues',
  TRANSITION_ISSUES: 'Transition Issues',
  LINK_ISSUES: 'Link Issues',
  MODIFY_REPORTER: 'Modify Reporter',
  SET_ISSUE_SECURITY: 'Set Issue Security',
  ADD_COMMENTS: 'Add Comments',
  EDIT_ALL_COMMENTS: 'Edit All Comments',
  DELETE_ALL_COMMENTS: 'Delete All Comments',
};

export const GLOBAL_PERMISSIONS: Readonly<Record<string, string>> = {
  ADMINISTER: 'Administer Jira',
  BULK_CHANGE: 'Make bulk changes',
  USER_PICKER: 'Browse users and groups',
  CREATE_SHARED_OBJECTS: 'Share dashboards and filters',
};
