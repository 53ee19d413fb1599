/** Words about the history of a project in its settings. */
export const history = {
  heading: 'History',
  help: 'Shift-Up counts the risks, enablers and stories of this project once a day, by the day in UTC. Only the numbers are kept.',
  loading: 'Looking at the history',
  failed: 'The history cannot be read right now.',
  since: { one: 'Counted since {day}: {count} day.', other: 'Counted since {day}: {count} days.' },
  missed: {
    one: '{count} day since then was missed and stays a gap.',
    other: '{count} days since then were missed and stay gaps.',
  },
  notYet: 'Nothing is counted yet. The first count follows within the hour.',
  rebuild: {
    heading: 'Days before the history began',
    about:
      'Rebuild reconstructs how many risks were open, created and closed on each day, from the dates that Jira keeps. It never changes a day that was counted.',
    limits:
      'It cannot know the level of those days. Deleted risks are missing, and a risk that was closed and opened again counts as open in between.',
    start: 'Rebuild',
    again: 'Rebuild again',
    counting: 'Counting the risks.',
    running: 'Looked at {looked} of {total} risks.',
    done: {
      one: '{count} day rebuilt on {day}, from {risks}.',
      other: '{count} days rebuilt on {day}, from {risks}.',
    },
    nothing: 'There is no day to rebuild: no risk is older than the history.',
    risks: { one: '{count} risk', other: '{count} risks' },
    stopped: 'It stopped after {looked} risks. Nothing was changed.',
    refused: 'It could not be started: {reason}',
  },
} as const;
