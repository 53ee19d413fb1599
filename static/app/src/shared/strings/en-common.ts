/** Words that every page uses. */
export const common = {
  level: { Low: 'Low', Medium: 'Medium', High: 'High', Critical: 'Critical', none: 'Not scored' },
  levelOf: { inherent: '{level}', residual: 'Residual level {level}' },
  progress: {
    underWay: '{done} of {total} done',
    allDone: 'All done: verify and re-score',
    noneLinked: 'None linked',
  },
  person: { nobody: 'No owner' },
  day: {
    none: 'No date',
    today: 'today',
    late: 'late',
    inDays: { one: 'in {count} day', other: 'in {count} days' },
    daysAgo: { one: '{count} day ago', other: '{count} days ago' },
  },
  loading: 'Loading',
  tryAgain: 'Try again',
  giveCode: 'If it happens again, give your admin this code:',
  jiraSaid: 'Jira said: “{message}”',
  waiting: { heading: 'Jira asked us to wait {seconds} s', body: 'Then we try again by ourselves.' },
  announceWaiting: {
    one: 'Jira asked us to wait {count} second. We try again by ourselves.',
    other: 'Jira asked us to wait {count} seconds. We try again by ourselves.',
  },
  notSetUp: {
    heading: 'Shift-Up is not set up on this site',
    body: 'Nothing was changed. A Jira admin sets it up once and sees every change before it is made.',
    copy: 'Copy a note for your admin',
    copied: 'Copied',
    /** Goes to the clipboard; the reader may never have heard of Shift-Up. */
    note: 'Could you set up Shift-Up on {site}? It is in Jira settings, Apps, Shift-Up. It shows every change before it is made: {address}',
  },
  /** After a change whose answer was lost. */
  uncertain: {
    lookedAgain: 'The answer was lost, so we looked again: this is how it stands in Jira now.',
    unknown: 'The answer was lost, so it may have been saved. Trying again does no harm.',
  },
  /** A heading and a sentence for every code a page can meet: what happened, that nothing was lost, what comes next. */
  errors: {
    'unknown-operation': {
      heading: 'This page is out of date',
      body: 'Shift-Up was updated meanwhile. Nothing was changed. Reload the page.',
    },
    'invalid-input': { heading: 'That was not accepted', body: 'Nothing was changed. Check what you entered.' },
    'not-signed-in': {
      heading: 'You are not signed in',
      body: 'Nothing was changed. Sign in to Jira and open this page again.',
    },
    'licence-inactive': {
      heading: 'Shift-Up has no active licence',
      body: 'Your data stays in Jira. A Jira admin can renew the licence.',
    },
    'not-set-up': {
      heading: 'Shift-Up is not set up on this site',
      body: 'Nothing was changed. A Jira admin sets it up once and sees every change before it is made.',
    },
    'not-found': {
      heading: 'Not there, or not visible to you',
      body: 'It may have been deleted or moved, or you may lack the permission to see it. Nothing was changed. A project admin can tell.',
    },
    'no-permission': {
      heading: 'You may not do this',
      body: 'Nothing was changed. A project admin can give you the permission.',
    },
    'could-not-verify': {
      heading: 'Your permission could not be checked',
      body: 'So nothing was changed. Try again in a moment.',
    },
    conflict: {
      heading: 'Somebody else changed it meanwhile',
      body: 'Nothing of theirs was overwritten. Look at the new version, then try again.',
    },
    'rate-limited': { heading: 'Jira is busy', body: 'Nothing was changed. Try again in a moment.' },
    'jira-refused': {
      heading: 'Jira refused this',
      body: 'Nothing was changed. Put right what Jira names, or ask a project admin which rule stands in the way.',
    },
    'jira-unavailable': { heading: 'Jira did not answer', body: 'Nothing is lost. Try again in a moment.' },
    'unexpected-answer': {
      heading: 'Jira answered in a way we do not understand',
      body: 'Nothing is lost. Reload the page; if it stays like this, tell a Jira admin.',
    },
    internal: {
      heading: 'Something went wrong in Shift-Up',
      body: 'Nothing is lost. Reload the page; if it stays like this, tell a Jira admin.',
    },
  },
} as const;
