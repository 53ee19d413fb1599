/** Words of the risk summary: the gadget on a dashboard and the dialog on a board. */
export const gadget = {
  title: 'Security risks',
  titleOf: 'Security risks: {name}',
  counting: 'Counting security risks',
  loaded: 'Numbers loaded',
  inProject: 'in {name}',
  inProjects: { one: 'in {count} project', other: 'in {count} projects' },
  open: {
    label: { one: 'open risk', other: 'open risks' },
    /** Read out with the number. */
    link: { one: '{count} open risk', other: '{count} open risks' },
    none: 'No open risk is recorded. That does not mean there are none.',
    noneShort: 'none recorded',
  },
  attention: {
    heading: 'Needs attention',
    overdueReview: { one: 'overdue review', other: 'overdue reviews' },
    unowned: { one: 'unowned', other: 'unowned' },
    withoutEnabler: { one: 'without enabler', other: 'without enabler' },
    acceptanceExpiring: {
      one: 'acceptance expires within 14 days',
      other: 'acceptances expire within 14 days',
    },
    none: 'There is no open risk to look after.',
  },
  enablers: {
    heading: 'Enablers',
    done: '{done} of {all} done',
    none: 'None linked yet. An enabler is an issue with a “mitigates” link to a security risk.',
    keys: { done: 'Done', inProgress: 'In progress', toDo: 'To do' },
  },
  ready: {
    heading: 'Definition of Ready',
    assessed: { one: '{assessed} of {all} story assessed', other: '{assessed} of {all} stories assessed' },
    none: 'There is no open story here.',
    keys: { relevant: 'Relevant', notRelevant: 'Not relevant', unassessed: 'Unassessed' },
  },
  top: {
    heading: { one: 'Top risk', other: 'Top {count} risks' },
    headingLoading: 'Top five risks',
    all: 'All {count}',
    allLabel: 'Open all {count} open risks',
    level: 'Level',
    risk: 'Risk',
    status: 'Status',
    owner: 'Owner',
    due: 'Due',
    nextReview: 'Next review',
    enablers: 'Enablers',
    /** Before a date where there is no column heading. */
    dueOn: 'Due',
    reviewOn: 'Review',
    noneYet: 'Nothing to rank: no open risk is recorded.',
  },
  percent: '{percent}%',
  updated: {
    justNow: 'Updated just now',
    minutes: { one: 'Updated {count} min ago', other: 'Updated {count} min ago' },
    at: 'Updated at {time}',
    counting: 'Counting…',
    refreshing: 'From {time}, refreshing',
    from: 'From {time}',
    scope: 'numbers you may see',
    scopeWhy: 'Counted with your Jira permissions. Someone else may see other numbers.',
    refresh: 'Refresh',
  },
  partial: {
    heading: '{shown} of {all} projects counted',
    body: {
      one: '1 project of this gadget is not visible to you or not set up for Shift-Up.',
      other: '{count} projects of this gadget are not visible to you or not set up for Shift-Up.',
    },
  },
  wait: {
    heading: 'Jira asked us to wait {seconds} s',
    body: 'Then we try again by ourselves.',
    bodyWithNumbers: 'Then we try again by ourselves. These numbers are from {time}.',
  },
  failed: 'No numbers right now',
  partFailed: 'Could not be counted',
  notConfigured: {
    heading: 'Which projects should be counted?',
    body: 'Choose them once: open this gadget’s menu, then Configure.',
  },
  noneVisible: {
    heading: 'Nothing here that you may see',
    body: 'The projects of this gadget are not visible to you, or Shift-Up was not added to them. A project admin can tell.',
  },
  board: {
    subtitle: 'This board counts its own project, {key}',
    close: 'Close',
    noProject: {
      heading: 'This board has no single project',
      body: 'Security risks are counted for one project. Add the gadget to a dashboard to count several.',
    },
    projectNotSetUp: {
      heading: 'Shift-Up was not added to this project',
      body: 'A Jira admin can add it under Jira settings, Apps, Shift-Up.',
    },
  },
} as const;
