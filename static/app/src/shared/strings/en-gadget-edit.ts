/** Words of the gadget's edit form. */
export const gadgetEdit = {
  label: 'Edit gadget',
  title: {
    label: 'Title',
    help: 'Leave empty to go without one.',
    tooLong: 'At most {most} characters, please. It has {count} now.',
  },
  projects: {
    label: 'Count risks in',
    placeholder: 'Add a project',
    help: 'Everyone who opens this dashboard sees only the numbers they may see.',
    hiddenHelp: {
      one: 'The one you cannot see was added by somebody else and stays until it is removed.',
      other: 'The {count} you cannot see were added by somebody else and stay until they are removed.',
    },
    hidden: { one: '{count} project you cannot see', other: '{count} projects you cannot see' },
    option: '{name} ({key})',
    notSetUp: 'Shift-Up is not set up here',
    archived: 'Archived',
    loading: 'Looking for projects',
    nothing: 'No project of that name that you may see',
    failed: 'Jira did not answer. Type again to try again.',
    missing: 'Choose at least one project.',
    tooMany: 'At most {most} projects. Remove {over} to save.',
  },
  blocks: {
    label: 'Blocks',
    missing: 'Choose at least one block.',
    names: {
      open: { name: 'Open risks', about: 'Number and levels' },
      attention: { name: 'Needs attention', about: 'Overdue, unowned, expiring' },
      enablers: { name: 'Enablers', about: 'Done, in progress, to do' },
      ready: { name: 'Definition of Ready', about: 'Share of assessed stories' },
      top: { name: 'Top five risks', about: 'Owner, due date, progress' },
    },
  },
  refresh: {
    label: 'Refresh',
    help: 'Only while the dashboard is open and visible.',
    never: 'Never',
    every: { one: 'Every minute', other: 'Every {count} minutes' },
    hourly: 'Every hour',
  },
  save: 'Save',
  cancel: 'Cancel',
  saveFailed: { heading: 'Jira did not save this', body: 'What you entered is still here. Try again.' },
} as const;
