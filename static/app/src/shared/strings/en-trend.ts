/** Words of the trend of open risks. */
export const trend = {
  heading: 'Trend of open risks',
  fewer: { one: '{count} fewer since {day}', other: '{count} fewer since {day}' },
  more: { one: '{count} more since {day}', other: '{count} more since {day}' },
  same: 'as many as on {day}',
  starts: 'History starts {day}',
  rebuiltUntil: 'Before {day} from the dates in Jira',
  gapDay: 'no data {day}',
  gapDays: 'no data {from} to {to}',
  /** Where there are more gaps than fit in a line. */
  gapsMany: { one: '{count} time without data', other: '{count} times without data' },
  wholeProject: 'Counted once a day, over the whole project.',
  wholeProjects: 'Counted once a day, over all of these projects.',
  none: 'History starts with the next daily count. From then on a line shows how the number changes.',
  one: 'History starts {day} with {open}. The line begins with the second day.',
  ofFilter: 'History is kept for projects. For a filter there is none.',
  /** For people who do not see the line. */
  spoken: 'Open risks: {line}',
  line: '{first} on {firstDay}, {last} on {lastDay}; at most {most}, at least {least}.',
} as const;
