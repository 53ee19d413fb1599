/** What happens to issues and links, and how it is heard of: repeats, events, jobs, days. */
import type { AbuseRow } from './row';

export const CHANGE_ROWS: readonly AbuseRow[] = [
  {
    row: 23,
    what: 'a risk becomes a task, moves to another project, or a link type is deleted',
    tests: [
      ['abuse/upheaval.test.ts', 'a risk that became a task is counted nowhere, and its page says so'],
      ['abuse/upheaval.test.ts', 'a risk that moved to another project is counted there'],
      ['abuse/upheaval.test.ts', 'a deleted link type takes its links along; the register stands'],
    ],
  },
  {
    row: 24,
    what: 'a risk linked to itself, in a circle, or a hundred times',
    tests: [
      ['commands/link-issues.test.ts', 'the same pair a hundred times is one link'],
      [
        'commands/link-issues.test.ts',
        'a risk is no enabler, an enabler no risk, and nothing secures itself or a risk',
      ],
      ['abuse/upheaval.test.ts', 'links made past the app, in a circle and a hundred times, change no number'],
    ],
  },
  {
    row: 25,
    what: 'a double click, or two tabs, make the same risk',
    tests: [
      [
        'commands/create-risk.test.ts',
        'a double click, two tabs and a later repeat make one issue and one link, and all get its key',
      ],
      ['commands/import-risks.test.ts', 'two at the same moment make one'],
      ['commands/review-risk.test.ts', 'a double click, and the same call again: one comment'],
    ],
  },
  {
    row: 26,
    what: 'the answer of a create is lost',
    tests: [
      ['commands/create-risk.test.ts', 'the answer of the create is lost: the same call finds what was made'],
      [
        'commands/import-risks.test.ts',
        'an answer is lost and the search lags: nothing is made twice, now or when the search has caught up',
      ],
    ],
  },
  {
    row: 27,
    what: 'events three times, out of order, with older time stamps',
    tests: [
      [
        'abuse/events-again.test.ts',
        'three times, in any order and with older time stamps, every kind of event ends as each once and in order',
      ],
      [
        'events/streams.test.ts',
        'where every event comes at last, in whatever order, nothing is left to the reconcile',
      ],
    ],
  },
  {
    row: 28,
    what: "the app's own write, and a rule that echoes it",
    tests: [
      ['abuse/events-again.test.ts', '%s: no second write'],
      [
        'events/issue-events.test.ts',
        'twice, late, in any order, and about our own change: nothing is written the second time',
      ],
    ],
  },
  {
    row: 29,
    what: 'an event about an issue that is gone, or a project in the trash',
    tests: [
      [
        'abuse/events-of-what-is-gone.test.ts',
        'in whichever event it is named: every one ends well, and the other end of its link is looked at',
      ],
      [
        'abuse/events-of-what-is-gone.test.ts',
        'between our look and our write: that one is left, and the others are done',
      ],
      ['abuse/events-of-what-is-gone.test.ts', 'leaves nothing in the storage, whatever was done with it'],
      [
        'abuse/events-of-what-is-gone.test.ts',
        'in the trash: its events end well, the hour sees to the others, and restored it is seen to again',
      ],
      [
        'abuse/events-of-what-is-gone.test.ts',
        'an event that tells of a deletion deletes nothing while the issue is there',
      ],
      ['abuse/events-of-what-is-gone.test.ts', 'for good: undo takes everything that the app kept about it'],
    ],
  },
  {
    row: 30,
    what: 'an event that never comes',
    tests: [
      [
        'events/streams.test.ts',
        'any stream of events and a reconcile end in the truth, and a second one writes nothing',
      ],
      [
        'abuse/events-of-what-is-gone.test.ts',
        'an issue so large that its events never come, and hours without events: the next reconcile has it',
      ],
      ['events/reconcile.test.ts', 'a bypass, and that it is none any more'],
    ],
  },
  {
    row: 31,
    what: 'a job that died half-way and comes again, or that another version of the app left behind',
    tests: [
      [
        'abuse/jobs-of-another-version.test.ts',
        'a job that says what nobody understands is put aside with a line in the log; the work is done all the same',
      ],
      [
        'abuse/jobs-of-another-version.test.ts',
        'a record that nobody understands makes no job come again and again, and keeps nobody from beginning anew',
      ],
      ['setup/every-write.test.ts', 'every write to %s, disturbed in every way, leaves no trace'],
      ['events/reconcile-jobs.test.ts', '%s, at each request in turn'],
      ['levels/recalculation.test.ts', '%s, at each request in turn: totals stay exact'],
      ['events/digest.test.ts', '%s, at each request: never two'],
      ['trends/counting.test.ts', '%s, at each request'],
      ['trends/rebuild.test.ts', '%s, at each request: no risk counted twice, none left out'],
    ],
  },
  {
    row: 32,
    what: 'a schedule that comes twice in a minute, or not for days',
    tests: [
      ['trends/counting.test.ts', 'two schedules at the same time'],
      ['trends/counting.test.ts', 'however often the schedule comes; the first count of the day stays'],
      ['trends/counting.test.ts', 'a day on which nothing ran is a gap, not a zero'],
      ['static/risk-summary/trend-picture.test.ts', 'a day that was missed is a gap, named, and no line goes over it'],
      ['events/reconcile-jobs.test.ts', 'two hours at the same time end as one'],
      ['events/digest.test.ts', 'however often the schedule comes on one day in UTC, and again on the next'],
      ['events/digest.test.ts', 'two schedules at the same time'],
    ],
  },
  {
    row: 33,
    what: 'midnight, time zones, changes of the clocks',
    tests: [
      ['acceptance/keeping.test.ts', 'across a change of the clocks %s'],
      [
        'acceptance/keeping.test.ts',
        'from the first hour of the next day, in UTC, whether or not anybody opens a page',
      ],
      ['trends/counting.test.ts', 'a day is one in UTC, also where clocks change'],
      ['domain/day.test.ts', 'cross months, years, leap days and clock changes'],
    ],
  },
];
