/** Words of the traffic lights. */
export const light = {
  states: { noData: 'No data', actNow: 'Act now', watch: 'Watch', onTrack: 'On track' },
  /** Read out: begins with what is shown. */
  opens: '{state}: rule of the light for {group}',
  groups: {
    openRisks: 'Open risks',
    reviews: 'Needs attention',
    enablers: 'Enablers',
    readiness: 'Definition of Ready',
  },
  heading: '{group}: {state}',
  /** Why it is what it is now. */
  now: {
    openRisks: { one: '{count} Critical risk is open.', other: '{count} Critical risks are open.' },
    reviews: { one: '{count} review is overdue.', other: '{count} reviews are overdue.' },
    enablers: '{percent}% of the enablers are done.',
    readiness: '{percent}% of the open stories are assessed.',
  },
  noDataNow: {
    openRisks: 'No security risk was ever recorded here.',
    reviews: 'No security risk was ever recorded here.',
    enablers: 'No enabler is linked here.',
    readiness: 'No open story was assessed here.',
  },
  /** One line a state, each the end of "The light says … when". */
  rules: {
    noData: {
      openRisks: 'no risk was ever recorded',
      reviews: 'no risk was ever recorded',
      enablers: 'no enabler is linked',
      readiness: 'no open story was assessed yet',
    },
    from: {
      openRisks: { one: '{count} or more Critical risks are open', other: '{count} or more Critical risks are open' },
      reviews: { one: '{count} or more reviews are overdue', other: '{count} or more reviews are overdue' },
    },
    fewer: {
      openRisks: { one: 'no Critical risk is open', other: 'fewer than {count} Critical risks are open' },
      reviews: { one: 'no review is overdue', other: 'fewer than {count} reviews are overdue' },
    },
    below: {
      enablers: 'fewer than {percent}% of the enablers are done',
      readiness: 'fewer than {percent}% of the stories are assessed',
    },
    atLeast: {
      enablers: '{percent}% of the enablers or more are done',
      readiness: '{percent}% of the stories or more are assessed',
    },
  },
  foot: 'The first line that fits counts. The numbers are set in the project’s settings.',
  footStrictest:
    'The first line that fits counts. These projects have different numbers in their settings: of each the strictest is taken.',
} as const;
